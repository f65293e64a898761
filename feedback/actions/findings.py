"""Findings: freeze the numbers when they are published, and decide about rows that are held."""

from datetime import date

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from consultations.actions.questionnaires import fingerprint
from consultations.models import ConsultationPage, CouncilSettings, Option, Question
from consultations.permissions import Staff
from feedback.actions.reading import NotYours
from feedback.gates import missing_from_findings
from feedback.method import method_of
from feedback.models import (
    FindingsEdition,
    FindingsIndexPage,
    FindingsPage,
    FindingTheme,
    ShownRow,
)
from feedback.permissions import can_analyse
from feedback.second_look import second_look_of
from feedback.tables import safe_numbers


class NotReady(Exception):
    """The findings cannot be published yet. `sentences` says what is missing."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def numbers_now(page: FindingsPage) -> dict:
    """The tables of a consultation as they would be frozen now, and how texts were read."""
    council = page.consultation.council
    decided = ShownRow.objects.filter(page_id=page.pk)  # a page that is only looked at has no key
    shown = decided.annotate(about=Coalesce("option_id", "question_id"))
    numbers = safe_numbers(
        page.consultation,
        hide_up_to=CouncilSettings.for_site(council).hide_up_to,
        shown=[(str(row.about), row.role, row.voice, row.band) for row in shown],
    )
    return {
        **numbers,
        "method": method_of(page.consultation),
        "second_look": second_look_of(page.consultation),
    }


@transaction.atomic
def begin_findings(*, consultation_page: ConsultationPage, by: Staff) -> FindingsPage:
    """A draft of findings with a line for each theme, so that nothing found is forgotten.

    Gives back the one that was begun before, if there is one. Raises NotYours.
    """
    consultation = consultation_page.identity
    if consultation is None or not can_analyse(by, consultation.council):
        raise NotYours
    if begun := FindingsPage.objects.filter(consultation_page=consultation_page).first():
        return begun
    page = FindingsPage(
        title=_("What you told us: %s") % consultation_page.title,
        consultation_page=consultation_page,
        owner=by,
        live=False,
    )
    page.themes = [
        FindingTheme(theme=theme, summary=theme.definition)
        for theme in consultation.themes.in_use()
    ]
    council = consultation_page.get_site().root_page
    FindingsIndexPage.objects.descendant_of(council).get().add_child(instance=page)
    page.save_revision(user=by, clean=False)  # what is still empty is for the analyst to write
    return page


@transaction.atomic
def freeze_tables(*, page: FindingsPage, today: date) -> FindingsEdition:
    """Freeze the tables of findings that were just published. The first ones stay for good.

    A later change of words, a translation or a copy leaves the numbers as they are (see
    `FindingsPage.edition`); a new edition is asked for by name (see editions.py). Raises NotReady.
    """
    if missing := missing_from_findings(page):
        raise NotReady(missing)
    if already := page.edition:
        return already
    document = numbers_now(page)
    page.edition = FindingsEdition.objects.create(
        page=page, number=1, document=document, sha256=fingerprint(document), frozen_on=today
    )
    page.all_editions = [page.edition]
    return page.edition


@transaction.atomic
def show_row(
    *,
    page: FindingsPage,
    question: Question,
    option: Option | None = None,
    role: str,
    voice: str,
    band: str,
    by: Staff,
) -> ShownRow:
    """Decide that a row may be shown in which everyone gave the same answer. Raises NotYours."""
    if not can_analyse(by, page.consultation.council):
        raise NotYours
    row, _new = ShownRow.objects.get_or_create(
        page=page,
        question=question,
        option=option,
        role=role,
        voice=voice,
        band=band,
        defaults={"decided_by": by, "decided_at": timezone.now()},
    )
    return row


@transaction.atomic
def hide_row(*, row: ShownRow, by: Staff) -> None:
    """Take that decision back, while nothing is published. Raises NotYours."""
    if not can_analyse(by, row.page.consultation.council):
        raise NotYours
    row.delete()
