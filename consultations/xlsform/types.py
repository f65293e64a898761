"""What each type of XLSForm is here, or why it is nothing here."""

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.kinds import KINDS
from consultations.xlsform.conditions import Bounds, read_bounds
from consultations.xlsform.report import Report
from consultations.xlsform.sheets import Row

CONSTRAINT = gettext_lazy("Its limits on an answer are not carried: every answer is taken.")
LARGEST = Decimal(10) ** 10  # the numbers that a limit can be lie below it
_SIMPLE = {
    "select_one": "choose_one",
    "select_multiple": "choose_several",
    "select": "choose_several",
    "rank": "order",
    "integer": "number",
    "decimal": "number",
    "range": "number",
    "image": "draw",
    "audio": "voice",
    "date": "short_text",
    "time": "short_text",
    "datetime": "short_text",
}
_OF_THE_DEVICE = (
    "start",
    "end",
    "today",
    "deviceid",
    "device_id",
    "phonenumber",
    "username",
    "email",
    "simserial",
    "subscriberid",
    "audit",
    "background_audio",
    "background_geopoint",
    "start_geopoint",
)
_OF_A_PLACE = ("geopoint", "geotrace", "geoshape", "osm")


def kind_for(what: str, row: Row) -> str | None:
    """The kind of question for a type, or None when there is none."""
    if what == "text":
        return "long_text" if "multiline" in row.get("appearance").lower().split() else "short_text"
    if is_signature(what, row):
        return None
    kind = _SIMPLE.get(what)
    return kind if kind in KINDS else None


def is_signature(what: str, row: Row) -> bool:
    """Whether a row asks somebody to sign, which would say who they are."""
    return what == "image" and "signature" in row.get("appearance").lower().split()


WHY_NOT = (
    (_OF_THE_DEVICE, gettext_lazy("We never record which device somebody uses, or when.")),
    (_OF_A_PLACE, gettext_lazy("We never ask where somebody is.")),
    (
        ("calculate", "hidden", "xml_external", "csv_external"),
        gettext_lazy("Nothing is worked out or kept out of sight while somebody answers."),
    ),
    (
        ("acknowledge", "trigger"),
        gettext_lazy("Nobody has to confirm anything here. Agreeing to take part comes first."),
    ),
    (
        ("image", "audio", "video", "file", "barcode"),
        gettext_lazy("There is no question here that is answered with such a file."),
    ),
)


def why_not(what: str, row: Row) -> str:
    """Why a type is not carried."""
    if is_signature(what, row):
        return _("We never ask for a signature: it would say who somebody is.")
    if not what:
        return _("This row has no type, so we can't tell what it asks.")
    if what.startswith("select_"):
        return _("Its answers are in another file. Put them in the sheet “choices”.")
    known = next((why for types, why in WHY_NOT if what in types), None)
    return str(known) if known else _("“%s” is no type that we know.") % what


def number_limits(what: str, row: Row, report: Report) -> dict[str, Any]:
    """The least, the most and whole or not, from `constraint` or from a range's parameters."""
    told = dict(re.findall(r"([\w-]+)\s*=\s*([^\s,;]+)", row.get("parameters").lower()))
    numbers = {name: _number(told.get(name, "")) for name in ("start", "end", "step")}
    whole = what == "integer" or (what == "range" and all(map(_is_whole, numbers.values())))
    bounds = Bounds()
    if what == "range":
        bounds = Bounds(_or(numbers["start"], 0), _or(numbers["end"], 10))
        if numbers["step"] not in (None, 1):
            report.changed(row.number, row.get("name"), _("Every number between is taken."))
    if constraint := row.get("constraint"):
        read = read_bounds(constraint, whole=whole)
        if read is None or not _fits(read):
            report.left_out(row.number, row.get("name"), CONSTRAINT, column="constraint")
        else:
            bounds = read
    if not _fits(bounds):
        bounds = Bounds()
        report.left_out(row.number, row.get("name"), CONSTRAINT, column="parameters")
    if bounds.least is None:
        report.changed(row.number, row.get("name"), _("The least that can be answered is 0."))
    return {
        "least": _written(bounds.least or Decimal(0)),
        "most": _written(bounds.most),
        "whole": whole,
    }


def _is_whole(number: Decimal | None) -> bool:
    return number is None or number == number.to_integral_value()


def _or(number: Decimal | None, usual: int) -> Decimal:
    return Decimal(usual) if number is None else number


def _fits(bounds: Bounds) -> bool:
    """Whether a question here can have these limits."""
    numbers = [bounds.least or Decimal(0), *([] if bounds.most is None else [bounds.most])]
    return (
        all(abs(one) < LARGEST and one == round(one, 2) for one in numbers)
        and sorted(set(numbers)) == numbers
    )


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    return number if number.is_finite() else None


def _written(number: Decimal | None) -> str | None:
    return None if number is None else f"{number.normalize():f}"
