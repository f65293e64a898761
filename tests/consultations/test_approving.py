"""Another officer approves a consultation before it opens."""

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, TaskState, Workflow, WorkflowPage, WorkflowTask

from tests import make
from tests.consultations import officer
from tests.consultations.editing import asked, edited, editions, stored
from tests.sharing import once_a_file

ONLY_ANOTHER = "Another officer approves a consultation before it opens."
ANSWERED = "You changed words of a question that people have answered."
SENT_BACK = "The approver changed this version, so it is sent back."


@once_a_file
def draft():
    return make.draft_consultation()


def _submit(page, user):
    """`user` writes the version that waits, and asks for approval."""
    page.save_revision(user=user)
    page.get_workflow().start(page, user)
    return page


def _comment(page):
    """What the officer reads who is asked to change something."""
    return officer.now(page).current_workflow_state.current_task_state.comment


def _in_editor(client, page, action="approve", **more):
    """Press “Approve” in the editor, with these fields changed."""
    page = officer.now(page)
    data = officer.filled_in(*stored(page.get_latest_revision_as_object()), page=page, **more)
    return officer.edit(
        client, page, data | {"workflow-action-name": action}, action="workflow-action"
    )


in_both_places = pytest.mark.parametrize(
    "press", [officer.approve, _in_editor], ids=["in the list", "in the editor"]
)


def test_an_officer_writes_submits_and_another_approves(as_staff):
    make.item()
    question = make.block("choose_one", "Do you feel heard?", data_name="heard")
    officer.create(as_staff("participation"), officer.filled_in(question), "submit")

    officer.approve(as_staff("approver"), officer.now())

    assert officer.now().live
    assert [one["key"] for one in asked(officer.now())] == ["heard"]


def test_an_approved_consultation_is_public(as_staff, visitor, draft):
    _submit(draft, make.staff("participation"))

    officer.approve(as_staff("approver"), draft)

    response = visitor.get(officer.now(draft).url)
    assert response.status_code == 200
    assert draft.cannot_change in response.content.decode()


def test_an_approver_approves_in_the_editor(as_staff, draft):
    _submit(draft, make.staff("participation"))

    _in_editor(as_staff("approver"), draft)

    assert officer.now(draft).live


@in_both_places
def test_an_author_who_may_approve_others_does_not_approve_their_own(as_staff, draft, press):
    both = make.staff("participation", "approver")
    _submit(draft, both)

    press(as_staff(user=both), draft)

    assert not officer.now(draft).live
    assert officer.now(draft).workflow_in_progress


@in_both_places
def test_not_even_a_superuser_approves_their_own(as_staff, draft, press):
    admin = make.superuser()
    _submit(draft, admin)

    press(as_staff(user=admin), draft)

    assert not officer.now(draft).live
    assert officer.now(draft).workflow_in_progress


def test_whoever_wrote_it_does_not_approve_what_somebody_else_submitted(as_staff, draft):
    both = make.staff("participation", "approver")
    draft.save_revision(user=both)
    draft.get_workflow().start(draft, make.staff("participation"))

    officer.approve(as_staff(user=both), draft)

    assert not officer.now(draft).live


@pytest.mark.parametrize("role", ["participation", "governance", "decision_maker"])
def test_only_an_approver_approves(as_staff, draft, role):
    _submit(draft, make.staff("participation", again=True))

    officer.approve(as_staff(role), draft)

    assert not officer.now(draft).live


def test_whoever_asked_for_approval_is_offered_nothing_to_do(draft):
    both = make.staff("participation", "approver")
    waiting = officer.now(_submit(draft, both))

    assert waiting.current_workflow_task.get_actions(waiting, both) == []
    assert waiting.current_workflow_task.get_actions(waiting, make.staff("approver")) != []


def test_what_waits_is_listed_for_other_approvers_and_not_for_its_author(draft):
    both = make.staff("participation", "approver")
    _submit(draft, both)

    assert TaskState.objects.reviewable_by(make.staff("approver")).count() == 1
    assert not TaskState.objects.reviewable_by(both).exists()
    assert not TaskState.objects.reviewable_by(make.staff("governance")).exists()


def test_an_approver_can_ask_for_changes(as_staff, draft):
    _submit(draft, make.staff("participation"))
    data = {"workflow-action-extra-data": '{"comment": "Too long a title."}'}

    _in_editor(as_staff("approver"), draft, "reject", **data)

    assert not officer.now(draft).live
    assert _comment(draft) == "Too long a title."


def test_what_an_approver_changed_is_sent_back_for_somebody_else_to_read(as_staff, draft):
    _submit(draft, make.staff("participation"))

    response = _in_editor(as_staff("approver"), draft, summary="The approver's own words.")

    page = officer.now(draft)
    assert not page.live
    assert SENT_BACK in officer.said(response)
    assert SENT_BACK in _comment(draft)
    assert page.get_latest_revision_as_object().summary == "The approver's own words."


def test_what_an_approver_saved_before_is_not_theirs_to_approve(as_staff, draft):
    _submit(draft, make.staff("participation"))
    data = officer.filled_in(*stored(draft), page=draft, summary="The approver's own words.")
    officer.edit(as_staff("approver"), draft, data)

    officer.approve(as_staff("approver"), draft)

    assert not officer.now(draft).live
    assert not TaskState.objects.reviewable_by(make.staff("approver")).exists()


def test_what_an_approver_saved_is_approved_by_another(as_staff, draft):
    _submit(draft, make.staff("participation"))
    data = officer.filled_in(*stored(draft), page=draft, summary="The approver's own words.")
    officer.edit(as_staff("approver"), draft, data)

    officer.approve(as_staff(user=make.staff("approver", again=True)), draft)

    assert officer.now(draft).live


def test_an_approver_who_saves_is_told_what_follows(as_staff, draft):
    _submit(draft, make.staff("participation"))
    page = officer.now(draft)
    data = officer.filled_in(*stored(page.get_latest_revision_as_object()), page=page)

    response = officer.edit(as_staff("approver"), page, data)

    assert "you cannot approve it any more" in officer.said(response)


def test_an_author_who_saves_again_is_told_nothing_of_that(as_staff, draft):
    author = make.staff("participation")
    _submit(draft, author)
    page = officer.now(draft)
    data = officer.filled_in(*stored(page.get_latest_revision_as_object()), page=page)

    response = officer.edit(as_staff(user=author), page, data)

    assert "approve it any more" not in officer.said(response)


def test_whoever_wrote_as_an_officer_does_not_approve_what_a_colleague_submitted(as_staff, draft):
    both = make.staff("participation", "approver")
    draft.save_revision(user=both)
    _submit(draft, make.staff("participation"))

    officer.approve(as_staff(user=both), draft)

    assert not officer.now(draft).live


def test_an_approver_sees_a_preview(as_staff, draft):
    _submit(draft, make.staff("participation"))
    page = officer.now(draft)
    data = officer.filled_in(*stored(page.get_latest_revision_as_object()), page=page)

    response = as_staff("approver").post(
        reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk]), data
    )

    assert response.json() == {"is_valid": True, "is_available": True}


def test_a_workflow_without_another_officer_does_not_count(draft):
    task = GroupApprovalTask.objects.create(name="Anybody")
    anybody = Workflow.objects.create(name="Anybody")
    WorkflowTask.objects.create(workflow=anybody, task=task)
    WorkflowPage.objects.create(workflow=anybody, page=draft)

    assert draft.get_workflow().name == "another officer"


def test_an_approver_who_wrote_on_it_can_still_send_it_back(as_staff, draft):
    _submit(draft, make.staff("participation"))
    data = officer.filled_in(*stored(draft), page=draft, summary="The approver's own words.")
    officer.edit(as_staff("approver"), draft, data)

    _in_editor(as_staff("approver"), draft, "reject")

    assert not officer.now(draft).workflow_in_progress


def test_what_was_sent_back_is_submitted_by_its_author_and_approved(as_staff, draft):
    _submit(draft, make.staff("participation"))
    _in_editor(as_staff("approver"), draft, summary="The approver's own words.")
    data = officer.filled_in(*stored(draft), page=officer.now(draft))
    officer.edit(as_staff("participation"), draft, data, "submit")

    officer.approve(as_staff("approver"), draft)

    assert officer.now(draft).live
    assert officer.now(draft).summary == "The approver's own words."


def _changes_an_answer(page):
    """Another edition waits for approval, with other words for an answer."""
    questions = stored(page)
    questions[0]["value"]["options"][0]["value"]["label"] = "Of course"
    page = edited(page, questions)
    page.get_workflow().start(page, make.staff("participation"))
    return page


def test_what_people_answered_while_it_waited_is_sent_back_with_the_reason(as_staff):
    page = make.consultation()
    _changes_an_answer(page)
    make.response(page, heard="yes")

    response = officer.approve(as_staff("approver"), page)

    assert response.status_code == 200
    assert ANSWERED in _comment(page)
    assert len(editions(page)) == 1


def test_the_editor_says_what_people_answered_while_it_waited(as_staff):
    page = make.consultation()
    _changes_an_answer(page)
    make.response(page, heard="yes")

    response = _in_editor(as_staff("approver"), page)

    assert ANSWERED in response.context["form"].errors.as_text()
    assert len(editions(page)) == 1


def test_what_nobody_answered_while_it_waited_is_approved(as_staff):
    page = make.consultation()
    _changes_an_answer(page)

    officer.approve(as_staff("approver"), page)

    assert len(editions(page)) == 2


def test_a_consultation_below_no_workflow_cannot_be_published_unseen(as_staff, draft):
    draft.get_workflow().deactivate(user=make.superuser())

    response = officer.edit(
        as_staff(user=make.superuser()),
        draft,
        officer.filled_in(*stored(draft), page=draft),
        "publish",
    )

    assert ONLY_ANOTHER in officer.said(response)
    assert not officer.now(draft).live


def test_the_editor_offers_no_button_to_publish(as_staff, draft):
    editor = as_staff(user=make.superuser()).get(
        reverse("wagtailadmin_pages:edit", args=[draft.pk])
    )

    assert "action-publish" not in editor.content.decode()
    assert "action-submit" in editor.content.decode()


def test_the_editor_of_a_new_one_offers_no_button_to_publish(as_staff, draft):
    address = ["consultations", "consultationpage", draft.get_parent().pk]

    editor = as_staff(user=make.superuser()).get(reverse("wagtailadmin_pages:add", args=address))

    assert "action-publish" not in editor.content.decode()
    assert "action-submit" in editor.content.decode()
