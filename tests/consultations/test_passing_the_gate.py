"""Nothing opens that the gate keeps back: not by a form, an approval, a schedule or a script."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consultations.actions import planning
from consultations.actions.questionnaires import CannotFreeze
from consultations.gate.keeping import kept_back, lines_of
from consultations.models import (
    Check,
    ConsultationPage,
    ImpactCheck,
    Opening,
    Override,
    ReadingCover,
)
from heard.time_passing import publish_scheduled
from tests import make, planned
from tests.consultations import officer
from tests.consultations.editing import edited

REASON = "The panel does not meet before the reviews begin."


def unplanned(**more) -> ConsultationPage:
    """A draft whose safeguarding plan is only begun."""
    checks = [planned.check(kind) for kind in Check.values if kind != Check.SAFEGUARDING]
    begun = planned.check(Check.SAFEGUARDING, status="begun")
    return make.draft_consultation(checks=[*checks, begun], **more)


def untried() -> ConsultationPage:
    """A draft that nobody tried out, and for which no reason was given."""
    page = make.draft_consultation(tried_out=[])
    page.overrides = []
    page.save_revision(user=make.staff("participation"))
    return page


def test_what_fails_a_hard_line_is_not_published():
    page = unplanned()

    with pytest.raises(CannotFreeze, match="safeguarding plan is not approved"):
        page.get_latest_revision().publish()

    assert not ConsultationPage.objects.get().live
    assert not Opening.objects.exists()


def test_what_fails_a_soft_line_is_not_published_without_a_reason():
    with pytest.raises(CannotFreeze, match=r"Nobody has tried it out.*Or give a reason"):
        untried().get_latest_revision().publish()


def test_a_reason_lets_it_through_and_is_kept_as_it_was():
    page = untried()
    by, today = make.staff("participation"), make.today()

    planning.give_reason(page=page, code="tried-out", reason=REASON, by=by, today=today)
    page = make.approve(page)

    assert page.without == [
        {
            "what": "We did not try out the questions with children first.",
            "reason": REASON,
            "language": "en-gb",
            "times": 1,
        }
    ]
    assert page.overrides.get().by == by


def test_approving_sends_back_what_the_gate_keeps():
    page = unplanned()
    page.get_workflow().start(page, make.staff("participation"))

    waiting = page.current_workflow_task_state
    waiting.task.specific.on_action(waiting, make.staff("approver"), "approve")

    page = ConsultationPage.objects.get(pk=page.pk)
    waiting.refresh_from_db()
    assert not page.live
    assert "safeguarding plan" in waiting.comment


def test_the_editor_says_what_is_missing_before_anybody_is_asked_to_approve(as_staff):
    make.item()
    data = officer.filled_in(make.block("choose_one", data_name="a"), rung="", nothing_decided="")

    response = officer.create(as_staff("participation"), data, "submit")

    errors = response.context["form"].errors.as_text()
    assert "Choose what kind of say people have." in errors
    assert "no decision has been taken" in errors


def test_what_is_ticked_in_the_editor_says_who_and_when(as_staff):
    make.item()
    data = officer.filled_in(make.block("choose_one", data_name="a"))

    officer.create(as_staff("participation"), data)

    page = officer.now()
    assert (page.undecided_on, page.undecided_by) == (make.today(), make.staff("participation"))


def test_the_editor_does_not_take_back_what_somebody_else_said(as_staff):
    page = make.draft_consultation()
    planning.say_undecided(page=page, by=make.staff("decision_maker"), today=make.today(-3))

    data = officer.filled_in(page=page, nothing_decided="")
    officer.edit(as_staff("participation"), page, data)

    kept = officer.now(page).get_latest_revision_as_object()
    assert kept.undecided_by == make.staff("decision_maker")


def test_what_is_scheduled_is_looked_at_again_when_its_time_comes():
    page = make.draft_consultation(go_live_at=timezone.now() + timedelta(hours=1))
    page.get_latest_revision().publish()
    assert not Opening.objects.exists()

    ReadingCover.objects.all().delete()
    page.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    publish_scheduled()

    assert not ConsultationPage.objects.get().live


def test_what_was_published_before_there_was_a_gate_is_left_alone():
    page = make.consultation()
    Opening.objects.update(document={})
    page.checks.all().delete()

    page = make.approve(edited(page, why="For a better reason.", space="Written later."))

    assert page.why == "For a better reason."


def test_a_consultation_passes_the_gate_once():
    page = make.consultation()
    ReadingCover.objects.all().delete()

    page = make.approve(edited(page, why="For a better reason.", checks=[]))

    assert page.live
    assert kept_back(page) == []


def test_the_checklist_is_fixed_when_it_opens():
    page = make.consultation()

    draft = edited(page, voice="Something else that we did not do.")

    with pytest.raises(CannotFreeze, match="This was fixed on"):
        draft.get_latest_revision().publish()


def test_the_editor_shows_the_checklist_as_it_was(as_staff):
    page = make.consultation()

    data = officer.filled_in(page=page, voice="Something else.")
    officer.edit(as_staff("participation"), page, data)

    assert officer.now(page).get_latest_revision_as_object().voice == planned.EVIDENCE


def test_what_was_decided_is_not_opened_again():
    page = make.long_closed_consultation()
    make.decision(make.findings(page))

    draft = edited(page, why="For a better reason.")
    later = {"closes_on": make.today(), "findings_by": make.today(), "decision_by": make.today(9)}

    assert kept_back(draft) == []
    assert "A decision that rests on it" in kept_back(edited(page, **later))[0][1]


def test_more_work_decides_nothing():
    page = make.long_closed_consultation()

    make.decision(make.findings(page), outcome="more_work")

    assert ConsultationPage.objects.get(pk=page.pk).identity.decided_on is None


def test_a_decision_that_is_taken_out_of_sight_decides_nothing_any_more():
    page = make.long_closed_consultation()
    decision = make.decision(make.findings(page))
    assert ConsultationPage.objects.get(pk=page.pk).identity.decided_on == decision.decided_on

    decision.unpublish()

    assert ConsultationPage.objects.get(pk=page.pk).identity.decided_on is None


@pytest.mark.parametrize("reason", ["", "n/a", "     because     "])
def test_a_reason_that_says_nothing_is_refused(reason):
    page = untried()
    facts = {"by": make.staff("participation"), "today": make.today()}

    with pytest.raises(planning.ReasonTooShort):
        planning.give_reason(page=page, code="tried-out", reason=reason, **facts)


@pytest.mark.parametrize("code", ["dpia", "short", "no-such-line"])
def test_only_a_soft_line_that_is_missing_takes_a_reason(code):
    page = untried()
    facts = {"by": make.staff("participation"), "today": make.today()}

    with pytest.raises(planning.NotSoft):
        planning.give_reason(page=page, code=code, reason=REASON, **facts)


def test_a_reason_that_is_taken_back_stands_in_the_way_again():
    page = untried()
    by = make.staff("participation")
    planning.give_reason(page=page, code="tried-out", reason=REASON, by=by, today=make.today())

    planning.take_back_reason(page=page, code="tried-out", by=by)

    draft = officer.now(page).get_latest_revision_as_object()
    assert [line.code for line in lines_of(draft) if line.blocks] == ["tried-out"]


def test_what_was_planned_is_not_changed_after_opening():
    page = make.consultation()

    with pytest.raises(planning.HasOpened):
        planning.take_back_undecided(page=page, by=make.staff("participation"))


def test_a_reason_for_what_was_mended_since_is_not_told():
    page = make.draft_consultation()
    page.overrides.add(Override(code="tried-out", reason=REASON, given_on=make.today()))
    page.save_revision(user=make.staff("participation"))

    page = make.approve(page)

    assert "tried-out" not in [one["code"] for one in page.excuses]


def test_a_copy_takes_along_the_plan_and_not_what_was_allowed(as_staff):
    page = untried()
    by, today = make.staff("participation"), make.today()
    planning.give_reason(page=page, code="tried-out", reason=REASON, by=by, today=today)

    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": page.get_parent().pk}
    as_staff("participation").post(f"/admin/pages/{page.pk}/copy/", data)

    copy = ConsultationPage.objects.get(slug="copy").get_latest_revision_as_object()
    assert (copy.undecided_on, list(copy.overrides.all())) == (None, [])
    assert copy.considered.count() == 2
    assert ImpactCheck.objects.filter(page=copy).count() == 4


def test_long_rows_of_easy_read_are_named_wherever_they_stand():
    row = {"type": "row", "value": {"symbol": "1f3e0", "text": "so " * 16}}
    page = make.draft_consultation(easy_read=[row])
    page.questions[0].value["easy_read"] = [row["value"], row["value"] | {"text": "so " * 15}]

    found = [line for line in lines_of(page, make.council()) if line.code.startswith("easy:")]

    name = page.questions[0].value["data_name"] or page.questions[0].id
    assert [line.code for line in found] == ["easy:easy-read-1", f"easy:{name}-1"]
    assert "16 words" in found[0].sentence
    assert [line.place for line in found] == ["easy_read", "questions"]
