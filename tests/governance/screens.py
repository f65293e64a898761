"""The staff's screens as a person meets them: open, fill in, press a button."""

from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page


def filled_in(response: HttpResponse) -> dict[str, Any]:
    """What the form on a screen would send if nothing were touched."""
    form = BeautifulSoup(response.content, "html.parser").find(id="page-edit-form")
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if not name or field.get("type") in ("submit", "button", "file"):
            continue
        if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.name == "select":
            chosen = field.find("option", selected=True)
            data[name] = chosen.get("value", "") if chosen else ""
        elif field.name == "textarea":
            data[name] = field.text.removeprefix("\n")
        else:
            data[name] = field.get("value", "on" if field.get("type") == "checkbox" else "")
    return data


def edit(client: Client, page: Page, button: str = "", **typed: Any) -> HttpResponse:
    """Open a page in the editor, type something, press a button: "publish", or save."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = filled_in(client.get(address)) | typed
    if button:
        data[f"action-{button}"] = f"action-{button}"
    return client.post(address, data)


def sentences(response: HttpResponse) -> str:
    """The words on a screen, with single spaces."""
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())
