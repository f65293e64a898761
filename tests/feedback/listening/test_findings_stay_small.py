"""The findings page asks the database as often for ten thousand answers as for ten."""

from feedback.models import FindingsIndexPage
from tests import make
from tests.feedback.listening.counting import crowd
from tests.feedback.listening.screens import n_queries
from tests.sharing import once_a_file

MOST = 12  # no public page asks the database more often


@once_a_file
def page():
    return make.closed_consultation(
        expected=[{"label": "Parents", "role": "parent", "number": 20}],
    )


def quoted(page, theme):
    make.quotation(make.read_words(page, band="10-12"), theme)


def test_it_asks_at_most_twelve_times(visitor, page):
    crowd(page, "10-12", yes=8, no=9)
    theme = make.theme(page)
    quoted(page, theme)
    findings = make.findings(page, theme, make.theme(page))
    make.decision(findings)

    assert n_queries(visitor, findings.url) <= MOST


def test_more_answers_ask_no_more(visitor, page):
    theme = make.theme(page)
    few = make.findings(page, theme)
    before = n_queries(visitor, few.url)

    other = make.closed_consultation(expected=[{"label": "P", "role": "parent", "number": 2}])
    crowd(other, "10-12", yes=8, no=9)
    make.responses(other, 12, role="parent", heard="yes")

    assert n_queries(visitor, make.findings(other).url) == before


def test_more_quotations_ask_no_more(visitor, page):
    theme = make.theme(page)
    quoted(page, theme)
    findings = make.findings(page, theme)
    before = n_queries(visitor, findings.url)

    for _one in range(5):
        quoted(page, theme)

    assert n_queries(visitor, findings.url) == before


def test_more_themes_ask_no_more(visitor, page):
    themes = [make.theme(page) for _theme in range(5)]
    for theme in themes:
        quoted(page, theme)
    one = make.findings(page, themes[0])

    five = make.findings(page, *themes)

    assert n_queries(visitor, five.url) == n_queries(visitor, one.url)


def test_more_findings_on_the_list_ask_no_more(visitor):
    make.findings()
    address = FindingsIndexPage.objects.get().url
    before = n_queries(visitor, address)

    make.findings()
    make.findings()

    assert n_queries(visitor, address) == before <= MOST
