"""Builders for help, for entering what others said, and for what is asked apart."""

from io import BytesIO
from typing import Any

import openpyxl

from consultations.models import AskedApart, ConsultationPage
from feedback import receipts
from feedback.actions import sending
from feedback.actions.entering import Heard, enter_response
from feedback.models import Response
from tests import answers, make


def asking_apart(*sets: str, roles: list | None = None, **more: Any) -> ConsultationPage:
    """A published consultation that also asks about the person."""
    page = make.draft_consultation(**more)
    page.apart = [AskedApart(asks=one, roles=roles or []) for one in sets]
    page.save_revision(user=make.staff("participation")).publish(user=make.staff("approver"))
    return ConsultationPage.objects.get(pk=page.pk)


def helped(page: ConsultationPage, could_say: str = "", **more: Any) -> Response:
    """A child who had help answered, and said whether they could say what they wanted."""
    words = make.draft(page, **({"voice": "with_help"} | more))
    on = max(page.opens_on, min(page.closes_on, make.today()))
    return sending.send(words=words, now=make.noon(on), today=on, could_say=could_say)


def heard(**more: Any) -> Heard:
    """What is known of a paper form."""
    facts = {
        "role": "child",
        "band": "13-15",
        "voice": "exact_words",
        "channel": "paper",
        "language": "en-gb",
        "received_on": make.today(),
        "agreed_how": "form",
    }
    return Heard(**(facts | more))


def entered(page: ConsultationPage, *, by: Any = None, **more: Any) -> Response:
    """Staff entered a form: `entered(page, answers={"more": "Words"}, channel="phone")`."""
    given = {
        make.frozen(page, key)["id"]: answers.kept(make.frozen(page, key), one)
        for key, one in more.pop("answers", {"more": "My words"}).items()
    }
    return enter_response(
        questionnaire=page.identity.questionnaires.latest("number"),
        answers=given,
        words=more.pop("words", None) or receipts.draw(),
        about=more.pop("about", None),
        by=by or make.staff("recorder"),
        now=more.pop("now", None) or make.noon(make.today()),
        heard=heard(**more),
    )


def filled(template: bytes, *rows: dict) -> BytesIO:
    """The spreadsheet with a form in each row: cells by the name of their column."""
    book = openpyxl.load_workbook(BytesIO(template))
    sheet = book["Answers"]
    places = {cell.value: cell.column for cell in sheet[2]}
    for number, row in enumerate(rows, start=3):
        for name, value in row.items():
            sheet.cell(number, places[name]).value = value
            if isinstance(value, str):
                sheet.cell(number, places[name]).data_type = "s"
    made = BytesIO()
    book.save(made)
    made.seek(0)
    made.name = "paper.xlsx"
    return made
