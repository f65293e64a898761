"""A drawing, a picture or a voice message on its way: kept, changed, skipped, sent, taken back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from consultations.media import pictures
from feedback import uploading
from feedback.actions import answering, sending, withdrawing
from feedback.models import Draft, DraftFile, Recording, Response, Words
from tests import make, media
from tests.feedback.answering import walk

A_STEP_WITH_A_FILE = 6  # one more than without: the file is a row of its own
A_FILE_SENT = 2  # more than without: it is read from the draft, and given to the words


@pytest.fixture
def page():
    return media.asking()


@pytest.fixture
def child(page) -> Client:
    """Somebody who has begun."""
    client = Client()
    walk.begin(client, page)
    return client


def answer(client, page, number: int, words: str = "", **more):
    return walk.answer(client, page, number, words, **more)


def draw(client, page, words: str = "", **more):
    return answer(client, page, 1, words, answer_strokes=media.strokes(), **more)


def kept(page, name: str = "draw") -> dict:
    """The answer in the only draft."""
    return Draft.objects.get().answers.get(make.frozen(page, name)["id"], {})


def address(page, name: str = "draw") -> str:
    return walk.address(page, f"file/{kept(page, name)['file']}")


def test_a_drawing_is_kept_with_its_words_and_seen_again(child, page):
    draw(child, page, "my house")

    shown = child.get(walk.address(page, 1))
    picture = child.get(address(page))

    assert "my house" in shown.content.decode()
    assert "&quot;red&quot;" in shown.content.decode()
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/png")
    assert b"".join(picture) == bytes(DraftFile.objects.get().content)


def test_without_a_script_a_picture_is_sent_as_a_file(child, page):
    answer(child, page, 1, "nan's", answer_file=media.file(media.photo(), "IMG_1.jpg"))

    assert kept(page) | {"file": ""} == {
        "file": "",
        "medium": "picture",
        "seconds": 0,
        "text": "nan's",
        "may_show": False,
    }
    assert b"Secret" not in bytes(DraftFile.objects.get().content)


def test_a_voice_message_is_kept_and_can_be_heard_in_parts(child, page):
    answer(child, page, 2, answer_file=media.file(media.sound(), "voice.webm"))
    content = bytes(DraftFile.objects.get().content)

    part = child.get(address(page, "voice"), headers={"range": "bytes=0-1"})
    rest = child.get(address(page, "voice"), headers={"range": "bytes=2-"})

    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 0-1/{len(content)}")
    assert part.content + rest.content == content
    assert part["Content-Type"] == "audio/mpeg"


@pytest.mark.parametrize(
    ("asked", "status"),
    [("bytes=999999999-", 416), ("bytes=-3", 206), ("bytes=-", 200), ("x", 200)],
)
def test_odd_parts_are_answered_as_the_standard_says(child, page, asked, status):
    draw(child, page)

    assert child.get(address(page), headers={"range": asked}).status_code == status


def test_a_new_file_takes_the_place_of_the_one_before(child, page):
    draw(child, page)
    before = address(page)

    answer(child, page, 1, answer_file=media.file(media.picture()))

    assert kept(page)["medium"] == "picture"
    assert DraftFile.objects.get().mime == "image/jpeg"
    assert child.get(before).status_code == 404


def test_words_alone_leave_the_file_as_it_is(child, page):
    draw(child, page)

    answer(child, page, 1, "now with words")

    assert kept(page)["medium"] == "drawn"
    assert kept(page)["text"] == "now with words"


@pytest.mark.parametrize("given", [{"answer_drop": "on"}, {"answer_strokes": "[]"}])
def test_a_file_can_be_taken_away_and_the_words_stay(child, page, given):
    draw(child, page, "my house")

    answer(child, page, 1, "my house", **given)

    assert kept(page) == {"text": "my house", "may_show": False}
    assert not DraftFile.objects.exists()


def test_two_tabs_do_not_undo_each_other(child, page):
    draw(child, page)
    other = Client(headers={}, raise_request_exception=True)
    other.cookies = child.cookies

    answer(other, page, 2, answer_file=media.file(media.sound()))
    answer(child, page, 1, "words from a page that knew of no drawing")

    assert kept(page)["medium"] == "drawn"
    assert kept(page, "voice")["medium"] == "spoken"


@pytest.mark.parametrize(
    ("number", "content", "sentence"),
    [
        (1, b"no picture", "We can't open that kind of file. Try a photo or a PNG."),
        (1, b"<svg/>", "We can't open that kind of file. Try a photo or a PNG."),
        (2, b"no sound", "We can't play that kind of file. Record it again, or tell us in words."),
    ],
)
def test_a_file_that_cannot_be_opened_gets_a_sentence_and_loses_nothing(
    child, page, number, content, sentence
):
    draw(child, page)

    response = answer(child, page, number, "my words", answer_file=media.file(content))

    assert response.status_code == 422
    assert sentence in walk.text(response)
    assert "my words" in response.content.decode()
    assert kept(page)["medium"] == "drawn"


def test_a_file_that_is_too_big_is_not_held_and_the_words_stay(child, page, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_BYTES", 1000)
    monkeypatch.setattr(pictures, "MOST_BYTES", 1000)
    monkeypatch.setattr("consultations.kinds.draw.Draw.most_bytes", 1000)

    response = answer(child, page, 1, "my words", answer_file=media.file(b"x" * 200_000))

    assert "That picture is too big for us. Try a smaller one" in walk.text(response)
    assert "my words" in response.content.decode()


def test_far_too_much_at_once_is_not_listened_to(child, page, monkeypatch):
    monkeypatch.setattr(uploading, "MOST_AT_ONCE", 1000)

    response = answer(child, page, 1, answer_file=media.file(b"x" * 2000))

    assert response.status_code == 413
    assert "too much at once" in walk.text(response)


def test_a_drawing_that_was_skipped_stays_and_is_not_sent(child, page):
    draw(child, page, go="skip")
    assert kept(page)["skipped"]
    assert "drawn" not in walk.text(child.get(walk.address(page, "check")))

    walk.send(child, page)

    assert Response.objects.exists()
    assert not Words.objects.exists()
    assert not DraftFile.objects.exists()


def test_what_is_sent_is_on_the_check_page_first(child, page):
    draw(child, page, "my house")

    shown = child.get(walk.address(page, "check"))

    assert address(page) in shown.content.decode()
    assert "A drawing my house" in walk.text(shown)


@pytest.mark.parametrize("words", ["", "my house"])
def test_sending_gives_the_file_to_the_words_and_wipes_the_draft(child, page, words):
    draw(child, page, words)
    content = bytes(DraftFile.objects.get().content)

    walk.send(child, page)

    sent = Words.objects.get()
    assert (sent.medium, sent.text) == ("drawn", words)
    assert bytes(sent.recording.content) == content
    assert sent.recording.strokes == media.HOUSE
    assert not DraftFile.objects.exists()


def test_sending_twice_sends_one(child, page):
    draw(child, page)

    walk.send(child, page)
    walk.send(child, page)

    assert Recording.objects.count() == 1


def test_it_goes_on_another_device(child, page):
    draw(child, page)
    child.get(walk.address(page, "stop"))

    other = Client()
    walk.use_words(walk.words_in(child), other)

    assert other.get(address(page)).status_code == 200


def test_taking_back_deletes_it():
    words = media.drawn()

    withdrawing.withdraw_response(response=words.response, today=make.today())

    assert not Recording.objects.exists()


@pytest.mark.parametrize("way", ["leave", "no thanks", "time"])
def test_a_draft_goes_with_its_files(child, page, way):
    draw(child, page)

    if way == "leave":
        child.get("/leave/")
    elif way == "no thanks":
        child.post(walk.address(page, "no-thanks"))
    else:
        answering.wipe_expired_drafts(now=make.noon(make.today()) + timedelta(days=3))

    assert not Draft.objects.exists()
    assert not DraftFile.objects.exists()


def test_a_step_with_a_file_takes_one_statement_more(child, page):
    child.get(walk.address(page, 1))

    assert _statements(lambda: draw(child, page)) == A_STEP_WITH_A_FILE
    assert _statements(lambda: answer(child, page, 1, "words")) <= 5
    assert _statements(lambda: child.get(walk.address(page, 1))) <= 5
    assert _statements(lambda: child.get(address(page))) <= 5


def test_sending_files_takes_two_statements_more(page):
    make.responses(page, 1)

    def n_statements(n_files: int) -> int:
        words = make.draft(page)
        if n_files:
            media.keep(words, page)
        else:
            media.keep(words, page, made=None, answer={"text": "words"})
        send = {"words": words, "now": make.noon(make.today()), "today": make.today()}
        return _statements(lambda: sending.send(**send))

    assert n_statements(1) == n_statements(0) + A_FILE_SENT


def _statements(act) -> int:
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)
