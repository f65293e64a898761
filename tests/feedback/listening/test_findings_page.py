"""What everyone said, as anyone can read it."""

import re

from bs4 import BeautifulSoup

from consultations.models import ConsultationPage
from feedback.actions import reading, themes
from feedback.actions.withdrawing import withdraw_response
from feedback.models import FindingsIndexPage
from tests import make
from tests.feedback.listening.counting import crowd
from tests.feedback.listening.findings import seen, with_line
from tests.feedback.listening.screens import rows, says
from tests.sharing import once_a_file


@once_a_file
def page():
    return make.closed_consultation()


def test_a_theme_stands_with_who_said_it(visitor, page):
    theme = make.theme(page, "Call me by my name")
    themes.group_words(words=make.read_words(page), themes=[theme], by=make.staff("analyst"))
    make.responses(page, 9)
    spoken = make.read_words(page, role="practitioner")
    themes.group_words(words=spoken, themes=[theme], by=make.staff("analyst"))
    findings = with_line(page, theme, said_by_child="most", said_by_practitioner="a_few")

    shown = seen(visitor, findings)

    assert "Call me by my name Names matter." in shown
    assert "Said by most children and young people, a few practitioners." in shown


def test_who_sees_it_differently_stands_beside_it(visitor, page):
    shown = seen(visitor, with_line(page, differs="Two parents want the court's word."))

    assert "Not everyone agreed Two parents want the court's word." in shown


def test_it_is_said_that_no_one_said_otherwise(visitor, page):
    shown = seen(visitor, with_line(page, differs="", nobody_differs=True))

    assert "No one said otherwise." in shown
    assert "Not everyone agreed" not in shown


def test_the_name_of_whoever_signed_is_not_public(visitor, page):
    signer = make.staff("analyst")

    response = visitor.get(with_line(page, differs="", nobody_differs=True, signed_by=signer).url)

    assert str(signer) not in response.content.decode()


def test_cleared_words_are_shown_with_whose_they_are(visitor, page):
    theme = make.theme(page)
    make.quotation(make.read_words(page, "placement is what you do with a chair"), theme)
    make.responses(page, 9, band="13-15")

    shown = seen(visitor, with_line(page, theme))

    assert "placement is what you do with a chair Young person, 13 to 17" in shown


def test_words_from_a_small_group_are_somebodys(visitor, page):
    theme = make.theme(page)
    make.quotation(make.read_words(page, "Court says contact.", role="parent"), theme)

    assert "Court says contact. Somebody who answered" in seen(visitor, with_line(page, theme))


def test_words_that_see_it_differently_stand_with_the_dissent(visitor, page):
    theme = make.theme(page)
    make.quotation(make.read_words(page, "do not count my mates"), theme, differs=True)

    shown = seen(visitor, with_line(page, theme, differs="A few."))

    assert "Not everyone agreed A few. do not count my mates" in shown


def test_words_that_nobody_has_cleared_are_not_shown(visitor, page):
    theme = make.theme(page)
    make.quotation(make.read_words(page, "canary"), theme, cleared=False)

    assert "canary" not in visitor.get(with_line(page, theme).url).content.decode()


def test_words_whose_writer_changed_their_mind_are_not_shown(visitor, page):
    theme, words = make.theme(page), make.read_words(page, "canary")
    make.quotation(words, theme)
    words.may_show = False
    words.save()

    assert "canary" not in visitor.get(with_line(page, theme).url).content.decode()


def test_words_that_somebody_is_worried_about_now_are_not_shown(visitor, page):
    theme, words = make.theme(page), make.read_words(page, "canary")
    make.quotation(words, theme)
    reading.raise_concern(words=words, by=make.staff("reader"), note="")

    assert "canary" not in visitor.get(with_line(page, theme).url).content.decode()


def test_words_that_are_taken_back_disappear_from_published_findings(visitor, page):
    theme, words = make.theme(page), make.read_words(page, "canary")
    make.quotation(words, theme)
    findings = with_line(page, theme)

    withdraw_response(response=words.response, today=make.today())

    assert "canary" not in visitor.get(findings.url).content.decode()


def test_a_script_in_a_quotation_is_only_text(visitor, page):
    theme = make.theme(page)
    make.quotation(make.read_words(page, "<script>alert(1)</script>"), theme)

    shown = visitor.get(with_line(page, theme).url).content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "<script>alert(1)" not in shown


def test_what_was_said_once_is_listed(visitor, page):
    findings = make.findings(page, said_once="Count my dog.\n\n  \nCount my cat.")

    listed = BeautifulSoup(visitor.get(findings.url).content, "html.parser").find(
        "h2", string="Said once"
    )

    assert [item.text for item in listed.find_next("ul").find_all("li")] == [
        "Count my dog.",
        "Count my cat.",
    ]


def test_a_table_is_shown_with_what_is_hidden_marked_and_explained(visitor, page):
    crowd(page, "10-12", yes=8, no=9)
    crowd(page, "13-15", yes=20, no=3)

    response = visitor.get(make.findings(page).url)

    assert rows(response) == [
        ["10 to 12", "[c]", "[c]", "17"],
        ["13 to 15", "[c]", "[c]", "23"],
        ["All", "28", "12", "40"],
    ]
    assert "[c] means we hid a number so that no one can be spotted." in says(response)


def test_who_was_not_heard_is_said_beside_who_was(visitor):
    hoped = {"label": "Disabled children", "role": "child", "band": "10-12", "number": 60}
    page = make.closed_consultation(expected=[hoped])
    make.responses(page, 12, band="10-12")

    shown = seen(visitor, make.findings(page))

    assert "We did not hear from many disabled children." in shown
    assert (
        "Disabled children 12 of about 60 "
        "We did not hear from many, so we cannot say what they think." in shown
    )


def test_a_number_that_was_hidden_is_hidden_there_too(visitor):
    hoped = {"label": "Parents", "role": "parent", "number": 60}
    page = make.closed_consultation(expected=[hoped])
    make.responses(page, 3, role="parent")

    assert "Parents [c] of about 60 We did not hear from many" in seen(visitor, make.findings(page))


def test_it_says_whose_views_these_are(visitor, page):
    shown = seen(visitor, make.findings(page))

    assert "These are the views of the people who answered." in shown
    assert "A person's own words are kept apart from what an adult wrote for them." in shown


def test_it_says_how_it_was_read_and_when_the_numbers_were_fixed(visitor, page):
    shown = seen(visitor, make.findings(page))

    assert "Two people read it." in shown
    assert f"Edition 1. The numbers were fixed on {make.today():%-d %B %Y}" in shown


def test_it_leads_to_what_was_asked_and_what_was_decided(visitor, page):
    findings = make.findings(page)
    decision = make.decision(findings)

    response = visitor.get(findings.url)

    links = {
        link["href"] for link in BeautifulSoup(response.content, "html.parser").select("main a")
    }
    assert {page.get_url(response.wsgi_request), decision.get_url(response.wsgi_request)} <= links


def test_a_decision_that_is_not_published_is_not_there(visitor, page):
    findings = make.findings(page)
    make.draft_decision(findings, title="Not yet")

    assert "Not yet" not in seen(visitor, findings)


def test_the_page_has_no_inline_style_or_script(visitor, page):
    crowd(page, "13-15", yes=20, no=30)
    theme = make.theme(page)
    make.quotation(make.read_words(page), theme)

    shown = visitor.get(with_line(page, theme).url).content.decode()

    assert not re.search(r"\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)", shown)


def test_findings_that_are_not_published_are_not_there(visitor, page):
    assert visitor.get(make.draft_findings(page).url).status_code == 404


def test_the_list_holds_what_is_published_newest_first(visitor, time_machine):
    time_machine.move_to(make.noon(make.today()))
    older = make.findings(title="Older")
    time_machine.shift(3600)
    newer = make.findings(title="Newer")
    make.draft_findings(make.closed_consultation(), title="Draft")

    shown = seen(visitor, FindingsIndexPage.objects.get())

    assert shown.index(newer.title) < shown.index(older.title)
    assert "Draft" not in shown


def test_before_there_are_findings_the_list_says_so(visitor):
    assert "Nothing has been published yet." in seen(visitor, FindingsIndexPage.objects.get())


def test_the_consultation_leads_to_its_findings(visitor, page):
    findings = make.findings(page)

    response = visitor.get(ConsultationPage.objects.get(pk=page.pk).url)

    assert findings.get_url(response.wsgi_request) in response.content.decode()
