"""Answers to frozen questions, as a draft keeps them, from what a test says in short."""

from typing import Any

from consultations.kinds.sort import SIDES


def kept(question: dict, given: Any) -> dict:
    """An answer as a draft keeps it: from codes, from text or (text, may be shown), from sides by
    code, from codes in order, or from a number as it is typed."""
    by_code = {option["code"]: option["id"] for option in question["options"]}
    if question["kind"] == "sort":
        return {"sides": {by_code[code]: SIDES[side] for code, side in given.items()}}
    if question["kind"] == "order":
        return {"order": [by_code[code] for code in given]}
    if question["kind"] == "number":
        return {"typed": str(given)}
    if by_code:
        codes = [given] if isinstance(given, str) else given
        return {"options": [by_code[code] for code in codes]}
    text, may_show = given if isinstance(given, tuple) else (given, False)
    return {"text": text, "may_show": may_show}


def posted(question: dict, answer: dict) -> dict:
    """An answer as a browser sends it: fields with their values."""
    if "sides" in answer:
        return {f"answer-{option}": str(side) for option, side in answer["sides"].items()}
    if "options" in answer or "order" in answer:
        return {"answer": answer.get("options") or answer["order"]}
    return {"answer": answer.get("typed") or answer["text"]}


def composed(kind: str) -> dict:
    """What an officer composes for a kind besides the answers to choose from."""
    if kind == "faces":
        words = ["Bad", "In between", "Good"]
        return {"words": words, "dont_know": "I don't know", "happiest_first": False}
    if kind == "sort":
        return {"sides": {"ok": "OK", "not_sure": "Not sure", "not_ok": "Not OK"}}
    if kind == "number":
        return {"unit": "days", "least": "0", "most": "100", "whole": True, "starts": []}
    return {}
