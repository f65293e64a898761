"""What an export holds of each response."""

from consultations.models import ConsultationPage
from feedback.exporting.answers import Answers
from feedback.exporting.columns import LANGUAGE, header


def rows(page: ConsultationPage) -> list[dict]:
    """Every response as {column: cell}."""
    answers = Answers(page.identity)
    names = header(answers.asked)
    return [dict(zip(names, answers.wide(*told), strict=True)) for told in answers.told()]


def columns(page: ConsultationPage, key: str) -> list[str]:
    """The names of the columns of one question."""
    asked = Answers(page.identity).asked
    return next(one.names for one in asked if one.question["key"] == key)


def cells(page: ConsultationPage, key: str) -> list[list]:
    """What every response holds of one question, and what it says of the question itself."""
    names = [name for name in columns(page, key) if not name.endswith(LANGUAGE)]
    return [[row[name] for name in names] for row in rows(page)]
