"""What people read before they answer: what it is about, what can change, who decides, by when."""

import pytest
from django.utils.formats import date_format

from consultations.models import HaveYourSayPage
from tests import make

FACTS = {
    "title": "The words in your record",
    "summary": "Some words are cold.",
    "why": "You told us so.",
    "can_change": "The headings on our own forms.",
    "cannot_change": "The codes that the government asks for.",
    "decider": "Director of Children's Services",
}
SHUT = {
    "to_open": {"opens_on": make.today(2)},
    "closed": {
        "opens_on": make.today(-40),
        "closes_on": make.today(-7),
        "findings_by": make.today(20),
    },
}


def _read(visitor, page) -> str:
    return visitor.get(page.url).content.decode()


def _start(page) -> str:
    return f'href="/say/{page.identity.code}/'


@pytest.mark.parametrize("name", FACTS)
def test_the_page_says(visitor, name):
    page = make.consultation(**FACTS)

    assert FACTS[name].replace("'", "&#x27;") in _read(visitor, page)


def test_the_page_says_by_when_they_hear(visitor):
    page = make.consultation()

    html = _read(visitor, page)

    for day in (page.findings_by, page.decision_by):
        assert date_format(day, "j F Y") in html


def test_the_page_names_what_it_is_about_in_plain_words(visitor):
    item = make.item("Reason for place change", plain_name="Why you moved home")
    page = make.consultation(about=[item])

    html = _read(visitor, page)

    assert f'<a href="{item.url}">Why you moved home</a>' in html


def test_the_page_says_who_is_asked(visitor):
    page = make.consultation(roles=["chooser", "child"])

    html = _read(visitor, page)

    assert "Child or young person, One who chooses the boxes" in html


def test_an_open_consultation_can_be_started(visitor):
    page = make.consultation()

    assert _start(page) in _read(visitor, page)


@pytest.mark.parametrize("days", SHUT.values(), ids=SHUT)
def test_one_that_is_not_open_cannot_be_started(visitor, days):
    page = make.consultation(**days)

    assert _start(page) not in _read(visitor, page)


def test_one_that_is_not_open_yet_says_when(visitor):
    page = make.consultation(**SHUT["to_open"])

    html = _read(visitor, page)

    day = date_format(make.today(2), "j F Y")
    assert f"This is not open yet. It opens on {day}." in html


def test_one_that_has_closed_says_by_when_they_hear(visitor):
    page = make.consultation(**SHUT["closed"])

    html = _read(visitor, page)

    day = date_format(make.today(20), "j F Y")
    assert "This has closed." in html
    assert f"You can see what people said by {day}." in html


def test_a_council_that_is_late_says_so(visitor):
    page = make.consultation(**SHUT["closed"] | {"findings_by": make.today(-1)})

    assert "We are late." in _read(visitor, page)


def test_one_that_was_unpublished_cannot_be_read(visitor):
    page = make.consultation()
    page.unpublish()

    assert visitor.get(page.url).status_code == 404


def test_the_list_tells_open_coming_and_closed_apart(visitor):
    named = {"open": {}, **SHUT}
    pages = {name: make.consultation(title=name, **days) for name, days in named.items()}
    make.draft_consultation(title="a draft")

    context = visitor.get(HaveYourSayPage.objects.get().url).context

    assert {name: context[name] for name in named} == {name: [pages[name]] for name in named}


def test_the_next_to_close_stands_first(visitor):
    later = make.consultation(closes_on=make.today(9))
    sooner = make.consultation(closes_on=make.today(3))

    context = visitor.get(HaveYourSayPage.objects.get().url).context

    assert context["open"] == [sooner, later]


def test_a_list_with_nothing_open_says_so(visitor):
    html = _read(visitor, HaveYourSayPage.objects.get())

    assert "Nothing is open today." in html
