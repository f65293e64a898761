"""The one cookie of somebody who answers: their four words, sealed, until the browser closes."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from feedback.sealing import CannotUnseal, seal, unseal

NAME = "say"


def words_in(request: HttpRequest, *, max_age: int | None = None) -> str | None:
    """The four words that this browser holds, or None. `max_age` is in seconds."""
    token = request.COOKIES.get(NAME)
    if not token:
        return None
    try:
        return unseal(token, max_age=max_age)
    except CannotUnseal:
        return None


def remember(response: HttpResponse, words: str) -> None:
    """Let this browser go on without typing the words: gone when it closes."""
    response.set_cookie(
        NAME,
        seal(words),
        httponly=True,
        samesite="Lax",
        secure=settings.HEARD_SECURE_COOKIES,
    )


def forget(response: HttpResponse) -> None:
    """Leave nothing behind in this browser."""
    response.delete_cookie(NAME, samesite="Lax")
