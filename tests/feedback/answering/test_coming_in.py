"""Coming in with a code: what it opens, when it is used, and that nothing is lost over it."""

import pytest
import time_machine
from cryptography.fernet import InvalidToken
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from consultations import codes
from consultations.models import Consultation, Invitation
from feedback import ways
from feedback.models import Draft, Response
from tests import inviting as invited
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file


@once_a_file
def page():
    """An open consultation."""
    return make.consultation()


@once_a_file
def closed_circle():
    """A consultation that only people with a code can answer."""
    return make.consultation(by_invitation=True)


def only_with_code(page) -> None:
    Consultation.objects.filter(pk=page.identity.pk).update(by_invitation=True)


def test_the_short_address_leads_to_the_consultation(visitor, page):
    assert visitor.get(f"/j/{page.identity.code}/").url.endswith(page.url)


@pytest.mark.parametrize("by_invitation", [True, False])
def test_somebody_comes_with_a_code_answers_and_has_used_it(by_invitation):
    page = make.consultation(by_invitation=by_invitation)
    code = invited.code(page)

    client = invited.answer_with(code, page)

    assert client.last.url == walk.address(page, "thanks")
    assert Response.objects.get().route == "invited"
    assert not Invitation.objects.exists()


def test_opening_an_address_uses_nothing_up(page):
    code = invited.code(page)

    for _time in range(3):
        invited.come_with(code)

    assert Invitation.objects.count() == 1
    assert not Draft.objects.exists()


def test_a_code_can_be_typed(visitor, page):
    code = invited.code(page)

    led_to = visitor.post("/j/", {"typed": codes.in_groups(code)}).url

    assert led_to == walk.address(page)


def test_a_used_code_is_refused_in_plain_words_with_what_to_do(page):
    code = invited.code(page)
    invited.answer_with(code, page)

    response = Client().get(f"/j/{code}/")

    shown = walk.text(response)
    assert response.status_code == 422
    assert "This code opens nothing now. It was used, or its last day is over." in shown
    assert "Did you use it? Then we have your answers, and you are done." in shown
    assert "Ask whoever told you about this for another one." in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the code that is on your letter, card or poster."),
        ("bcdo", "Our codes never have “O” in them."),
        ("bcd-fgh", "This is not a whole code, or one letter is wrong."),
    ],
)
def test_a_slip_is_told_and_keeps_what_was_typed(visitor, typed, said):
    response = visitor.post("/j/", {"typed": typed})

    assert response.status_code == 422
    assert said in walk.text(response)
    assert f'value="{typed}"' in response.content.decode() or not typed


def test_slips_lock_nobody_out_and_guesses_do(visitor, page):
    visitor.get("/j/")
    for _slip in range(30):
        visitor.post("/j/", {"typed": "bcd-fgh"})
    code = invited.code(page)
    assert visitor.post("/j/", {"typed": code}).status_code == 302

    for _guess in range(10):
        visitor.post("/j/", {"typed": codes.draw(codes.OWN)})

    assert "Too many tries." in walk.text(visitor.post("/j/", {"typed": code}))


def test_without_a_code_somebody_is_asked_for_one(visitor, closed_circle):
    shown = visitor.get(walk.address(closed_circle))

    assert "You need a code to answer this" in walk.text(shown)
    assert 'name="who"' not in shown.content.decode()
    assert visitor.post(walk.address(closed_circle), {"who": "parent:"}).status_code == 403
    assert not Draft.objects.exists()


def test_the_page_of_the_consultation_says_that_a_code_is_needed(visitor, closed_circle, page):
    sentence = "You need a code for this."

    assert sentence in walk.text(visitor.get(closed_circle.url))
    assert sentence not in walk.text(visitor.get(page.url))


def test_a_code_of_another_consultation_does_not_let_in(closed_circle, page):
    client = invited.come_with(invited.code(page))

    assert "You need a code to answer this" in walk.text(client.get(walk.address(closed_circle)))


def test_a_session_that_was_lost_comes_back_with_the_same_code(closed_circle):
    code = invited.code(closed_circle)
    walk.begin(invited.come_with(code), closed_circle)

    client = invited.answer_with(code, closed_circle)

    assert client.last.url == walk.address(closed_circle, "thanks")


def test_four_words_carry_the_code_to_another_device(closed_circle):
    client = invited.come_with(invited.code(closed_circle))
    walk.begin(client, closed_circle)
    other = Client()

    other.post("/my-words/", {"words": walk.words_in(client)})
    walk.send(other, closed_circle)

    assert Response.objects.get().route == "invited"


def test_two_people_with_one_code_make_one_answer_and_the_second_loses_no_word(page):
    code = invited.code(page)
    second = invited.come_with(code)
    walk.begin(second, page)
    walk.answer(second, page, 2, "My own words")
    invited.answer_with(code, page)

    refused = walk.send(second, page)

    shown = walk.text(refused)
    assert refused.status_code == 422
    assert "Your code was used already" in shown
    assert "Your answers are still here." in shown
    assert Response.objects.count() == 1
    assert Draft.objects.get().answers


def test_whoever_was_refused_goes_on_with_another_code(page):
    second = _refused(page)
    another = invited.code(page)

    assert second.post(walk.address(page, "code"), {"typed": another}).url.endswith("/check/")
    walk.send(second, page)

    assert list(Response.objects.values_list("route", flat=True)) == ["invited", "invited"]


def test_whoever_was_refused_goes_on_without_a_code_where_none_is_needed(page):
    second = _refused(page)

    second.post(walk.address(page, "code"), {"go": "without"})
    walk.send(second, page)

    assert set(Response.objects.values_list("route", flat=True)) == {"invited", "open"}


def test_nobody_goes_on_without_a_code_where_one_is_needed(closed_circle):
    second = _refused(closed_circle)

    response = second.post(walk.address(closed_circle, "code"), {"go": "without"})

    assert response.status_code == 422
    assert "Go on without a code" not in response.content.decode()
    assert walk.send(second, closed_circle).status_code == 422


@pytest.mark.parametrize("typed", ["other", "open", "wrong"])
def test_what_is_no_code_for_this_is_refused_there_too(page, typed):
    second = _refused(page)
    given = {
        "other": invited.code(make.consultation()),
        "open": page.identity.code,
        "wrong": "bcd",
    }

    response = second.post(walk.address(page, "code"), {"typed": given[typed]})

    assert response.status_code == 422
    assert "There is a problem" in walk.text(response)


def _refused(page) -> Client:
    """Somebody whose code another person used meanwhile."""
    code = invited.code(page)
    second = invited.come_with(code)
    walk.begin(second, page)
    walk.answer(second, page, 2, "My own words")
    invited.answer_with(code, page)
    assert walk.send(second, page).status_code == 422
    return second


def test_who_began_before_a_code_was_needed_is_asked_for_one_and_loses_nothing(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "My own words")
    only_with_code(page)

    response = walk.send(visitor, page)

    assert "You need a code to send this" in walk.text(response)
    assert Draft.objects.get().answers


def test_a_second_person_with_a_code_of_their_own_gets_a_draft_of_their_own(page):
    (_batch, (one, two)) = invited.batch(page, 2)
    client = invited.come_with(one)
    walk.begin(client, page)

    invited.answer_with(two, page, client)

    assert Draft.objects.count() == 1
    assert Invitation.objects.count() == 1


def test_going_back_to_who_you_are_keeps_the_code(page):
    client = invited.come_with(invited.code(page))
    walk.begin(client, page)
    walk.begin(client, page, "parent:")
    walk.send(client, page)

    assert Response.objects.get().route == "invited"


def test_a_code_of_another_council_opens_nothing_here(page, settings):
    code = invited.code(page)
    Site.objects.create(hostname="ferndale.example", root_page=make.council().root_page)

    response = Client().get(f"/j/{code}/", headers={"host": "ferndale.example"})

    assert "This code opens nothing now." in walk.text(response)


def test_nothing_in_a_draft_says_whose_code_it_was_sent_with(page):
    code = invited.code(page)
    client = invited.come_with(code)
    walk.begin(client, page)
    draft = Draft.objects.get()

    assert code not in str(Draft.objects.values().get())
    assert ways.unsealed(draft.invitation, walk.words_in(client), draft.code_key) == code
    with pytest.raises(InvalidToken):
        ways.unsealed(draft.invitation, "one two three four", draft.code_key)


def test_a_sealed_code_does_not_say_when_somebody_began(page):
    tokens = []
    for day in (1, 9):
        with time_machine.travel(make.noon(make.today(day)), tick=False):
            tokens.append(ways.sealed("bcdf", "one two three four", 1)[:11])

    assert tokens[0] == tokens[1]


@pytest.mark.parametrize(
    ("route", "invitation", "can_be"),
    [
        ("open", "", True),
        ("group", "", True),
        ("invited", "sealed", True),
        ("invited", "", False),
        ("open", "sealed", False),
        ("group", "sealed", False),
    ],
)
def test_a_draft_holds_a_code_only_if_somebody_came_with_one(page, route, invitation, can_be):
    make.draft(page)
    try:
        with transaction.atomic():
            Draft.objects.update(route=route, invitation=invitation)
    except IntegrityError:
        assert not can_be
    else:
        assert can_be


def test_coming_in_takes_few_statements(visitor, closed_circle):
    code = invited.code(closed_circle)
    visitor.get("/j/")

    with CaptureQueriesContext(connection) as coming:
        visitor.get(f"/j/{code}/")
    with CaptureQueriesContext(connection) as beginning:
        visitor.post(walk.address(closed_circle), {"who": "parent:"})

    assert len(coming) <= 5
    assert len(beginning) <= 5
