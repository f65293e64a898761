"""The way through a questionnaire: who is asked what, and in which words. No database in it."""

import pytest

from feedback.journey import Journey, who_choices

EVERYONE = ["child", "parent", "practitioner", "chooser"]
BANDS = ["6-9", "10-12", "13-15"]


def question(key: str, roles: tuple = (), bands: tuple = (), **words: dict) -> dict:
    """A frozen question, in English unless `words` says otherwise."""
    english = {"text": key, "hint": "", "bands": {}}
    return {"id": key, "roles": roles, "bands": bands, "words": words or {"en-gb": english}}


def journey(*questions: dict, role: str = "child", band: str = "10-12", **more) -> Journey:
    """Somebody's way through these questions."""
    document = {
        "source": "en-gb",
        "roles": more.pop("roles", EVERYONE),
        "bands": more.pop("bands", BANDS),
        "questions": questions,
    }
    return Journey(document, role, band, more.pop("language", "en-gb"))


def asked(way: Journey) -> list[str]:
    """The ids of what is asked, in order."""
    return [one["id"] for one in way.questions]


QUESTIONS = (
    question("all"),
    question("children", roles=("child",)),
    question("little", roles=("child",), bands=("6-9",)),
    question("older", bands=("13-15",)),
    question("parents", roles=("parent",)),
    question("work", roles=("practitioner", "chooser")),
)


@pytest.mark.parametrize(
    ("role", "band", "expected"),
    [
        ("child", "6-9", ["all", "children", "little"]),
        ("child", "10-12", ["all", "children"]),
        ("child", "13-15", ["all", "children", "older"]),
        ("parent", "", ["all", "older", "parents"]),
        ("practitioner", "", ["all", "older", "work"]),
        ("chooser", "", ["all", "older", "work"]),
        ("not_said", "", ["all", "children", "little"]),
    ],
)
def test_each_role_and_age_is_asked_its_own_questions(role, band, expected):
    assert asked(journey(*QUESTIONS, role=role, band=band)) == expected


def test_who_would_rather_not_say_gets_the_youngest_words():
    words = {"text": "older", "hint": "", "bands": {"10-12": "middle", "6-9": "young"}}
    way = journey(question("q", **{"en-gb": words}), role="not_said", band="")

    assert way.words(way.questions[0])["text"] == "young"


def test_where_no_child_is_asked_who_would_rather_not_say_goes_the_first_adults_way():
    way = journey(*QUESTIONS, role="not_said", band="", roles=["chooser", "parent"], bands=[])

    assert asked(way) == ["all", "older", "parents"]


@pytest.mark.parametrize(
    ("band", "expected"),
    [("6-9", "standard"), ("10-12", "middle"), ("13-15", "middle"), ("16-17", "oldest")],
)
def test_a_child_reads_words_for_their_age_or_younger_never_older(band, expected):
    words = {"text": "standard", "hint": "", "bands": {"10-12": "middle", "16-17": "oldest"}}
    way = journey(question("q", **{"en-gb": words}), band=band)

    assert way.words(way.questions[0])["text"] == expected


def test_words_are_in_the_language_of_the_person():
    words = {
        "en-gb": {"text": "Hello", "hint": "Wave", "bands": {}},
        "ar": {"text": "مرحبا", "hint": "لوّح", "bands": {}},
    }
    way = journey(question("q", **words), language="ar")

    assert way.words(way.questions[0]) == {"language": "ar", "text": "مرحبا", "hint": "لوّح"}


def test_what_is_not_translated_is_asked_in_the_source_language_and_says_so():
    way = journey(question("q"), language="pl")

    assert way.words(way.questions[0]) == {"language": "en-gb", "text": "q", "hint": ""}


@pytest.mark.parametrize(
    ("answered", "number"),
    [([], 1), (["a"], 2), (["b", "c"], 1), (["a", "c"], 2), (["a", "b", "c"], None)],
)
def test_somebody_who_comes_back_goes_on_at_the_first_question_without_an_answer(answered, number):
    way = journey(question("a"), question("b"), question("c"))

    assert way.first_unanswered({key: {"text": "x"} for key in answered}) == number


def test_an_answer_to_a_question_of_another_way_counts_for_nothing():
    way = journey(question("a"), question("p", roles=("parent",)))

    assert way.first_unanswered({"p": {"text": "x"}}) == 1


def test_answers_that_were_left_behind_are_not_kept():
    way = journey(question("a"), question("p", roles=("parent",)))

    assert way.kept({"a": {"text": "mine"}, "p": {"text": "abandoned"}}) == {"a": {"text": "mine"}}


@pytest.mark.parametrize(
    ("roles", "bands", "offered"),
    [
        (["child"], ["6-9"], [("child", "6-9"), ("not_said", "")]),
        (["parent"], ["6-9"], [("parent", ""), ("not_said", "")]),
        (
            ["chooser", "practitioner", "parent", "child"],
            ["6-9", "16-17"],
            [
                ("child", "6-9"),
                ("child", "16-17"),
                ("parent", ""),
                ("practitioner", ""),
                ("chooser", ""),
                ("not_said", ""),
            ],
        ),
    ],
)
def test_only_who_is_asked_can_be_chosen_and_nobody_has_to_say(roles, bands, offered):
    assert who_choices({"roles": roles, "bands": bands}) == offered
