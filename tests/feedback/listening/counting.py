"""Finding one's way in the document of numbers that is published."""

from consultations.models import ConsultationPage
from feedback.tables import safe_numbers
from tests import make


def numbers(page: ConsultationPage, *, hide_up_to: int = 5, **more) -> dict:
    """The tables and the coverage of a consultation, counted now."""
    return safe_numbers(page.identity, hide_up_to=hide_up_to, **more)


def table(
    page: ConsultationPage, key: str = "heard", role: str = "child", *, voice: str = "own", **more
) -> dict | None:
    """The table of one question for a role and a kind of voice, or None if there is none."""
    question = page.identity.questions.get(key=key)
    found = [
        one
        for one in numbers(page, **more)["tables"]
        if (one["question"], one["role"], one["voice"]) == (str(question.pk), role, voice)
    ]
    assert len(found) < 2
    return found[0] if found else None


def shown(table: dict) -> list[tuple]:
    """The rows of a table: (band, numbers, total)."""
    return [(row["band"], row["cells"], row["total"]) for row in table["rows"]]


def coverage(page: ConsultationPage, role: str = "child", **more) -> dict:
    """The lines of the coverage that say who was heard of one role, by voice."""
    return told(page, role, **more)["voices"]


def told(page: ConsultationPage, role: str = "child", **more) -> dict:
    """What the coverage says of one role, with what it tells as "at least"."""
    return next(line for line in numbers(page, **more)["coverage"] if line["role"] == role)


def crowd(page: ConsultationPage, band: str, *, key: str = "heard", **answers: int) -> None:
    """So many children of an age gave each answer: `crowd(page, "6-9", yes=14, no=3)`."""
    for code, n in answers.items():
        make.responses(page, n, band=band, **{key: code})
