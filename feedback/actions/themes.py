"""Sense-making: put texts under themes, and make words safe to show."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from consultations.models import Consultation
from consultations.permissions import Staff
from feedback.actions.reading import NotYours
from feedback.models import Browsing, Coding, Doubt, Opening, Quotation, Theme, Words
from feedback.permissions import can_analyse, can_clear_quotations
from feedback.quoting import added_words, hides_a_gap, keeps_words, without_placeholders


class NotAllowedToShow(Exception):
    """The writer did not say that these words may be shown."""


class SomebodyElseMust(Exception):
    """Whoever proposed a quotation cannot clear it."""


class NotSafeYet(Exception):
    """The text has not been read, or somebody is worried about it."""


class IsDoubted(Exception):
    """Somebody has said that these words could show who said them."""


class NotSeen(Exception):
    """Whoever clears a quotation has not opened the words as they were written."""


class InUse(Exception):
    """The theme holds texts, or stands in findings that were published."""


class NotTheirWords(Exception):
    """A quotation says something that was not written. `added` are such words, if it is those."""

    def __init__(self, added: list[str]) -> None:
        super().__init__(", ".join(added))
        self.added = added


@transaction.atomic
def name_theme(*, consultation: Consultation, name: str, definition: str, by: Staff) -> Theme:
    """Name something that people said. Raises NotYours."""
    _must_analyse(by, consultation)
    return Theme.objects.create(consultation=consultation, name=name, definition=definition)


@transaction.atomic
def rename_theme(*, theme: Theme, name: str, definition: str, by: Staff) -> Theme:
    """Say it in better words. A name in the record stays. Raises NotYours, InUse."""
    _must_analyse(by, theme.consultation)
    kept = Theme.objects.get(pk=theme.pk)
    if name != kept.name and theme.published_in.filter(page__editions__isnull=False).exists():
        raise InUse
    theme.name, theme.definition = name, definition
    theme.save(update_fields=["name", "definition"])
    return theme


@transaction.atomic
def drop_theme(*, theme: Theme, by: Staff) -> None:
    """Delete a theme that holds nothing. Raises NotYours, InUse."""
    _must_analyse(by, theme.consultation)
    if theme.codings.exists() or theme.published_in.exists():
        raise InUse
    theme.delete()


@transaction.atomic
def browse_texts(*, consultation: Consultation, by: Staff) -> Browsing:
    """Record that an analyst is about to see a page of texts. Raises NotYours."""
    _must_analyse(by, consultation)
    return Browsing.objects.create(consultation=consultation, by=by, at=timezone.now())


@transaction.atomic
def group_words(*, words: Words, themes: Iterable[Theme], by: Staff) -> None:
    """Put a text under exactly these themes. Raises NotYours, NotSafeYet."""
    consultation = words.response.questionnaire.consultation
    _must_analyse(by, consultation)
    if not _may_work_with(words, by):
        raise NotSafeYet
    wanted = {theme.pk for theme in themes if theme.consultation_id == consultation.pk}
    words.codings.exclude(theme__in=wanted).delete()
    words.quotations.exclude(theme__in=wanted).delete()
    had = set(words.codings.values_list("theme_id", flat=True))
    now = timezone.now()
    Coding.objects.bulk_create(
        Coding(words=words, theme_id=theme, coder=by, coded_at=now) for theme in wanted - had
    )


@transaction.atomic
def propose_quotation(
    *, words: Words, theme: Theme, text: str, differs: bool, by: Staff
) -> Quotation:
    """Offer words to be shown under a theme: some of those that a reader made safe.

    A changed proposal must be cleared anew. Raises NotYours, NotAllowedToShow, NotSafeYet,
    NotTheirWords.
    """
    _must_analyse(by, theme.consultation)
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


def _must_analyse(by: Staff, consultation: Consultation) -> None:
    if not can_analyse(by, consultation.council):
        raise NotYours
