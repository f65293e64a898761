"""Looking at a consultation as anybody: the same pages, and nothing is kept."""

import pytest
from django.urls import reverse

from consultations.models import ConsultationPage, Option, Question
from feedback.models import Draft, Response, Tally
from tests import helped, make
from tests.feedback.answering.walk import text
from tests.sharing import once_a_file

NINE = "who=child:6-9"


@once_a_file
def page() -> ConsultationPage:
    """A draft that nobody has published: a question for nine-year-olds that leads to another."""
    after = {"question": "seen", "answers": "Yes", "unanswered": False}
    return make.draft_consultation(
        make.block(
            "choose_one",
            "Have you seen it?",
            data_name="seen",
            options=["Yes", "No"],
            wordings=[{"bands": ["6-9"], "text": "Did you see it?"}],
        ),
        make.block("long_text", "What was wrong?", data_name="wrong", only_after=after),
        make.block("short_text", "Anything else?", data_name="more"),
        bands=["6-9", "13-15"],
    )


@pytest.fixture
def client(as_staff):
    return as_staff("participation")


def at(page: ConsultationPage, name: str = "walk", query: str = NINE) -> str:
    return f"{reverse(f'feedback_{name}', args=[page.pk])}?{query}"


def pressed(client, shown, address: str, **sent):
    """Press a button on a page of the preview."""
    form = shown.context["form"]
    carried = {"question": form.question["id"], "trial": shown.context["trial"], "go": "next"}
    return client.post(address, carried | sent)


def test_a_draft_is_read_in_the_words_of_an_age(client, page):
    assert "Did you see it?" in text(client.get(at(page)))
    assert "Have you seen it?" in text(client.get(at(page, query="who=parent:")))
    assert "Preview: nothing is kept." in text(client.get(at(page)))


def test_trial_answers_take_the_routes_and_nothing_is_kept(client, page):
    first = client.get(at(page))
    yes = first.context["form"].question["options"][0]["id"]

    second = pressed(client, first, at(page), answer=yes)
    third = pressed(client, second, at(page), answer="Half of it")
    end = pressed(client, third, at(page), go="skip")

    assert "What was wrong?" in text(second)
    assert "Question 3 of 3" in text(third)
    assert "Half of it" in text(end)
    for model in (Question, Option, Draft, Response):
        assert not model.objects.exists()


def test_the_other_answer_leads_past_it(client, page):
    first = client.get(at(page))
    no = first.context["form"].question["options"][1]["id"]

    assert "Anything else?" in text(pressed(client, first, at(page), answer=no))


def test_what_was_answered_is_there_when_one_goes_back(client, page):
    first = client.get(at(page))
    yes = first.context["form"].question["options"][0]["id"]

    back = pressed(client, pressed(client, first, at(page), answer=yes), at(page), go="back")

    assert back.context["form"].initial["answer"] == yes


def test_a_text_that_is_too_long_gets_the_same_sentence(client, page):
    first = client.get(at(page))
    second = pressed(client, first, at(page), go="skip")

    refused = pressed(client, second, at(page), answer="x" * 500)

    assert refused.status_code == 422
    assert "You wrote a lot." in text(refused)


def test_answers_that_somebody_changed_on_the_way_are_forgotten(client, page):
    shown = client.get(at(page))

    assert pressed(client, shown, at(page), trial="forged").status_code == 200


@pytest.mark.parametrize("name", ["preview", "walk", "everything", "paths", "draft_form"])
@pytest.mark.parametrize("query", [NINE, "", "who=nobody:&language=xx&edition=99"])
def test_every_page_of_the_preview_opens_whatever_is_asked_for(client, page, name, query):
    assert client.get(at(page, name, query)).status_code == 200


def test_what_is_not_whole_yet_is_named_and_left_out(client, page):
    draft = page.get_latest_revision_as_object()
    draft.questions[2].value["item"] = None
    draft.save_revision(clean=False)

    shown = text(client.get(at(page, "preview")))

    assert "These questions are not whole yet, so they are not shown: Anything else?" in shown
    assert "Anything else?" not in text(client.get(at(page, "everything")))


def test_an_edition_that_was_frozen_can_be_read_beside_the_draft(client):
    page = make.consultation(make.block("short_text", "As it was?"))
    page.questions[0].value["text"] = "As it will be?"
    page.save_revision()

    assert "As it will be?" in text(client.get(at(page, query="edition=draft")))
    assert "As it was?" in text(client.get(at(page, query="edition=1")))


def test_what_is_asked_about_the_person_is_seen_as_they_see_it(client):
    page = helped.asking_apart("sex", roles=["child"], bands=["10-12"])

    end = text(client.get(at(page, "everything", "who=child:10-12")))
    shown = text(client.get(at(page, "preview_about", "who=child:10-12")))

    for seen in (end, shown):
        assert "Are you a girl or a boy?" in seen
        assert "Preview: nothing is kept." in seen
    assert "We have your answers" in shown


def test_what_is_said_there_is_not_counted(client):
    page = helped.asking_apart("sex")
    address = at(page, "preview_about", "who=parent:")

    done = client.post(address, {"about-sex": "female", "go": "next"})

    assert (done.status_code, Tally.objects.count()) == (302, 0)


def test_the_end_of_a_walk_leads_there_where_something_is_asked(client, page):
    asking = helped.asking_apart("sex", roles=["child"], bands=["10-12"])
    link = reverse("feedback_preview_about", args=[asking.pk])

    assert link in _end_of_walk(client, at(asking, query="who=child:10-12"))
    assert "about-you" not in _end_of_walk(client, at(asking, query="who=parent:"))
    assert client.get(at(asking, "preview_about", "who=parent:")).status_code == 302


def _end_of_walk(client, address: str) -> str:
    shown = client.get(address)
    while shown.context.get("form"):
        shown = pressed(client, shown, address, go="skip")
    return shown.content.decode()


def test_the_paths_are_drawn_and_told(client, page):
    shown = client.get(at(page, "paths")).content.decode()

    assert shown.count('class="heard-drawn"') == 1  # children and parents go the same way
    assert "Child or young person, 6 to 9; Child or young person, 13 to 15; Parent" in shown
    assert "Only after “Yes” to “Have you seen it?”." in shown.replace("&quot;", '"')


def test_questions_that_nobody_is_asked_are_named(client):
    lost = make.block("long_text", "For the old?", bands=["18-25"], roles=["child"])
    page = make.draft_consultation(make.block("long_text", "All?"), lost)

    assert "cannot reach them: For the old?" in text(client.get(at(page, "paths", "")))
