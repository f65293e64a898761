"""Sorting, ordering and numbers in the tables that are published, after disclosure control."""

from django.urls import reverse

from feedback.showing_tables import by_question
from tests import make
from tests.feedback.listening.counting import numbers, shown
from tests.sharing import once_a_file

THINGS = [("home", "Home"), ("contact", "Contact")]


def _tables(page, role: str = "child") -> list[dict]:
    return [one for one in numbers(page)["tables"] if one["role"] == role]


def _columns(table: dict) -> list[str]:
    return [column["words"]["en-gb"] for column in table["columns"]]


@once_a_file
def sorting():
    """Thirty who sorted two things: some left the second out."""
    page = make.closed_consultation(
        make.block("sort", options=THINGS, data_name="how"),
        make.block("long_text", data_name="more"),
        opens_on=make.today(-120),
        closes_on=make.today(-60),
        findings_by=make.today(-30),
    )
    make.responses(page, 14, how={"home": "ok", "contact": "not_ok"})
    make.responses(page, 8, how={"home": "not_sure", "contact": "not_ok"})
    make.responses(page, 8, how={"home": "ok"})
    return page


def test_each_thing_that_was_sorted_has_a_table_of_its_own(sorting):
    home, contact = _tables(sorting)

    assert (home["part"]["en-gb"], contact["part"]["en-gb"]) == ("Home", "Contact")
    assert _columns(home) == ["OK", "Not sure", "Not OK"]
    assert shown(home) == [("13-15", [22, 8, 0], 30)]


def test_a_thing_on_which_all_agree_is_held_for_a_person_to_decide(sorting):
    _home, contact = _tables(sorting)

    assert contact["held"] == ["13-15"]
    assert shown(contact) == [("13-15", [None, None, None], 22)]


def test_deciding_about_one_thing_decides_about_no_other(sorting, as_staff):
    findings = make.draft_findings(sorting)
    client = as_staff("analyst")
    address = reverse("feedback_numbers", args=[findings.pk])
    contact = make.option(sorting, "how", "contact")

    client.post(address, {"row": f"{contact}:child:own:13-15"})

    [row] = findings.shown_rows.all()
    assert (str(row.option_id), row.question.key) == (contact, "how")
    assert b"Decided by" in client.get(address).content


def test_small_numbers_of_a_sort_are_hidden():
    page = make.closed_consultation(make.block("sort", options=THINGS, data_name="how"))
    make.responses(page, 14, how={"home": "ok"})
    make.responses(page, 2, how={"home": "not_ok"})
    make.responses(page, 9, how={"home": "not_sure"})

    [table] = _tables(page)

    assert shown(table) == [("13-15", [14, None, None], 25)]


def test_of_an_order_the_findings_say_what_was_put_first():
    page = make.closed_consultation(make.block("order", options=THINGS, data_name="how"))
    make.responses(page, 12, how=["contact", "home"])
    make.responses(page, 9, how=["home"])

    [table] = _tables(page)

    assert shown(table) == [("13-15", [9, 12], 21)]
    [question] = by_question([table])
    assert question["tables"][0]["note"] == "The numbers say how many people put each one first."


def test_numbers_are_counted_in_groups_and_never_one_by_one():
    page = make.closed_consultation(
        make.block("number", data_name="how", most=None, starts=["0", "1", "5"])
    )
    for typed, n in (("0", 12), ("1", 6), ("4", 6), ("5", 0), ("77", 10)):
        make.responses(page, n, how=typed)

    [table] = _tables(page)

    assert _columns(table) == ["0", "1 to 4", "5 or more"]
    assert shown(table) == [("13-15", [12, 12, 10], 34)]
    assert "77" not in str(table["columns"]) + str(table["rows"])


def test_groups_of_numbers_with_decimals_leave_no_gap():
    page = make.closed_consultation(
        make.block("number", data_name="how", whole=False, most="10", starts=["0", "2.5", "5"])
    )
    make.responses(page, 12, how="2.4")

    [table] = _tables(page)

    assert _columns(table) == ["0 to under 2.5", "2.5 to under 5", "5 to 10"]


def test_the_page_of_findings_says_which_thing_a_table_is_about(sorting, visitor):
    findings = make.findings(sorting)

    shown_page = visitor.get(findings.url).content.decode()

    assert '<th scope="row">Home</th><td class="number">22</td>' in shown_page
