"""Frozen questions with routes between them, as plain values: no database."""

from typing import Any

CODES = ("yes", "no", "not_sure")


def question(key: str, after: tuple | None = None, **more: Any) -> dict:
    """A frozen choice of yes, no and not sure. `after` is (question, answers, also unanswered)."""
    kind = more.pop("kind", "choose_one")
    frozen = {
        "id": key,
        "key": key,
        "kind": kind,
        "roles": [],
        "bands": [],
        "words": {"en-gb": {"text": f"{key}?", "hint": "", "bands": {}}},
        "options": [
            {"id": f"{key}-{code}", "code": code, "value": place, "words": {"en-gb": code}}
            for place, code in enumerate(CODES, start=1)
        ]
        if kind.startswith("choose")
        else [],
    } | more
    if after:
        first, codes, unanswered = after
        options = [f"{first}-{code}" for code in codes]
        frozen["after"] = {"question": first, "options": options, "unanswered": unanswered}
    return frozen


def document(*questions: dict, roles: tuple = ("child", "parent"), bands: tuple = ("6-9",)) -> dict:
    """A questionnaire of these."""
    return {
        "source": "en-gb",
        "languages": ["en-gb"],
        "roles": list(roles),
        "bands": list(bands),
        "questions": list(questions),
    }


def chose(key: str, *codes: str, **more: Any) -> dict:
    """An answer as a draft keeps it."""
    return {"options": [f"{key}-{code}" for code in codes]} | more
