"""The parts of a page of findings: links, languages, numbers, and what is left out."""

from datetime import date

from bs4 import BeautifulSoup

from tests import make
from tests.feedback.listening.counting import crowd
from tests.feedback.listening.findings import seen, with_line
from tests.feedback.listening.screens import says
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.closed_consultation()


def test_it_is_signed_by_a_post_on_a_day(visitor, page):
    day = date(2026, 11, 12)

    shown = seen(visitor, with_line(page, differs="", nobody_differs=True, signed_on=day))

    assert "No one said otherwise. Signed by an analyst of the council on 12 November." in shown


def test_every_heading_has_text_below_it(visitor, page):
    findings = with_line(page, differs="", nobody_differs=True)

    below = BeautifulSoup(visitor.get(findings.url).content, "html.parser").find("main")

    for heading in below.find_all(["h2", "h3"]):
        assert heading.find_next_sibling(["p", "ul", "div"]), heading


def test_links_at_the_top_lead_to_every_part(visitor, page):
    crowd(page, "13-15", yes=8, no=9)
    shown = BeautifulSoup(visitor.get(with_line(page).url).content, "html.parser")

    links = [link["href"] for link in shown.select("nav[aria-labelledby=on-this-page] a")]

    assert links == ["#theme-1", "#heard", "#numbers", "#how"]
    assert all(shown.select_one(link) for link in links)


def test_words_in_another_language_say_so(visitor, page):
    theme = make.theme(page)
    make.quotation(make.read_words(page, "نريد أسماءنا", language="ar", role="parent"), theme)
    make.responses(page, 9, role="parent")

    shown = visitor.get(with_line(page, theme).url).content

    quoted = BeautifulSoup(shown, "html.parser").find("blockquote")
    assert (quoted.p["lang"], quoted.p["dir"]) == ("ar", "auto")
    assert quoted.footer.text == "In Arabic"


def quoted_in_polish(visitor, page, n_others):
    """A quotation of a parent who read Polish and wrote English, beside `n_others` like them."""
    theme = make.theme(page)
    make.quotation(make.read_words(page, "Say my name", language="pl", role="parent"), theme)
    make.responses(page, n_others, role="parent", language="pl")
    make.responses(page, 9, role="parent")
    shown = visitor.get(with_line(page, theme).url).content
    return BeautifulSoup(shown, "html.parser").find("blockquote")


def test_the_language_that_few_read_is_not_given_away(visitor, page):
    quoted = quoted_in_polish(visitor, page, 8)

    assert "lang" not in quoted.p.attrs
    assert quoted.footer.text == "Parent or carer"


def test_the_language_that_many_read_is_said(visitor, page):
    assert quoted_in_polish(visitor, page, 9).p["lang"] == "pl"


def test_a_table_that_is_refused_says_so_and_gives_no_number(visitor, page):
    crowd(page, "13-15", yes=4, no=3)

    response = visitor.get(make.findings(page).url)

    assert "Too few people answered for us to show numbers." in says(response)
    assert "<table" not in response.content.decode()
    assert "answered this" not in says(response)


def test_groups_that_are_too_small_are_one_line(visitor, page):
    crowd(page, "13-15", yes=8, no=9)
    make.responses(page, 3, heard="yes", voice="noticed")
    make.responses(page, 3, heard="yes", role="parent")

    shown = seen(visitor, make.findings(page))

    assert shown.count("Too few people answered in other ways for us to show numbers.") == 1
    assert "What adults noticed" not in shown


def test_other_peoples_words_stand_beside_apart(visitor):
    hoped = {"label": "Teenagers", "role": "child", "band": "13-15", "number": 60}
    page = make.closed_consultation(expected=[hoped])
    make.responses(page, 12, band="13-15", voice="exact_words")

    shown = seen(visitor, make.findings(page))

    assert "Children's exact words, written down by an adult: 12." in shown


def test_a_number_that_would_show_who_skipped_says_at_least(visitor):
    hoped = {"label": "Teenagers", "role": "child", "band": "13-15", "number": 30}
    page = make.closed_consultation(expected=[hoped])
    crowd(page, "13-15", yes=8, no=9)
    make.response(page, band="13-15")

    assert "Teenagers At least 17 of about 30" in seen(visitor, make.findings(page))


def test_a_choice_of_several_says_that_numbers_do_not_add_up(visitor):
    page = make.closed_consultation(
        make.block("choose_several", "Which?", data_name="which"),
        make.block("long_text", "Tell us more.", data_name="more"),
    )
    make.responses(page, 10, which=["yes", "no"])
    make.responses(page, 8, which=["no"])
    make.responses(page, 7, which=["yes"])

    assert "25 answered this. They could choose more than one" in seen(visitor, make.findings(page))
