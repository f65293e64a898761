"""An officer writes a consultation in the editor: drafts are kept, and what is missing is said."""

import pytest
from django.urls import reverse

from consultations.models import ConsultationPage, HaveYourSayPage
from tests import make
from tests.consultations import officer
from tests.consultations.editing import editions, stored

NO_DAYS = dict.fromkeys(["opens_on", "closes_on", "findings_by", "decision_by"], "")
NO_TEXTS = dict.fromkeys(["summary", "why", "can_change", "cannot_change", "decider"], "")


@pytest.fixture
def writer(as_staff):
    make.item()
    return as_staff("participation")


@pytest.fixture
def question():
    return make.block("choose_one", "Do you feel heard?", data_name="heard")


def _problems(response) -> str:
    """What the editor says is wrong, with the fields and with the lines below them."""
    form = response.context["form"]
    lines = [str(formset.non_form_errors()) for formset in form.formsets.values()]
    return form.errors.as_text() + " ".join(lines)


def test_an_officer_opens_an_empty_editor(writer):
    parent = HaveYourSayPage.objects.get()
    address = ["consultations", "consultationpage", parent.pk]

    response = writer.get(reverse("wagtailadmin_pages:add", args=address))

    assert response.status_code == 200


@pytest.mark.parametrize("role", ["governance", "approver", "decision_maker"])
def test_nobody_else_writes_consultations(as_staff, role):
    make.item()

    officer.create(as_staff(role), officer.filled_in())

    assert not ConsultationPage.objects.exists()


def test_a_draft_with_hardly_anything_is_kept(writer):
    data = officer.filled_in(
        about=[], roles=[], bands=[], title="Half an idea", **NO_DAYS, **NO_TEXTS
    )

    officer.create(writer, data)

    page = officer.now()
    assert (page.title, page.live, page.opens_on) == ("Half an idea", False, None)


def test_a_draft_with_half_a_question_is_kept(writer):
    half = make.block("choose_one", "Do you", options=["Yes"]) | {"id": ""}
    half["value"]["item"] = None

    officer.create(writer, officer.filled_in(half))

    (kept,) = stored(officer.now())
    assert kept["value"]["text"] == "Do you"
    assert [option["value"]["label"] for option in kept["value"]["options"]] == ["Yes"]


def test_everything_that_an_officer_fills_in_is_kept(writer, question):
    item = make.item("Another box")

    officer.create(writer, officer.filled_in(question, about=[item], roles=["chooser"]))

    page = officer.now()
    assert {name: getattr(page, name) for name in officer.TEXTS} == officer.TEXTS
    assert (page.opens_on, page.decision_by) == (make.today(-1), make.today(111))
    assert (page.roles, page.bands) == (["chooser"], ["10-12", "13-15"])
    assert [one.title for one in page.items()] == ["Another box"]


def test_a_question_is_kept_as_it_was_composed(writer):
    composed = make.block(
        "faces",
        "How is it?",
        hint="At school.",
        roles=["child"],
        bands=["10-12"],
        words=["Awful", "Bad", "So so", "Good", "Great"],
        wordings=[{"bands": ["10-12"], "text": "How does it feel?"}],
    )

    officer.create(writer, officer.filled_in(composed))

    assert stored(officer.now()) == [composed]


def test_a_draft_is_not_public(writer, visitor, question):
    officer.create(writer, officer.filled_in(question))

    assert visitor.get(officer.now().url).status_code == 404
    assert not editions(officer.now())


def test_a_draft_can_be_written_on(writer, question):
    officer.create(writer, officer.filled_in(question, summary=""))
    data = officer.filled_in(question, page=officer.now(), summary="At last.")

    officer.edit(writer, officer.now(), data)

    assert officer.now().summary == "At last."


def test_a_whole_draft_can_be_submitted_for_approval(writer, question):
    officer.create(writer, officer.filled_in(question), "submit")

    page = officer.now()
    assert page.workflow_in_progress
    assert not page.live


MISSING = {
    "a summary": ({"summary": ""}, "summary", "This field is required."),
    "why": ({"why": ""}, "why", "This field is required."),
    "what can change": ({"can_change": ""}, "can_change", "This field is required."),
    "what cannot": ({"cannot_change": ""}, "cannot_change", "This field is required."),
    "who decides": ({"decider": ""}, "decider", "This field is required."),
    "the first day": ({"opens_on": ""}, "opens_on", "This field is required."),
    "the last day": ({"closes_on": ""}, "closes_on", "This field is required."),
    "when they hear": ({"findings_by": ""}, "findings_by", "This field is required."),
    "when it is decided": ({"decision_by": ""}, "decision_by", "This field is required."),
    "who": ({"roles": []}, "roles", "This field is required."),
    "the ages": ({"bands": []}, "questions", "Say which ages of children and young people"),
    "an item": ({"about": []}, "", "Please submit at least 1 form."),
    "a day that comes later": (
        {"closes_on": make.today(-2)},
        "",
        "The last day must not be before the first.",
    ),
    "findings after it closed": (
        {"findings_by": make.today(26)},
        "",
        "What people said comes after the last day.",
    ),
    "a decision after the findings": (
        {"decision_by": make.today(54)},
        "",
        "The decision comes after what people said.",
    ),
}


@pytest.mark.parametrize(("change", "field", "sentence"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_said_before_anybody_is_asked_to_approve(
    writer, question, change, field, sentence
):
    response = officer.create(writer, officer.filled_in(question, **change), "submit")

    assert field in response.context["form"].errors or not field
    assert sentence in _problems(response)
    assert not ConsultationPage.objects.exists()


def test_a_consultation_without_a_question_is_not_submitted(writer):
    response = officer.create(writer, officer.filled_in(), "submit")

    assert response.context["form"].errors["questions"] == ["Write at least one question."]
    assert not ConsultationPage.objects.exists()


def test_a_question_that_asks_nobody_is_said_in_the_editor(writer, question):
    question["value"]["roles"] = ["parent"]

    response = officer.create(writer, officer.filled_in(question), "submit")

    assert "It is open to “Child or young person 10 to 12”, but no question" in _problems(response)


def test_what_was_typed_is_still_there_after_a_refusal(writer, question):
    question["value"]["text"] = "A question with words of its own?"
    data = officer.filled_in(question, summary="", why="Because of this and that.")

    page = officer.create(writer, data, "submit").content.decode()

    assert "Because of this and that." in page
    assert "A question with words of its own?" in page


def test_a_draft_that_cannot_be_submitted_yet_can_still_be_saved(writer, question):
    officer.create(writer, officer.filled_in(question))
    data = officer.filled_in(page=officer.now(), summary="No questions left.")

    officer.edit(writer, officer.now(), data)

    assert officer.now().summary == "No questions left."
    assert stored(officer.now()) == []
