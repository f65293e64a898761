"""The staff's screens as a person meets them: open, fill in, press a button, read."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import Page


def soup(response: HttpResponse) -> BeautifulSoup:
    """A screen, to look things up in."""
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(response: HttpResponse) -> str:
    """Everything that can be read on a screen, with single spaces."""
    return " ".join(soup(response).get_text(" ").split())


def complaints(response: HttpResponse) -> str:
    """What a screen says is wrong: above the form and beside its fields."""
    found = soup(response).select(".messages, .error-message")
    return " ".join(" ".join(one.get_text(" ").split()) for one in found)


def filled_in(response: HttpResponse) -> dict[str, Any]:
    """What the form of an editor sends if nothing is touched."""
    form = soup(response).find(id="page-edit-form")
    data: dict[str, Any] = {}
    for field in form.find_all(["input", "textarea", "select"]):
        if field.get("name") and (value := _value(field)) is not None:
            data[field["name"]] = value
    return data


def _value(field: Tag) -> str | list[str] | None:
    """What a browser sends for a field; None if it sends nothing."""
    if field.name == "textarea":
        return field.text.removeprefix("\n")
    if field.name == "select":
        chosen = [option.get("value", "") for option in field.find_all("option", selected=True)]
        return chosen if field.has_attr("multiple") else (chosen or [""])[0]
    kind = field.get("type")
    if kind in ("submit", "button", "file"):
        return None
    if kind in ("checkbox", "radio") and not field.has_attr("checked"):
        return None
    return field.get("value", "on" if kind == "checkbox" else "")


def edit(client: Client, page: Page, button: str = "", /, **typed: Any) -> HttpResponse:
    """Open a page in the editor, type something, press a button: "publish", or save the draft."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return _press(client, address, button, typed)


def write(client: Client, kind: type[Page], button: str = "", /, **typed: Any) -> HttpResponse:
    """Begin a new page of a kind, type something, press a button."""
    parent = kind.allowed_parent_page_models()[0].objects.get()
    names = [kind._meta.app_label, kind._meta.model_name, parent.pk]
    return _press(client, reverse("wagtailadmin_pages:add", args=names), button, typed)


def _press(client: Client, address: str, button: str, typed: dict) -> HttpResponse:
    data = filled_in(client.get(address)) | typed
    if button:
        data[f"action-{button}"] = f"action-{button}"
    return client.post(address, data)


def publish_many(client: Client, *pages: Page, and_below: bool = False) -> HttpResponse:
    """Tick pages in a list, publish them, and read what comes of it."""
    numbers = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    data = {"include_descendants": "on"} if and_below else {}
    return client.post(f"{address}?{numbers}&next=/admin/", data, follow=True)
