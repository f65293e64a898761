"""The cookies of somebody who answers: four words, sealed, until the browser closes or waits.

One holds the words of a draft, or of what was just sent. The other holds words that were typed to
see what became of the answers. A third holds the way by which somebody came, until they begin, or
as long as a group is in the room. What was sealed too long ago opens nothing: a tablet goes from
hand to hand.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from feedback.sealing import CannotUnseal, seal, unseal

NAME = "say"
OPENED = "opened"
INVITED = "invited"
IDLE_HOURS = 2  # since the last step; every step seals the words anew
IDLE = IDLE_HOURS * 60 * 60  # seconds
RECEIPT_SHOWN_FOR = 60 * 60  # seconds after sending: long enough to find a pen


def words_in(request: HttpRequest, name: str = NAME, *, max_age: int | None = IDLE) -> str | None:
    """The four words that this browser holds, or None. `max_age` is in seconds."""
    token = request.COOKIES.get(name)
    if not token:
        return None
    try:
        return unseal(token, max_age=max_age)
    except CannotUnseal:
        return None


def remember(response: HttpResponse, words: str, name: str = NAME) -> None:
    """Let this browser go on without typing the words: gone when it closes."""
    response.set_cookie(
        name,
        seal(words),
        httponly=True,
        samesite="Lax",
        secure=settings.HEARD_SECURE_COOKIES,
    )


def forget(response: HttpResponse, *names: str) -> None:
    """Let this browser hold no words, or none under these names."""
    for name in names or (NAME, OPENED, INVITED):
        response.delete_cookie(name, samesite="Lax")


def leave_nothing(response: HttpResponse) -> None:
    """Leave no cookie behind. Not for a page with a form, which needs the one that guards it."""
    forget(response)
    response.delete_cookie(
        settings.CSRF_COOKIE_NAME,
        path=settings.CSRF_COOKIE_PATH,
        domain=settings.CSRF_COOKIE_DOMAIN,
        samesite=settings.CSRF_COOKIE_SAMESITE,
    )
