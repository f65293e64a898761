"""Texts as the workspace shows them: each beside what was asked, of whom, and what stands under
which theme."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, prefetch_related_objects

from consultations.audiences import HELPED_VOICES
from consultations.models.questionnaire import frozen_document
from feedback.asked import asked_in, language_name
from feedback.marking import parts
from feedback.models import (
    Coding,
    Note,
    Seen,
    TextVersion,
    Theme,
    VersionKind,
    Words,
)

PATH = ("question", "recording", "response__questionnaire")
_NOT_NEEDED = (
    "text",
    "recording__content",
    "recording__strokes",
    "response__asked",
    "response__questionnaire__document",
)


def cards(texts: Iterable[Words], analyst: Any, *, is_blind: bool = False) -> list[dict]:
    """What is shown of each text, with a fixed number of statements. Whoever `is_blind` sees
    nothing that colleagues made of it."""
    shown = list(texts)
    codings = Coding.objects.select_related("theme", "coder").order_by("start")
    notes = Note.objects.select_related("by").order_by("pk")
    if is_blind:
        codings, notes = codings.filter(coder=analyst), notes.filter(by=analyst)
    prefetch_related_objects(
        shown,
        Prefetch("versions", TextVersion.objects.current().select_related("source", "made_by")),
        Prefetch("codings", codings),
        Prefetch("notes", notes),
    )
    return [_card(words, analyst) for words in shown]


def read_light(texts: Any, analyst: Any) -> Any:
    """Texts without what the workspace does not show: the original words above all. Each with
    whether this analyst has read it."""
    seen = Exists(Seen.objects.filter(words=OuterRef("pk"), by=analyst))
    return texts.select_related(*PATH).defer(*_NOT_NEEDED).annotate(is_seen=seen)


def _card(words: Words, analyst: Any) -> dict:
    response, version = words.response, words.safe_version
    asked = response.questionnaire
    codings = list(words.codings.all())
    return {
        "words": words,
        "version": version,
        "parts": list(parts(version.text, _marks(codings, version))) if version else [],
        "names": {coding.pk: coding.theme.name for coding in codings},
        "asked": asked_in(frozen_document(asked.pk, asked.sha256), words),
        "edition": asked.number,
        "language": language_name(words.language),
        "is_helped": response.voice in HELPED_VOICES,
        "is_described": _is_described(version),
        "codings": list(_codings(codings, version, analyst)),
        "mine": words.theme_ids_of(analyst),
        "note": next((note.text for note in words.notes.all() if note.by_id == analyst.pk), ""),
        "notes": [note for note in words.notes.all() if note.by_id != analyst.pk],
        "seen": words.is_seen,
        "can_be_coded": _has_words(words),
    }


def _marks(codings: Iterable[Coding], version: TextVersion) -> list[tuple[int, int, int]]:
    return [
        (coding.start, coding.end, coding.pk)
        for coding in codings
        if coding.is_passage and coding.text_version_id == version.pk
    ]


def _codings(
    codings: Iterable[Coding], version: TextVersion | None, analyst: Any
) -> Iterator[dict]:
    """Each coding, the words that it is of where they still read the same, and whose it is."""
    for coding in codings:
        is_here = version and coding.text_version_id == version.pk
        passage = version.text[coding.start : coding.end] if is_here and coding.is_passage else ""
        yield {
            "coding": coding,
            "theme": coding.theme,
            "passage": passage,
            "is_mine": coding.coder_id == analyst.pk,
            "by": coding.coder.get_full_name() or coding.coder.get_username(),
        }


def _is_described(version: TextVersion | None) -> bool:
    """Whether an adult wrote down what was drawn or said."""
    source = version and version.source
    return bool(source and source.kind == VersionKind.TRANSCRIPT)


def _has_words(words: Words) -> bool:
    """Whether there are words to go by: those that came with a picture, or an adult's about it."""
    return any(one.kind in ("safe", "description") for one in words.versions.all())


def numbered(themes: Iterable[Theme]) -> list[dict]:
    """Themes with the key that puts words under each: 1 to 9 and 0, for the first ten."""
    keys = dict(enumerate("1234567890"))
    return [{"theme": theme, "key": keys.get(n, "")} for n, theme in enumerate(themes)]
