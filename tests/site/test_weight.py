"""Public pages ask the database little, and no more as answers grow."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from consultations.models import CouncilSettings
from feedback.actions.withdrawing import withdraw_response
from heard.models import PublicStamp
from tests import make
from tests.sharing import once_a_file

MOST, MOST_UNCHANGED = 12, 4


def statements(visitor, path: str, *, changed: bool) -> int:
    """How many statements a page takes; `changed` means that something was just published."""
    visitor.get(path)
    if changed:
        PublicStamp.renew()
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(path).status_code == 200
    return len(asked)


@once_a_file
def paths() -> dict[str, str]:
    """The address of every kind of public page."""
    make.consultation()
    page = make.closed_consultation()
    make.responses(page, 12, heard="yes")
    make.responses(page, 12, heard="no")
    words = make.read_words(page, "They asked nobody")
    theme = make.theme(page, "Nobody asked")
    make.quotation(words, theme)
    findings = make.findings(page, theme)
    decision = make.decision(findings)
    item = page.items()[0]
    pages = {
        "consultation": page.url,
        "findings": findings.url,
        "decision": decision.url,
        "item": item.url,
    }
    return pages | {
        path: path
        for path in (
            "/",
            "/have-your-say/",
            "/what-changed/",
            "/what-changed/log/",
            "/what-changed/log/2/",
            "/what-changed/log/check/",
            "/what-changed/log/entries/",
            "/what-changed/promises/",
            "/what-changed/?promises=late",
            "/what-changed/feed/",
            "/what-changed/spreadsheet/",
            "/what-we-write-down/",
            "/what-you-told-us/",
            "/how-this-works/",
            "/privacy/",
            "/accessibility/",
            "/my-words/",
        )
    }


def test_no_public_page_takes_more_than_twelve_statements(visitor, paths):
    taken = {name: statements(visitor, path, changed=True) for name, path in paths.items()}

    assert {name: n for name, n in taken.items() if n > MOST} == {}


def test_no_public_page_takes_more_than_four_when_nothing_changed(visitor, paths):
    taken = {name: statements(visitor, path, changed=False) for name, path in paths.items()}
    made_each_time = ("feed/", "spreadsheet/", "promises/", "log/entries/")  # for programs
    feeds = [f"/what-changed/{name}" for name in (*made_each_time, "?promises=late")]

    assert {n: t for n, t in taken.items() if t > MOST_UNCHANGED and n not in feeds} == {}


def test_no_page_takes_more_as_answers_grow(visitor, paths):
    before = {name: statements(visitor, path, changed=True) for name, path in paths.items()}
    page = make.closed_consultation()
    for _each in range(20):
        make.read_words(page, "Many words", heard="yes")
    rests_on = make.findings(page)
    for _each in range(3):
        make.decision(rests_on)
    make.consultation()

    after = {name: statements(visitor, path, changed=True) for name, path in paths.items()}

    assert {name: (before[name], n) for name, n in after.items() if n > before[name]} == {}


def test_a_change_is_seen_at_once(visitor):
    page = make.consultation(title="Old title")
    visitor.get("/have-your-say/")

    page.title = "New title"
    page.save_revision(user=make.staff("participation"))
    make.approve(page)

    assert "New title" in visitor.get("/have-your-say/").content.decode()


def test_a_changed_setting_is_seen_at_once(visitor):
    visitor.get("/")

    council = CouncilSettings.for_site(make.council())
    council.name = "Ferndale Council"
    council.save()

    assert "Ferndale Council" in visitor.get("/").content.decode()


def test_words_that_were_taken_back_are_gone_at_once(visitor):
    page = make.closed_consultation()
    words = make.read_words(page, "They asked nobody")
    theme = make.theme(page)
    make.quotation(words, theme)
    findings = make.findings(page, theme)
    assert "They asked nobody" in visitor.get(findings.url).content.decode()

    withdraw_response(response=words.response, today=make.today())

    assert "They asked nobody" not in visitor.get(findings.url).content.decode()


def test_a_page_that_is_not_for_everyone_is_not_kept_for_everyone(visitor, as_staff):
    findings = make.findings()
    visitor.get(findings.url)

    PageViewRestriction.objects.create(page=findings, restriction_type="login")

    assert visitor.get(findings.url).status_code == 302
    assert as_staff("participation").get(findings.url).status_code == 200
    assert visitor.get(findings.url).status_code == 302
