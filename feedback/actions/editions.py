"""Editions: a new one of the numbers of findings, with a note of what is changed and why."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from consultations.actions.questionnaires import fingerprint
from consultations.models import Consultation, CouncilSettings
from consultations.permissions import Staff
from consultations.text import clean_typed
from consultations.translations import NotChecked
from feedback.actions.findings import NotReady, numbers_now
from feedback.actions.reading import NotYours
from feedback.editions import Compared, Guard, compare, differs, document_of
from feedback.gates import missing_from_findings
from feedback.models import FindingsEdition, FindingsPage
from feedback.permissions import can_analyse
from feedback.tables import merged_questions


@dataclass(frozen=True)
class Proposed:
    """What a new edition would say, beside the earlier ones."""

    earlier: list[FindingsEdition]
    now: dict
    guard: Guard

    @cached_property
    def compared(self) -> list[Compared]:
        """Every piece of the numbers, with what becomes of it."""
        return compare([one.document for one in self.earlier], self.now, self.guard)

    @property
    def document(self) -> dict:
        """The numbers of the new edition."""
        return document_of(self.compared, self.earlier[-1].document, self.now)

    @property
    def says_something_new(self) -> bool:
        return differs(self.compared)

    @property
    def seen(self) -> str:
        """A mark of what somebody looked at before they asked for the edition."""
        return fingerprint({"now": self.now, "least": self.guard.least, "n": len(self.earlier)})


def proposed_edition(page: FindingsPage, *, keeps: bool = True) -> Proposed:
    """A new edition as it would be made now. What may not change stays as it was if it `keeps`, and
    else has no numbers any more. Raises NotReady where nothing was published yet."""
    if not page.all_editions:
        raise NotReady([_("The numbers are fixed first when the findings are published.")])
    council = CouncilSettings.for_site(page.consultation.council)
    guard = Guard(council.least_change, keeps, _hanging(page.consultation))
    return Proposed(page.all_editions, numbers_now(page), guard)


def _hanging(consultation: Consultation) -> set[str]:
    """Questions that are, or were, asked only after a certain answer."""
    documents = consultation.questionnaires.order_by("number").values_list("document", flat=True)
    return {
        question["id"]
        for document in documents
        for question in merged_questions([document])
        if question.get("after")
    }


@transaction.atomic
def issue_edition(
    *, page: FindingsPage, what: str, why: str, seen: str, keeps: bool, by: Staff, today: date
) -> FindingsEdition:
    """Freeze a new edition, and publish the findings anew with it, as they stand in public.

    `seen` is the mark of what the analyst looked at. Raises NotYours, and NotReady with a sentence
    where something is missing, where the numbers are others by now, or where none may change.
    """
    if not can_analyse(by, page.consultation.council):
        raise NotYours
    Consultation.objects.select_for_update().get(pk=page.consultation.pk)
    page = FindingsPage.objects.get(pk=page.pk)
    proposed = proposed_edition(page, keeps=keeps)
    note = {"what_changed": clean_typed(what), "why_changed": clean_typed(why)}
    if missing := _missing(page, proposed, note, seen):
        raise NotReady(missing)
    edition = FindingsEdition.objects.create(
        page=proposed.earlier[0].page,
        number=proposed.earlier[-1].number + 1,
        document=proposed.document,
        sha256=fingerprint(proposed.document),
        frozen_on=today,
        issued_by=by,
        **note,
    )
    _publish_anew(page, by)
    return edition


def _missing(page: FindingsPage, proposed: Proposed, note: dict[str, str], seen: str) -> list[str]:
    """Why there is no new edition, in sentences."""
    if not page.live:
        return [_("These findings are not public. Publish them first.")]
    missing = missing_from_findings(page)
    if missing:
        missing.insert(0, _("Put these findings right and publish them first."))
    if not all(note.values()):
        missing.append(_("Say what is changed in the numbers, and why."))
    if proposed.seen != seen:
        missing.append(_("The numbers are not what you looked at any more. Look at them again."))
    elif not proposed.says_something_new:
        missing.append(
            _(
                "No number may change, so there is no new edition. A change of a few people, or "
                "beside a hidden number, could point at them."
            )
        )
    return missing


def _publish_anew(page: FindingsPage, by: Any) -> None:
    """Publish what is public already, in every language, so that whoever listens hears of it.

    A translation that somebody has to check again stays as it is and shows the new numbers.
    """
    same = {"consultation_page__translation_key": page.consultation_page.translation_key}
    for public in FindingsPage.objects.live().filter(**same).select_related("live_revision"):
        if public.live_revision:
            try:
                with transaction.atomic():
                    public.live_revision.publish(
                        user=by, changed=False, skip_permission_checks=True
                    )
            except NotChecked:
                continue
