"""Sense-making: put texts under themes, and make words safe to show."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from consultations.permissions import Staff
from feedback.actions.reading import NotYours
from feedback.models import Coding, Quotation, Theme, Words
from feedback.permissions import can_analyse, can_clear_quotations


class NotAllowedToShow(Exception):
    """The writer did not say that these words may be shown."""


class SomebodyElseMust(Exception):
    """Whoever proposed a quotation cannot clear it."""


class NotSafeYet(Exception):
    """The text has not been read, or somebody is worried about it."""


@transaction.atomic
def group_words(*, words: Words, themes: Iterable[Theme], by: Staff) -> None:
    """Put a text under exactly these themes. Raises NotYours, NotSafeYet."""
    consultation = words.response.questionnaire.consultation
    if not can_analyse(by, consultation.council):
        raise NotYours
    if not Words.objects.safe_to_analyse().filter(pk=words.pk).exists():
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
    """Offer words to be shown under a theme, with names taken out of `text`.

    A changed proposal must be cleared anew. Raises NotYours, NotAllowedToShow, NotSafeYet.
    """
    if not can_analyse(by, theme.consultation.council):
        raise NotYours
    if not words.may_show:
        raise NotAllowedToShow
    if not Words.objects.safe_to_analyse().filter(pk=words.pk).exists():
        raise NotSafeYet
    quotation, _new = Quotation.objects.update_or_create(
        words=words,
        theme=theme,
        defaults={
            "text": text,
            "differs": differs,
            "proposed_by": by,
            "cleared_by": None,
            "cleared_at": None,
        },
    )
    return quotation


@transaction.atomic
def clear_quotation(*, quotation: Quotation, by: Staff) -> Quotation:
    """Say that words can be shown: nobody near the writer would know who it is.

    Raises NotYours, SomebodyElseMust, NotAllowedToShow, NotSafeYet.
    """
    if not can_clear_quotations(by, quotation.theme.consultation.council):
        raise NotYours
    if quotation.proposed_by_id == by.pk:
        raise SomebodyElseMust
    if not quotation.words.may_show:
        raise NotAllowedToShow
    if not Quotation.objects.calm().filter(pk=quotation.pk).exists():
        raise NotSafeYet
    quotation.cleared_by, quotation.cleared_at = by, timezone.now()
    quotation.save(update_fields=["cleared_by", "cleared_at"])
    return quotation


@transaction.atomic
def drop_quotation(*, quotation: Quotation, by: Staff) -> None:
    """Take back a proposal or a clearance. Raises NotYours."""
    if not can_clear_quotations(by, quotation.theme.consultation.council):
        raise NotYours
    quotation.delete()
