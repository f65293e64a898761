"""The staff's screens as a person meets them: open, fill in, press a button."""

from typing import Any

from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, Site

from consultations.models import CouncilRole
from heard.models import User
from tests import make


def is_refused(response: HttpResponse) -> bool:
    """Whether somebody was sent back to their own front page, because a screen is not theirs."""
    return response.status_code == 302 and response.url == reverse("wagtailadmin_home")


def says(response: HttpResponse) -> str:
    """The words in the middle of a screen, with single spaces, and the messages above them."""
    page = BeautifulSoup(response.content, "html.parser")
    parts = [*page.select(".messages"), page.find("main") or page]
    return " ".join(" ".join(part.get_text(" ") for part in parts).split())


def rows(response: HttpResponse, number: int = 0) -> list[list[str]]:
    """The cells of the body of a table in the middle of a page: the first, or another `number`."""
    table = BeautifulSoup(response.content, "html.parser").find("main").find_all("table")[number]
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["th", "td"])]
        for row in table.find("tbody").find_all("tr")
    ]


def filled_in(response: HttpResponse) -> dict[str, Any]:
    """What Wagtail's page editor would send if nothing were touched."""
    form = BeautifulSoup(response.content, "html.parser").find(id="page-edit-form")
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = field.get("name"), field.get("type")
        if not name or kind in ("submit", "button", "file"):
            continue
        if kind in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.name == "select":
            chosen = field.find("option", selected=True)
            data[name] = chosen.get("value", "") if chosen else ""
        elif field.name == "textarea":
            data[name] = field.text.removeprefix("\n")
        else:
            data[name] = field.get("value", "on" if kind == "checkbox" else "")
    return data


def edit(client: Client, page: Page, button: str = "", **typed: Any) -> HttpResponse:
    """Open a page in the editor, type something, press a button: "publish", or save."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_in(client.get(address)) | typed
    if button:
        data[f"action-{button}"] = f"action-{button}"
    return client.post(address, data)


def elsewhere(*roles: str) -> User:
    """A member of staff who has these roles in another council, and none in ours."""
    council, _made = Site.objects.get_or_create(
        hostname="elsewhere.example", defaults={"root_page": make.council().root_page}
    )
    user = User.objects.create_user(f"{'-'.join(roles)}@elsewhere.example", make.PASSWORD)
    for role in roles:
        group, _made = Group.objects.get_or_create(name=f"{role} elsewhere")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        CouncilRole.objects.get_or_create(council=council, role=role, defaults={"group": group})
        user.groups.add(group)
    return user


def n_queries(client: Client, address: str) -> int:
    """How often a page asks the database, once it has been seen before."""
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def everything_stored(*but: type) -> str:
    """Every value in every column of the database, but for those of some models."""
    models = [model for model in apps.get_models() if model not in but]
    return "\n".join(str(row) for model in models for row in model.objects.values_list())
