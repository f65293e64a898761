"""The words of the interface: all there in every language, and marked until a person checked."""

import os
from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format

from feedback.assent import ALL
from heard import words_of_the_site
from tests import make, words


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_public_can_read_every_word(language):
    assert [entry.msgid for entry in words.untranslated(language)] == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_placeholders_tags_and_plural_forms_are_whole(language):
    assert list(words.faults(language)) == []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_nothing_is_translated_with_doubt(language):
    assert [entry.msgid for entry in words.catalogue(language).fuzzy_entries()] == []


def test_what_the_public_reads_is_found():
    read = {entry.msgid for entry in words.public_words()}

    assert {"Who are you?", "Skip this one", "Partly changed", "Most", "I'd rather not say"} <= read
    assert "Left empty, it is made when the questionnaire is frozen." not in read


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_what_somebody_agrees_to_is_in_their_language(language):
    english = [str(text) for assent in ALL for text in assent.paragraphs]

    with translation.override(language):
        theirs = [str(text) for assent in ALL for text in assent.paragraphs]

    assert not set(english) & set(theirs)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-gb", "25 November 2026"),
        ("cy", "25 Tachwedd 2026"),
        ("ar", "25 نوفمبر 2026"),
        ("pl", "25 listopada 2026"),
    ],
)
def test_days_are_written_as_the_language_writes_them(language, written):
    with translation.override(language):
        assert date_format(date(2026, 11, 25), "j F Y") == written


@pytest.mark.parametrize(
    ("language", "n", "said"),
    [
        ("cy", 2, "2 ddiwrnod gwaith"),
        ("cy", 3, "3 diwrnod gwaith"),
        ("ar", 2, "2 يومي عمل"),
        ("ar", 3, "3 أيام عمل"),
        ("ar", 11, "11 يوم عمل"),
        ("pl", 1, "1 dnia roboczego"),
        ("pl", 5, "5 dni roboczych"),
    ],
)
def test_numbers_take_the_plural_of_the_language(language, n, said):
    with translation.override(language):
        counted = translation.ngettext("%d working day", "%d working days", n) % n

    assert counted == said


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_page_says_that_a_machine_made_its_words(language, visitor):
    shown = visitor.get(f"/{language}/my-words/").content.decode()

    assert 'class="machine"' in shown


def test_no_page_says_so_once_a_person_has_checked_them(visitor, monkeypatch):
    told = {"cy": {"checked_by": "Welsh language officer", "checked_on": date(2026, 11, 25)}}
    monkeypatch.setattr(words_of_the_site, "checks", lambda: told)

    assert 'class="machine"' not in visitor.get("/cy/my-words/").content.decode()
    assert 'class="machine"' in visitor.get("/pl/my-words/").content.decode()


def test_english_words_were_written_by_people(visitor):
    assert 'class="machine"' not in visitor.get("/my-words/").content.decode()


def test_words_are_compiled_when_they_are_newer(settings, tmp_path):
    folder = tmp_path / "cy" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    settings.LOCALE_PATHS = [tmp_path]
    (folder / "django.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Yes"\nmsgstr "Ydw"\n'
    )

    warned = [one.id for one in words_of_the_site.words_are_compiled(None)]
    first, second = words_of_the_site.compile_words(), words_of_the_site.compile_words()
    os.utime(folder / "django.mo", (0, 0))

    assert warned == ["heard.W001"]
    assert (first, second) == (["cy"], [])
    assert words_of_the_site.compile_words() == ["cy"]
    assert words_of_the_site.words_are_compiled(None) == []


def test_a_councils_own_words_are_marked_where_nobody_translated_them(visitor):
    from consultations.models import CouncilSettings

    page = make.consultation()
    council = CouncilSettings.for_site(make.council())
    address = f"/ar/say/{page.identity.code}/"
    before = visitor.get(address).content.decode()
    council.reading_hours = "at weekends"
    council.save()

    after = visitor.get(address).content.decode()

    assert "من الاثنين إلى الجمعة" in before
    assert '<bdi lang="en-gb" dir="ltr">at weekends</bdi>' in after
