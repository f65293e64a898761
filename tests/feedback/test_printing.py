"""Paper forms, posters and the short link."""

import pytest
from django.urls import reverse

from consultations import pdf
from consultations.models import CouncilSettings
from feedback.journey import Journey
from feedback.route_words import PaperRoutes
from tests import make
from tests.feedback.answering.walk import text
from tests.routed import document, question
from tests.sharing import once_a_file


@once_a_file
def page():
    after = {"question": "heard", "answers": "yes", "unanswered": False}
    return make.consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "No"]),
        make.block("long_text", "By whom?", data_name="who", only_after=after),
        make.block("faces", "How is it?", data_name="how"),
        bands=["6-9", "13-15"],
    )


def address(page, name: str, *more: str) -> str:
    return reverse(f"feedback:{name}", args=[page.identity.code, *more])


def test_a_form_asks_everything_and_tells_the_routes_in_words(visitor, page):
    shown = text(visitor.get(address(page, "paper", "child-6-9")))

    assert "If you ticked “Yes”, go to question 2. If not, go to question 3." in shown
    assert "Only if you ticked “Yes” in question 1. If not, go to question 3." in shown
    assert "I am 6 to 9" in shown
    assert "This is about what grown-ups write down about you." in shown


def test_a_form_says_where_it_goes_and_whom_to_call_from_settings(visitor, page):
    council = CouncilSettings.for_site(make.council())
    council.paper_to, council.contact_phone = "The library", "01632 960 123"
    council.save()

    shown = text(visitor.get(address(page, "paper", "parent")))

    assert "The library" in shown
    assert "01632 960 123" in shown


@pytest.mark.parametrize("who", ["child-10-12", "child", "practitioner", "nobody"])
def test_there_is_a_form_only_for_whom_it_is_open_to(visitor, page, who):
    assert visitor.get(address(page, "paper", who)).status_code == 404


def test_the_forms_are_found_from_the_consultation(visitor, page):
    assert address(page, "print") in visitor.get(page.url).content.decode()
    listed = visitor.get(address(page, "print")).content.decode()
    assert address(page, "paper_pdf", "child-6-9") in listed
    assert address(page, "paper_pdf", "parent") in listed


def test_forms_and_posters_are_files_to_print(visitor, page):
    for where in (
        address(page, "paper_pdf", "parent"),
        address(page, "poster_pdf", "a4"),
        address(page, "poster_pdf", "a5"),
    ):
        made = visitor.get(where)
        assert made["Content-Type"] == "application/pdf"
        assert made.content.startswith(b"%PDF-")


def test_a_size_of_poster_that_there_is_not_is_not_found(visitor, page):
    assert visitor.get(address(page, "poster_pdf", "a3")).status_code == 404


def test_a_machine_that_makes_no_pdf_says_so_and_shows_the_page(visitor, page, monkeypatch):
    def lacks(page):
        raise pdf.NoPdf

    monkeypatch.setattr("feedback.views.printing.pdf_of", lacks)

    refused = visitor.get(address(page, "paper_pdf", "parent"))

    assert refused.status_code == 503
    assert address(page, "paper", "parent") in refused.content.decode()


@pytest.mark.parametrize(
    "url",
    ["https://example.org/x.css", "file:///etc/passwd", "https://heard.invalid/etc/passwd"],
)
def test_nothing_from_outside_is_printed(url):
    with pytest.raises(ValueError, match="Nothing from outside"):
        pdf._read(url)


def test_the_short_link_leads_to_the_consultation_however_it_is_typed(visitor, page):
    code = page.identity.code

    for typed in (code, code.upper()):
        assert visitor.get(f"/c/{typed}/").url.endswith(page.url.rpartition("//")[2][-20:])
    assert f"/c/{code}" in text(visitor.get(address(page, "poster")))


def test_what_is_out_of_sight_has_no_paper_and_no_link(visitor, page):
    page.unpublish()

    for name, more in (("print", []), ("paper", ["parent"]), ("poster", []), ("short", [])):
        assert visitor.get(address(page, name, *more)).status_code == 404


def test_what_has_closed_is_not_printed(visitor):
    closed = make.closed_consultation()

    assert visitor.get(address(closed, "print")).status_code == 410
    assert visitor.get(address(closed, "poster")).status_code == 410


def test_a_public_page_to_print_takes_at_most_twelve_statements(
    visitor, page, django_assert_max_num_queries
):
    visitor.get(address(page, "print"))  # the frame around it has been made before
    for name, more in (("print", []), ("paper", ["parent"]), ("poster", []), ("short", [])):
        with django_assert_max_num_queries(12):
            visitor.get(address(page, name, *more))


def _routes(*questions: dict) -> PaperRoutes:
    return PaperRoutes(Journey(document(*questions), "parent", "", "en-gb"))


def test_each_answer_has_its_own_way_on_paper():
    routes = _routes(
        question("a"),
        question("b", after=("a", ["yes"], False)),
        question("c", after=("b", ["no"], True)),
        question("d", after=("a", ["no"], False)),
    )

    assert routes.after(0) == [
        "If you ticked “yes”, go to question 2.",
        "If you ticked “no”, go to question 4.",
        "If not, you have finished.",
    ]
    assert routes.after(1) == [
        "If you ticked “no”, go to question 3.",
        "If you ticked nothing, go to question 3.",
        "If not, go to question 4.",
    ]
    assert routes.before(0) == ""
    assert routes.before(2) == (
        "Only if you ticked “no” in question 2, or nothing. If not, go to question 4."
    )
    assert routes.before(3) == "Only if you ticked “no” in question 1. If not, you have finished."
    assert routes.after(3) == []
