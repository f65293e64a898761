"""Walking the answering pages as a person without JavaScript does: one form after another."""

import html
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from consultations.models import ConsultationPage
from feedback import cookie, sealing

_TAG = re.compile(r"<[^>]*>")


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


def use_words(words: str, client: Client | None = None) -> HttpResponse:
    """Type four words, in a browser that knows nothing unless `client` is given: what they open
    that is not a draft, or the way to the draft."""
    client = client or Client()
    typed = client.post("/my-words/", {"words": words})
    opened = typed.status_code == 302 and "/my-words/" in typed.url
    return client.get(typed.url) if opened else typed


def sent_words(page: ConsultationPage, **answers: Any) -> str:
    """The words of somebody who answered and sent. `given` are answers by number."""
    client = Client()
    begin(client, page)
    for number, given in answers.pop("given", {2: "My secret words"}).items():
        answer(client, page, number, given, **answers)
    send(client, page)
    return words_in(client)


def text(response: HttpResponse) -> str:
    """What a person reads on a page, on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", response.content.decode())).split())
