"""Walking the answering pages as a person without JavaScript does: one form after another."""

import html
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils.html import strip_tags

from consultations.models import ConsultationPage
from feedback import cookie, sealing
from tests import make

WHO = ("child:10-12", "child:13-15", "parent:", "not_said:")


def address(page: ConsultationPage, step: Any = "") -> str:
    """Where a step is: `address(page)`, `address(page, 2)`, `address(page, "check")`."""
    return f"/say/{page.identity.code}/{step}/".replace("//", "/")


def begin(client: Client, page: ConsultationPage, who: str = "child:13-15", **more: Any) -> None:
    """Say who you are and whose words these will be, and agree."""
    client.post(address(page), {"who": who})
    if who.startswith("child"):
        client.post(address(page, "voice"), {"voice": more.get("voice", "me")})
    client.post(address(page, "agree"))


def answer(client: Client, page: ConsultationPage, number: int, given: Any, **more: Any) -> Any:
    """Answer a question and press a button: "next" unless `go` says otherwise."""
    return client.post(address(page, number), {"answer": given, "go": "next"} | more)


def send(client: Client, page: ConsultationPage) -> HttpResponse:
    """Press Send on the page that shows all answers."""
    return client.post(address(page, "check"))


def words_in(client: Client) -> str:
    """The four words that this browser holds."""
    return sealing.unseal(client.cookies[cookie.NAME].value)


def text(response: HttpResponse) -> str:
    """What a person reads on a page, on one line."""
    return " ".join(html.unescape(strip_tags(response.content.decode())).split())


def four_pages(client: Client) -> dict[str, HttpResponse]:
    """Every page of the way of somebody who answers, stops, comes back and sends, by its step."""
    page = make.consultation()
    pages = {"who": client.get(address(page))}
    client.post(address(page), {"who": "child:13-15"})
    for step in ("voice", "agree"):
        pages[step] = client.get(address(page, step))
        client.post(address(page, step), {"voice": "me"})
    for step in (1, 2, "check", "stop"):
        pages[str(step)] = client.get(address(page, step))
    send(client, page)
    for step in ("thanks", "no-thanks"):
        pages[step] = client.get(address(page, step))
    return pages
