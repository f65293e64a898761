"""Words of any language as the search knows them, and what a person may type."""

import doctest

import pytest

from feedback import carrying, sought
from feedback.sought import Term, as_searched, for_postgres, for_sqlite


@pytest.mark.parametrize("module", [sought, carrying])
def test_the_examples_hold(module):
    assert doctest.testmod(module).failed == 0


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("Café, CAFE\u0301 & Łódź", "cafe cafe lodz"),
        ("Straße ﬁne", "strasse fine"),
        ("don't don’t", "dont dont"),
        ("and/or year-6 a.b@c", "and or year 6 a b c"),
        ("المدرسة والمدرسه مَدْرَسة أحمد", "مدرسه مدرسه مدرسه احمد"),
        ("شكـــرا", "شكرا"),
        ("我的学校 school", "我 的 学 校 school"),
        ("がっこう", "が っ こ う"),
        ("학교에서", "학교에서"),
        ("मेरी शिक्षा", "मेरी शिक्षा"),
        ("😀❤️", "u1f600 u2764"),
        ("", ""),
        ("... \x00 !", ""),
        ("x" * 99, "x" * 60),
    ],
)
def test_words_are_folded(text, searched):
    assert as_searched(text) == searched


@pytest.mark.parametrize(
    ("query", "wanted", "unwanted"),
    [
        ("School file", [("school", True), ("file", True)], []),
        ("my", [("my", False)], []),
        ("my*", [("my", True)], []),
        ('"My file"', [("my file", False)], []),
        ("“my file”", [("my file", False)], []),
        ('"my fi"*', [("my fi", True)], []),
        ('"my file', [("my file", False)], []),
        ("file -social", [("file", True)], [("social", True)]),
        ('-"social worker"', [], [("social worker", False)]),
        ("学校", [("学 校", False)], []),
        ("well-being", [("well being", True)], []),
        ("AND OR NOT NEAR(", [(one, True) for one in ("and",)] + [("or", False)]
            + [("not", True), ("near", True)], []),
        ("", [], []),
        ("- * \" ' -- \x00 (", [], []),
    ],
)  # fmt: skip
def test_what_a_person_types_is_never_a_mistake(query, wanted, unwanted):
    def terms(pairs):
        return tuple(Term(tuple(words.split()), prefix) for words, prefix in pairs)

    assert sought.sought(query) == (terms(wanted), terms(unwanted))


def test_no_more_is_looked_for_than_a_person_can_mean():
    assert len(sought.sought("word " * 99).wanted) == sought.MOST_TERMS


def test_each_database_gets_its_own_form():
    wanted = sought.sought('schools "my file" 学校').wanted

    assert for_sqlite(wanted, "AND") == '"schools" * AND "my file" AND "学 校"'
    assert for_postgres(wanted, "AND") == "(schools:*) & (my <-> file) & (学 <-> 校)"
