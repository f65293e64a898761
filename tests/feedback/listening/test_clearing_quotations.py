"""Somebody other than whoever offered them clears words before they are shown."""

import pytest
from django.urls import reverse

from feedback.actions import reading, themes
from feedback.actions.reading import NotYours
from feedback.actions.withdrawing import withdraw_response
from feedback.models import Quotation
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, says

TICK = {"nobody_would_know": "on"}


@pytest.fixture
def page():
    return make.closed_consultation()


@pytest.fixture
def quotation(page):
    return make.quotation(make.read_words(page, "my words"), make.theme(page), cleared=False)


def address(quotation):
    return reverse("feedback_quotations", args=[quotation.theme.consultation.code])


def press(client, quotation, **typed):
    return client.post(address(quotation), {"quotation": str(quotation.pk), **typed}, follow=True)


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


def test_clearing_needs_the_tick(as_staff, quotation):
    response = press(as_staff("reader"), quotation)

    assert "Tick this if it is true. If it is not, do not show it." in says(response)
    assert not is_cleared(quotation)


def test_whoever_offered_the_words_is_told_that_somebody_else_clears(as_staff, quotation):
    response = as_staff("analyst").get(address(quotation))

    assert "You offered these words, so somebody else clears them." in says(response)
    assert b"nobody_would_know" not in response.content


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
        text="my words, and more",
        differs=False,
        by=make.staff("analyst"),
    )

    assert (changed.cleared_by, changed.cleared_at) == (None, None)
    assert not is_cleared(quotation)


def test_whoever_cleared_words_and_then_changes_them_needs_somebody_else(quotation):
    second = make.staff("analyst", again=True)
    themes.clear_quotation(quotation=quotation, by=second)

    changed = themes.propose_quotation(
        words=quotation.words, theme=quotation.theme, text="changed", differs=False, by=second
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

    response = as_staff("analyst").get(address(quotation))

    assert "my words" not in says(response)


def test_words_that_worry_somebody_are_not_cleared(as_staff, quotation):
    reading.raise_concern(words=quotation.words, by=make.staff("safeguarding"), note="")

    response = as_staff("reader").post(address(quotation), {"quotation": str(quotation.pk), **TICK})

    assert response.status_code == 404
    with pytest.raises(themes.NotSafeYet):
        themes.clear_quotation(quotation=quotation, by=make.staff("reader"))


def test_a_quotation_of_another_consultation_is_not_there(as_staff, quotation):
    other = make.closed_consultation().identity.code

    response = as_staff("reader").post(
        reverse("feedback_quotations", args=[other]), {"quotation": str(quotation.pk), "go": "drop"}
    )

    assert response.status_code == 404


@pytest.mark.parametrize("tampered", ["", "x", "1", "00000000-0000-0000-0000-000000000000"])
def test_a_tampered_form_clears_nothing(as_staff, page, tampered):
    address = reverse("feedback_quotations", args=[page.identity.code])

    response = as_staff("reader").post(address, {"quotation": tampered, **TICK})

    assert response.status_code == 404


@pytest.mark.parametrize("role", ["safeguarding", "participation", "approver", "decision_maker"])
def test_nobody_else_clears_or_drops(as_staff, quotation, role):
    assert is_refused(as_staff(role).get(address(quotation)))
    for act in (themes.clear_quotation, themes.drop_quotation):
        with pytest.raises(NotYours):
            act(quotation=quotation, by=make.staff(role))


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
