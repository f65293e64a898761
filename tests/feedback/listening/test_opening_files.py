"""Drawings and voice messages on the staff's side: closed, recorded, never handed on."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from consultations.media import sound_from_upload
from feedback.actions import freezing, making_ready, reading, themes, withdrawing
from feedback.models import Concern, DraftFile, Opening, Recording, Words
from feedback.views import opening
from tests import make, media
from tests.feedback.exporting.cells import cells
from tests.feedback.listening import screens


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False


def address(words: Words) -> str:
    return reverse("feedback_file", args=[words.pk])


def open_concern(client, worry: Concern):
    """The page of a concern, once it has been opened."""
    return client.post(reverse("feedback_open_concern", args=[worry.pk]), follow=True)


def open_text(client, words: Words):
    """The page of some words, opened as a reader opens it."""
    return client.post(reverse("feedback_text", args=[words.pk]))


def test_the_queue_says_what_waits_and_shows_nothing_of_it(as_staff):
    media.drawn(text="Secret house")

    queue = as_staff("reader").get(reverse("feedback_reading"))

    assert "Drawing" in screens.says(queue)
    assert "Secret" not in queue.content.decode()
    assert "/file/" not in queue.content.decode()


def test_a_drawing_is_closed_until_somebody_opens_it(as_staff):
    words, reader = media.drawn(), as_staff("reader")
    closed = reader.get(reverse("feedback_text", args=[words.pk]))
    assert address(words) not in closed.content.decode()
    assert reader.get(address(words)).status_code == 404

    shown = open_text(reader, words)

    assert address(words) in shown.content.decode()
    assert reader.get(address(words)).content == bytes(words.recording.content)
    assert Opening.objects.filter(words=words, by=make.staff("reader")).count() == 1


def test_a_voice_message_is_played_where_it_was_opened(as_staff):
    made = sound_from_upload(media.sound())
    words, reader = media.drawn(name="voice", made=made), as_staff("reader")

    shown = open_text(reader, words).content.decode()

    assert f'src="{address(words)}"' in shown
    assert "<audio" in shown
    assert reader.get(address(words), headers={"range": "bytes=0-0"}).status_code == 206


def test_a_file_is_given_out_for_a_while_and_then_opened_anew(as_staff, monkeypatch):
    words, reader = media.drawn(), as_staff("reader")
    open_text(reader, words)

    monkeypatch.setattr(opening, "OPEN_FOR", timedelta(0))

    assert reader.get(address(words)).status_code == 404


def test_what_one_reader_opened_is_not_open_to_another(as_staff):
    words = media.drawn()
    open_text(as_staff("reader"), words)
    other = make.staff("reader", again=True)

    assert as_staff(user=other).get(address(words)).status_code == 404


def test_a_reader_of_another_council_finds_nothing(as_staff):
    words = media.drawn()
    elsewhere = as_staff(user=screens.elsewhere("reader", "safeguarding", "analyst"))

    names = {
        "feedback_file": [words.pk],
        "feedback_text": [words.pk],
        "feedback_freeze": [words.pk],
    }
    answered = {
        name: elsewhere.post(reverse(name, args=args)).status_code
        if name != "feedback_file"
        else elsewhere.get(reverse(name, args=args)).status_code
        for name, args in names.items()
    }

    assert set(answered.values()) == {404}


def test_no_copy_is_kept_and_nothing_in_it_runs(as_staff):
    words, reader = media.drawn(), as_staff("reader")
    open_text(reader, words)

    headers = reader.get(address(words)).headers

    assert "no-store" in headers["Cache-Control"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["Content-Type"] == "image/png"


def test_a_reader_marks_a_drawing_as_read(as_staff):
    words = media.drawn()

    as_staff("reader").post(reverse("feedback_mark", args=[words.pk]), {"go": "read", "note": ""})

    assert Words.objects.calm().get() == words


def test_a_worry_takes_a_sealed_copy_that_outlives_taking_back(as_staff):
    words = media.drawn()
    content = bytes(words.recording.content)
    worry = reading.raise_concern(words=words, by=make.staff("reader"), note="Look.")
    withdrawing.withdraw_response(response=words.response, today=make.today())
    lead = as_staff("safeguarding")

    shown = open_concern(lead, worry).content.decode()
    copy = lead.get(reverse("feedback_sealed_file", args=[worry.pk]))

    assert not Recording.objects.exists()
    assert reverse("feedback_sealed_file", args=[worry.pk]) in shown
    assert (copy.content, copy["Content-Type"]) == (content, "image/png")
    assert content.hex() not in Concern.objects.get().sealed_file


def test_a_frozen_picture_is_opened_by_nobody_and_kept_sealed(as_staff):
    words, reader, lead = media.drawn(), as_staff("reader"), as_staff("safeguarding")
    content = bytes(words.recording.content)
    open_text(reader, words)

    said = reader.post(reverse("feedback_freeze", args=[words.pk]), follow=True)

    worry = Concern.objects.get()
    assert "Do not copy, print or forward it" in screens.says(said)
    assert open_text(reader, words).status_code == 200
    assert reader.get(address(words)).status_code == 404
    assert lead.get(reverse("feedback_sealed_file", args=[worry.pk])).status_code == 404
    assert "frozen" in screens.says(open_concern(lead, worry))
    assert lead.get(reverse("feedback_sealed_file", args=[worry.pk])).status_code == 404
    assert lead.get(address(words)).status_code == 404
    assert worry.file == content


def test_only_whoever_opened_a_picture_freezes_it(as_staff):
    words = media.drawn()

    response = as_staff("reader").post(reverse("feedback_freeze", args=[words.pk]))

    assert response.status_code == 404
    assert not Recording.objects.get().frozen


def test_nobody_freezes_in_another_role():
    with pytest.raises(reading.NotYours):
        freezing.freeze_file(words=media.drawn(), by=make.staff("analyst"), note="")


def test_an_analyst_opens_what_shows_nobody_and_that_is_recorded(as_staff):
    words, analyst = media.drawn(text="my house"), as_staff("analyst")
    where = [words.response.questionnaire.consultation.code, words.pk]
    assert analyst.get(reverse("feedback_original", args=where)).status_code == 404
    media.read(words)
    assert analyst.get(reverse("feedback_original", args=where)).status_code == 404
    media.shareable(words)
    closed = analyst.get(reverse("feedback_original", args=where))
    assert address(words) not in closed.content.decode()
    assert analyst.get(address(words)).status_code == 404

    shown = analyst.post(reverse("feedback_original", args=where))

    assert address(words) in shown.content.decode()
    assert analyst.get(address(words)).status_code == 200
    assert words.openings.filter(by=make.staff("analyst")).exists()


def test_the_workspace_shows_what_was_written_and_a_way_to_the_drawing(as_staff):
    words = media.shareable(media.drawn(text="my house"))
    code = words.response.questionnaire.consultation.code

    shown = as_staff("analyst").get(reverse("feedback_workspace", args=[code]))

    assert "my house" in screens.says(shown)
    assert "Drawing" in screens.says(shown)
    assert reverse("feedback_original", args=[code, words.pk]) in shown.content.decode()
    assert address(words) not in shown.content.decode()


def test_a_drawing_without_words_is_not_quoted(as_staff):
    page = media.asking()
    words = media.read(media.drawn(page))
    making_ready.describe(words=words, text="A house", by=make.staff("reader"))
    Words.objects.update(may_show=True)
    words.refresh_from_db()
    where = reverse("feedback_quote", args=[page.identity.code, words.pk])

    with pytest.raises(themes.NotAllowedToShow):
        themes.propose_quotation(
            words=words,
            theme=make.theme(page),
            text="A house",
            differs=False,
            by=make.staff("analyst"),
        )
    assert as_staff("analyst").get(where).status_code == 404


def test_the_words_beside_a_drawing_can_be_quoted():
    page = media.asking()
    words = media.read(media.drawn(page, text="my house"))

    assert make.quotation(words, make.theme(page), cleared=False).text == "my house"


def test_an_export_says_that_something_was_drawn():
    page = media.asking()
    media.drawn(page, text="my house")

    assert cells(page, "draw") == [["[drawn]", ""]]


@pytest.mark.parametrize(
    ("facts", "kept"),
    [
        ({}, True),
        ({"mime": "image/svg+xml"}, False),
        ({"mime": "text/html"}, False),
        ({"content": b""}, False),
    ],
)
def test_only_files_that_we_make_are_kept(facts, kept):
    words = make.words()
    row = Recording(**({"words": words, "content": b"x", "mime": "image/png"} | facts))

    assert _is_kept(row) is kept


@pytest.mark.parametrize(("again", "kept"), [("voice", True), ("draw", False)])
def test_a_draft_has_one_file_for_a_question(again, kept):
    page = media.asking()
    media.keep(make.draft(page), page)
    first = DraftFile.objects.get()
    question = make.frozen(page, again)["id"]

    row = DraftFile(draft=first.draft, question_id=question, content=b"x", mime="image/png")

    assert _is_kept(row) is kept


@pytest.mark.parametrize(
    ("text", "medium", "kept"),
    [
        ("Words", "written", True),
        ("", "drawn", True),
        ("Words", "spoken", True),
        ("", "written", False),
    ],
)
def test_words_are_written_or_there_is_something_to_open(text, medium, kept):
    words = make.words()
    words.text, words.medium = text, medium

    try:
        with transaction.atomic():
            words.save()
    except IntegrityError:
        assert not kept
    else:
        assert kept


def test_the_database_keeps_no_file_without_its_draft():
    page = media.asking()
    media.keep(make.draft(page), page)
    draft = DraftFile.objects.get().draft

    draft.delete()

    assert not DraftFile.objects.exists()


def _is_kept(row) -> bool:
    """Whether the database takes this row."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return False
    return True
