"""A number, typed as people type numbers."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats, translation
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from consultations.kinds.base import Chosen, Kind, QuestionBlock, in_language, words_of
from consultations.kinds.long_text import TypedField
from consultations.kinds.outputs import Column, Part
from consultations.numbers import default_starts, group_of, read_number
from consultations.text import n_letters

LONGEST = 60  # letters: a number with its unit, and room for what is not one
DECIMALS = 2


def _limit(label: Any, **more: Any) -> blocks.DecimalBlock:
    return blocks.DecimalBlock(label=label, max_digits=12, decimal_places=DECIMALS, **more)


class NumberBlock(QuestionBlock):
    unit = blocks.CharBlock(
        label=_("Unit"),
        required=False,
        max_length=40,
        help_text=_("Shown beside the box, such as “days”."),
    )
    least = _limit(_("Least"), default=Decimal(0))
    most = _limit(_("Most"), required=False)
    whole = blocks.BooleanBlock(label=_("Whole numbers only"), required=False, default=True)
    starts = blocks.ListBlock(
        _limit(_("From")),
        label=_("In the findings, groups begin at"),
        default=[],
        max_num=10,
        collapsed=True,
        help_text=_(
            "Such as 0, 1, 5 and 10. The findings say how many gave a number in each group, and "
            "never the number of one person. Left empty, groups are made."
        ),
    )

    class Meta:
        icon = "order"
        label = _("Number")

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if wrong := _what_is_wrong(cleaned):
            raise blocks.StructBlockValidationError(
                {name: ValidationError(sentence) for name, sentence in wrong.items()}
            )
        return cleaned


def _what_is_wrong(value: Any) -> dict[str, Any]:
    """What does not fit together, by the name of the field."""
    least, most, starts = value["least"], value["most"], list(value["starts"])
    limits = [number for number in (least, most, *starts) if number is not None]
    found = {}
    if most is not None and most <= least:
        found["most"] = _("The most has to be more than the least.")
    if value["whole"] and any(number % 1 for number in limits):
        found["whole"] = _("You ask for whole numbers, but a limit or a group is not one.")
    if sorted(set(starts)) != starts:
        found["starts"] = _("Write where the groups begin from the smallest to the largest.")
    elif starts and (len(starts) == 1 or starts[0] > least or (most and starts[-1] > most)):
        found["starts"] = _("Give at least two groups, from the least on and not beyond the most.")
    return found


class Number(Kind):
    code = "number"
    label = _("Number")
    block = NumberBlock
    paper = "components/paper/line.html"
    is_closed = True
    template = "components/number.html"

    def frozen(self, value: Any) -> dict:
        least, most, whole = value["least"], value["most"], bool(value["whole"])
        starts = list(value["starts"]) or default_starts(least, most, whole=whole)
        return {
            "least": _plain(least),
            "most": None if most is None else _plain(most),
            "whole": whole,
            "starts": [_plain(start) for start in starts],
        }

    def words(self, value: Any) -> dict:
        return words_of(value) | {"unit": value["unit"].strip()}

    def unit(self, question: dict, language: str) -> str:
        """What is counted, such as "days"; "" where nothing is said."""
        return in_language(question["words"], language)["unit"]

    def field(self, question: dict, words: dict) -> forms.Field:
        whole, least = question["whole"], Decimal(question["least"])
        keys = "text" if least < 0 else "numeric" if whole else "decimal"  # some keys have no minus
        attrs = {"inputmode": keys, "autocomplete": "off", "dir": "ltr"}
        field = TypedField(limit=LONGEST, required=False, widget=forms.TextInput(attrs=attrs))
        field.unit = self.unit(question, words["language"])
        return field

    def answer(self, cleaned: Any) -> dict | None:
        return {"typed": cleaned} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return answer.get("typed", "")

    def mend(self, question: dict, answer: dict) -> str:
        if not (typed := answer.get("typed", "")):
            return ""
        number = self._number(question, typed)
        if number is None or n_letters(typed) > LONGEST:
            return str(_("We can't read this as a number. Write it in digits, such as 3."))
        if number % 1 and question["whole"]:
            return str(_("Write a whole number, such as 3."))
        if number.quantize(Decimal("0.01")) != number:
            return str(_("Write no more than two digits after the point."))
        return _out_of_reach(question, number)

    def _number(self, question: dict, typed: str) -> Decimal | None:
        """The number that was typed, whichever language its unit is in."""
        units = ["", *(words["unit"] for words in question["words"].values())]
        found = (read_number(typed, unit) for unit in units)
        return next((number for number in found if number is not None), None)

    def chosen(self, question: dict, answer: dict) -> list[Chosen]:
        number = self._number(question, answer.get("typed", ""))
        return [] if number is None else [Chosen(None, number)]

    def narrowed(self, before: dict, value: Any, language: str) -> str:
        now = self.frozen(value)
        if Decimal(now["least"]) > Decimal(before["least"]):
            return str(_("the least cannot go up"))
        if now["most"] and (not before["most"] or Decimal(now["most"]) < Decimal(before["most"])):
            return str(_("the most cannot go down"))
        if now["whole"] and not before["whole"]:
            return str(_("it goes on taking numbers that are not whole"))
        was = before["words"].get(language, {}).get("unit")
        if was is not None and was.casefold() != value["unit"].strip().casefold():
            return str(_("its unit cannot change"))
        return ""

    def parts(self, question: dict) -> list[Part]:
        starts = [Decimal(start) for start in question["starts"]]
        columns = [(str(place), words) for place, words in enumerate(_groups(question, starts))]

        def group(_option: str | None, number: Any) -> str:
            return str(group_of(number, starts))

        return [Part(question["id"], columns, group)]

    def columns(self, question: dict) -> list[Column]:
        return [Column(question["key"], "number")]

    def cells(self, question: dict, chosen: Sequence[Chosen], text: str) -> list:
        return [chosen[0].number]

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        typed = answer.get("typed", "")
        number = self._number(question, typed)
        if number is None:
            return [typed] if typed else []
        return [f"{_said(number, language)} {self.unit(question, language)}".strip()]


def _plain(number: Decimal) -> str:
    """A number as the document keeps it: digits and a point."""
    return f"{number.normalize():f}"


def _said(number: Decimal, language: str) -> str:
    """A number as it is written in a language."""
    with translation.override(language):
        return formats.number_format(number.normalize(), use_l10n=True, force_grouping=True)


def _out_of_reach(question: dict, number: Decimal) -> str:
    """What a number has to be, where it is less than the least or more than the most."""
    least, most = Decimal(question["least"]), question["most"]
    if number >= least and (most is None or number <= Decimal(most)):
        return ""
    language = translation.get_language()
    limits = {"least": _said(least, language)}
    if most is None:
        return _("Write a number that is %(least)s or more.") % limits
    return _("Write a number from %(least)s to %(most)s.") % {
        **limits,
        "most": _said(Decimal(most), language),
    }


def _groups(question: dict, starts: Sequence[Decimal]) -> list[dict[str, str]]:
    """What the groups of numbers in the findings are called, in every language."""
    names = []
    for place, start in enumerate(starts):
        after = starts[place + 1] if place + 1 < len(starts) else None
        names.append(
            {language: _group(question, start, after, language) for language in question["words"]}
        )
    return names


def _group(question: dict, start: Decimal, after: Decimal | None, language: str) -> str:
    """What the group from one number to the next is called in a language."""
    most = question["most"] and Decimal(question["most"])
    last = after - 1 if after is not None and question["whole"] else after or most
    with translation.override(language):
        told = {"start": _said(start, language)}
        if last is None:
            return _("%(start)s or more") % told
        if last == start:
            return told["start"]
        told["end"] = _said(last, language)
        if after is not None and not question["whole"]:
            return _("%(start)s to under %(end)s") % told
        return _("%(start)s to %(end)s") % told
