"""The section of a council's site under which its consultations stand."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from consultations.models.consultation import ConsultationPage
from consultations.models.whole import CheckedTranslation
from consultations.translatable import in_words, the_same


class HaveYourSayPage(CheckedTranslation):
    """Have your say: every consultation, the open ones first."""

    introduction = models.TextField(_("introduction"), blank=True)

    translatable_fields: ClassVar[list] = [
        *in_words("title", "introduction"),
        *the_same("slug", "show_in_menus"),
    ]
    content_panels: ClassVar[list] = [*Page.content_panels, "introduction"]
    parent_page_types: ClassVar[list] = ["heard.HomePage"]
    subpage_types: ClassVar[list] = ["consultations.ConsultationPage"]
    max_count_per_parent = 1
    template = "consultations/have_your_say.html"

    class Meta:
        verbose_name = _("have your say")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        from consultations.translations import shown_below

        context = super().get_context(request, *args, **kwargs)
        pages = list(shown_below(self, ConsultationPage).order_by("closes_on", "title"))
        context["open"] = [page for page in pages if page.state == "open"]
        context["to_open"] = [page for page in pages if page.state == "to_open"]
        context["closed"] = [page for page in reversed(pages) if page.state == "closed"]
        return context
