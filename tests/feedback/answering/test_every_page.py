"""What holds on every page that somebody who answers can see."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from consultations.models import Consultation, CouncilSettings
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

TITLES = {
    "who": "Before you start",
    "begun": "Before you start",
    "voice": "Before you start",
    "agree": "Before you start",
    "choice": "Question 1 of 2",
    "text": "Question 2 of 2",
    "mistake": "Error: Question 2 of 2",
    "check": "Check your answers",
    "stop": "Stop for now",
    "sent": "Thank you",
    "sent before": "You have sent this",
    "other tab": "The questions are different now",
    "no draft": "This page waited too long",
    "no": "That is fine",
    "no, with a draft": "That is fine",
    "to cut": "Error: Check your answers",
    "refused": "Error: Check your answers",
    "cleared": "Cleared",
    "words": "Your four words",
    "wrong words": "Error: Your four words",
    "status": "Your answers",
    "sure": "Delete your answers?",
    "deleted": "Deleted",
    "closed": "Closed",
    "not yet": "Not open yet",
}
FIELDS = (
    "csrfmiddlewaretoken who voice question answer may_show remark may_show_remark go words ticket "
    "website"
)


@once_a_file
def page():
    """A consultation whose words stand out."""
    return make.consultation(title="Placement moves", slug="placement-moves")


def before_sending(client: Client, page, who: str) -> dict[str, HttpResponse]:
    """The way of somebody who answers, up to Send."""
    seen = {"who": client.get(walk.address(page))}
    client.post(walk.address(page), {"who": who})
    seen["voice"] = client.get(walk.address(page, "voice"))
    client.post(walk.address(page, "voice"), {"voice": "me"})
    seen["agree"] = client.get(walk.address(page, "agree"))
    client.post(walk.address(page, "agree"))
    seen["choice"] = client.get(walk.address(page, 1))
    seen["text"] = client.get(walk.address(page, 2))
    seen["mistake"] = walk.answer(client, page, 2, "x" * 5000)
    seen["other tab"] = walk.answer(client, page, 2, "x", question="of another way")
    seen["to cut"] = client.get(walk.address(page, "check"))
    seen["refused"] = walk.send(client, page)
    walk.answer(client, page, 2, "x")
    seen["begun"] = client.get(walk.address(page))
    seen["no, with a draft"] = client.get(walk.address(page, "no-thanks"))
    seen["check"] = client.get(walk.address(page, "check"))
    seen["stop"] = client.get(walk.address(page, "stop"))
    return seen


def after_sending(client: Client, page) -> dict[str, HttpResponse]:
    """What can be seen from Send on."""
    seen = {"sent": client.get(walk.send(client, page).url)}
    seen["sent before"] = walk.answer(client, page, 2, "More")
    seen["words"] = client.get("/my-words/")
    seen["wrong words"] = client.post("/my-words/", {"words": "one two three"})
    client.post("/my-words/", {"words": walk.words_in(client)})
    seen["status"] = client.get("/my-words/answers/")
    seen["sure"] = client.get("/my-words/delete/")
    client.post("/my-words/delete/", {"ticket": seen["sure"].context["ticket"]})
    seen["deleted"] = client.get("/my-words/deleted/")
    seen["no draft"] = walk.answer(client, page, 2, "Too late")
    seen["cleared"] = client.get(walk.address(page, "finished"))
    seen["no"] = client.get(walk.address(page, "no-thanks"))
    Consultation.objects.update(closes_on=make.today(-1))
    seen["closed"] = client.get(walk.address(page))
    Consultation.objects.update(opens_on=make.today(1), closes_on=make.today(9))
    seen["not yet"] = client.get(walk.address(page))
    return seen


def all_pages(client: Client, page, who: str = "child:13-15") -> dict[str, HttpResponse]:
    """Every page by name."""
    return before_sending(client, page, who) | after_sending(client, page)


def test_no_page_is_missing_here(visitor, page):
    assert set(all_pages(visitor, page)) == set(TITLES)


def test_no_page_is_kept_by_a_browser_or_a_search_engine(visitor, page):
    for name, response in all_pages(visitor, page).items():
        assert "no-store" in response["Cache-Control"], name
        assert "private" in response["Cache-Control"], name
        assert "noindex" in response["X-Robots-Tag"], name


@pytest.mark.parametrize("step", ["", "voice", "agree", 1, "check", "no-thanks"])
def test_no_step_from_page_to_page_is_kept_either(visitor, page, step):
    walk.begin(visitor, page)

    response = visitor.post(
        walk.address(page, step), {"who": "parent:", "voice": "me", "go": "next"}
    )

    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]


def test_every_page_says_where_help_is_now(visitor, page):
    for name, response in all_pages(visitor, page).items():
        shown = response.content.decode()
        assert "Do you need help now?" in shown, name
        assert 'href="tel:999"' in shown, name
        assert 'href="tel:08001111"' in shown, name


def test_every_page_can_be_left_at_once(visitor, page):
    for name, response in all_pages(visitor, page).items():
        link = r'<a [^>]*href="/leave/"[^>]*data-leave>Leave this page now</a>'
        assert re.search(link, response.content.decode()), name


def test_the_way_out_stands_beside_the_way_to_the_page_as_well(visitor, page):
    first = (
        r'Skip to the page</a>\s*<header [^>]*>\s*<a class="skip" href="/leave/"[^>]*data-leave>'
    )

    for name, response in all_pages(visitor, page).items():
        assert re.search(first, response.content.decode()), name


def test_no_title_says_what_a_page_is_about(visitor, page):
    for name, response in all_pages(visitor, page).items():
        title = re.search(r"<title>(.*)</title>", response.content.decode(), re.DOTALL)
        assert title[1].strip() == TITLES[name]


def test_no_address_says_what_a_page_is_about(visitor, page):
    for response in all_pages(visitor, page).values():
        place = response.request["PATH_INFO"]
        assert re.fullmatch(r"/say/[a-z2-9]{8}/([a-z-]+/|\d+/)?|/my-words/([a-z]+/)?", place)


def test_no_page_asks_for_anything_that_says_who_somebody_is(visitor, page):
    asked = set()

    for response in all_pages(visitor, page).values():
        asked |= set(re.findall(r' name="(\w+)"', response.content.decode()))

    assert asked - {"viewport", "robots"} == set(FIELDS.split())


def test_every_page_works_without_a_script(visitor, page):
    for name, response in all_pages(visitor, page).items():
        shown = response.content.decode()
        assert not re.search(r"<script(?![^>]* src=)| on\w+=| style=|<style", shown), name


def test_no_page_weighs_more_than_40_kilobytes(visitor, page):
    for name, response in all_pages(visitor, page).items():
        assert len(response.content) < 40_000, name


def test_the_first_page_says_what_leaving_does_and_what_it_does_not(visitor, page):
    shown = walk.text(visitor.get(walk.address(page)))

    assert "What you wrote is wiped, unless you asked for your four words." in shown
    assert "It does not clear the list of pages you have been on." in shown


def test_the_thanks_say_what_happens_next_and_by_when(visitor, page):
    shown = walk.text(all_pages(visitor, page)["sent"])

    assert "A person reads every answer Within 1 working day." in shown
    assert f"We publish what everyone said By {page.findings_by:%-d %B %Y}." in shown
    assert f"By {page.decision_by:%-d %B %Y} the council must publish what will change" in shown


def test_whoever_stops_is_told_that_nobody_reads_what_is_not_sent(visitor, page):
    shown = walk.text(before_sending(visitor, page, "child:13-15")["stop"])

    assert "Then everything is wiped." in shown
    assert "Nobody reads what you have not sent." in shown


GROWN_UP = "agree choice text mistake check stop sent"


@pytest.mark.parametrize(("who", "told"), [("parent:", True), ("child:13-15", False)])
def test_grown_ups_are_given_their_numbers_too_and_children_are_not(visitor, page, who, told):
    pages = all_pages(visitor, page, who)

    for name in GROWN_UP.split():
        assert ("Worried about a child?" in walk.text(pages[name])) is told, name


def test_what_the_pages_promise_is_what_is_set(visitor, page):
    council = CouncilSettings.for_site(make.council())
    council.childline, council.reading_hours = "0800 999 999", "on Tuesdays"
    council.save()

    for name, response in all_pages(visitor, page).items():
        assert 'href="tel:0800999999"' in response.content.decode(), name
        assert "We read on Tuesdays." in walk.text(response), name


def test_before_somebody_writes_they_are_told_who_may_be_told(visitor, page):
    shown = walk.text(before_sending(visitor, page, "child:13-15")["text"])

    assert "We do not read this straight away" in shown
    assert "If we think someone is not safe, we may need to tell a person who can help." in shown


def test_words_are_shown_to_nobody_unless_the_box_is_ticked(visitor, page):
    shown = before_sending(visitor, page, "child:13-15")["text"].content.decode()

    box = re.search(r'<input type="checkbox" name="may_show"[^>]*>', shown)[0]
    assert "checked" not in box
    assert "If you do not tick it, we will not publish them." in shown


def test_nobody_is_told_that_nobody_will_see_their_words(visitor, page):
    for name, response in all_pages(visitor, page).items():
        shown = walk.text(response)
        assert not re.search(
            r"to anyone else|keep (things )?private|nobody (will )?sees?\b", shown
        ), name


def test_the_number_of_a_question_can_be_seen(visitor, page):
    shown = before_sending(visitor, page, "child:13-15")["text"].content.decode()

    assert '<p class="quiet step">Question 2 of 2</p>' in shown


def test_nothing_is_chosen_for_anybody(visitor, page):
    pages = before_sending(visitor, page, "child:13-15")

    for name in ("who", "voice", "choice"):
        assert not re.search(r"<input[^>]* checked", pages[name].content.decode()), name


def test_leaving_is_neither_kept_nor_indexed(visitor):
    response = visitor.get("/leave/")

    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
