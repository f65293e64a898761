"""Officers' screens for codes: made once, saved once, counted and never traced."""

import io
import uuid

import openpyxl
import pytest
import segno
import time_machine
from bs4 import BeautifulSoup
from django.utils import timezone

from consultations import codes, printing, sheets
from consultations.actions import inviting
from consultations.models import GroupCode, Invitation, InvitationBatch
from consultations.pdf import NoPdf
from tests import inviting as invited
from tests import make
from tests.feedback.listening.screens import rows, says
from tests.sharing import once_a_file

NO_PDF = "This server cannot make PDF files yet. Ask your IT team to install Pango"


@once_a_file
def page():
    """An open consultation."""
    return make.consultation(title="Who sees it?")


@pytest.fixture
def officer(as_staff):
    """A participation officer's browser."""
    return as_staff("participation")


def address(page, rest: str = "") -> str:
    return f"/admin/invitations/{page.identity.code}/{rest}"


def typed(**more) -> dict:
    """What an officer types who makes codes."""
    facts = {"label": "Year 9", "n_codes": 3, "expires_on": make.today(5).isoformat()}
    return {"key": str(uuid.uuid4())} | facts | more


def made(officer, page, **more) -> tuple[str, str]:
    """The address of the files of a new batch, and the codes as the page holds them."""
    response = officer.post(address(page, "codes/"), typed(**more))
    form = BeautifulSoup(response.content, "html.parser").find("form", class_="heard-files")
    batch = InvitationBatch.objects.latest("made_on")
    return address(page, f"codes/{batch.pk}/"), form.find("input", {"name": "codes"})["value"]


def test_the_screen_tells_every_way_in(officer, page):
    invited.batch(page, 12, label="Year 9")
    invited.batch(page, 3, label="Council")
    invited.group(page, label="Thursday club")

    shown = officer.get(address(page))

    assert f"/j/{page.identity.code}/" in says(shown)
    assert [row[0::2][2] for row in rows(shown)] == ["Too few codes to show it", "0"]
    assert rows(shown, 1)[0][0] == "Thursday club"


def test_a_consultation_has_a_way_to_its_invitations(officer, as_staff, page):
    link = f'href="{address(page)}"'
    parent = f"/admin/pages/{page.get_parent().pk}/"

    assert link in officer.get(parent).content.decode()
    assert link not in as_staff("approver").get(parent).content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"label": " "}, "Say for which group they are."),
        ({"label": "\u200b"}, "Write something that can be seen."),
        ({"n_codes": "many"}, "Write a whole number, such as 30."),
        ({"n_codes": 0}, "Make one code at least."),
        ({"n_codes": 100_000}, "A batch has 250 codes at most. Make a second one."),
        ({"expires_on": "soon"}, "Choose a day from the calendar."),
        ({"expires_on": "2020-01-01"}, "This day is past. Choose today or a later day."),
        ({"expires_on": "2099-01-01"}, "The consultation closes on"),
    ],
)
def test_what_cannot_be_gets_a_sentence_and_loses_nothing(officer, page, wrong, said):
    response = officer.post(address(page, "codes/"), typed(**wrong))

    assert response.status_code == 422
    assert said in says(response)
    assert not InvitationBatch.objects.exists()


def test_pressing_twice_makes_one_batch_and_says_so(officer, page):
    once = typed()
    officer.post(address(page, "codes/"), once)

    response = officer.post(address(page, "codes/"), once, follow=True)

    assert Invitation.objects.count() == 3
    assert "They cannot be shown again." in says(response)


@pytest.mark.parametrize("name", ["sheet.csv", "sheet.xlsx", "letters.html", "cards.html"])
def test_each_file_holds_every_code_that_opens_something(officer, page, name):
    files, token = made(officer, page)

    content = officer.post(files + name, {"codes": token}).content

    found = [code for code in everything_in(content, name) if codes_open(code)]
    assert len(set(found)) == 3


def everything_in(content: bytes, name: str) -> list[str]:
    if name == "sheet.csv":
        return [line.split(",")[0] for line in content.decode("utf-8-sig").splitlines()]
    if name == "sheet.xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        return [row[0] for row in sheet.values]
    found = BeautifulSoup(content, "html.parser").select(".code")
    return [one.get_text() for one in found]


def codes_open(typed: str) -> bool:
    try:
        return bool(inviting.find_opening(typed, make.today()))
    except codes.NotACode:
        return False


def test_letters_and_cards_are_pdf_files(officer, page):
    files, token = made(officer, page)

    for name in ("letters.pdf", "cards.pdf"):
        response = officer.post(files + name, {"codes": token})
        assert response.content.startswith(b"%PDF-")
        assert response["Content-Disposition"] == f'attachment; filename="year-9-{name}"'
        assert "no-store" in response["Cache-Control"]


def test_a_letter_says_whose_it_is_where_to_go_and_whom_to_ask(officer, page):
    files, token = made(officer, page)

    printed = officer.post(files + "letters.html", {"codes": token}).content
    letter = BeautifulSoup(printed, "html.parser")
    shown = " ".join(letter.find("article").get_text(" ").split())

    for part in ("The council", "Who sees it?", "/j", "The code works once", "The last day is"):
        assert part in shown


def test_the_picture_is_the_address(page):
    way = printing.ways(page.identity, [codes.draw(codes.OWN)])[0]
    matrix = segno.make(way.address, error="m", micro=False).matrix
    dark = {(x + 4, y + 4) for y, row in enumerate(matrix) for x, one in enumerate(row) if one}

    path = BeautifulSoup(way.qr, "html.parser").find("path")["d"]
    drawn = set()
    for run in path.replace("z", "").split("M")[1:]:
        place, _h, rest = run.partition("h")
        x, y = map(int, place.split())
        drawn |= {(x + step, y) for step in range(int(rest.split("v")[0]))}

    assert drawn == dark


def test_no_cell_of_a_sheet_is_a_formula():
    way = printing.Way("=1+1", "@SUM(A1)")

    assert "'@SUM(A1)" in sheets.as_csv([way]).decode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(sheets.as_xlsx([way])))
    assert {cell.data_type for row in book.active.rows for cell in row} == {"s"}


@pytest.mark.parametrize("token", ["", "made up"])
def test_codes_that_we_did_not_give_are_not_printed(officer, page, token):
    files, _token = made(officer, page)

    response = officer.post(files + "letters.html", {"codes": token}, follow=True)

    assert "these codes are gone" in says(response)


def test_after_an_hour_the_codes_are_gone(officer, page):
    with time_machine.travel(timezone.now(), tick=False) as clock:
        files, token = made(officer, page)
        clock.shift(59 * 60)
        assert officer.post(files + "sheet.csv", {"codes": token}).status_code == 200
        clock.shift(2 * 60)
        assert officer.post(files + "sheet.csv", {"codes": token}).status_code == 302


def test_another_officer_cannot_use_what_stands_in_the_page(officer, as_staff, page):
    files, token = made(officer, page)
    other = as_staff(user=make.staff("participation", again=True))

    assert other.post(files + "sheet.csv", {"codes": token}).status_code == 302


def test_where_pango_is_missing_a_sentence_says_what_to_install(officer, page, monkeypatch):
    files, token = made(officer, page)
    group = invited.group(page)

    def lacks(*_page: object, **_more: object) -> bytes:
        raise NoPdf

    monkeypatch.setattr(printing, "pdf_of", lacks)

    batch = officer.post(files + "letters.pdf", {"codes": token})
    poster = officer.get(address(page, f"group/{group.pk}/poster.pdf"), follow=True)

    assert NO_PDF in says(batch)
    assert 'name="codes"' in batch.content.decode()  # nothing is lost over it
    assert NO_PDF in says(poster)


def test_an_officer_stops_a_batch_and_a_group(officer, page):
    batch, _codes = invited.batch(page)
    group = invited.group(page)
    stops = [address(page, f"codes/{batch.pk}/stop/"), address(page, f"group/{group.pk}/stop/")]

    for stop in stops:
        assert "This cannot be undone." in says(officer.get(stop))
        assert "open nothing any more" in says(officer.post(stop, follow=True))

    assert not Invitation.objects.exists()
    assert not GroupCode.objects.exists()
    assert "Over" in says(officer.get(address(page)))


def test_an_officer_makes_a_group_code_and_a_poster(officer, page):
    day = {"label": "Thursday club", "valid_on": make.today().isoformat()}

    shown = officer.post(address(page, "group/"), day, follow=True)
    group = GroupCode.objects.get()
    poster = officer.get(address(page, f"group/{group.pk}/poster.pdf"))
    printed = officer.get(address(page, f"group/{group.pk}/poster.html")).content.decode()

    assert codes.in_groups(group.code) in says(shown)
    assert poster.content.startswith(b"%PDF-")
    assert codes.in_groups(group.code) in printed
    assert officer.post(address(page, "group/"), {}).status_code == 422


def test_a_batch_of_another_consultation_is_not_found(officer, page):
    batch, _codes = invited.batch(make.consultation())

    assert officer.get(address(page, f"codes/{batch.pk}/stop/")).status_code == 404
