"""What the question bank adds to the officers' screens. Hooks only register."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from consultations.bank import not_comparable
from consultations.models import ConsultationPage
from consultations.permissions import can_open_the_bank


class BankItem(MenuItem):
    """In the menu of those who write or approve consultations."""

    def is_shown(self, request: Any) -> bool:
        return can_open_the_bank(request.user)


def register() -> None:
    """Called once, by the hooks of this room."""
    hooks.register("register_admin_urls", admin_urls)
    hooks.register("register_admin_menu_item", bank_item)
    hooks.register("after_edit_page", after_edit_page)
    hooks.register("after_create_page", after_edit_page)


def admin_urls() -> list:
    """The screens of the bank."""
    return [path("", include("consultations.banking_urls"))]


def bank_item() -> MenuItem:
    """Where officers look for what was asked before."""
    label, address = gettext_lazy("Question bank"), reverse("consultations_bank")
    return BankItem(label, address, icon_name="history", order=225)


def after_edit_page(request: HttpRequest, page: Page) -> None:
    """Whoever submits or approves a consultation is told which numbers cannot be compared."""
    submits = "action-submit" in request.POST
    approves = request.POST.get("workflow-action-name") == "approve"
    if isinstance(page, ConsultationPage) and (submits or approves):
        for sentence in not_comparable(page):
            messages.warning(request, sentence)
