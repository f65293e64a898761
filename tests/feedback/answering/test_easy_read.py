"""Answering in Easy Read: chosen at the start or on the way, and nothing is lost by it."""

import pytest

from feedback.journey import Journey
from feedback.models import Draft, Response
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

pytestmark = pytest.mark.django_db

ROWS = [
    {"symbol": "1f4c1", "text": "We keep a file about you."},
    {"symbol": "1f440", "text": "Who should see it?"},
]


@once_a_file
def page():
    easy = [{"type": "item", "id": str(n), "value": row} for n, row in enumerate(ROWS)]
    return make.consultation(
        make.block("long_text", "Who is entitled to see it?", easy_read=easy, hint="Say anyone."),
        make.block("long_text", "Anything else?"),
        easy_read=[{"type": "row", "value": row, "id": str(n)} for n, row in enumerate(ROWS)],
    )


def begin(client, page):
    client.post(f"{walk.address(page)}?easy=1", {"who": "child:13-15"})
    client.post(walk.address(page, "voice"), {"voice": "me"})


def test_the_page_of_a_consultation_has_an_easy_read_version(client, page):
    shown = client.get(page.url, {"easy": "1"})

    assert "We keep a file about you." in walk.text(shown)
    assert "/say/" in shown.content.decode()
    assert "Pictures: OpenMoji, CC BY-SA 4.0." in walk.text(shown)
    assert "We keep a file about you." not in walk.text(client.get(page.url))


def test_a_consultation_without_one_shows_the_usual_page(client):
    page = make.consultation(make.block("long_text"))

    assert client.get(page.url, {"easy": "1"}).templates[0].name != page.easy_template


def test_one_agrees_in_easy_read_and_that_version_is_kept(client, page):
    begin(client, page)
    asked = client.get(walk.address(page, "agree"))
    client.post(walk.address(page, "agree"))

    assert "If you say no, you get the same help as before." in walk.text(asked)
    assert asked.content.decode().count("openmoji/") == 12
    assert Draft.objects.get().agreed == "easy-1"


def test_the_last_row_is_the_question_and_the_others_stand_before_it(client, page):
    begin(client, page)
    client.post(walk.address(page, "agree"))

    shown = walk.text(client.get(walk.address(page, 1)))

    assert shown.index("We keep a file about you.") < shown.index("Who should see it?")
    assert "entitled" not in shown
    assert "Say anyone." not in shown


def test_a_question_without_easy_read_is_asked_in_its_usual_words(client, page):
    begin(client, page)
    client.post(walk.address(page, "agree"))

    assert "Anything else?" in walk.text(client.get(walk.address(page, 2)))


@pytest.mark.parametrize(
    ("go", "easy", "asked"),
    [("easy", True, "Who should see it?"), ("usual", False, "Who is entitled to see it?")],
)
def test_one_can_change_on_the_way_and_keep_what_is_written(client, page, go, easy, asked):
    walk.begin(client, page)
    Draft.objects.update(easy=not easy)

    changed = walk.answer(client, page, 1, "My nan", go=go)
    shown = client.get(changed.url)

    assert Draft.objects.get().easy is easy
    assert asked in walk.text(shown)
    assert "My nan" in walk.text(shown)


def test_changing_how_the_page_looks_keeps_what_is_written(client, page):
    walk.begin(client, page)

    changed = walk.answer(client, page, 1, "My nan", go="look")

    assert changed.url == f"/look/?back={walk.address(page, 1).replace('/', '%2F')}"
    assert "My nan" in walk.text(client.get(walk.address(page, 1)))


def test_the_check_page_asks_in_easy_read_too(client, page):
    begin(client, page)
    client.post(walk.address(page, "agree"))

    assert "Who should see it?" in walk.text(client.get(walk.address(page, "check")))


def test_no_way_to_easy_read_is_offered_where_there_is_none(client):
    page = make.consultation(make.block("long_text"))
    client.post(f"{walk.address(page)}?easy=1", {"who": "child:13-15"})
    client.post(walk.address(page, "voice"), {"voice": "me"})
    client.post(walk.address(page, "agree"))

    assert not Draft.objects.get().easy
    assert "Easy Read" not in walk.text(client.get(walk.address(page, 1)))


def test_a_response_does_not_say_who_read_easy_read(client, page):
    begin(client, page)
    client.post(walk.address(page, "agree"))
    walk.send(client, page)

    assert "easy" not in {field.name for field in Response._meta.get_fields()}


def test_facts_recording_and_film_are_beside_the_question():
    words = {
        "text": "How?",
        "hint": "",
        "bands": {},
        "facts": "So it is.",
        "audio": "/documents/1/q.mp3",
        "signed": {"film": "/documents/2/q.mp4"},
    }
    question = {"id": "q", "kind": "long_text", "words": {"en-gb": words}}
    document = {"source": "en-gb", "questions": [question], "bands": [], "roles": ["child"]}

    told = Journey(document, "child", "13-15", "en-gb").words(question)

    assert (told["facts"], told["audio"], told["signed"]) == (
        "So it is.",
        "/documents/1/q.mp3",
        {"film": "/documents/2/q.mp4"},
    )
