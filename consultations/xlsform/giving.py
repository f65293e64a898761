"""From the questions of a consultation to a spreadsheet that ODK and Kobo read."""

import io
import json
from collections.abc import Iterator, Mapping
from typing import Any

import xlsxwriter
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.blocks import ListBlock

from consultations.kinds import KINDS
from consultations.kinds.base import QuestionBlock
from consultations.models import ConsultationPage
from consultations.trial import trial_document
from consultations.xlsform.conditions import (
    After,
    Bounds,
    write_alone,
    write_bounds,
    write_relevant,
)
from consultations.xlsform.kept import name_there, written
from consultations.xlsform.losses import LOOKS, OUR_FORMS, PIXELS
from consultations.xlsform.report import Report
from consultations.xlsform.words import APART

TYPES = {
    "choose_one": "select_one",
    "faces": "select_one",
    "choose_several": "select_multiple",
    "order": "rank",
    "short_text": "text",
    "long_text": "text",
    "draw": "image",
    "voice": "audio",
}
COMMON = {"roles", "bands", "facts"}
SIDES = ("ok", "not_sure", "not_ok")


class Giving:
    """One consultation on its way out."""

    def __init__(self, page: ConsultationPage) -> None:
        self.report, self.page = Report(), page
        self.document, left_out = trial_document(page)
        for asked in left_out:
            self.report.left_out(0, asked, _("It is not whole yet, so it is not in the file."))
        self.languages = _languages(self.document["languages"])
        self.choices: list[dict[str, str]] = []
        self.survey: list[dict[str, str]] = []

    def give(self) -> bytes:
        """The workbook. What it cannot hold is in the report."""
        for question, block in zip(self.document["questions"], self.page.questions, strict=True):
            rows = self._sorting if question["kind"] == "sort" else self._one
            self.survey += rows(question, block.value)
            self._say_what_is_lost(question, block.value)
        settings = {
            "form_title": self.page.title,
            "form_id": f"{OUR_FORMS}{self.page.slug}".replace("-", "_"),
            "default_language": self.languages[self.document["source"]],
        }
        return _workbook({"survey": self.survey, "choices": self.choices, "settings": [settings]})

    def _one(self, question: Mapping, value: Mapping) -> Iterator[dict[str, str]]:
        """The row of a question that XLSForm has a type for."""
        kind, key = question["kind"], question["key"]
        what = TYPES.get(kind) or ("integer" if question.get("whole") else "decimal")
        if question["options"]:
            what = f"{what} {key}"
            self._offer(key, question["options"])
        yield {
            "type": what,
            "name": name_there(key),
            **self._spoken("label", {code: one["text"] for code, one in question["words"].items()}),
            **self._spoken("hint", {code: one["hint"] for code, one in question["words"].items()}),
            "appearance": LOOKS.get(kind, ""),
            "parameters": PIXELS if kind == "draw" else "",
            "relevant": self._relevant(question),
            "constraint": _constraint(question),
            **_only_here(question, value),
        }

    def _sorting(self, question: Mapping, value: Mapping) -> Iterator[dict[str, str]]:
        """A sort is a group there: one question for each thing, with the three sides to choose."""
        key = name_there(question["key"])
        sides = f"the_three_sides_of_sort_{key}"  # longer than any data name, so no list's name
        spoken = {code: words["sides"] for code, words in question["words"].items()}
        for side in SIDES:
            words = {code: of_one[side] for code, of_one in spoken.items()}
            self.choices.append({"list_name": sides, "name": side, **self._spoken("label", words)})
        yield {
            "type": "begin_group",
            "name": key,
            **self._spoken("label", {code: one["text"] for code, one in question["words"].items()}),
            "relevant": self._relevant(question),
            **_only_here(question, value, options=True),
        }
        for option in question["options"]:
            yield {
                "type": f"select_one {sides}",
                "name": f"{key}.{option['code']}",  # no data name has a point
                **self._spoken("label", option["words"]),
                "heard": json.dumps({"part_of": key}),
            }
        yield {"type": "end_group", "name": key}

    def _offer(self, key: str, options: list[Mapping]) -> None:
        self.choices += [
            {"list_name": key, "name": option["code"], **self._spoken("label", option["words"])}
            for option in options
        ]

    def _spoken(self, column: str, words: Mapping[str, str]) -> dict[str, str]:
        """A text in each language that it has, under the heading of that language."""
        return {
            f"{column}::{self.languages[code]}": text.replace("${", f"${APART}{{")
            for code, text in words.items()
            if text
        }

    def _relevant(self, question: Mapping) -> str:
        after = question.get("after")
        if not after:
            return ""
        first = next(one for one in self.document["questions"] if one["id"] == after["question"])
        codes = [one["code"] for one in first["options"] if one["id"] in after["options"]]
        return write_relevant(After(name_there(first["key"]), tuple(codes), after["unanswered"]))

    def _say_what_is_lost(self, question: Mapping, value: Mapping) -> None:
        name, words = question["key"], question["words"]
        others = {code for code in words if code != self.document["source"]}
        lost = {
            _("Its recording is not in the file."): value["audio"],
            _("Its film in British Sign Language is not in the file."): value["signed"]["film"],
            _("Pictures of its answers are not in the file."): any(
                one.get("picture") for one in question["options"]
            ),
            _("Its other wordings are in the file in one language only."): any(
                words[code]["bands"] or words[code].get("easy") or words[code].get("facts")
                for code in others
            ),
        }
        for sentence, is_lost in lost.items():
            if is_lost:
                self.report.left_out(0, name, sentence)
        if question["roles"] or question["bands"] or value["wordings"]:
            self.report.changed(
                0,
                name,
                _("Other tools ask it of everyone, in its first wording. It comes back whole."),
            )


def give(page: ConsultationPage) -> tuple[bytes, Report]:
    """A consultation's questions as a spreadsheet (.xlsx), and what it cannot hold.

    `page` is the officer's draft as it was read; it is changed, and never saved.
    """
    giving = Giving(page)
    return giving.give(), giving.report


def _only_here(question: Mapping, value: Mapping, *, options: bool = False) -> dict[str, str]:
    """What XLSForm has no column for, so that a questionnaire comes back whole."""
    block = KINDS[question["kind"]].block()
    own = set(block.child_blocks) - set(QuestionBlock().child_blocks) - {"options"}
    kept = {
        "kind": question["kind"],
        "item": question["item"],
        **{name: value[name] for name in COMMON if value[name]},
        "wordings": _plain(block.child_blocks["wordings"], value["wordings"]),
        "easy_read": _plain(block.child_blocks["easy_read"], value["easy_read"]),
        "more": {name: _plain(block.child_blocks[name], value[name]) for name in sorted(own)},
    }
    if options:  # a group, which has no hint there
        kept["hint"] = value["hint"]
        kept["options"] = [
            {"code": one["code"], "label": offered["label"]}
            for one, offered in zip(question["options"], value["options"], strict=True)
        ]
    return written({name: one for name, one in kept.items() if one})


def _plain(block: Any, value: Any) -> Any:
    """A block's value as the editor stores it, a list without the names of its entries."""
    stored = block.get_prep_value(value)
    return [one["value"] for one in stored] if isinstance(block, ListBlock) else stored


def _constraint(question: Mapping) -> str:
    if "least" in question:
        return write_bounds(Bounds(question["least"], question["most"]))
    return write_alone([one["code"] for one in question["options"] if one.get("alone")])


def _languages(codes: list[str]) -> dict[str, str]:
    """Languages as XLSForm names them: "British English (en)". It knows no countries, so one is
    named only where two would have the same code."""
    short = [code.split("-")[0] for code in codes]
    return {
        code: f"{get_language_info(code)['name']} ({one if short.count(one) == 1 else code})"
        for code, one in zip(codes, short, strict=True)
    }


def _workbook(sheets: Mapping[str, list[Mapping[str, str]]]) -> bytes:
    """A workbook of these sheets. Every cell is text, so that no cell is a formula."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    bold = book.add_format({"bold": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column, bold)
            sheet.set_column(place, place, 24)
        for number, row in enumerate(rows, start=1):
            for place, column in enumerate(columns):
                if text := row.get(column):
                    sheet.write_string(number, place, text)
    book.close()
    return held.getvalue()
