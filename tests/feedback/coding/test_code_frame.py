"""The code frame keeps its history: who changed which theme, when, why, and what it came from."""

import pytest
from django.db import IntegrityError, transaction

from feedback.actions import frame, themes
from feedback.actions.reading import NotYours
from feedback.models import Coding, FrameVersion, Theme
from feedback.models.written_once import WrittenDown
from tests import make
from tests.feedback.listening.screens import elsewhere
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def analyst():
    return make.staff("analyst")


@pytest.fixture
def second():
    return make.staff("analyst", again=True)


def put(words, theme, by):
    held = [coding.theme for coding in words.codings.filter(coder=by).select_related("theme")]
    themes.group_words(words=words, themes=[*held, theme], by=by)


def texts_of(theme):
    return set(Coding.objects.filter(theme=theme).values_list("words", flat=True))


def changes(page):
    return [(one.number, one.change) for one in page.identity.frame_versions.all()]


def test_every_change_is_a_version_with_who_when_and_why(page, analyst, second, time_machine):
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)
    theme = themes.name_theme(
        consultation=page.identity, name="Names", definition="Being called", by=analyst
    )

    themes.rename_theme(
        theme=theme,
        name="My name",
        definition="Being called",
        child_name="Call me by my name",
        use_when="They speak of names.",
        by=second,
        why="They never said “names”.",
    )

    first, last = page.identity.frame_versions.all()
    assert (first.number, first.change, first.by, first.made_at) == (1, "added", analyst, now)
    assert (last.number, last.change, last.by) == (2, "reworded", second)
    assert last.why == "They never said “names”."
    assert [code["name"] for code in first.document["codes"]] == ["Names"]
    (kept,) = last.document["codes"]
    assert (kept["id"], kept["child_name"]) == (str(theme.pk), "Call me by my name")
    assert (first.names("to"), last.names("to")) == (["Names"], ["My name"])


def test_what_changes_nothing_is_no_version(page, analyst):
    theme = make.theme(page)

    themes.rename_theme(theme=theme, name=theme.name, definition=theme.definition, by=analyst)

    assert changes(page) == [(1, "added")]


def test_a_version_is_written_once(page):
    make.theme(page)
    version = page.identity.frame_versions.get()

    version.why = "Something else"
    with pytest.raises(WrittenDown):
        version.save()
    with pytest.raises(WrittenDown):
        version.delete()


def test_versions_are_numbered_for_each_consultation(page):
    make.theme(page), make.theme(page)
    other = make.closed_consultation()
    make.theme(other)

    assert (changes(page)[-1], changes(other)) == ((2, "added"), [(1, "added")])
    with pytest.raises(IntegrityError), transaction.atomic():
        FrameVersion.objects.create(
            consultation=other.identity,
            number=1,
            change="added",
            document={},
            by=make.staff("analyst"),
            made_at=make.noon(make.today()),
        )


def test_a_coding_says_under_which_version_it_was_made(page, analyst):
    theme, words = make.theme(page), make.read_words(page)
    make.theme(page)

    put(words, theme, analyst)

    coding = Coding.objects.get()
    assert (coding.frame.number, coding.text_version) == (2, words.versions.safe().get())


def test_a_merge_moves_what_stood_under_a_theme_and_can_be_undone(page, analyst, second):
    merged, into = make.theme(page, "Names"), make.theme(page, "Words")
    one, both, other = (make.read_words(page) for _text in range(3))
    put(one, merged, analyst), put(both, merged, analyst), put(both, into, analyst)
    put(other, into, second)

    version = frame.merge_themes(theme=merged, into=into, by=analyst, why="The same thing.")

    merged.refresh_from_db()
    assert merged.retired
    assert texts_of(into) == {one.pk, both.pk, other.pk}
    assert (version.names("from"), version.names("to")) == (["Names"], ["Words"])
    frame.undo_merge(version=version, by=second, why="It was not.")
    merged.refresh_from_db()
    assert not merged.retired
    assert (texts_of(merged), texts_of(into)) == ({one.pk, both.pk}, {both.pk, other.pk})
    assert [change for _number, change in changes(page)][-2:] == ["merged", "unmerged"]


def test_a_merge_takes_quotations_along_and_brings_them_back(page, analyst):
    merged, into = make.theme(page), make.theme(page)
    quotation = make.quotation(make.read_words(page), merged, cleared=False)

    version = frame.merge_themes(theme=merged, into=into, by=analyst)
    quotation.refresh_from_db()
    assert quotation.theme == into

    frame.undo_merge(version=version, by=analyst)
    quotation.refresh_from_db()
    assert quotation.theme == merged


def test_a_merge_is_undone_once_and_nothing_else_is(page, analyst):
    merged, into = make.theme(page), make.theme(page)
    version = frame.merge_themes(theme=merged, into=into, by=analyst)
    frame.undo_merge(version=version, by=analyst)

    frame.merge_themes(theme=merged, into=into, by=analyst)
    with pytest.raises(frame.CannotUndo):
        frame.undo_merge(version=version, by=analyst)
    with pytest.raises(frame.CannotUndo):
        frame.undo_merge(version=page.identity.frame_versions.first(), by=analyst)


def test_themes_that_cannot_be_merged_are_not(page, analyst):
    theme, retired = make.theme(page), make.theme(page)
    elsewhere_theme = make.theme(make.closed_consultation())
    frame.retire_theme(theme=retired, by=analyst)

    for into in (theme, retired, elsewhere_theme):
        with pytest.raises(frame.NotTogether):
            frame.merge_themes(theme=theme, into=into, by=analyst)


def test_a_split_leaves_texts_to_be_looked_at_again(page, analyst):
    theme, words = make.theme(page, "Names"), make.read_words(page)
    put(words, theme, analyst)

    parts = [frame.Part("My name", "What I am called"), frame.Part("Hard words")]
    made = frame.split_theme(theme=theme, parts=parts, by=analyst, why="Two things.")

    theme.refresh_from_db()
    assert (theme.retired, texts_of(theme)) == (True, {words.pk})
    version = page.identity.frame_versions.last()
    assert (version.names("from"), version.names("to")) == (["Names"], ["My name", "Hard words"])
    assert [one.definition for one in made] == ["What I am called", ""]


def test_a_split_can_put_everything_into_one_part(page, analyst):
    theme, words = make.theme(page), make.read_words(page)
    make.quotation(words, theme)

    parts = [frame.Part("My name"), frame.Part("Hard words")]
    _name, hard = frame.split_theme(theme=theme, parts=parts, by=analyst, keep_in=1)

    assert texts_of(hard) == {words.pk}
    assert words.quotations.get().theme == hard


def test_a_split_has_at_least_two_parts(page, analyst):
    with pytest.raises(frame.NotTogether):
        frame.split_theme(theme=make.theme(page), parts=[frame.Part("One")], by=analyst)


def test_a_retired_theme_takes_no_more_texts_and_comes_back(page, analyst):
    theme, kept, later = make.theme(page), make.read_words(page), make.read_words(page)
    put(kept, theme, analyst)
    frame.retire_theme(theme=theme, by=analyst)
    theme.refresh_from_db()

    themes.group_words(words=later, themes=[theme], by=analyst)
    themes.group_words(words=kept, themes=[], by=analyst)
    assert texts_of(theme) == {kept.pk}
    with pytest.raises(frame.NotTogether):
        frame.retire_theme(theme=theme, by=analyst)

    frame.bring_back(theme=theme, by=analyst)
    theme.refresh_from_db()
    assert not theme.retired
    with pytest.raises(frame.NotTogether):
        frame.bring_back(theme=theme, by=analyst)


def test_a_theme_that_is_published_stays(page, analyst):
    theme, other = make.theme(page), make.theme(page)
    make.findings(page, theme)

    for act in (
        lambda: frame.merge_themes(theme=theme, into=other, by=analyst),
        lambda: frame.retire_theme(theme=theme, by=analyst),
        lambda: frame.split_theme(
            theme=theme, parts=[frame.Part("a"), frame.Part("b")], by=analyst
        ),
    ):
        with pytest.raises(frame.InUse):
            act()
    frame.merge_themes(theme=other, into=theme, by=analyst)


def test_themes_stand_under_others_in_one_level(page, analyst):
    above, part = make.theme(page), make.theme(page)
    themes.rename_theme(theme=part, name="Part", definition="", parent=above, by=analyst)

    stranger = make.theme(make.closed_consultation())
    for theme, parent in ((above, part), (above, above), (make.theme(page), part)):
        with pytest.raises(frame.NotTogether):
            themes.rename_theme(theme=theme, name="x", definition="", parent=parent, by=analyst)
    with pytest.raises(frame.NotTogether):
        themes.name_theme(
            consultation=page.identity, name="y", definition="", parent=stranger, by=analyst
        )
    with pytest.raises(frame.InUse):
        themes.drop_theme(theme=above, by=analyst)
    with pytest.raises(frame.NotTogether):
        frame.retire_theme(theme=above, by=analyst)
    with pytest.raises(IntegrityError), transaction.atomic():
        Theme.objects.filter(pk=above.pk).update(parent=above)


def test_that_a_theme_was_there_stays_in_the_history(page, analyst):
    theme = make.theme(page, "Names")

    themes.drop_theme(theme=theme, by=analyst, why="Nobody said it.")

    version = page.identity.frame_versions.last()
    assert (version.change, version.names("from")) == ("dropped", ["Names"])
    assert version.document["codes"] == []


def test_only_an_analyst_of_the_council_changes_the_code_frame(page, analyst):
    theme, other = make.theme(page), make.theme(page)
    version = frame.merge_themes(theme=make.theme(page), into=other, by=analyst)

    for by in (make.staff("reader"), elsewhere("analyst")):
        for act in (
            lambda by=by: frame.merge_themes(theme=theme, into=other, by=by),
            lambda by=by: frame.split_theme(theme=theme, parts=[], by=by),
            lambda by=by: frame.retire_theme(theme=theme, by=by),
            lambda by=by: frame.bring_back(theme=theme, by=by),
            lambda by=by: frame.undo_merge(version=version, by=by),
        ):
            with pytest.raises(NotYours):
                act()
