"""The code frame on the screen: words, merges, splits, retiring, and what can be undone."""

import pytest
from django.urls import reverse

from feedback.actions import frame, themes
from feedback.models import Coding, Theme
from tests import make
from tests.feedback.listening.screens import says
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def client(as_staff):
    return as_staff("analyst")


@pytest.fixture
def theme(page):
    return make.theme(page, "Names")


@pytest.fixture
def other(page):
    return make.theme(page, "Words")


def press(client, theme, **typed):
    address = reverse("feedback_theme", args=[theme.consultation.code, theme.pk])
    return client.post(address, typed, follow=True)


def frame_screen(client, page):
    return says(client.get(reverse("feedback_frame", args=[page.identity.code])))


def test_a_theme_says_when_to_use_it_and_why_it_was_changed(client, page, theme, other):
    typed = {
        "name": "Names",
        "child_name": "Call me by my name",
        "definition": "Being called",
        "use_when": "They speak of names.",
        "not_when": "They speak of words.",
        "example": "“I am not a case.”",
        "parent": str(other.pk),
        "why": "So that two people sort alike.",
    }

    press(client, theme, **typed)

    theme.refresh_from_db()
    assert {name: getattr(theme, name) for name in typed if name not in ("parent", "why")} == {
        name: value for name, value in typed.items() if name not in ("parent", "why")
    }
    assert theme.parent == other
    shown = frame_screen(client, page)
    for words in ("In children's words: Call me by my name", "So that two people sort alike."):
        assert words in shown
    assert "Version 3: Said in other words Names" in shown


def test_a_theme_with_others_under_it_goes_under_none(client, theme, other):
    themes.rename_theme(
        theme=theme, name="Names", definition="", parent=other, by=make.staff("analyst")
    )
    address = reverse("feedback_theme", args=[other.consultation.code, other.pk])

    assert 'name="parent"' not in client.get(address).content.decode()
    press(client, other, name="Words", definition="")
    press(client, other, name="Words", definition="", parent=str(theme.pk))

    other.refresh_from_db()
    assert other.parent is None


def test_each_group_is_counted_on_its_own(client, page, theme):
    for role in ("child", "child", "parent"):
        words = make.read_words(page, role=role)
        themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))

    shown = frame_screen(client, page)

    assert "Child or young person: 2 Parent or carer: 1" in shown
    assert "3" not in shown.partition("by who said it")[2].partition("How it came to be")[0]


def test_a_merge_is_made_and_undone_on_the_screen(client, page, theme, other):
    words = make.read_words(page)
    themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))

    said = says(press(client, theme, **{"go": "merge", "merge-into": str(other.pk)}))

    assert "Version 3: Merged Names → Words" in said
    assert "No longer used Names" in said
    assert Coding.objects.get().theme == other
    undo = reverse("feedback_undo_merge", args=[page.identity.code, 3])
    assert "The theme is back" in says(client.post(undo, follow=True))
    assert Coding.objects.get().theme == theme
    assert "Undo this merge" not in frame_screen(client, page)
    assert "cannot be undone" in says(client.post(undo, follow=True))


def test_a_split_asks_where_texts_go(client, page, theme):
    words = make.read_words(page)
    themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))

    typed = {"split-name_1": "My name", "split-name_2": "Hard words", "split-keep_in": "1"}
    press(client, theme, go="split", **typed)

    assert Coding.objects.get().theme == Theme.objects.get(name="Hard words")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"split-name_1": "My name"}, "This field is required."),
        ({"split-name_1": "A", "split-name_2": "A"}, "There is a theme of that name already."),
        ({"split-name_1": "A", "split-name_2": "Names"}, "There is a theme of that name already."),
        (
            {"split-name_1": "A", "split-name_2": "B", "split-keep_in": "2"},
            "That part has no name.",
        ),
    ],
)
def test_a_split_that_cannot_be_made_says_why_and_keeps_what_was_typed(
    client, theme, typed, sentence
):
    response = press(client, theme, go="split", **typed)

    assert response.status_code == 422
    assert sentence in says(response)
    assert f'value="{typed["split-name_1"]}"' in response.content.decode()
    assert Theme.objects.count() == 1


def test_a_theme_is_retired_and_brought_back(client, page, theme):
    press(client, theme, go="retire", **{"retire-why": "Nobody said it."})
    assert "Nobody said it." in frame_screen(client, page)
    theme.refresh_from_db()
    assert theme.retired

    press(client, theme, go="retire")
    theme.refresh_from_db()
    assert not theme.retired


def test_a_published_theme_offers_nothing_that_would_take_it_away(client, page, theme, other):
    make.findings(page, theme)

    for typed in ({"go": "retire"}, {"go": "merge", "merge-into": str(other.pk)}):
        response = press(client, theme, **typed)
        assert "so it cannot be merged, split or retired" in says(response)
    theme.refresh_from_db()
    assert not theme.retired


def test_what_a_colleague_has_changed_meanwhile_is_said(client, theme, other):
    frame.retire_theme(theme=theme, by=make.staff("analyst"))
    theme.retired = False

    response = press(client, theme, go="merge", **{"merge-into": str(other.pk)})

    assert response.status_code == 422


def test_nothing_unknown_is_done(client, theme):
    assert press(client, theme, go="explode").status_code == 200
    assert Theme.objects.get() == theme
