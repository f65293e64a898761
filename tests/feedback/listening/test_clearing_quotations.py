"""Somebody other than whoever offered them clears words before they are shown."""

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse

from feedback.actions import reading, themes
from feedback.actions.reading import NotYours
from feedback.actions.withdrawing import withdraw_response
from feedback.models import Doubt, Quotation
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, says
from tests.sharing import once_a_file

TICK = {"says_what_they_said": "on"} | {doubt.value: "no" for doubt in Doubt}


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def quotation(page):
    return make.quotation(make.read_words(page, "my words"), make.theme(page), cleared=False)


def address(quotation):
    return reverse("feedback_clear", args=[quotation.theme.consultation.code, quotation.pk])


def listed(quotation):
    return reverse("feedback_quotations", args=[quotation.theme.consultation.code])


def press(client, quotation, **typed):
    client.get(address(quotation))
    return client.post(address(quotation), typed, follow=True)


def is_cleared(quotation):
    return Quotation.objects.public().filter(pk=quotation.pk).exists()


@pytest.mark.parametrize("roles", [("reader",), ("analyst", "reader")])
def test_another_person_clears_with_who_and_when(as_staff, quotation, roles, time_machine):
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    response = press(as_staff(*roles), quotation, **TICK)

    quotation.refresh_from_db()
    assert (quotation.cleared_by, quotation.cleared_at) == (make.staff(*roles), now)
    assert f"Cleared by {make.staff(*roles)}" in says(response)


def test_clearing_needs_the_tick_and_every_answer(as_staff, quotation):
    response = press(as_staff("reader"), quotation)

    assert response.status_code == 422
    assert says(response).count("Answer yes or no. If you are not sure, say yes.") == len(Doubt)
    assert "Compare the two texts. Tick this if they say the same." in says(response)
    assert not is_cleared(quotation)


@pytest.mark.parametrize("tick", TICK)
def test_an_answer_that_is_missing_is_not_enough(as_staff, quotation, tick):
    press(as_staff("reader"), quotation, **{key: TICK[key] for key in TICK if key != tick})

    assert not is_cleared(quotation)


def test_case_24_an_unusual_life_event_is_never_shown_word_for_word(as_staff, page):
    words = make.read_words(page, "I am the only one in my home who came by boat")
    quotation = make.quotation(words, make.theme(page), cleared=False)
    assert quotation.text == words.text  # no pattern finds it

    response = press(as_staff("reader"), quotation, **(TICK | {"unusual": "yes"}))

    quotation.refresh_from_db()
    assert (quotation.doubt, quotation.cleared_at) == ("unusual", None)
    assert "Other words can be offered in their place." in says(response)
    assert "hardly anybody else here has lived through" in says(response)


def test_one_doubt_stands_whoever_else_would_clear_it(as_staff, quotation):
    press(as_staff("reader"), quotation, near="yes")
    second = make.staff("reader", again=True)

    response = press(as_staff(user=second), quotation, **TICK)

    assert "these words could show who said them" in says(response)
    with pytest.raises(themes.IsDoubted):
        themes.clear_quotation(quotation=Quotation.objects.get(), by=second)
    assert not Quotation.objects.to_clear().exists()


def test_other_words_are_cleared_anew(quotation):
    themes.doubt_quotation(quotation=quotation, doubt=Doubt.NEAR, by=make.staff("reader"))

    themes.propose_quotation(
        words=quotation.words,
        theme=quotation.theme,
        text="words",
        differs=False,
        by=make.staff("analyst"),
    )

    assert Quotation.objects.to_clear().get().text == "words"


def test_a_doubt_comes_from_whoever_may_clear(quotation):
    with pytest.raises(NotYours):
        themes.doubt_quotation(
            quotation=quotation, doubt=Doubt.NEAR, by=make.staff("participation")
        )


def test_the_database_shows_nothing_that_is_doubted(quotation):
    themes.clear_quotation(quotation=quotation, by=make.staff("reader"))

    with pytest.raises(IntegrityError), transaction.atomic():
        Quotation.objects.update(doubt="near")
    Quotation.objects.update(doubt="near", cleared_by=None, cleared_at=None)


def test_whoever_clears_sees_what_was_written_beside_what_would_be_shown(as_staff, page):
    words = make.read_words(page, "I hate Elm School now")
    quotation = make.quotation(words, make.theme(page), cleared=False, text="I hate [...] now")

    response = as_staff("reader").get(address(quotation))

    assert "They were asked: Tell us more." in says(response)
    shown = BeautifulSoup(response.content, "html.parser")
    left_out, put_in = shown.select_one("del"), shown.select_one("ins")
    assert left_out.text.split() == ["Left", "out:", "Elm", "School"]
    assert put_in.text.split() == ["Put", "in:", "[...]"]


def test_an_analyst_compares_with_the_safe_text_alone(as_staff, page):
    words = make.read_words(page, "my friend Priya left")
    quotation = make.quotation(words, make.theme(page), cleared=False)
    second = make.staff("analyst", again=True)

    for_analyst = as_staff(user=second).get(address(quotation))

    assert "Priya" not in for_analyst.content.decode()
    assert "my friend [name] left" in says(for_analyst)
    assert "Priya" in says(as_staff("reader").get(address(quotation)))


@pytest.mark.parametrize("role", ["reader", "analyst"])
def test_seeing_what_was_written_is_recorded(as_staff, quotation, role):
    as_staff(role).get(address(quotation))

    assert quotation.words.openings.latest("pk").by == make.staff(role)


def test_the_list_shows_nothing_of_what_was_written(as_staff, page):
    words = make.read_words(page, "I hate Elm School")
    quotation = make.quotation(words, make.theme(page), cleared=False, text="I hate [my school]")

    response = as_staff("reader").get(listed(quotation))

    assert "I hate [my school]" in says(response)
    assert "Elm" not in response.content.decode()
    assert address(quotation) in response.content.decode()


def test_nobody_clears_what_they_have_not_compared(as_staff, quotation):
    second = make.staff("analyst", again=True)

    response = as_staff(user=second).post(address(quotation), TICK, follow=True)

    assert "Open the words as they were written first." in says(response)
    with pytest.raises(themes.NotSeen):
        themes.clear_quotation(quotation=quotation, by=second)
    assert not is_cleared(quotation)


def test_whoever_offered_the_words_is_told_that_somebody_else_clears(as_staff, quotation):
    response = as_staff("analyst").get(address(quotation))

    assert "You offered these words, so somebody else clears them." in says(response)
    assert b"says_what_they_said" not in response.content


def test_whoever_offered_the_words_cannot_clear_them(as_staff, quotation):
    response = press(as_staff("analyst"), quotation, **TICK)

    assert "somebody else must clear them" in says(response)
    with pytest.raises(themes.SomebodyElseMust):
        themes.clear_quotation(quotation=quotation, by=make.staff("analyst"))
    assert not is_cleared(quotation)


def test_a_changed_text_must_be_cleared_anew(quotation):
    themes.clear_quotation(quotation=quotation, by=make.staff("reader"))

    changed = themes.propose_quotation(
        words=quotation.words,
        theme=quotation.theme,
        text="my [...]",
        differs=False,
        by=make.staff("analyst"),
    )

    assert (changed.cleared_by, changed.cleared_at) == (None, None)
    assert not is_cleared(quotation)


def test_whoever_cleared_words_and_then_changes_them_needs_somebody_else(quotation):
    second = make.staff("analyst", again=True)
    themes.open_original(words=quotation.words, by=second)
    themes.clear_quotation(quotation=quotation, by=second)

    changed = themes.propose_quotation(
        words=quotation.words, theme=quotation.theme, text="words", differs=False, by=second
    )

    with pytest.raises(themes.SomebodyElseMust):
        themes.clear_quotation(quotation=changed, by=second)


def test_words_can_be_dropped(as_staff, quotation):
    response = press(as_staff("reader"), quotation, go="drop")

    assert "It will not be shown." in says(response)
    assert not Quotation.objects.exists()


def test_words_that_were_cleared_can_be_dropped(quotation):
    themes.clear_quotation(quotation=quotation, by=make.staff("reader"))

    themes.drop_quotation(quotation=quotation, by=make.staff("analyst"))

    assert not Quotation.objects.exists()


def test_words_whose_writer_did_not_allow_it_are_never_cleared(quotation):
    quotation.words.may_show = False
    quotation.words.save()

    with pytest.raises(themes.NotAllowedToShow):
        themes.clear_quotation(quotation=quotation, by=make.staff("reader"))


def test_words_that_worry_somebody_are_hidden_here_too(as_staff, quotation):
    reading.raise_concern(words=quotation.words, by=make.staff("reader"), note="")

    client = as_staff("analyst")

    assert "my words" not in says(client.get(listed(quotation)))
    assert client.get(address(quotation)).status_code == 404


def test_words_that_worry_somebody_are_not_cleared(as_staff, quotation):
    reading.raise_concern(words=quotation.words, by=make.staff("safeguarding"), note="")

    response = as_staff("reader").post(address(quotation), TICK)

    assert response.status_code == 404
    with pytest.raises(themes.NotSafeYet):
        themes.clear_quotation(quotation=quotation, by=make.staff("reader"))


def test_a_quotation_of_another_consultation_is_not_there(as_staff, quotation):
    other = make.closed_consultation().identity.code

    response = as_staff("reader").post(
        reverse("feedback_clear", args=[other, quotation.pk]), {"go": "drop"}
    )

    assert response.status_code == 404


@pytest.mark.parametrize("role", ["safeguarding", "participation", "approver", "decision_maker"])
def test_nobody_else_clears_or_drops(as_staff, quotation, role):
    assert is_refused(as_staff(role).get(address(quotation)))
    for act in (themes.clear_quotation, themes.drop_quotation):
        with pytest.raises(NotYours):
            act(quotation=quotation, by=make.staff(role))
    with pytest.raises(NotYours):
        themes.open_original(words=quotation.words, by=make.staff(role))


@pytest.mark.parametrize("role", ["reader", "analyst"])
def test_another_councils_people_clear_and_drop_nothing_of_ours(as_staff, quotation, role):
    stranger = elsewhere(role)

    assert is_refused(as_staff(user=stranger).get(address(quotation)))
    for act in (themes.clear_quotation, themes.drop_quotation):
        with pytest.raises(NotYours):
            act(quotation=quotation, by=stranger)


def test_answers_that_are_taken_back_take_their_quotation_away(quotation):
    themes.clear_quotation(quotation=quotation, by=make.staff("reader"))

    withdraw_response(response=quotation.words.response, today=make.today())

    assert not Quotation.objects.exists()


def test_nothing_has_been_offered_yet(as_staff, page):
    response = as_staff("reader").get(reverse("feedback_quotations", args=[page.identity.code]))

    assert "Nothing has been offered yet." in says(response)
