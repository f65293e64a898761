"""What people say about themselves after they sent: counted, and joined to nothing."""

from collections.abc import Mapping, Sequence

from django.db.models import F, Q

from consultations.audiences import Role
from consultations.equality import NOT_SAID, Asked, asked_apart
from consultations.models import Consultation
from consultations.models.questionnaire import frozen_document
from feedback import receipts
from feedback.groups import voice_group
from feedback.models import Response, Tally


def sets_for(response: Response) -> list[Asked]:
    """What somebody who has just sent is asked about themselves; nothing when they have been."""
    if response.asked_apart:
        return []
    questionnaire = response.questionnaire
    document = frozen_document(questionnaire.pk, questionnaire.sha256)
    return asked_apart(document.get("apart", []), Role(response.role), response.band)


def take_turn(words: str) -> bool:
    """Whether the person with this receipt is asked now: each is once, however often they press.

    Apart from the counting, so that no transaction holds both a response and what its person said.
    """
    digests = receipts.digests(words, receipts.RECEIPT)
    waiting = Response.objects.filter(receipt_digest__in=digests, asked_apart=False)
    return waiting.update(asked_apart=True) == 1


def count_answers(
    *,
    consultation: Consultation,
    role: str,
    voice: str,
    sets: Sequence[Asked],
    answers: Mapping[str, str],
) -> None:
    """Count what one person said about themselves. `answers` are codes by the code of their set.

    `voice` is one of groups.VOICES. Unknown answers are left out. Two statements that need no
    transaction: rows that count nothing do no harm.
    """
    of_person = {"consultation": consultation, "role": role, "voice": voice}
    rows = [
        Tally(**of_person, asks=one.code, version=one.version, answer=code)
        for one in sets
        for code in _codes(one)
    ]
    chosen = Q(pk__in=[])
    for one in sets:
        if (code := answers.get(one.code, "")) in _codes(one):
            chosen |= Q(asks=one.code, version=one.version, answer=code)
    Tally.objects.bulk_create(rows, ignore_conflicts=True)
    Tally.objects.filter(chosen, **of_person).update(n=F("n") + 1)


def voice_of(response: Response) -> str:
    """With whom somebody is counted."""
    return voice_group(response.voice, response.could_say)


def _codes(one: Asked) -> list[str]:
    return [*(option.code for option in one.options), NOT_SAID]
