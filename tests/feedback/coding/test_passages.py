"""Some words of a text stand under a theme, for several people, and go along to a better text."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from feedback.actions import coding, frame, reading, themes
from feedback.actions.findings import begin_findings
from feedback.actions.reading import NotYours
from feedback.actions.versions import keep_version
from feedback.models import Coding, Note, Seen, VersionKind
from tests import make, media
from tests.feedback.listening.screens import elsewhere
from tests.sharing import once_a_file

TEXT = "Call me by my name, not my number."


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def analyst():
    return make.staff("analyst")


@pytest.fixture
def words(page):
    return make.read_words(page, TEXT)


@pytest.fixture
def theme(page):
    return make.theme(page)


def code(words, theme, passage, by=None):
    version = words.versions.safe().get()
    start = version.text.index(passage)
    return coding.code_passage(
        words=words,
        version=version,
        start=start,
        end=start + len(passage),
        theme=theme,
        by=by or make.staff("analyst"),
    )


def better(words, text):
    """Somebody took something out of a text, after the analyst had read it."""
    return keep_version(words=words, kind=VersionKind.SAFE, text=text, by=make.staff("reader"))


def slice_of(one):
    one.refresh_from_db()
    return one.text_version.text[one.start : one.end]


def test_some_words_stand_under_a_theme(words, theme, analyst):
    made = code(words, theme, "my name")

    assert (made.start, made.end, slice_of(made)) == (11, 18, "my name")
    assert (made.words, made.coder) == (words, analyst)


def test_the_same_words_stand_there_once_for_each_person(words, theme):
    second = make.staff("analyst", again=True)

    for by in (make.staff("analyst"), make.staff("analyst"), second):
        code(words, theme, "my name", by)
        coding.code_text(words=words, theme=theme, by=by)

    assert Coding.objects.passages().count() == Coding.objects.whole().count() == 2


def test_spaces_around_the_words_are_left_out(words, theme):
    assert slice_of(code(words, theme, " my name, ")) == "my name,"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 999), (4, 5)])
def test_a_passage_that_is_not_there_is_refused(words, theme, analyst, start, end):
    version = words.versions.safe().get()

    with pytest.raises(coding.NotThere):
        coding.code_passage(
            words=words, version=version, start=start, end=end, theme=theme, by=analyst
        )


def test_a_passage_of_a_text_that_was_replaced_or_is_another_is_refused(page, words, theme):
    old, other = words.versions.safe().get(), make.read_words(page).versions.safe().get()
    better(words, "Call me by my [name].")

    for version in (old, other):
        with pytest.raises(coding.NotThere):
            coding.code_passage(
                words=words,
                version=version,
                start=0,
                end=4,
                theme=theme,
                by=make.staff("analyst"),
            )


def test_a_better_text_takes_along_what_reads_the_same(words, theme, analyst):
    whole = coding.code_text(words=words, theme=theme, by=analyst)
    stays, moves = code(words, theme, "Call me"), code(words, theme, "number")

    new = better(words, "Call me by [my full name], not my number.")

    whole.refresh_from_db()
    assert whole.text_version == new
    assert (slice_of(stays), slice_of(moves)) == ("Call me", "number")
    assert moves.text_version == new
    assert not moves.look_again


def test_what_reads_differently_is_to_be_looked_at_again(words, theme):
    gone = code(words, theme, "by my name")
    unclear = code(words, theme, "my number")

    better(words, "Call me [name], not my number, not my number.")

    gone.refresh_from_db(), unclear.refresh_from_db()
    assert (gone.look_again, unclear.look_again) == (True, True)
    better(words, TEXT)
    assert (slice_of(gone), gone.look_again) == ("by my name", False)


def test_two_passages_that_become_one_are_not_both_carried(words, theme):
    better(words, "my name my name")
    version = words.versions.safe().get()
    for start in (0, 8):
        coding.code_passage(
            words=words,
            version=version,
            start=start,
            end=start + 7,
            theme=theme,
            by=make.staff("analyst"),
        )

    better(words, "It is my name.")

    assert sorted(Coding.objects.values_list("look_again", flat=True)) == [False, True]


def test_a_transcript_or_a_translation_carries_nothing(words, theme):
    made = code(words, theme, "my name")

    keep_version(
        words=words, kind=VersionKind.TRANSLATION, text="Mein Name", by=make.staff("reader")
    )

    assert slice_of(made) == "my name"


def test_one_takes_out_what_one_put_there_and_nothing_else(words, theme, analyst):
    second = make.staff("analyst", again=True)
    mine, theirs = code(words, theme, "my name"), code(words, theme, "my name", second)

    with pytest.raises(NotYours):
        coding.take_out(coding=theirs, by=analyst)
    coding.take_out(coding=mine, by=analyst)

    assert Coding.objects.get() == theirs


def test_a_quotation_goes_with_the_last_coding_that_holds_it(words, theme, analyst):
    make.quotation(words, theme)
    passage = code(words, theme, "my name")

    themes.group_words(words=words, themes=[], by=analyst)
    assert words.quotations.exists()

    coding.take_out(coding=passage, by=analyst)
    assert not words.quotations.exists()


def test_a_text_that_several_people_put_there_is_offered_once(as_staff, words, theme):
    second = make.staff("analyst", again=True)
    for by in (make.staff("analyst"), second):
        coding.code_text(words=words, theme=theme, by=by)
    code_of = words.response.questionnaire.consultation.code
    address = reverse("feedback_quote", args=[code_of, words.pk])

    response = as_staff("analyst").post(address, {"theme": str(theme.pk), "text": TEXT})

    assert response.status_code == 302
    assert words.quotations.get().theme == theme


def test_findings_begin_with_the_themes_that_are_used(page, theme):
    frame.retire_theme(theme=make.theme(page), by=make.staff("analyst"))

    begun = begin_findings(consultation_page=page, by=make.staff("analyst"))

    assert [line.theme for line in begun.themes.all()] == [theme]


def test_a_picture_is_coded_from_the_words_that_came_with_it(analyst):
    page = media.asking()
    theme = make.theme(page)
    bare, told = media.read(media.drawn(page)), media.read(media.drawn(page))
    keep_version(words=told, kind=VersionKind.SAFE, text="A red door", by=make.staff("reader"))

    coding.code_text(words=told, theme=theme, by=analyst)
    with pytest.raises(coding.NotSafeYet):
        coding.code_text(words=bare, theme=theme, by=analyst)
    with pytest.raises(coding.NotSafeYet):
        themes.group_words(words=bare, themes=[theme], by=analyst)


def test_a_theme_of_another_consultation_or_a_retired_one_is_refused(page, words, analyst):
    retired = make.theme(page)
    frame.retire_theme(theme=retired, by=analyst)

    for theme in (retired, make.theme(make.closed_consultation())):
        with pytest.raises(coding.NotUsed):
            coding.code_text(words=words, theme=theme, by=analyst)


def test_what_waits_or_worries_cannot_be_coded_or_noted(page, theme, analyst):
    worrying = make.words(page, "he hits me")
    reading.raise_concern(words=worrying, by=make.staff("reader"), note="")

    for words in (make.words(page), worrying):
        with pytest.raises(coding.NotSafeYet):
            coding.code_text(words=words, theme=theme, by=analyst)
        with pytest.raises(coding.NotSafeYet):
            coding.keep_note(words=words, text="Hm", by=analyst)


def test_only_an_analyst_of_the_council_codes_and_notes(words, theme):
    made = code(words, theme, "my name")
    version = words.versions.safe().get()

    for by in (make.staff("reader"), elsewhere("analyst")):
        for act in (
            lambda by=by: coding.code_text(words=words, theme=theme, by=by),
            lambda by=by: coding.code_passage(
                words=words, version=version, start=0, end=4, theme=theme, by=by
            ),
            lambda by=by: coding.take_out(coding=made, by=by),
            lambda by=by: coding.keep_note(words=words, text="Hm", by=by),
        ):
            with pytest.raises(NotYours):
                act()


def test_coding_a_text_says_that_it_was_read(words, theme, analyst):
    coding.code_text(words=words, theme=theme, by=analyst)
    coding.mark_seen(texts=[words], by=analyst)

    assert Seen.objects.get().by == analyst


def test_a_note_is_one_for_each_person_and_can_be_taken_back(words, analyst):
    for text in ("First", "Second"):
        coding.keep_note(words=words, text=text, by=analyst)
    coding.keep_note(words=words, text="Theirs", by=make.staff("analyst", again=True))
    assert sorted(Note.objects.values_list("text", flat=True)) == ["Second", "Theirs"]

    coding.keep_note(words=words, text="", by=analyst)
    assert Note.objects.get().text == "Theirs"


def test_a_response_that_is_taken_back_takes_all_of_it_along(words, theme, analyst):
    code(words, theme, "my name")
    coding.keep_note(words=words, text="Hm", by=analyst)

    words.response.delete()

    assert not any(model.objects.exists() for model in (Coding, Note, Seen))


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": 3},
        {"end": 3},
        {"start": 3, "end": 3},
        {"start": 1, "end": 3, "text_version": None},
        {"look_again": True},
    ],
)
def test_the_database_knows_what_a_passage_is(words, theme, wrong):
    made = coding.code_text(words=words, theme=theme, by=make.staff("analyst"))

    with pytest.raises(IntegrityError), transaction.atomic():
        Coding.objects.filter(pk=made.pk).update(**wrong)


def test_the_database_knows_a_passage_twice(words, theme):
    made = code(words, theme, "my name")

    with pytest.raises(IntegrityError), transaction.atomic():
        Coding(
            **{
                name: getattr(made, name)
                for name in ("words", "theme", "coder", "coded_at", "start", "end", "text_version")
            }
        ).save()
