"""What people said about themselves is shown after disclosure control, rounded, without totals."""

import pytest

from consultations.equality import version_on
from feedback.actions.apart import count_answers
from feedback.apart import rounded, safe_tallies
from feedback.models import FindingsPage
from tests import helped, make
from tests.feedback.listening import counting
from tests.feedback.listening.screens import says


def tell(page, n: int, role: str = "child", voice: str = "own", **answers: str) -> None:
    """`n` people said the same about themselves."""
    sets = [version_on(code, make.today()) for code in answers]
    for _person in range(n):
        count_answers(
            consultation=page.identity, role=role, voice=voice, sets=sets, answers=answers
        )


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ([23, 13, 8, 0], [25, 15, 10, 0]),
        ([23, 13, 2, 4], [25, 15, None, None]),
        ([23, 2, 0], [None, None, 0]),
        ([23, 0, 0], [None, None, None]),  # everyone gave one answer
        ([6, 3], [None, None]),  # too few
    ],
)
def test_small_numbers_are_hidden_and_the_others_rounded(counts, shown):
    assert rounded(counts, hide_up_to=5) == shown


def test_numbers_use_the_wider_groups():
    page = make.consultation()
    tell(page, 7, ethnicity="indian")
    tell(page, 8, ethnicity="chinese")
    tell(page, 20, ethnicity="roma")

    [told] = safe_tallies(page.identity, hide_up_to=5)

    numbers = dict(zip([one["code"] for one in told["columns"]], told["cells"], strict=True))
    assert (numbers["asian"], numbers["white"]) == (15, 20)


def test_roles_and_voices_are_never_added_together():
    page = make.consultation()
    tell(page, 9, sex="female")
    tell(page, 9, role="parent", sex="female")
    tell(page, 9, voice="noticed", sex="male")

    told = safe_tallies(page.identity, hide_up_to=5)

    assert [(one["role"], one["voice"]) for one in told] == [
        ("child", "own"), ("child", "noticed"), ("parent", "own"),
    ]  # fmt: skip
    assert all(number is None for one in told for number in one["cells"] if number != 0)


def test_it_is_frozen_with_the_findings_and_shown_beside_the_coverage(visitor):
    page = make.long_closed_consultation()
    tell(page, 16, sex="female")
    tell(page, 14, sex="male")
    findings = make.findings(page)
    tell(page, 100, sex="male")

    shown = visitor.get(findings.url).content.decode()

    assert FindingsPage.objects.get().edition.document["apart"][0]["cells"] == [15, 15, 0]
    assert "What people told us about themselves" in shown
    assert "What is your sex?" in shown


def test_findings_that_were_frozen_before_show_nothing_of_it(visitor):
    findings = make.findings()
    edition = findings.edition
    document = {key: value for key, value in edition.document.items() if key != "apart"}
    type(edition).objects.filter(pk=edition.pk).update(document=document)

    assert visitor.get(findings.url).status_code == 200


def test_officers_see_it_on_the_page_that_counts(as_staff):
    page = helped.asking_apart("sex")
    tell(page, 16, sex="female")
    tell(page, 14, sex="male")

    shown = as_staff("participation").get(f"/admin/how-many/{page.identity.code}/")

    assert "What is your sex?" in shown.content.decode()
    assert "Female 15 Male 15 Would rather not say 0" in says(shown)


def test_safe_numbers_still_hold_everything_else():
    assert set(counting.numbers(make.consultation())) == {
        "tables", "coverage", "attributable", "came_by", "apart", "hide_up_to",
    }  # fmt: skip
