"""Every text waits in a queue until a person has read it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from consultations.models import CouncilSettings
from feedback.actions import reading
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, n_queries, rows, says

QUEUE = "feedback_reading"


@pytest.mark.parametrize("role", ["reader", "safeguarding"])
def test_the_queue_is_for_readers_and_the_safeguarding_lead(as_staff, role):
    make.words()

    response = as_staff(role).get(reverse(QUEUE))

    assert response.status_code == 200
    assert len(rows(response)) == 1


@pytest.mark.parametrize(
    "role", ["participation", "approver", "governance", "analyst", "decision_maker"]
)
def test_nobody_else_opens_the_queue(as_staff, role):
    assert is_refused(as_staff(role).get(reverse(QUEUE)))


def test_a_superuser_is_no_reader(as_staff):
    assert is_refused(as_staff(user=make.superuser()).get(reverse(QUEUE)))


def test_a_superuser_who_is_given_the_role_reads(as_staff):
    user = make.superuser()
    user.groups.add(*make.staff("reader").groups.all())

    assert as_staff(user=user).get(reverse(QUEUE)).status_code == 200


def test_a_reader_whose_account_is_closed_gets_nothing(as_staff):
    user = make.staff("reader")
    client = as_staff(user=user)
    user.is_active = False
    user.save()

    assert reverse("account_login") in client.get(reverse(QUEUE)).url


def test_a_visitor_must_sign_in(visitor):
    assert reverse("account_login") in visitor.get(reverse(QUEUE)).url


def test_a_councillor_has_no_staff_screens(as_staff):
    assert as_staff("councillor").get(reverse(QUEUE)).status_code == 403


def test_a_reader_of_another_council_sees_none_of_our_texts(as_staff):
    make.words()

    response = as_staff(user=elsewhere("reader")).get(reverse(QUEUE))

    assert "0 texts wait" in says(response)


def test_the_queue_shows_no_text(as_staff):
    make.words(text="Nobody asked me about Nan")

    response = as_staff("reader").get(reverse(QUEUE))

    assert "Nan" not in response.content.decode()


def test_a_line_says_what_a_text_answers_and_whose_it_is(as_staff):
    page = make.closed_consultation(title="Who sees it?")
    make.words(page, band="13-15", voice="exact_words")

    (line,) = rows(as_staff("reader").get(reverse(QUEUE)))

    assert line[1:6] == [
        "Who sees it?",
        "Tell us more.",
        "Child or young person, 13 to 15",
        "A child's exact words, written down by somebody else",
        "English",
    ]


def test_what_was_read_waits_no_more(as_staff):
    make.read_words()
    make.words(band="10-12")

    lines = rows(as_staff("reader").get(reverse(QUEUE)))

    assert [line[3] for line in lines] == ["Child or young person, 10 to 12"]


def test_what_was_only_opened_waits_and_says_who_has_it(as_staff):
    reader = make.staff("reader")
    reading.open_words(words=make.words(), by=reader)

    (line,) = rows(as_staff("safeguarding").get(reverse(QUEUE)))

    assert line[6].startswith(f"Opened by {reader}")


FRIDAY = date(2031, 3, 7)


@pytest.fixture
def on_monday(time_machine):
    """A consultation in which somebody wrote on a Friday, read on the Monday after."""
    time_machine.move_to(make.noon(FRIDAY), tick=False)
    page = make.consultation()
    make.words(page, band="13-15", on=FRIDAY)
    time_machine.move_to(make.noon(FRIDAY + timedelta(days=3)), tick=False)
    return page


def test_texts_stand_under_the_day_by_which_they_are_read(as_staff, on_monday):
    shown = says(as_staff("reader").get(reverse(QUEUE)))

    assert "To be read by Monday 10 March 2031" in shown
    assert "Late" not in shown


def test_what_nobody_read_in_time_is_late_and_comes_first(as_staff, on_monday, time_machine):
    time_machine.move_to(make.noon(date(2031, 3, 11)), tick=False)
    make.words(on_monday, band="10-12", on=date(2031, 3, 11))

    response = as_staff("reader").get(reverse(QUEUE))

    shown = says(response)
    assert "2 texts wait for a person to read them. 1 is late." in shown
    late, due = (shown.index(f"To be read by {day}") for day in ("Monday 10", "Wednesday 12"))
    assert late < shown.index(" Late ") < due
    assert rows(response, 0)[0][3].endswith("13 to 15")
    assert rows(response, 1)[0][3].endswith("10 to 12")


def test_a_council_may_take_longer(as_staff, on_monday, time_machine):
    settings = CouncilSettings.for_site(make.council())
    settings.read_within_days = 3
    settings.save()
    time_machine.move_to(make.noon(date(2031, 3, 12)), tick=False)

    shown = says(as_staff("reader").get(reverse(QUEUE)))

    assert "To be read by Wednesday 12 March 2031" in shown
    assert "late" not in shown.lower()


def test_the_front_page_says_how_many_are_late(as_staff, on_monday, time_machine):
    time_machine.move_to(make.noon(date(2031, 3, 11)), tick=False)
    make.words(on_monday, on=date(2031, 3, 11))

    shown = says(as_staff("reader").get(reverse("wagtailadmin_home")))

    assert "2 texts to read, 1 late" in shown


def test_nothing_waits(as_staff):
    make.read_words()

    response = as_staff("reader").get(reverse(QUEUE))

    assert "0 texts wait" in says(response)


def test_a_long_queue_has_pages(as_staff):
    page = make.closed_consultation()
    for _text in range(31):
        make.words(page)

    response = as_staff("reader").get(reverse(QUEUE), {"page": 2})

    assert "31 texts wait" in says(response)
    assert len(rows(response)) == 1


def test_no_copy_of_the_queue_is_kept(as_staff):
    response = as_staff("reader").get(reverse(QUEUE))

    assert "no-store" in response["Cache-Control"]


def test_a_longer_queue_asks_the_database_no_more(as_staff):
    page, client = make.closed_consultation(), as_staff("reader")
    reading.open_words(words=make.words(page), by=make.staff("reader"))
    before = n_queries(client, reverse(QUEUE))

    for _text in range(5):
        reading.open_words(words=make.words(page), by=make.staff("reader", again=True))

    assert n_queries(client, reverse(QUEUE)) == before


def test_a_reader_finds_words_that_wait_to_be_cleared(as_staff):
    page = make.closed_consultation(title="Who sees it?")
    make.quotation(make.read_words(page), make.theme(page), cleared=False)

    response = as_staff("reader").get(reverse(QUEUE))

    address = reverse("feedback_quotations", args=[page.identity.code])
    assert f'<a href="{address}">Who sees it?</a>'.encode() in response.content


def test_words_that_were_cleared_wait_no_more(as_staff):
    page = make.closed_consultation()
    make.quotation(make.read_words(page), make.theme(page))

    response = as_staff("reader").get(reverse(QUEUE))

    assert (
        reverse("feedback_quotations", args=[page.identity.code]) not in response.content.decode()
    )
