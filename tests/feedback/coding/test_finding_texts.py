"""Texts are found by their words, in any language, on both databases; and by safe words alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from feedback import text_search
from feedback.actions import reading
from feedback.actions.versions import keep_version
from feedback.actions.withdrawing import withdraw_response
from feedback.models import TextVersion, VersionKind
from feedback.text_search import search_texts
from tests import make
from tests.sharing import once_a_file

TEXTS = {
    "english": "My social worker's file says SCHOOLS moved me.",
    "phrase": "They filed me: worker, then social.",
    "polish": "Chcę zobaczyć swoją teczkę w Łodzi.",
    "arabic": "أريد أن أرى ملفي في المدرسة",
    "chinese": "我想看看我的学校档案",
    "emoji": "😡",
    "hindi": "मेरी शिक्षा",
}


@once_a_file
def page():
    page = make.closed_consultation()
    for text in TEXTS.values():
        make.read_words(page, text)
    make.words(page, "Nobody has read my unread file")
    return page


def found(page, query):
    texts = {text: name for name, text in TEXTS.items()}
    return {texts.get(words.safe_text, "?") for words in search_texts(query, page.identity)}


def test_texts_are_found_in_any_language_as_a_person_types(page):
    for query, names in {
        "school": {"english"},
        "social worker": {"english", "phrase"},
        '"social worker"': set(),
        '"social workers file"': {"english"},
        "social -school": {"phrase"},
        "-social": TEXTS.keys() - {"english", "phrase"},
        "fil*": {"english", "phrase"},
        "fi": set(),
        "lodzi": {"polish"},
        "Łodzi": {"polish"},
        "TECZKE": {"polish"},
        "مدرسة": {"arabic"},
        "ملف*": {"arabic"},
        "学校": {"chinese"},
        "校学": set(),
        "😡": {"emoji"},
        "शिक्षा": {"hindi"},
        "unread": set(),
        "nothing": set(),
    }.items():
        assert found(page, query) == names, query


@pytest.mark.parametrize(
    "query", ["", " ", '"', "-", "*", "AND", "NEAR(a b)", "a:b", "^x", "'; --", "\x00", "(" * 99]
)
def test_nothing_that_can_be_typed_is_an_error(page, query):
    assert found(page, query) <= TEXTS.keys()


def test_texts_of_another_consultation_are_not_found(page):
    assert not list(search_texts("school", make.closed_consultation().identity))


def test_only_the_current_safe_text_is_found(page):
    words = make.read_words(page, "Call me Zebedee")
    keep_version(
        words=words, kind=VersionKind.TRANSLATION, text="Zanzibar", by=make.staff("reader")
    )

    keep_version(words=words, kind=VersionKind.SAFE, text="Call me [name]", by=make.staff("reader"))

    assert found(page, "zebedee") == found(page, "zanzibar") == set()
    assert found(page, '"call me name"') == {"?"}


def test_a_worrying_text_is_not_found_until_somebody_has_looked(page):
    words = make.read_words(page, "Ringmaster")
    reading.raise_concern(words=words, by=make.staff("reader"), note="")

    assert found(page, "ringmaster") == set()


def in_the_index(word):
    """Whether any trace of a word is left where the search looks."""
    if connection.vendor == "postgresql":
        sql = "SELECT count(*) FROM feedback_textversion WHERE search @@ to_tsquery('simple', %s)"
    else:
        sql = "SELECT count(*) FROM feedback_search WHERE feedback_search MATCH %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [word])
        return bool(cursor.fetchone()[0])


def test_what_is_taken_back_leaves_the_index_in_the_same_moment(page):
    words = make.read_words(page, "Canary4711")
    assert in_the_index("canary4711")

    withdraw_response(response=words.response, today=make.today())

    assert not in_the_index("canary4711")


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("go", ["withdrawn", "replaced"])
def test_no_trace_of_what_is_gone_stays_in_the_file(page, go):
    words = make.read_words(page, "Canary4711")
    assert text_search.clean_index() == 1
    if go == "withdrawn":
        withdraw_response(response=words.response, today=make.today())
    else:
        better = {"kind": VersionKind.SAFE, "text": "[Name]", "by": make.staff("reader")}
        keep_version(words=words, **better)
        assert text_search.clean_index() == 1

    assert text_search.clean_index() == 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM feedback_search_data")
        assert not any(b"canary4711" in bytes(block) for (block,) in cursor.fetchall())


def test_texts_from_before_there_was_an_index_are_put_into_it(page):
    words = make.read_words(page, "Methuselah")
    TextVersion.objects.filter(words=words).update(searched="")
    assert found(page, "methuselah") == set()

    text_search.after_migrate(sender=None, using="default")

    assert found(page, "methuselah") == {"?"}


def test_the_index_survives_that_its_triggers_are_made_anew(page):
    text_search.after_migrate(sender=None, using="default")
    make.read_words(page, "Novelty")

    assert found(page, "novelty") == {"?"}


def test_finding_is_one_statement(page):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        list(search_texts("school", page.identity))

    assert len(queries) == 1
