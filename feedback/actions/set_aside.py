"""Setting texts aside: one person offers, another confirms, and anybody of both puts back."""

from django.db import transaction
from django.utils import timezone

from consultations.permissions import Staff
from feedback.actions.coding import NotSafeYet
from feedback.actions.frame import must_analyse
from feedback.actions.themes import SomebodyElseMust
from feedback.models import SetAside, Words
from feedback.models.set_aside import AsideReason


class NobodyWasTold(Exception):
    """A threat goes to the safeguarding lead first: nobody has raised a concern."""


@transaction.atomic
def offer_aside(*, words: Words, reason: AsideReason, by: Staff) -> SetAside:
    """Offer to set a text aside. It is analysed until somebody else confirms it.

    Raises NotYours, NotSafeYet, NobodyWasTold, and ValueError for another reason.
    """
    must_analyse(by, words.response.questionnaire.consultation)
    reason = AsideReason(reason)
    if not words.concerns.exists() and reason == AsideReason.THREAT:
        raise NobodyWasTold
    if not Words.objects.safe_to_analyse().filter(pk=words.pk).exists():
        raise NotSafeYet
    aside, _new = SetAside.objects.update_or_create(
        words=words,
        defaults={
            "reason": reason,
            "proposed_by": by,
            "proposed_at": timezone.now(),
            "confirmed_by": None,
            "confirmed_at": None,
        },
    )
    return aside


@transaction.atomic
def confirm_aside(*, aside: SetAside, by: Staff) -> SetAside:
    """Say that a text is not analysed. Raises NotYours, SomebodyElseMust."""
    must_analyse(by, aside.words.response.questionnaire.consultation)
    aside = SetAside.objects.select_for_update().get(pk=aside.pk)
    if aside.proposed_by_id == by.pk:
        raise SomebodyElseMust
    if not aside.confirmed_at:
        aside.confirmed_by, aside.confirmed_at = by, timezone.now()
        aside.save(update_fields=["confirmed_by", "confirmed_at"])
    return aside


@transaction.atomic
def put_back(*, aside: SetAside, by: Staff) -> None:
    """Analyse a text after all. Raises NotYours."""
    must_analyse(by, aside.words.response.questionnaire.consultation)
    aside.delete()
