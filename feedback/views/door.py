"""Between Send and sending: a robot is slowed down, and no person is ever turned away.

Nothing is in doubt for nearly everybody. A box that no person sees was filled in, or Send came
faster than anybody reads: one more press. Very many at once: a sum that the browser does, or
twenty seconds of waiting where it cannot. Whoever came with a code is known to be invited, and
does not wait.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from consultations.models import Route
from feedback import busy, cookie, proof, receipts
from feedback.models import Draft
from feedback.sealing import CannotUnseal, age_of, seal, unseal
from feedback.views.steps import draft_of, page

HONEYPOT = "website"  # a box that nobody can see, with a name that robots cannot resist
WAIT = 20  # seconds


def asked_first(request: HttpRequest, code: str, words: str) -> HttpResponse | None:
    """A page that asks for one thing more before the answers are sent; None when there is no
    doubt. Everything that was answered stays in the draft."""
    what = receipts.digest(words, receipts.current_key(), "door")
    if _has_worked(request, what) or _has_waited(request, what):
        return None
    if busy.is_busy(request, code):
        draft = draft_of(request, code)
        if draft.route == Route.OPEN:
            return _wait(request, code, draft, what)
    if _looks_like_a_robot(request) and not _is_sealed(request.POST.get("sure"), what):
        context = {"code": code, "sure": seal(what)}
        return page(request, "one_more_press", context, draft_of(request, code), status=422)
    return None


def _wait(request: HttpRequest, code: str, draft: Draft, what: str) -> HttpResponse:
    """The page on which the browser does its sum while the person waits."""
    since = request.POST.get("since")
    if not _is_sealed(since, f"wait {what}"):
        since = seal(f"wait {what}")
    context = {
        "code": code,
        "sum": proof.challenge(what),
        "since": since,
        "seconds": WAIT,
        "too_soon": "since" in request.POST,
    }
    response = page(request, "wait", context, draft, status=429)
    response["Retry-After"] = WAIT
    return response


def _looks_like_a_robot(request: HttpRequest) -> bool:
    """Whether a box was filled in that nobody sees, or Send came at once. A fast child or a
    browser that fills in boxes can do either: it only asks."""
    since_last_page = age_of(request.COOKIES.get(cookie.NAME, ""))
    fast = since_last_page is not None and since_last_page < settings.HEARD_SOONEST_SEND
    return bool(request.POST.get(HONEYPOT)) or fast


def _has_worked(request: HttpRequest, what: str) -> bool:
    given = request.POST.get("proof")
    return bool(given) and proof.is_proof(given, what)


def _has_waited(request: HttpRequest, what: str) -> bool:
    since = request.POST.get("since")
    waited = age_of(since) if since and _is_sealed(since, f"wait {what}") else None
    return waited is not None and waited >= WAIT


def _is_sealed(token: str | None, text: str) -> bool:
    """Whether this is `text` as we sealed it, not too long ago."""
    try:
        return bool(token) and unseal(token, max_age=proof.GOOD_FOR) == text
    except CannotUnseal:
        return False
