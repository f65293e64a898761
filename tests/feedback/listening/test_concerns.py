"""A worry goes to the safeguarding lead, and to nobody else."""

from datetime import timedelta

import pytest
from django.urls import reverse

from feedback.actions import reading
from feedback.actions.withdrawing import withdraw_response
from feedback.models import Concern
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, rows, says

TEXT = "He hits me when I get home"
NOTE = "This is about tonight"
OTHERS = ["participation", "approver", "governance", "reader", "analyst", "decision_maker"]
TOLD = "2026-01-05T10:40"
SETTLED = {
    "outcome": "referred",
    "category": "hurt",
    "reference": "R-1",
    "told_at": TOLD,
    "action": "I rang the duty team at 10:40.",
}


def a_concern(text=TEXT, note=NOTE, **more):
    words = make.words(text=text, **more)
    return reading.raise_concern(words=words, by=make.staff("reader"), note=note)


def address(concern):
    return reverse("feedback_concern", args=[concern.pk])


def opened(client, concern):
    """The page of a concern, once somebody has opened it."""
    return client.post(reverse("feedback_open_concern", args=[concern.pk]), follow=True)


def test_a_reader_passes_a_worry_on(as_staff, time_machine):
    words = make.words(text=TEXT)
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    typed = {"go": "worried", "note": NOTE}
    response = as_staff("reader").post(
        reverse("feedback_mark", args=[words.pk]), typed, follow=True
    )

    assert "The safeguarding lead has it now." in says(response)
    concern = Concern.objects.get(words=words)
    assert (concern.raised_by, concern.raised_at) == (make.staff("reader"), now)
    assert concern.council == make.council()


def test_a_worry_needs_no_reason(as_staff):
    words = make.words(text=TEXT)

    as_staff("reader").post(reverse("feedback_mark", args=[words.pk]), {"go": "worried"})

    assert Concern.objects.get(words=words).opened("note") == ""


def test_a_text_that_worries_somebody_has_been_read():
    concern = a_concern()

    assert concern.words.reading.read_by == make.staff("reader")


def test_the_lead_sees_who_raised_a_concern_and_when(as_staff):
    concern = a_concern()

    (line,) = rows(as_staff("safeguarding").get(reverse("feedback_concerns")))

    assert line[0] == f"#{concern.pk}"
    assert line[2] == str(make.staff("reader"))


def test_the_list_shows_no_words(as_staff):
    a_concern()

    shown = as_staff("safeguarding").get(reverse("feedback_concerns")).content.decode()

    assert TEXT not in shown
    assert NOTE not in shown


def test_the_lead_reads_the_words_the_worry_and_what_was_asked(as_staff):
    shown = says(opened(as_staff("safeguarding"), a_concern()))

    for part in (TEXT, NOTE, "Tell us more.", "Child or young person, 13 to 15"):
        assert part in shown


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_the_list(as_staff, role):
    assert is_refused(as_staff(role).get(reverse("feedback_concerns")))


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_or_settles_a_concern(as_staff, role):
    concern = a_concern()

    assert is_refused(as_staff(role).get(address(concern)))
    assert is_refused(as_staff(role).post(address(concern), SETTLED))
    assert Concern.objects.waiting().count() == 1


def test_a_superuser_sees_no_concern(as_staff):
    concern = a_concern()
    client = as_staff(user=make.superuser())

    assert is_refused(client.get(reverse("feedback_concerns")))
    assert is_refused(client.get(address(concern)))


def test_the_lead_of_another_council_sees_no_concern_of_ours(as_staff):
    concern = a_concern()
    client = as_staff(user=elsewhere("safeguarding"))

    assert "No concern is waiting." in says(client.get(reverse("feedback_concerns")))
    assert is_refused(client.get(address(concern)))


def test_an_outcome_is_recorded_with_who_and_when(as_staff, time_machine):
    concern = a_concern()
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    client = as_staff("safeguarding")
    opened(client, concern)
    response = client.post(address(concern), SETTLED, follow=True)

    concern.refresh_from_db()
    assert (concern.acted_by, concern.acted_at) == (make.staff("safeguarding"), now)
    for part in ("Referral made", "I rang the duty team", str(make.staff("safeguarding"))):
        assert part in says(response)


def test_a_settled_concern_moves_to_the_second_list(as_staff):
    concern, client = a_concern(), as_staff("safeguarding")
    client.post(address(concern), SETTLED)

    response = client.get(reverse("feedback_concerns"))

    assert "No concern is waiting." in says(response)
    (line,) = rows(response)
    assert [line[2], line[3]] == ["Referral made", str(make.staff("safeguarding"))]


def test_an_outcome_is_recorded_once(as_staff):
    concern, client = a_concern(), as_staff("safeguarding")
    client.post(address(concern), SETTLED)

    second = {"outcome": "no_concern", "action": "Never mind."}
    opened(client, concern)
    response = client.post(address(concern), second, follow=True)

    assert "Somebody has recorded an outcome already." in says(response)
    assert "Referral made" in says(response)
    assert "Never mind." not in says(response)


@pytest.mark.parametrize(
    "typed",
    [
        SETTLED | {"action": ""},
        SETTLED | {"action": "\u200b"},
        SETTLED | {"outcome": ""},
        SETTLED | {"outcome": "forgotten"},
    ],
)
def test_an_outcome_without_what_was_done_is_not_taken(as_staff, typed):
    concern = a_concern()

    response = as_staff("safeguarding").post(address(concern), typed)

    assert response.status_code == 422
    assert TEXT in says(response)
    assert Concern.objects.waiting().count() == 1


def test_concerns_that_wait_longest_come_first(as_staff, time_machine):
    words = make.words()
    raised = []
    for hours in (3, 2):
        time_machine.move_to(make.noon(make.today()) + timedelta(hours=hours))
        raised.append(reading.raise_concern(words=words, by=make.staff("reader"), note=""))

    lines = rows(as_staff("safeguarding").get(reverse("feedback_concerns")))

    assert [line[0] for line in lines] == [f"#{raised[1].pk}", f"#{raised[0].pk}"]


def settled(as_staff, concern):
    client = as_staff("safeguarding")
    opened(client, concern)
    client.post(address(concern), SETTLED)
    return client


def add(client, concern, **typed):
    return client.post(reverse("feedback_follow_up", args=[concern.pk]), typed, follow=True)


def test_what_happened_then_is_added_with_who_and_when(as_staff, time_machine):
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)
    concern = a_concern()
    client = settled(as_staff, concern)

    response = add(client, concern, note="She is safe at her aunt's.")

    line = concern.follow_ups.get()
    assert (line.by, line.at, line.outcome) == (make.staff("safeguarding"), now, "")
    assert "What happened then She is safe at her aunt's." in says(response)


def test_a_changed_outcome_stands_below_the_first(as_staff):
    concern = a_concern()
    client = settled(as_staff, concern)

    shown = says(add(client, concern, note="It was a game.", outcome="no_concern"))

    assert shown.index("Referral made I rang") < shown.index("Changed to: No concern It was a game")
    concern.refresh_from_db()
    assert (concern.outcome, concern.opened("action")) == ("referred", SETTLED["action"])


def test_before_an_outcome_nothing_is_added(as_staff):
    concern = a_concern()

    response = add(as_staff("safeguarding"), concern, note="She called.")

    assert "Record the outcome first." in says(response)
    assert not concern.follow_ups.exists()


@pytest.mark.parametrize("note", ["", "\u200b"])
def test_a_follow_up_says_something(as_staff, note):
    concern = a_concern()

    response = add(settled(as_staff, concern), concern, note=note)

    assert response.status_code == 422
    assert not concern.follow_ups.exists()


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_adds_anything(as_staff, role):
    concern = a_concern()
    settled(as_staff, concern)

    add(as_staff(role), concern, note="Mine.")

    assert not concern.follow_ups.exists()


def both_texts():
    page = make.closed_consultation(
        make.block("long_text", "Tell us more.", data_name="more"),
        make.block("long_text", "Anything else?", data_name="else"),
    )
    response = make.response(page, **{"more": TEXT, "else": "He has a key to my room"})
    worrying, other = (response.words.get(text=text) for text in (TEXT, "He has a key to my room"))
    return reading.raise_concern(words=worrying, by=make.staff("reader"), note=""), other


def test_what_else_the_same_person_wrote_stands_beside_it(as_staff):
    concern, _other = both_texts()

    shown = says(opened(as_staff("safeguarding"), concern))

    assert "Anything else? He has a key to my room Nobody has marked it as read yet." in shown


def test_it_says_who_read_the_other_text(as_staff):
    concern, other = both_texts()
    reading.mark_read(words=other, by=make.staff("reader"))

    shown = says(opened(as_staff("safeguarding"), concern))

    assert f"He has a key to my room Read by {make.staff('reader')}" in shown


def test_opening_a_concern_opens_all_that_the_person_wrote(as_staff):
    concern, other = both_texts()

    opened(as_staff("safeguarding"), concern)

    for words in (concern.words, other):
        assert words.openings.latest("pk").by == make.staff("safeguarding")


def test_what_was_asked_and_of_whom_stays_when_the_answers_are_gone(as_staff):
    concern = a_concern(voice="with_help")
    withdraw_response(response=concern.words.response, today=make.today())

    shown = says(opened(as_staff("safeguarding"), concern))

    for part in (TEXT, "Tell us more.", "Child or young person, 13 to 15", "Me, with help"):
        assert part in shown


def test_words_that_worry_somebody_leave_the_public_page_at_once(visitor):
    page = make.closed_consultation()
    theme, words = make.theme(page), make.read_words(page, "canary")
    make.quotation(words, theme)
    findings = make.findings(page, theme)
    assert "canary" in says(visitor.get(findings.url))

    reading.raise_concern(words=words, by=make.staff("reader"), note="")

    assert "canary" not in says(visitor.get(findings.url))
