"""What the public pages of this room show, gathered with a fixed number of statements."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.text import capfirst

from consultations.first_words import FirstWords, marked, said
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
from governance.promised import promise_said
from governance.said import SIGHT, corrections_in, history_of
from governance.subjects import subject_of
from governance.words import entry_words, fact_lines, fact_name

if TYPE_CHECKING:
    from wagtail.models import Page

ENTRIES_A_PAGE = 50
SAID = ("title", "decided_by", "summary", "decision", "reasons", "instead", "how_to_disagree")
_PAGES = {
    "consultation": ConsultationPage,
    "findings": FindingsPage,
    "decision": DecisionPage,
    "item": InformationItem,
}


def shown_decision(page: DecisionPage) -> dict[str, Any]:
    """The chain of one decision: asked, said, decided, promised, and its place in the record."""
    words = FirstWords(page)
    (findings,) = words.beside([page.findings]).values()
    (consultation,) = words.beside([page.findings.consultation_page]).values()
    document = document_of(page.findings)
    return {
        "said": words.own(*SAID),
        "consultation": consultation,
        "findings": findings,
        "heard": heard_from(document),
        "influences": _influences(words, findings, document),
        "changes": _changes(words),
        "alternatives": [said(*pair, "option", "why_not") for pair in words.lines("alternatives")],
        "promises": [(one, promise_said(page, one)) for one in page.promises_made],
        **_recorded(page),
    }


def _recorded(page: DecisionPage) -> dict[str, Any]:
    """Where the record says what was decided, and what became of it. A translation has a thread of
    its own in the record, and points at the entry that decided."""
    decided = f"decision:{page.translation_key}"
    history = history_of({decided, page.subject})
    of_source = [one for one in history if one.subject == decided]
    own = [one for one in history if one.subject == page.subject]
    return {
        "place": _last_said(of_source),
        "translation_place": None if page.subject == decided else _last_said(own),
        "corrections": corrections_in(of_source),
        "out_of_sight": [one for one in own if one.type in SIGHT],
    }


def _last_said(history: list[LogPlace]) -> LogPlace | None:
    """Where the record last said what a page says."""
    return next((one for one in reversed(history) if one.type not in SIGHT), None)


def _influences(words: FirstWords, findings: FindingsPage, document: dict) -> list[dict]:
    """How each theme was used, with what people said under it."""
    told = shown_themes(findings, document, source=words.page.findings, inside=words.page)
    themes = {theme["id"]: theme for theme in told}
    return [
        {
            "theme": themes.get(str(line.theme_id))
            or {"name": marked(line.theme.name, written and line.theme.name)},
            "use": line.get_use_display(),
            **said(line, written, "why"),
        }
        for line, written in words.lines("influences", "theme")
    ]


def _changes(words: FirstWords) -> list[dict]:
    """What changes, before and after, each under the item in the language of the page."""
    lines = [*words.lines("changes", "item")]
    items = words.beside(line.item for line, _written in lines)
    return [
        {
            "item": items[line.item_id],
            **said(line, written, "before", "after"),
            "from_label": marked(
                capfirst(line.from_label), written and capfirst(written.from_label)
            ),
        }
        for line, written in lines
    ]


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
