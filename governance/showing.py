"""What the public pages of this room show, gathered with a fixed number of statements."""

import json
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from consultations.models import ConsultationPage, InformationItem
from feedback.models import FindingsPage
from feedback.showing import document_of, heard_from, shown_themes
from governance.actions.log import head
from governance.log.entries import read
from governance.models.decision import DecisionPage
from governance.models.log import Disclosure, Log, LogEntry, LogPlace
from governance.models.promise import Promise
from governance.subjects import subject_of

if TYPE_CHECKING:
    from wagtail.models import Page

ENTRIES_A_PAGE = 50
_PAGES = {
    "consultation": ConsultationPage,
    "findings": FindingsPage,
    "decision": DecisionPage,
    "item": InformationItem,
}


def shown_decision(page: DecisionPage) -> dict[str, Any]:
    """The chain of one decision: asked, said, decided, promised, and its place in the record."""
    document = document_of(page.findings)
    themes = {theme["id"]: theme for theme in shown_themes(page.findings, document)}
    influences = list(page.influences.select_related("theme"))
    return {
        "consultation": page.findings.consultation_page,
        "findings": page.findings,
        "heard": heard_from(document),
        "influences": [
            {"line": line, "theme": themes.get(str(line.theme_id))} for line in influences
        ],
        "changes": page.changes.select_related("item"),
        "alternatives": page.alternatives.all(),
        "promises": _promises(page).select_related("keeping"),
        "place": page.place,
    }


def _promises(page: DecisionPage) -> Any:
    """The promises of a decision. They are made once, and shown in every language."""
    if page.locale.is_default:
        return page.promises
    return Promise.objects.filter(page__translation_key=page.translation_key)


def shown_log(page: "Page", request: HttpRequest) -> dict[str, Any]:
    """The log of the council whose page this is, newest entry first."""
    log = Log.objects.filter(council=page.get_site()).first()
    if log is None:
        return {"log": None}
    places = LogPlace.objects.filter(log=log).order_by("-index")
    return {
        "log": log,
        "head": head(log),
        "places": Paginator(places, ENTRIES_A_PAGE).get_page(request.GET.get("page")),
    }


def shown_entry(page: "Page", index: int) -> dict[str, Any] | None:
    """One entry with the words that were sealed with it, or None when there is none."""
    log = Log.objects.filter(council=page.get_site()).first()
    stored = log and LogEntry.objects.filter(log=log, index=index).first()
    if not stored:
        return None
    entry = read(stored.leaf.encode())
    return {
        "log": log,
        "entry": entry,
        "about": _about(entry.subject),
        "leaf": stored.leaf,
        "leaf_hash": bytes(stored.leaf_hash).hex(),
        "public": [(name, _readable(value)) for name, value in entry.public.items()],
        "texts": Disclosure.objects.filter(log=log, index=index).order_by("name"),
    }


def _about(subject: str) -> "Page | None":
    """The published page that an entry is about; for a promise, the page of its decision."""
    kind, _colon, key = subject.partition(":")
    if kind == "promise":
        return DecisionPage.objects.live().filter(promises__key=key).first()
    if kind not in _PAGES:
        return None
    pages = _PAGES[kind].objects.live().filter(translation_key=key.partition(":")[0])
    return next((page for page in pages if subject_of(kind, page) == subject), None)


def _readable(value: object) -> str:
    """A fact as a line of text."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
