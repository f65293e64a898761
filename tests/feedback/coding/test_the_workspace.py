"""Texts are chosen, found, put under themes one by one, noted and counted as read."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from feedback.actions import coding, frame, reading, themes
from feedback.actions.versions import keep_version
from feedback.models import Coding, Note, Seen, VersionKind, Words
from tests import make
from tests.feedback.listening.screens import n_queries, says
from tests.sharing import once_a_file

TEXT = "Call me by my name 😀, not my number."


@once_a_file
def page():
    page = make.closed_consultation()
    make.read_words(page, TEXT, band="10-12", voice="with_help")
    make.read_words(page, "School moved my file.", role="parent", language="pl")
    return page


@pytest.fixture
def client(as_staff):
    return as_staff("analyst")


@pytest.fixture
def words(page):
    return next(one for one in texts_of(page) if one.safe_text == TEXT)


@pytest.fixture
def theme(page):
    return make.theme(page, "Names")


def texts_of(page):
    return list(Words.objects.of(page.identity))


def workspace(page):
    return reverse("feedback_workspace", args=[page.identity.code])


def shown(client, page, **asked):
    """The texts on the screen."""
    soup = BeautifulSoup(client.get(workspace(page), asked).content, "html.parser")
    return {one.get_text() for one in soup.select("[data-version]")}


def send(client, words, **fields):
    """What the script sends, and what it is told."""
    code = words.response.questionnaire.consultation.code
    response = client.post(reverse("feedback_code", args=[code, words.pk]), fields)
    return response.status_code, json.loads(response.content)


def test_texts_are_chosen_by_whatever_is_known_of_them(client, page, words, theme):
    other = "School moved my file."
    themes.group_words(words=words, themes=[theme], by=make.staff("analyst", again=True))
    coding.mark_seen(texts=[words], by=make.staff("analyst"))

    for asked, expected in {
        "role=parent": {other},
        "role=child": {TEXT},
        "band=10-12": {TEXT},
        "band=6-9": set(),
        "voice=with_help": {TEXT},
        "language=pl": {other},
        "channel=paper": set(),
        "state=seen": {TEXT},
        "state=unseen": {other},
        "theme=none": {other},
        "theme=mine": set(),
        "theme=again": set(),
        f"theme={theme.pk}": {TEXT},
        "q=schools -number": set(),
        "q=school": {other},
        "q=-school": {TEXT},
        "role=nobody": {TEXT, other},
        "q=%00": {TEXT, other},
        "question=%00": {TEXT, other},
    }.items():
        name, value = asked.split("=")
        assert shown(client, page, **{name: value.replace("%00", "\x00")}) == expected, asked


def test_what_is_to_be_looked_at_again_is_found(client, page, words, theme):
    version = words.versions.safe().get()
    coding.code_passage(
        words=words, version=version, start=0, end=7, theme=theme, by=make.staff("analyst")
    )
    keep_version(words=words, kind=VersionKind.SAFE, text="[Somebody].", by=make.staff("reader"))

    assert shown(client, page, theme="again") == {"[Somebody]."}
    assert "look again" in says(client.get(workspace(page)))
    assert "Call me" not in says(client.get(workspace(page)))


def test_what_stands_under_a_theme_that_was_split_is_to_be_looked_at_again(
    client, page, words, theme
):
    analyst = make.staff("analyst")
    themes.group_words(words=words, themes=[theme], by=analyst)
    frame.split_theme(theme=theme, parts=[frame.Part("One"), frame.Part("Two")], by=analyst)

    assert shown(client, page, theme="again") == {TEXT}


def test_context_travels_with_a_text(client, page):
    words = make.words(page, "It was hard", band="6-9", voice="with_help")
    type(words.response).objects.filter(pk=words.response_id).update(
        could_say="not_really", channel="paper"
    )
    reading.mark_read(words=words, by=make.staff("reader"))

    said = says(client.get(workspace(page), {"band": "6-9"}))

    assert (
        "Child or young person, 6 to 9 · Me, with help (could say what they wanted: not really) · "
        "On paper · English · questions, edition 1 It was hard"
    ) in said


def test_a_script_puts_a_text_under_a_theme_and_gets_it_back_as_it_stands(client, words, theme):
    status, told = send(client, words, go="text", theme=theme.pk)

    assert (status, told["said"]) == (200, "The text stands under “Names”.")
    assert Coding.objects.get().pk == told["coding"]
    assert "Names" in BeautifulSoup(told["card"], "html.parser").select_one(".heard-under").text

    status, told = send(client, words, go="out", coding=told["coding"])
    assert (status, told["said"], Coding.objects.exists()) == (200, "Taken out of “Names”.", False)
    assert send(client, words, go="out", coding="1")[1]["said"] == "It was taken out before."


def test_a_script_puts_chosen_words_under_a_theme(client, words, theme):
    version = words.versions.safe().get()

    status, told = send(
        client, words, go="passage", theme=theme.pk, version=version.pk, start=11, end=20
    )

    assert status == 200
    card = BeautifulSoup(told["card"], "html.parser")
    assert [mark.text for mark in card.find_all("mark")] == ["my name 😀"]
    assert card.select_one("[data-version]").text == TEXT


def test_what_a_script_cannot_do_it_is_told_in_a_sentence(page, client, words, theme):
    theirs = coding.code_text(words=words, theme=theme, by=make.staff("analyst", again=True))
    version, retired = words.versions.safe().get(), make.theme(page)
    frame.retire_theme(theme=retired, by=make.staff("analyst"))
    passage = {"go": "passage", "theme": theme.pk, "version": version.pk}

    for fields, sentence in (
        ({"go": "text", "theme": retired.pk}, "changed the themes"),
        ({"go": "text", "theme": "x"}, "changed the themes"),
        ({"go": "out", "coding": theirs.pk}, "A colleague put it there"),
        (passage | {"start": 3, "end": 999}, "These words are not in the text"),
        (passage | {"start": "x", "end": 9}, "These words are not in the text"),
        (passage | {"start": 0, "end": 9, "version": "x"}, "These words are not in the text"),
    ):
        status, told = send(client, words, **fields)
        assert (status, sentence in told["said"]) == (409, True), fields
    assert Coding.objects.get() == theirs


def test_a_text_that_worries_somebody_meanwhile_is_not_shown_again(client, words, theme):
    reading.raise_concern(words=words, by=make.staff("reader"), note="")

    status, told = send(client, words, go="text", theme=theme.pk)

    assert (status, told["card"]) == (409, "")
    assert "Somebody is worried" in told["said"]


def test_what_is_unknown_is_not_done(client, words):
    assert send(client, words, go="explode")[0] == 200
    assert not Coding.objects.exists()


def test_a_note_is_saved_and_colleagues_see_it(client, as_staff, page, words):
    send(client, words, go="note", note=" Is it \u202eso? ")

    assert Note.objects.get().text == "Is it so?"
    second = as_staff(user=make.staff("analyst", again=True))
    assert "Is it so?" in says(second.get(workspace(page)))


def group(client, page, words, **fields):
    address = reverse("feedback_group", args=[page.identity.code])
    typed = {f"{name.replace('_', '-')}-{words.pk}": value for name, value in fields.items()}
    return client.post(address, {"texts": [str(words.pk)], **typed}, follow=True)


def test_without_a_script_words_are_copied_into_a_form(client, page, words, theme):
    group(client, page, words, passage=" my name ", passage_theme=str(theme.pk))

    made = Coding.objects.get()
    assert (made.start, made.end) == (11, 18)
    response = group(client, page, words, out=str(made.pk))
    assert "1 text changed." in says(response)
    assert not Coding.objects.exists()


@pytest.mark.parametrize("typed", [{"passage": "not there"}, {"passage": "my name"}, {}])
def test_words_that_are_not_there_lose_nothing_else(client, page, words, theme, typed):
    chosen = {} if typed == {"passage": "my name"} else {"passage_theme": str(theme.pk)}

    response = group(client, page, words, note="Kept", **typed, **chosen)

    assert "These words are not in the text" in says(response)
    assert Note.objects.get().text == "Kept"


def test_without_a_script_a_page_is_marked_as_read(client, page, words):
    address = reverse("feedback_group", args=[page.identity.code])

    response = client.post(address, {"texts": [str(words.pk)], "go": "read"}, follow=True)

    assert "You have read 1 of 2 texts." in says(response)
    assert Seen.objects.count() == 1


def test_a_script_tells_what_was_read_and_progress_is_said_for_each_question(client, page, words):
    address = reverse("feedback_seen", args=[page.identity.code])

    client.post(address, {"texts": [str(words.pk), "x"]})

    said = says(client.get(workspace(page)))
    assert "You have read 1 of 2 texts." in said
    assert "1 of 2" in said.replace("You have read 1 of 2", "")


def test_ten_codes_have_keys(client, page):
    for n in range(11):
        make.theme(page, f"Theme {n:02}")

    soup = BeautifulSoup(client.get(workspace(page)).content, "html.parser")

    assert [one["data-key"] for one in soup.select("[data-code]")] == [*"1234567890", ""]


def test_the_workspace_asks_little_of_the_database(client, page, theme):
    for words in texts_of(page):
        themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))

    every_screen = 13  # the session, the person's rights and Wagtail's menus
    assert n_queries(client, workspace(page)) <= every_screen + 12 + 2  # of these two savepoints


def test_texts_stand_in_an_order_that_tells_nothing_of_when_they_came(client, page):
    soup = BeautifulSoup(client.get(workspace(page)).content, "html.parser")

    shown_in_order = [one["data-text"] for one in soup.select("[data-text]")]
    assert shown_in_order == sorted(str(words.pk) for words in texts_of(page))
