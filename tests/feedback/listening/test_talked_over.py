"""A child who could not say what they wanted is merged with nobody (requirements, case 37)."""

import pytest

from feedback.actions import reading, themes
from feedback.coverage import heard_by_language, people
from feedback.groups import TALKED_OVER
from feedback.models import CouldSay, Quotation
from feedback.showing import attribution, talked_over
from feedback.strengths import support_of
from tests import helped, make
from tests.feedback.listening import counting
from tests.feedback.listening.screens import says


@pytest.mark.parametrize(
    ("said", "group"), [("yes", "own"), ("not_really", "own"), ("no", TALKED_OVER)]
)
def test_they_are_counted_with_those_whose_words_they_are_unless_they_said_no(said, group):
    page = make.consultation()
    helped.helped(page, said, heard="yes")

    assert people(heard_by_language(page.identity)) == {("child", group, "13-15"): 1}


def test_their_answers_stand_in_a_table_of_their_own():
    page = make.consultation()
    counting.crowd(page, "13-15", yes=20, no=12)
    for _child in range(11):
        helped.helped(page, "no", heard="no", voice="exact_words")

    assert counting.table(page)["total"] == 32
    assert counting.table(page, voice=TALKED_OVER)["total"] == 11
    assert counting.table(page, voice="exact_words") is None


def test_what_they_wrote_is_no_ground_for_saying_how_many_said_it():
    page = make.closed_consultation()
    theme = make.theme(page)
    response = helped.helped(page, "no", more="My words")
    words = response.words.get()
    reading.mark_read(words=words, by=make.staff("reader"))
    themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))

    assert support_of(page.identity).refusal(theme.pk, "child", "some") != ""


@pytest.mark.parametrize("voice", ["with_help", "exact_words"])
def test_a_quotation_of_theirs_does_not_pass_for_their_own_words(voice):
    page = make.closed_consultation()
    response = helped.helped(page, "no", voice=voice, more=("My words", True))

    assert attribution(response, {"child:13-17"}) == "Somebody who answered"
    assert not Quotation.objects.exists()


def test_the_findings_say_how_many_in_words():
    page = make.long_closed_consultation()
    for _child in range(12):
        helped.helped(page, "no", heard="no")

    coverage = counting.numbers(page)["coverage"]

    assert talked_over(coverage) == "12"


def test_a_small_number_of_them_is_hidden():
    page = make.long_closed_consultation()
    helped.helped(page, "no", heard="no")

    assert talked_over(counting.numbers(page)["coverage"]) == "[c]"


def test_the_published_page_tells_it(visitor):
    page = make.long_closed_consultation()
    helped.helped(page, "no", heard="no")
    findings = make.findings(page)

    shown = " ".join(visitor.get(findings.url).content.decode().split())

    assert "[c] of them said no. What they sent is counted apart, in no other number." in shown


def test_a_reader_sees_it_beside_the_text(as_staff, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    words = helped.helped(make.closed_consultation(), "no", more="My words").words.get()

    shown = as_staff("reader").get(f"/admin/reading/{words.pk}/")

    assert "Could say what they wanted No" in says(shown)


def test_officers_see_how_children_who_had_help_answered(as_staff):
    page = make.consultation()
    for said in [*CouldSay.values, ""]:
        helped.helped(page, said)

    shown = as_staff("participation").get(f"/admin/how-many/{page.identity.code}/")

    assert "Could you say what you wanted?" in shown.content.decode()
