"""A decision in another language: every line has its words, and the record stays what it is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from consultations.actions.translations import NotReady, show_as_it_is
from consultations.models import InformationItem
from consultations.translations import NotChecked, State, standing_of
from governance.actions.promises import keep_promise
from governance.gates import missing_from_decision
from governance.models import DecisionPage, ItemChange, LogEntry, Promise
from tests import make, translating
from tests.governance import record, screens
from tests.sharing import once_a_file

MOST_QUERIES = 18  # six more than in one language: what was written first, and other pages
EVIDENCE = "The form is there."


@once_a_file
def page():
    return make.decision()


@once_a_file
def welsh(page):
    """The decision in Welsh, checked and published. What is begun in a test is in Polish."""
    return translating.translated(page)


def seen(visitor, page):
    return screens.soup(visitor.get(page.url))


def english_in(soup) -> list[str]:
    """What a page marks as English, apart from the menu and the note of the translation."""
    return [one.get_text(" ", strip=True) for one in soup.select('main [lang="en-gb"]')]


def is_of(facts: dict, page) -> bool:
    return facts["subject"] == page.subject


def of_source(page) -> list[dict]:
    """The thread of a decision in the record."""
    return [one for one in map(record.facts, LogEntry.objects.all()) if is_of(one, page)]


def keep(page, evidence: str = EVIDENCE) -> None:
    promise = page.promises.get()
    keep_promise(
        promise=promise,
        by=make.staff("decision_maker"),
        evidence=evidence,
        kept_on=make.today(),
        today=make.today(),
    )


def state_of(page: Page) -> State:
    return standing_of(Page.objects.get(pk=page.pk).specific).state


def test_every_text_of_its_lines_is_put_before_translators(page):
    change = page.changes.get()
    change.from_label = "from January"
    change.save()
    keep(page)

    source = translating.translation_of(translating.begun(page, "pl")).source

    texts = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert texts == {
        *(page.title, page.decided_by, page.summary, page.decision, page.reasons),
        page.how_to_disagree,
        *("Contact", "Family time", "from January", "It was right.", "Leave it", "It hurts."),
        *("Build the form.", "Head of Systems", EVIDENCE),
    }


def test_every_text_stands_in_the_screen_of_translators(page, as_staff):
    keep(page)
    polish = translating.begun(page, "pl")
    make.forget()

    shown = as_staff("decision_maker").get(reverse("wagtailadmin_pages:edit", args=[polish.pk]))

    segments = translating.translation_of(polish).source.stringsegment_set.all()
    assert shown.status_code == 200
    for segment in segments.select_related("string"):
        assert f"&quot;contentPath&quot;: &quot;{segment.context.path}&quot;" in (
            shown.content.decode()
        )


def test_a_translation_shows_every_line_in_its_language(page, visitor):
    keep(page)
    translating.translated(page.findings, "pl")

    soup = seen(visitor, translating.translated(page, "pl"))

    text = soup.select_one("main").get_text(" ", strip=True)
    for words in ("Contact", "Family time", "It was right.", "Leave it", "It hurts."):
        assert f"[pl] {words}" in text
    for words in ("Build the form.", "Head of Systems", EVIDENCE, "It was right."):
        assert f"[pl] {words}" in text
    item = InformationItem.objects.get()
    assert set(english_in(soup)) <= {item.plain_name, page.findings.consultation_page.title}


def test_the_items_and_pages_it_names_are_those_of_its_language(page, welsh, visitor):
    item = translating.translated(InformationItem.objects.get())
    findings = translating.translated(page.findings)

    soup = seen(visitor, welsh)

    links = [one["href"] for one in soup.select("ol.chain a")]
    assert item.url in links
    assert findings.url in links
    assert item.plain_name in soup.select_one("main").get_text()


def test_themes_of_findings_in_another_language_are_marked(page, welsh, visitor):
    soup = seen(visitor, welsh)

    theme = page.influences.get().theme
    assert {theme.name, "A few parents."} <= set(english_in(soup))


def test_what_is_the_same_in_every_language_is_the_sources(page, welsh):
    assert [line.item_id for line in welsh.changes.all()] == [
        line.item_id for line in page.changes.all()
    ]
    assert [(line.theme_id, line.use) for line in welsh.influences.all()] == [
        (line.theme_id, line.use) for line in page.influences.all()
    ]
    assert {line.translation_key for line in welsh.changes.all()} == {
        line.translation_key for line in page.changes.all()
    }
    assert not welsh.promises.exists()
    assert Promise.objects.count() == 1


def test_a_half_translated_decision_cannot_be_checked(page):
    polish = translating.begun(page, "pl")

    with pytest.raises(NotReady, match="13 texts are not translated yet"):
        translating.check(polish)


def test_a_decision_that_nobody_checked_is_not_published(page):
    polish = translating.put(translating.begun(page, "pl"))
    translating.translation_of(polish).save_target(publish=False)

    with pytest.raises(NotChecked):
        DecisionPage.objects.get(pk=polish.pk).get_latest_revision().publish()


def correct(page, change) -> DecisionPage:
    """Publish a decision of which `change` changed something."""
    page = DecisionPage.objects.get(pk=page.pk)
    change(page)
    page.change_note = "It was said wrongly."
    page.save_revision().publish()
    return DecisionPage.objects.get(pk=page.pk)


def words_of_a_line(page) -> None:
    line = page.influences.get()
    line.why = "Something else."
    page.influences = [line]


def use_of_a_theme(page) -> None:
    line = page.influences.get()
    line.use = "partly"
    page.influences = [line]


@pytest.mark.parametrize("change", [words_of_a_line, use_of_a_theme])
def test_a_line_that_changes_makes_translations_out_of_date(page, welsh, change):
    correct(page, change)

    assert state_of(welsh) == State.OUT_OF_DATE


def test_a_corrected_decision_is_translated_again(page, welsh, visitor):
    page = correct(page, words_of_a_line)
    with pytest.raises(NotReady, match="has changed"):
        translating.check(welsh)
    show_as_it_is(page=page)

    welsh = translating.publish(translating.put(welsh))

    assert "[cy] Something else." in seen(visitor, welsh).get_text()
    assert state_of(welsh) == State.CHECKED
    assert welsh.influences.count() == 1


def test_a_promise_that_is_kept_waits_for_its_translation(page, welsh, visitor):
    keep(page)

    soup = seen(visitor, welsh)
    assert EVIDENCE in english_in(soup)
    assert soup.select_one(".tag--kept")
    assert state_of(welsh) == State.OUT_OF_DATE
    with pytest.raises(NotReady, match="1 text is not translated yet"):
        translating.check(welsh)


def test_a_translation_says_once_more_what_a_kept_promise_shows(page, welsh, visitor):
    keep(page)

    welsh = translating.publish(translating.put(welsh))

    assert f"[cy] {EVIDENCE}" in seen(visitor, welsh).get_text()
    assert state_of(welsh) == State.CHECKED


def test_words_that_nobody_translated_are_marked_as_english(page, visitor):
    polish = translating.begun(page, "pl")
    translating.put(
        polish, {"It was right.": "It was right.", "Build the form.": "Build the form."}
    )

    soup = seen(visitor, translating.publish(polish))

    assert {"It was right.", "Build the form."} <= set(english_in(soup))
    assert "[pl] Leave it" not in english_in(soup)


def test_a_preview_marks_what_is_still_to_be_translated(page, as_staff):
    keep(page)
    polish = translating.begun(page, "pl")
    make.forget()
    preview = reverse(
        "wagtail_localize:preview_translation", args=[translating.translation_of(polish).pk]
    )

    soup = screens.soup(as_staff("decision_maker").get(preview))

    still = {page.title, page.reasons, "It was right.", "Family time", "Build the form.", EVIDENCE}
    assert still <= set(english_in(soup))


def test_nothing_of_the_english_page_is_marked(page, visitor):
    keep(page)

    assert english_in(seen(visitor, page)) == []


def test_a_translation_leaves_the_thread_of_the_decision_alone(page):
    before = of_source(page)

    polish = translating.translated(page, "pl")

    assert of_source(page) == before
    assert record.last()["subject"] == polish.subject
    assert record.last()["public"]["promises"] == []


def test_a_translation_points_at_the_entry_that_decided(page, welsh, visitor):
    proof = seen(visitor, welsh).select_one(".proof")

    entries = [one["href"].rstrip("/").rpartition("/")[2] for one in proof.select("a")]
    assert entries == [str(welsh.place.index), str(page.place.index)]


def test_a_translation_shows_what_was_corrected_of_the_decision(page, welsh, visitor):
    correct(page, words_of_a_line)

    soup = seen(visitor, welsh)
    assert "It was said wrongly." in english_in(soup)


def test_a_decision_whose_days_have_passed_can_still_be_translated():
    page = make.decision(promises=[{"due_on": make.today(-10)}])
    DecisionPage.objects.filter(pk=page.pk).update(review_on=make.today(-1))
    page = DecisionPage.objects.get(pk=page.pk)

    welsh = translating.put(translating.begun(page))

    assert missing_from_decision(DecisionPage.objects.get(pk=welsh.pk)) == []


def test_lists_show_the_promises_of_a_translated_decision(welsh, visitor):
    shown = visitor.get(welsh.get_parent().url, {"promises": "due"}).content.decode()

    assert "[cy] Build the form." in shown


def test_tables_say_promises_in_the_language_of_the_page(welsh, visitor):
    table = visitor.get(f"{welsh.get_parent().url}promises/").content.decode()

    assert "[cy] Build the form." in table
    assert "<span" not in table


def test_an_item_names_a_decision_once(page, welsh):
    assert [change.page_id for change in ItemChange.objects.public()] == [page.pk]


def test_a_translated_decision_takes_few_statements(page, welsh, visitor):
    translating.translated(page.findings)
    visitor.get(welsh.url)
    record.note()

    with CaptureQueriesContext(connection) as queries:
        visitor.get(welsh.url)

    assert len(queries) <= MOST_QUERIES
