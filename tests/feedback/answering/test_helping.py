"""Answering with help: whose words these are is said, and the child has the last word."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from feedback.models import CouldSay, Draft, Response
from tests import helped, make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

HELPERS = ["with_help", "exact_words", "adult_view", "noticed"]
BESIDE = {
    "with_help": "Someone is helping. These are the child's words, not the helper's.",
    "exact_words": "Here we want the child's own words, just as they are said.",
    "adult_view": "This is what an adult thinks. It is not the child's own words.",
    "noticed": "This is what an adult saw and heard. It is not the child's own words.",
}
W13 = "Could you say what you wanted?"


@once_a_file
def page():
    return make.consultation()


def say_voice(client: Client, page, voice: str):
    client.post(walk.address(page), {"who": "child:13-15"})
    return client.post(walk.address(page, "voice"), {"voice": voice})


@pytest.mark.parametrize("voice", HELPERS)
def test_a_helper_reads_how_to_help_before_the_childs_questions(visitor, page, voice):
    led_to = say_voice(visitor, page, voice).url

    assert led_to == walk.address(page, "helper")
    assert walk.address(page, "agree") in visitor.get(led_to).content.decode()


def test_a_helper_of_a_child_is_told_not_to_mend_and_not_to_guess(visitor, page):
    say_voice(visitor, page, "with_help")

    told = walk.text(visitor.get(walk.address(page, "helper")))

    assert "Write what the child says, in their words. Do not fix it. Do not guess." in told
    assert "Please read the words out loud." in told


@pytest.mark.parametrize("voice", ["exact_words", "adult_view", "noticed"])
def test_who_writes_for_a_child_is_told_that_this_is_no_referral(visitor, page, voice):
    say_voice(visitor, page, voice)

    told = walk.text(visitor.get(walk.address(page, "helper")))

    assert "This is not a referral." in told
    assert "Leave out names, addresses and case numbers." in told


@pytest.mark.parametrize("voice", ["me", "not_said"])
def test_who_answers_alone_sees_no_page_for_helpers(visitor, page, voice):
    assert say_voice(visitor, page, voice).url == walk.address(page, "agree")
    assert visitor.get(walk.address(page, "helper")).url == walk.address(page, "agree")


@pytest.mark.parametrize("voice", HELPERS)
def test_every_page_says_whose_words_these_are(visitor, page, voice):
    walk.begin(visitor, page, voice=voice)

    for step in ("voice", "helper", "agree", 1, 2, "check", "stop"):
        assert BESIDE[voice] in walk.text(visitor.get(walk.address(page, step))), step


def test_nothing_is_said_of_it_where_nobody_helps(visitor, page):
    walk.begin(visitor, page)

    assert 'class="whose"' not in visitor.get(walk.address(page, 1)).content.decode()


@pytest.mark.parametrize("voice", ["adult_view", "noticed"])
def test_an_adult_who_answers_about_a_child_agrees_to_words_for_anybody(visitor, page, voice):
    walk.begin(visitor, page, voice=voice)

    assert Draft.objects.get().agreed == "anybody-1"


@pytest.mark.parametrize(
    ("voice", "asked"), [("with_help", True), ("exact_words", True), ("noticed", False)]
)
def test_a_child_who_had_help_is_asked_if_they_could_say_it(visitor, page, voice, asked):
    walk.begin(visitor, page, voice=voice)

    assert (W13 in walk.text(visitor.get(walk.address(page, "check")))) is asked


def test_nothing_is_ticked_before_the_child_chooses(visitor, page):
    walk.begin(visitor, page, voice="with_help")

    assert " checked" not in visitor.get(walk.address(page, "check")).content.decode()


@pytest.mark.parametrize("said", CouldSay.values)
def test_what_the_child_says_last_is_kept(visitor, page, said):
    walk.begin(visitor, page, voice="with_help")

    visitor.post(walk.address(page, "check"), {"could_say": said})

    assert Response.objects.get().could_say == said


@pytest.mark.parametrize("sent", [{}, {"could_say": "skip"}, {"could_say": "tampered"}])
def test_leaving_it_out_holds_nothing_up(visitor, page, sent):
    walk.begin(visitor, page, voice="with_help")

    visitor.post(walk.address(page, "check"), sent)

    assert Response.objects.get().could_say == ""


@pytest.mark.parametrize("voice", ["me", "noticed"])
def test_only_a_child_who_had_help_can_have_said_it(visitor, page, voice):
    walk.begin(visitor, page, voice=voice)

    visitor.post(walk.address(page, "check"), {"could_say": "no"})

    assert Response.objects.get().could_say == ""


def test_what_was_chosen_is_still_there_when_something_has_to_be_cut(visitor, page):
    walk.begin(visitor, page, voice="with_help")
    walk.answer(visitor, page, 2, "x" * 5000)

    refused = visitor.post(walk.address(page, "check"), {"could_say": "no"})

    assert refused.status_code == 422
    assert 'value="no" id="id_could_say_2" checked' in refused.content.decode()


def test_the_helpers_own_form_begins_afresh_and_knows_nothing_of_the_childs(visitor, page):
    walk.begin(visitor, page, voice="with_help")
    visitor.post(walk.address(page, "check"))
    assert (
        walk.address(page, "own-view") in visitor.get(walk.address(page, "thanks")).content.decode()
    )

    led_to = visitor.post(walk.address(page, "own-view"), {"who": "parent:"}).url
    visitor.post(led_to)
    visitor.post(walk.address(page, "check"))

    child, adult = Response.objects.order_by("role")
    assert (child.role, child.voice, adult.role, adult.voice) == (
        "child",
        "with_help",
        "parent",
        "me",
    )
    assert child.receipt_digest != adult.receipt_digest


def test_the_helpers_own_form_never_pushes_a_childs_answers_aside(visitor, page):
    walk.begin(visitor, page, voice="with_help")
    walk.answer(visitor, page, 2, "My words")

    shown = visitor.post(walk.address(page, "own-view"), {"who": "parent:"})

    assert "There are answers here that are not sent" in walk.text(shown)
    assert Draft.objects.count() == 1


def test_children_are_not_offered_the_helpers_form(visitor, page):
    shown = walk.text(visitor.get(walk.address(page, "own-view")))

    assert "I am a parent or carer" in shown
    assert "I am 13 to 15" not in shown


def test_where_only_children_are_asked_there_is_no_form_for_helpers(visitor):
    page = make.consultation(roles=["child"])
    say_voice(visitor, page, "with_help")

    assert "own-view" not in visitor.get(walk.address(page, "helper")).content.decode()
    assert visitor.get(walk.address(page, "own-view")).url == walk.address(page)


def test_the_pages_for_helpers_take_at_most_five_statements(
    visitor, page, django_assert_max_num_queries
):
    make.response(page, heard="yes")
    say_voice(visitor, page, "with_help")
    for step in ("helper", "own-view"):
        with django_assert_max_num_queries(5):
            assert visitor.get(walk.address(page, step)).status_code == 200
    with django_assert_max_num_queries(5):
        assert visitor.post(walk.address(page, "own-view"), {"who": "parent:"}).status_code == 302


def test_the_database_keeps_what_a_child_said_last_to_children_who_had_help():
    page = make.consultation()
    alone, beside = make.response(page), helped.helped(page, "no")

    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=alone.pk).update(could_say="yes")
    Response.objects.filter(pk=beside.pk).update(could_say="yes")
