"""A later edit in the editor: words may be mended, what an answer means may not."""

import pytest

from tests import make
from tests.consultations import officer
from tests.consultations.editing import asked, editions, stored
from tests.sharing import once_a_file

SAY_WHAT = "You changed words of a question that people have answered."


@once_a_file
def page():
    """An open consultation that somebody has answered."""
    page = make.consultation(
        make.block(
            "choose_one", "Heard?", data_name="heard", options=[("yes", "Yes"), ("no", "No")]
        ),
        make.block("faces", "How is it?", data_name="how", words=["Bad", "So so", "Good"]),
    )
    make.response(page, heard="yes")
    return page


@pytest.fixture
def writer(as_staff):
    return as_staff("participation")


def _relabelled(page, label: str, **more) -> dict:
    """The editor's fields, with other words for the first answer."""
    questions = stored(page)
    questions[0]["value"]["options"][0]["value"]["label"] = label
    return officer.filled_in(*questions, page=page, **more)


def test_an_option_that_changed_without_a_note_is_refused_with_what_to_do(writer, page):
    response = officer.edit(writer, page, _relabelled(page, "Now and then"), "submit")

    (sentence,) = response.context["form"].errors["change_note"]
    assert sentence.startswith(SAY_WHAT)
    assert "take the question or the answer out and add a new one" in sentence
    assert sentence in response.content.decode()


def test_what_was_typed_is_still_there_when_it_is_refused(writer, page):
    data = _relabelled(page, "Now and then", summary="And a new summary.")

    response = officer.edit(writer, page, data, "submit")

    assert "Now and then" in response.content.decode()
    assert "And a new summary." in response.content.decode()


def test_a_refused_edit_changes_nothing_that_people_see(writer, page):
    officer.edit(writer, page, _relabelled(page, "Now and then"), "submit")

    assert not officer.now(page).workflow_in_progress
    assert officer.now(page).questions[0].value["options"][0]["label"] == "Yes"
    assert len(editions(page)) == 1


def test_a_refused_edit_can_be_saved_as_a_draft(writer, page):
    officer.edit(writer, page, _relabelled(page, "Now and then"))

    draft = officer.now(page).get_latest_revision_as_object()
    assert draft.questions[0].value["options"][0]["label"] == "Now and then"
    assert officer.now(page).questions[0].value["options"][0]["label"] == "Yes"


def test_an_option_that_changed_with_a_note_is_published_under_the_same_key(writer, as_staff, page):
    before = asked(page)[0]["options"]
    data = _relabelled(page, "Yes!", change_note="Only the mark. It means the same.")
    officer.edit(writer, page, data, "submit")

    officer.approve(as_staff("approver"), page)

    after = asked(page)[0]["options"]
    assert after[0]["words"] == {"en-gb": "Yes!"}
    assert [one["id"] for one in after] == [one["id"] for one in before]
    assert editions(page)[-1].document["change_note"] == "Only the mark. It means the same."


def test_a_longer_scale_is_refused_with_what_to_do(writer, page):
    questions = stored(page)
    questions[1] = make.block("faces", words=["1", "2", "3", "4", "5"]) | {"id": questions[1]["id"]}
    questions[1]["value"] |= {"text": "How is it?", "data_name": "how"}

    response = officer.edit(writer, page, officer.filled_in(*questions, page=page), "submit")

    said = response.context["form"].errors["questions"].as_text()
    assert "People have answered “How is it?”, so the length of its scale cannot change." in said
    assert "Take the question out and add a new one, with another data name." in said


def test_another_kind_is_refused_with_what_to_do(writer, page):
    questions = stored(page)
    other = make.block("short_text", "How is it?", data_name="how") | {"id": questions[1]["id"]}

    response = officer.edit(
        writer, page, officer.filled_in(questions[0], other, page=page), "submit"
    )

    said = response.context["form"].errors["questions"].as_text()
    assert "People have answered “How is it?”, so its kind cannot change." in said


def test_better_words_for_a_question_go_through_with_a_note(writer, as_staff, page):
    questions = stored(page)
    questions[0]["value"]["text"] = "Do people hear you?"
    data = officer.filled_in(*questions, page=page, change_note="Plainer. It means the same.")
    officer.edit(writer, page, data, "submit")

    officer.approve(as_staff("approver"), page)

    assert asked(page)[0]["words"]["en-gb"]["text"] == "Do people hear you?"
    assert asked(page)[0]["key"] == "heard"


def test_it_stays_open_while_an_edit_waits(writer, visitor, page):
    data = officer.filled_in(*stored(page), page=page, summary="A new summary.")

    officer.edit(writer, page, data, "submit")

    public = visitor.get(page.url).content.decode()
    assert "What do you think?" in public
    assert "A new summary." not in public
    assert page.identity.takes_answers(make.today())
