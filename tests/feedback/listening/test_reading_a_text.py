"""A reader opens a text, reads it, and says that they did."""

import pytest
from django.urls import reverse

from feedback.models import Concern, Reading
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, says

TEXT = "He shouts when I am late"


def address(words, name="feedback_text"):
    return reverse(name, args=[words.pk])


def test_a_text_is_closed_until_it_is_opened(as_staff):
    words = make.words(text=TEXT)

    response = as_staff("reader").get(address(words))

    assert "closed until you open it" in says(response)
    assert TEXT not in response.content.decode()
    assert not Reading.objects.exists()


def test_opening_shows_the_text_and_records_who_and_when(as_staff, time_machine):
    words = make.words(text=TEXT)
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    response = as_staff("reader").post(address(words))

    assert TEXT in says(response)
    record = Reading.objects.get(words=words)
    assert (record.opened_by, record.opened_at) == (make.staff("reader"), now)
    assert (record.read_by, record.read_at) == (None, None)


def test_an_opened_text_stays_open(as_staff):
    words = make.words(text=TEXT)
    client = as_staff("reader")
    client.post(address(words))

    assert TEXT in says(client.get(address(words)))


def test_who_opened_it_first_stays_on_record(as_staff):
    words = make.words()
    as_staff("reader").post(address(words))

    as_staff("safeguarding").post(address(words))

    assert words.reading.opened_by == make.staff("reader")


def test_each_opening_is_recorded(as_staff, time_machine):
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)
    words, client = make.words(), as_staff("reader")

    client.post(address(words))
    as_staff("safeguarding").post(address(words))
    client.get(address(words))

    reader, lead = make.staff("reader"), make.staff("safeguarding")
    assert list(words.openings.values_list("by", "at")) == [
        (reader.pk, now),
        (lead.pk, now),
        (reader.pk, now),
    ]


def test_a_text_that_somebody_else_opened_is_closed_for_others(as_staff):
    words = make.words(text=TEXT)
    as_staff("reader").post(address(words))

    assert TEXT not in says(as_staff("safeguarding").get(address(words)))


def test_a_text_says_who_opened_it_before(as_staff):
    words = make.words()
    as_staff("reader").post(address(words))

    response = as_staff("safeguarding").get(address(words))

    assert f"Opened before: {make.staff('reader')} on {make.today():%-d %b %Y}" in says(response)


def test_what_was_marked_can_be_put_back_on_the_next_screen(as_staff):
    words = make.words()
    other = make.words(make.closed_consultation(), on=make.today(-7))
    client = as_staff("reader")

    following = client.post(address(words, "feedback_mark"), {"go": "read"}, follow=True)
    assert "You marked a text as read." in says(following)
    response = client.post(address(words, "feedback_put_back"), follow=True)

    assert "It waits in the queue again." in says(response)
    assert set(type(words).objects.unread()) == {words, other}


def test_after_a_worry_nothing_can_be_put_back(as_staff):
    words = make.words()

    response = as_staff("reader").post(
        address(words, "feedback_mark"), {"go": "worried"}, follow=True
    )

    assert "Put it back" not in says(response)


def test_the_address_of_a_text_that_somebody_else_marked_offers_nothing(as_staff):
    words = make.read_words()

    response = as_staff("safeguarding").get(f"{reverse('feedback_reading')}?marked={words.pk}")

    assert "Put it back" not in says(response)


def test_a_text_stands_beside_its_question_age_and_voice(as_staff):
    page = make.closed_consultation(
        make.block(
            "long_text",
            "What would you change?",
            data_name="more",
            wordings=[{"bands": ["10-12"], "text": "What is wrong with it?"}],
        )
    )
    words = make.words(page, band="10-12", voice="with_help")

    shown = says(as_staff("reader").get(address(words)))

    for part in ("What is wrong with it?", "10 to 12", "Me, with help", "On this site"):
        assert part in shown
    assert "What would you change?" not in shown


def test_a_script_in_a_text_is_only_text(as_staff):
    words = make.words(text="<script>alert(1)</script>")

    response = as_staff("reader").post(address(words))

    assert "&lt;script&gt;alert(1)" in response.content.decode()
    assert "<script>alert(1)" not in response.content.decode()


def test_marking_records_who_and_when(as_staff, time_machine):
    words = make.words()
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    as_staff("reader").post(address(words, "feedback_mark"), {"go": "read"})

    record = Reading.objects.get(words=words)
    assert (record.read_by, record.read_at) == (make.staff("reader"), now)
    assert not Concern.objects.exists()


def test_marking_leads_to_the_next_text(as_staff):
    page = make.closed_consultation()
    later = make.words(page, on=page.closes_on)
    first = make.words(page, on=page.opens_on)

    response = as_staff("reader").post(address(first, "feedback_mark"), {"go": "read"})

    assert response.url == f"{address(later)}?marked={first.pk}"


def test_after_the_last_text_nothing_waits(as_staff):
    words = make.words()

    response = as_staff("reader").post(address(words, "feedback_mark"), {"go": "read"}, follow=True)

    assert response.redirect_chain[-1][0].startswith(reverse("feedback_reading"))
    assert "Nothing is waiting to be read." in says(response)


def test_who_read_it_first_stays_on_record(as_staff):
    words = make.read_words()

    as_staff("safeguarding").post(address(words, "feedback_mark"), {"go": "read"})

    words.reading.refresh_from_db()
    assert words.reading.read_by == make.staff("reader")


def test_a_worry_written_beside_the_wrong_button_is_not_lost(as_staff):
    words = make.words()

    typed = {"go": "read", "note": "He is ten."}
    response = as_staff("reader").post(address(words, "feedback_mark"), typed)

    assert response.status_code == 422
    assert "You wrote why you are worried." in says(response)
    assert "He is ten." in response.content.decode()
    assert words.__class__.objects.unread().count() == 1


def test_a_note_that_cannot_be_kept_does_not_lose_the_worry(as_staff):
    words = make.words(text=TEXT)

    typed = {"go": "worried", "note": "He is\x00ten."}
    response = as_staff("reader").post(address(words, "feedback_mark"), typed)

    assert response.status_code == 422
    assert TEXT in says(response)
    assert words.__class__.objects.unread().count() == 1


def test_a_text_is_not_marked_by_a_link(as_staff):
    words = make.words()

    response = as_staff("reader").get(address(words, "feedback_mark"))

    assert response.status_code == 405
    assert not Reading.objects.exists()


@pytest.mark.parametrize("name", ["feedback_text", "feedback_mark", "feedback_put_back"])
@pytest.mark.parametrize("role", ["participation", "approver", "analyst", "decision_maker"])
def test_nobody_else_opens_or_marks_a_text(as_staff, role, name):
    words = make.words()

    assert is_refused(as_staff(role).post(address(words, name)))
    assert not Reading.objects.exists()


@pytest.mark.parametrize("name", ["feedback_text", "feedback_mark", "feedback_put_back"])
def test_a_superuser_opens_and_marks_nothing(as_staff, name):
    words = make.words()

    assert is_refused(as_staff(user=make.superuser()).post(address(words, name)))
    assert not Reading.objects.exists()


@pytest.mark.parametrize("name", ["feedback_text", "feedback_mark", "feedback_put_back"])
@pytest.mark.parametrize("role", ["reader", "safeguarding"])
def test_for_a_reader_of_another_council_the_text_is_not_there(as_staff, role, name):
    words = make.words()

    response = as_staff(user=elsewhere(role)).post(address(words, name))

    assert response.status_code == 404
    assert not Reading.objects.exists()


def test_no_copy_of_a_text_is_kept(as_staff):
    response = as_staff("reader").post(address(make.words()))

    assert "no-store" in response["Cache-Control"]
