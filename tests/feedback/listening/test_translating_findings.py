"""Findings in another language: themes and dissent have their words, and quotations stay."""

import pytest
from django.apps import apps
from django.urls import reverse

from consultations.actions.translations import NotReady
from consultations.lines import give_languages
from consultations.translations import State, standing_of
from feedback.models import FindingsPage, FindingTheme
from governance.actions.recording import record_missed_publications
from governance.models import DecisionPage, LogPlace
from tests import make, translating
from tests.feedback.listening.findings import with_line
from tests.governance.screens import soup
from tests.sharing import once_a_file


@once_a_file
def asked():
    return make.long_closed_consultation()


@once_a_file
def page(asked):
    return with_line(asked, make.theme(asked, "Call me by my name"), summary="Names matter.")


@once_a_file
def welsh(page):
    """The findings in Welsh, checked and published. What is begun in a test is in Polish."""
    return translating.translated(page)


def main(visitor, page):
    return soup(visitor.get(page.url)).select_one("main")


def english_in(tree) -> set[str]:
    return {one.get_text(" ", strip=True) for one in tree.select('[lang="en-gb"]')}


def test_every_text_of_findings_is_put_before_translators(page):
    source = translating.translation_of(translating.begun(page, "pl")).source

    texts = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert texts == {
        *(page.title, page.summary, page.how_read, page.missing),
        *("Call me by my name", "Names matter.", "A few."),
    }


def test_themes_are_read_in_the_language_of_the_page(page, welsh, visitor):
    tree = main(visitor, welsh)

    for words in ("Call me by my name", "Names matter.", "A few."):
        assert f"[cy] {words}" in tree.get_text(" ", strip=True)
    written_once = {"No time."}  # why no young people checked it, as it was recorded
    assert english_in(tree) - written_once == {
        page.consultation_page.title,
        "Parents of young children",
    }


def test_what_nobody_translated_is_marked_as_english(page, visitor):
    polish = translating.begun(page, "pl")
    translating.put(polish, {"Call me by my name": "Call me by my name", "A few.": "A few."})

    tree = main(visitor, translating.publish(polish))

    assert {"Call me by my name", "A few."} <= english_in(tree)
    assert "[pl] Names matter." not in english_in(tree)


def test_a_preview_marks_what_is_still_to_be_translated(page, as_staff):
    translation = translating.translation_of(translating.begun(page, "pl"))
    make.forget()

    shown = as_staff("analyst").get(
        reverse("wagtail_localize:preview_translation", args=[translation.pk])
    )

    still = {page.title, page.missing, "Call me by my name", "A few.", "Parents of young children"}
    assert still <= english_in(soup(shown).select_one("main"))


def test_the_english_page_marks_nothing(page, welsh, visitor):
    assert english_in(main(visitor, page)) == set()


def test_quotations_stay_as_they_were_said(asked, visitor):
    theme = make.theme(asked)
    make.quotation(make.read_words(asked, "Nobody told me."), theme)

    tree = main(visitor, translating.translated(make.findings(asked, theme)))

    assert tree.select_one("blockquote p").get_text() == "Nobody told me."


def test_how_many_said_it_is_the_same_in_every_language(page, welsh):
    source, line = page.themes.get(), welsh.themes.get()
    assert (line.theme_id, line.strengths) == (source.theme_id, source.strengths)
    assert line.translation_key == source.translation_key
    assert welsh.edition == page.edition


def test_half_translated_findings_cannot_be_checked(page):
    with pytest.raises(NotReady, match="7 texts are not translated yet"):
        translating.check(translating.begun(page, "pl"))


@pytest.mark.parametrize(
    "change", [{"differs": "Many."}, {"said_by_practitioner": "", "said_by_child": "a_few"}]
)
def test_a_theme_that_changes_makes_its_translation_out_of_date(asked, change):
    theme = make.theme(asked)
    for role in ("child", "practitioner"):
        said = make.read_words(asked, "It is so.", role=role)
        make.quotation(said, theme)
    page = with_line(asked, theme, said_by_practitioner="a_few")
    welsh = translating.translated(page)

    line = page.themes.get()
    for name, value in change.items():
        setattr(line, name, value)
    page.themes = [line]
    page.save_revision().publish()

    assert standing_of(welsh).state == State.OUT_OF_DATE


def test_the_thread_of_the_english_findings_stays_as_it_was(page):
    subject = f"findings:{page.translation_key}"
    before = list(LogPlace.objects.filter(subject=subject))

    translating.translated(page, "pl")

    assert record_missed_publications() == 0
    assert list(LogPlace.objects.filter(subject=subject)) == before


def test_findings_name_each_decision_once_in_their_language(visitor):
    decision = make.decision()
    findings = translating.translated(decision.findings)
    welsh = translating.translated(decision)

    links = {
        one.url: [link["href"] for link in main(visitor, one).select(".log h3 a")]
        for one in (decision.findings, findings)
    }

    assert links == {decision.findings.url: [decision.url], findings.url: [welsh.url]}


LISTS = {"themes": ("FindingTheme", "theme_id")}


def test_lines_that_were_there_before_get_the_key_of_their_source(asked):
    page = make.findings(asked, *(make.theme(asked) for _one in range(3)))
    welsh = translating.translated(page)
    for line in FindingTheme.objects.all():
        line.translation_key = make.theme(asked).pk  # any that no other has
        line.save()

    give_languages(apps, "feedback", "FindingsPage", LISTS)

    keys = {line.theme_id: line.translation_key for line in page.themes.all()}
    assert {line.theme_id: line.translation_key for line in welsh.themes.all()} == keys
    assert {line.locale_id for line in FindingTheme.objects.filter(page=welsh)} == {welsh.locale_id}


def test_versions_of_a_page_get_the_keys_of_its_lines(page):
    version = page.get_latest_revision()
    for line in version.content["themes"]:
        del line["translation_key"], line["locale"]
    version.content["themes"].append({**version.content["themes"][0], "pk": None})
    version.save()

    give_languages(apps, "feedback", "FindingsPage", LISTS)

    (stored,) = FindingTheme.objects.filter(page=page)
    again = FindingsPage.objects.get(pk=page.pk)
    first, added = again.get_latest_revision().as_object().themes.all()
    assert (first.pk, first.translation_key) == (stored.pk, stored.translation_key)
    assert added.translation_key not in (None, stored.translation_key)
    assert {first.locale_id, added.locale_id} == {page.locale_id}


def test_lines_that_only_a_translation_has_get_a_key_of_their_own():
    decision = make.decision()
    welsh = translating.translated(decision)
    decision.alternatives.all().delete()

    give_languages(apps, "governance", "DecisionPage", {"alternatives": ("Alternative", "")})

    (line,) = DecisionPage.objects.get(pk=welsh.pk).alternatives.all()
    assert (line.locale_id, line.option) == (welsh.locale_id, "[cy] Leave it")
