"""The way by which somebody came: the open link, a code of their own, or a code for a group.

A code of one's own is in the browser until somebody begins, then in the draft, so that four words
go on on another device. There it is sealed with the four words, which nobody but the person has:
whoever knows which code went to whom still cannot tell whose draft is whose. It is gone with the
draft (see decision 0017).
"""

import base64
from dataclasses import dataclass
from datetime import date

from cryptography.fernet import Fernet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from consultations.keyed import digest
from consultations.models import Route
from feedback import cookie

INVITATION = "invitation in a draft"


@dataclass(frozen=True)
class Way:
    """A route, and the code where it is one's own."""

    route: str = Route.OPEN
    code: str = ""


OPEN = Way()


def sealed(code: str, words: str, key_number: int) -> str:
    """A code, sealed with four words; "" where there is none. Without a time: nothing in a draft
    says when somebody began."""
    if not code:
        return ""
    return _key(words, key_number).encrypt_at_time(code.encode(), 0).decode()


def unsealed(token: str, words: str, key_number: int) -> str:
    """The code that was sealed with these four words."""
    return _key(words, key_number).decrypt(token.encode()).decode()


def let_in(response: HttpResponse, way: Way, consultation: str, today: date) -> None:
    """Let this browser begin by a way: once with a code of one's own, all day in a group."""
    told = way.code if way.route == Route.INVITED else today.isoformat()
    cookie.remember(response, f"{way.route} {consultation} {told}", cookie.INVITED)


def way_in(request: HttpRequest, consultation: str, today: date) -> Way:
    """The way by which this browser begins to answer the consultation with this code."""
    found = cookie.words_in(request, cookie.INVITED, max_age=cookie.IDLE)
    if found and found.startswith(f"{Route.INVITED} {consultation} "):
        return Way(Route.INVITED, found.split()[-1])
    return Way(Route.GROUP) if in_group(request, consultation, today) else OPEN


def in_group(request: HttpRequest, consultation: str, today: date) -> bool:
    """Whether this browser is passed from hand to hand today, in a group that answers this."""
    found = cookie.words_in(request, cookie.INVITED, max_age=None)
    return found == f"{Route.GROUP} {consultation} {today.isoformat()}"


def stay_in_group(request: HttpRequest, response: HttpResponse, consultation: str) -> None:
    """Let a browser that is passed round go on being passed round, whatever else it forgets."""
    today = timezone.localdate()
    if in_group(request, consultation, today):
        let_in(response, Way(Route.GROUP), consultation, today)


def _key(words: str, key_number: int) -> Fernet:
    secret = bytes.fromhex(digest(words, key_number, INVITATION))
    return Fernet(base64.urlsafe_b64encode(secret))
