"""Every kind of question can be entered for others, on the screen and from a spreadsheet."""

import pytest
from django.urls import reverse

from consultations.kinds import KINDS
from feedback.many_forms import asked_columns
from feedback.models import Answer, PaperFile, Response, Words
from tests import helped, make
from tests.feedback.entering.test_entering import about
from tests.feedback.listening.screens import says
from tests.sharing import once_a_file

THINGS = [("home", "Home"), ("school", "School"), ("review", "Review")]


@once_a_file
def page():
    return make.consultation(
        make.block("sort", "Sort these.", data_name="sorted", options=THINGS),
        make.block("order", "Which first?", data_name="ordered", options=THINGS),
        make.block("long_text", "Tell us more.", data_name="more"),
    )


@pytest.fixture
def client(as_staff):
    return as_staff("recorder")


def things(page, key: str) -> list[str]:
    return [make.option(page, key, code) for code, _label in THINGS]


@pytest.mark.parametrize("code", KINDS)
def test_every_kind_has_a_place_on_the_screen_and_in_the_spreadsheet(client, code):
    page = make.consultation(make.block(code, "What about it?", data_name="it"))

    shown = client.post(reverse("feedback_enter", args=[page.identity.code]), about(go="q"))

    assert "1. What about it?" in says(shown)
    document = page.identity.questionnaires.get().document
    [asked] = asked_columns(document)
    assert asked.remark.name == "it.remark"


def test_sides_and_places_are_chosen_from_lists(client, page):
    home, school, _review = things(page, "sorted")
    first, second, third = things(page, "ordered")
    sent = about(go="save") | {
        "q1-answer-0": "3",
        "q1-answer-1": "1",
        "q2-answer-0": "2",
        "q2-answer-1": "1",
    }

    client.post(reverse("feedback_enter", args=[page.identity.code]), sent)

    stored = {str(one.option_id): int(one.number) for one in Answer.objects.all()}
    assert stored == {home: 3, school: 1, second: 1, first: 2}
    assert third not in stored


def test_the_same_place_twice_gets_a_sentence_and_loses_nothing(client, page):
    sent = about(go="save") | {"q2-answer-0": "1", "q2-answer-1": "1"}

    refused = client.post(reverse("feedback_enter", args=[page.identity.code]), sent)

    assert "Two things have the same place. Give each a place of its own." in says(refused)
    assert refused.content.decode().count('<option value="1" selected>') == 2
    assert Response.objects.count() == 0


def test_what_was_said_of_the_question_is_entered_too(client, page):
    sent = about(go="save") | {"q3-remark": "You asked the wrong thing", "q3-may_show_remark": "on"}

    client.post(reverse("feedback_enter", args=[page.identity.code]), sent)

    words = Words.objects.get()
    assert (words.text, words.may_show, words.question.key) == (
        "You asked the wrong thing", True, "more",
    )  # fmt: skip


def test_a_row_of_a_spreadsheet_holds_them_all(client, page):
    code = page.identity.code
    template = client.get(reverse("feedback_template", args=[code])).content
    row = {
        "channel": "By phone",
        "received_on": make.today(),
        "who": "I am a parent or carer",
        "voice": "Me",
        "language": "English",
        "agreed_how": "They said yes",
        "sorted.1": "OK",
        "ordered.2": "1",
        "more.remark": "Ask my mum instead",
    }
    brought = client.post(
        reverse("feedback_bring", args=[code]), {"file": helped.filled(template, row)}
    )

    client.post(brought.url)

    assert PaperFile.objects.get().imported_on
    stored = {one.option.code: int(one.number) for one in Answer.objects.all()}
    assert stored == {"home": 3, "school": 1}
    assert Words.objects.get().text == "Ask my mum instead"


@pytest.mark.parametrize("code", [code for code, kind in KINDS.items() if kind.takes_file])
def test_of_a_drawing_or_a_message_the_words_are_entered(client, code):
    page = make.consultation(make.block(code, "What about it?", data_name="it"))
    sent = about(go="save") | {"q1-answer": "A house with a red door"}

    client.post(reverse("feedback_enter", args=[page.identity.code]), sent)

    assert Words.objects.get().text == "A house with a red door"
