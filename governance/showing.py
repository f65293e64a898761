"""What the public pages of this room show, gathered with a fixed number of statements."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest

from consultations.models import ConsultationPage, InformationItem
from feedback.models import FindingsPage
from feedback.showing import document_of, heard_from, shown_themes
from governance.actions.log import head
from governance.log.disclosure import digest
from governance.log.entries import Entry, read_if_whole
from governance.log.merkle import root
from governance.log.verify import Head
from governance.models.decision import DecisionPage
from governance.models.log import Disclosure, Log, LogEntry, LogPlace
from governance.models.promise import Promise
from governance.promised import tell_missed
from governance.said import SIGHT, corrections_in, history_of
from governance.subjects import subject_of
from governance.words import entry_words, fact_lines, fact_name

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
    history = history_of([page.subject])
    return {
        "consultation": page.findings.consultation_page,
        "findings": page.findings,
        "heard": heard_from(document),
        "influences": [
            {"line": line, "theme": themes.get(str(line.theme_id))} for line in influences
        ],
        "changes": page.changes.select_related("item"),
        "alternatives": page.alternatives.all(),
        "promises": _promises(page),
        "place": next((one for one in reversed(history) if one.type not in SIGHT), None),
        "corrections": corrections_in(history),
        "out_of_sight": [place for place in history if place.type in SIGHT],
    }


def _promises(page: DecisionPage) -> list[Promise]:
    """The promises of a decision. They are made once, and shown in every language."""
    if page.locale.is_default:
        promises = list(page.promises.select_related("keeping"))
    else:
        others = Promise.objects.filter(page__translation_key=page.translation_key)
        promises = list(others.select_related("keeping"))
    tell_missed(promises)
    return promises


def shown_log(page: "Page", request: HttpRequest) -> dict[str, Any]:
    """The log of the council whose page this is, newest entry first."""
    log = Log.objects.filter(council=page.get_site()).first()
    if log is None:
        return {"log": None}
    places = LogPlace.objects.filter(log=log).with_titles().order_by("-index")
    paged = Paginator(places, ENTRIES_A_PAGE).get_page(request.GET.get("page"))
    return {
        "log": log,
        "head": head(log),
        "paged": paged,
        "lines": [(place, entry_words(place.type)) for place in paged],
    }


def shown_check(page: "Page", request: HttpRequest) -> dict[str, Any]:
    """What comes of holding the record against a seal that somebody noted: `fits`, or why not."""
    typed = request.GET.get("seal", "").strip()[:200]
    context = {"typed": typed, "noted": None, "fits": False, "malformed": False, "n": 0}
    if not typed:
        return context
    try:
        noted = Head.parse(typed)
    except ValueError:
        return context | {"malformed": True}
    hashes = LogEntry.objects.filter(log__council=page.get_site()).order_by("index")
    leaves = [bytes(one) for one in hashes.values_list("leaf_hash", flat=True)]
    fits = len(leaves) >= noted.size and root(leaves[: noted.size]) == noted.root
    return context | {"noted": noted, "fits": fits, "n": len(leaves)}


def shown_entry(page: "Page", index: int) -> dict[str, Any] | None:
    """One entry with the words that were sealed with it, or None when there is none."""
    log = Log.objects.filter(council=page.get_site()).first()
    stored = log and LogEntry.objects.filter(log=log, index=index).first()
    if not stored:
        return None
    entry = read_if_whole(stored.leaf)
    if entry is None:
        return {"log": log, "index": index, "entry": None, "leaf": str(stored.leaf)}
    texts = list(Disclosure.objects.filter(log=log, index=index))
    whole = {one.name: one.value for one in texts if _is_as_sealed(one, entry)}
    return {
        "log": log,
        "index": index,
        "entry": entry,
        "about": _about(entry.subject),
        "leaf": stored.leaf,
        "leaf_hash": bytes(stored.leaf_hash).hex(),
        "happened": entry_words(entry.type),
        "at": datetime.fromisoformat(entry.at),
        "facts": fact_lines(entry.public, whole),
        "altered": [fact_name(one.name) for one in texts if one.name not in whole],
    }


def _is_as_sealed(text: Disclosure, entry: Entry) -> bool:
    """Whether words are those that the entry sealed. Others are not shown in its name."""
    return digest(text.salt, text.name, text.value) == entry.sealed.get(text.name)


def _about(subject: str) -> "Page | None":
    """The published page that an entry is about; for a promise, the page of its decision."""
    kind, _colon, key = subject.partition(":")
    if kind == "promise":
        return DecisionPage.objects.live().filter(promises__key=key).first()
    if kind not in _PAGES:
        return None
    pages = _PAGES[kind].objects.live().filter(translation_key=key.partition(":")[0])
    return next((page for page in pages if subject_of(kind, page) == subject), None)
