"""Sense-making: put texts under themes, and make words safe to show."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.models import Consultation
from consultations.permissions import Staff
from feedback.actions.coding import (
    NotSafeYet,
    drop_loose_quotations,
    mark_seen,
    must_be_codable,
)
from feedback.actions.frame import (
    InUse,
    NotTogether,
    is_published,
    keep_frame,
    latest_version,
    must_analyse,
)
from feedback.actions.reading import NotYours
from feedback.models import Browsing, Coding, Doubt, FrameChange, Opening, Quotation, Theme, Words
from feedback.permissions import can_clear_quotations
from feedback.quoting import added_words, hides_a_gap, keeps_words, without_placeholders


class NotAllowedToShow(Exception):
    """The writer did not say that these words may be shown."""


class SomebodyElseMust(Exception):
    """Whoever proposed a quotation cannot clear it."""


class IsDoubted(Exception):
    """Somebody has said that these words could show who said them."""


class NotSeen(Exception):
    """Whoever clears a quotation has not opened the words as they were written."""


class NotTheirWords(Exception):
    """A quotation says something that was not written. `added` are such words, if it is those."""

    def __init__(self, added: list[str]) -> None:
        super().__init__(", ".join(added))
        self.added = added


@transaction.atomic
def name_theme(
    *, consultation: Consultation, name: str, definition: str, by: Staff, why: str = "", **more: Any
) -> Theme:
    """Name something that people said. `more` is the rest of what a theme says of itself.
    Raises NotYours, NotTogether."""
    must_analyse(by, consultation)
    theme = Theme(consultation=consultation, name=name, definition=definition, **more)
    _must_fit_under(theme, theme.parent)
    theme.save(force_insert=True)
    keep_frame(consultation=consultation, change=FrameChange.ADDED, by=by, why=why, after=[theme])
    return theme


@transaction.atomic
def rename_theme(
    *, theme: Theme, name: str, definition: str, by: Staff, why: str = "", **more: Any
) -> Theme:
    """Say it in better words. A name in the record stays; nothing that is not in `more` changes.
    Raises NotYours, InUse, NotTogether."""
    must_analyse(by, theme.consultation)
    kept = Theme.objects.select_for_update().get(pk=theme.pk)
    if name != kept.name and is_published(kept):
        raise InUse
    words = {"name": name, "definition": definition, **more}
    if "parent" in more:
        _must_fit_under(kept, more["parent"])
    if all(getattr(kept, field) == value for field, value in words.items()):
        return kept
    for field, value in words.items():
        setattr(kept, field, value)
    kept.save(update_fields=list(words))
    keep_frame(
        consultation=kept.consultation,
        change=FrameChange.REWORDED,
        by=by,
        why=why,
        before=[kept],
        after=[kept],
    )
    return kept


@transaction.atomic
def drop_theme(*, theme: Theme, by: Staff, why: str = "") -> None:
    """Delete a theme that holds nothing; that it was there stays in the history.
    Raises NotYours, InUse."""
    must_analyse(by, theme.consultation)
    if theme.codings.exists() or theme.published_in.exists() or theme.parts.exists():
        raise InUse
    gone = Theme(pk=theme.pk, name=theme.name)
    theme.delete()
    keep_frame(
        consultation=theme.consultation, change=FrameChange.DROPPED, by=by, why=why, before=[gone]
    )


@transaction.atomic
def browse_texts(*, consultation: Consultation, by: Staff) -> Browsing:
    """Record that an analyst is about to see a page of texts. Raises NotYours."""
    must_analyse(by, consultation)
    return Browsing.objects.create(consultation=consultation, by=by, at=timezone.now())


@transaction.atomic
def group_words(*, words: Words, themes: Iterable[Theme], by: Staff) -> None:
    """Put a whole text under exactly these themes, as far as this person goes: what colleagues
    put it under stays. Raises NotYours, NotSafeYet."""
    consultation = words.response.questionnaire.consultation
    must_be_codable(words, by)
    wanted = {
        theme.pk
        for theme in themes
        if theme.consultation_id == consultation.pk and not theme.retired
    }
    mine = words.codings.whole().filter(coder=by)
    mine.filter(theme__retired=False).exclude(theme__in=wanted).delete()
    drop_loose_quotations(words)
    had = set(mine.values_list("theme_id", flat=True))
    made = {
        "words": words,
        "text_version": words.safe_version,
        "frame": latest_version(consultation),
        "coder": by,
        "coded_at": timezone.now(),
    }
    Coding.objects.bulk_create(Coding(theme_id=theme, **made) for theme in wanted - had)
    mark_seen(texts=[words], by=by)


@transaction.atomic
def propose_quotation(
    *, words: Words, theme: Theme, text: str, differs: bool, by: Staff
) -> Quotation:
    """Offer words to be shown under a theme: some of those that a reader made safe.

    A changed proposal must be cleared anew. Raises NotYours, NotAllowedToShow, NotSafeYet,
    NotTheirWords.
    """
    must_analyse(by, theme.consultation)
    if not words.may_show:
        raise NotAllowedToShow
    if not _may_work_with(words, by):
        raise NotSafeYet
    texts = words.texts
    if not texts.safe:  # a picture or a voice is never shown to everyone
        raise NotAllowedToShow
    must_be_their_words(texts.safe.text, text)
    quotation, _new = Quotation.objects.update_or_create(
        words=words,
        theme=theme,
        defaults={
            "text": text,
            "differs": differs,
            "proposed_by": by,
            "cleared_by": None,
            "cleared_at": None,
            "doubt": "",
            "translated_from": words.language if texts.translated_safe else "",
        },
    )
    return quotation


def must_be_their_words(original: str, quoted: str) -> None:
    """Do nothing if a quotation only leaves out and describes. Raises NotTheirWords."""
    original = without_placeholders(original)
    added = added_words(original, quoted)
    if added or hides_a_gap(original, quoted) or not keeps_words(quoted):
        raise NotTheirWords(added)


@transaction.atomic
def open_original(*, words: Words, by: Staff) -> Opening:
    """Record that somebody who offers or clears a quotation is about to see the words as they
    were written. Raises NotYours, NotSafeYet."""
    if not can_clear_quotations(by, words.response.questionnaire.consultation.council):
        raise NotYours
    if not _may_work_with(words, by):
        raise NotSafeYet
    return Opening.objects.create(words=words, by=by, at=timezone.now())


@transaction.atomic
def clear_quotation(*, quotation: Quotation, by: Staff) -> Quotation:
    """Say that words can be shown: it is what they said, and nobody near would know who it is.

    Raises NotYours, SomebodyElseMust, NotAllowedToShow, NotSafeYet, NotSeen, IsDoubted.
    """
    if not can_clear_quotations(by, quotation.theme.consultation.council):
        raise NotYours
    if quotation.proposed_by_id == by.pk:
        raise SomebodyElseMust
    if not quotation.words.may_show:
        raise NotAllowedToShow
    if not Quotation.objects.calm().visible_to(by).filter(pk=quotation.pk).exists():
        raise NotSafeYet
    if not quotation.words.openings.filter(by=by).exists():
        raise NotSeen
    if quotation.doubt:
        raise IsDoubted
    quotation.cleared_by, quotation.cleared_at = by, timezone.now()
    quotation.save(update_fields=["cleared_by", "cleared_at"])
    return quotation


@transaction.atomic
def doubt_quotation(*, quotation: Quotation, doubt: Doubt, by: Staff) -> Quotation:
    """Say why somebody near could know whose words these are. They are not shown, whoever else
    would clear them, until other words are offered. Raises NotYours."""
    if not can_clear_quotations(by, quotation.theme.consultation.council):
        raise NotYours
    quotation.doubt, quotation.cleared_by, quotation.cleared_at = doubt, None, None
    quotation.save(update_fields=["doubt", "cleared_by", "cleared_at"])
    return quotation


@transaction.atomic
def drop_quotation(*, quotation: Quotation, by: Staff) -> None:
    """Take back a proposal or a clearance. Raises NotYours."""
    if not can_clear_quotations(by, quotation.theme.consultation.council):
        raise NotYours
    quotation.delete()


def _may_work_with(words: Words, by: Staff) -> bool:
    safe = Words.objects.safe_to_analyse().visible_to(by)
    return safe.filter(pk=words.pk).exists()


def _must_fit_under(theme: Theme, parent: Theme | None) -> None:
    """Themes stand under others in one level, of one consultation. Raises NotTogether."""
    if parent is None:
        return
    parent = Theme.objects.get(pk=parent.pk)
    other = parent.consultation_id != theme.consultation_id or parent.retired
    if other or parent.pk == theme.pk or parent.parent_id or theme.parts.exists():
        raise NotTogether
