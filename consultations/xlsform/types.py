"""What each type of XLSForm is here, or why it is nothing here."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.kinds import KINDS
from consultations.xlsform.conditions import Bounds, read_bounds
from consultations.xlsform.report import Report
from consultations.xlsform.sheets import Row

CONSTRAINT = gettext_lazy("Its limits on an answer are not carried: every answer is taken.")
_SIMPLE = {
    "select_one": "choose_one",
    "select1": "choose_one",
    "select_multiple": "choose_several",
    "select": "choose_several",
    "rank": "order",
    "integer": "number",
    "int": "number",
    "decimal": "number",
    "range": "number",
    "image": "draw",
    "photo": "draw",
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
_OF_A_PLACE = ("geopoint", "geotrace", "geoshape", "location", "gps")


def kind_for(what: str, row: Row) -> str | None:
    """The kind of question for a type, or None when there is none."""
    looks = row.get("appearance").lower().split()
    if what in ("text", "string"):
        return "long_text" if "multiline" in looks else "short_text"
    kind = _SIMPLE.get(what)
    return kind if kind in KINDS else None


def why_not(what: str) -> str:
    """Why a type is not carried."""
    if what in _OF_THE_DEVICE:
        return _("We never record which device somebody uses, or when.")
    if what in _OF_A_PLACE:
        return _("We never ask where somebody is.")
    if what in ("calculate", "hidden", "xml_external", "csv_external"):
        return _("Nothing is worked out or kept out of sight while somebody answers.")
    if what.startswith("select_"):
        return _("Its answers are in another file. Put them in the sheet “choices”.")
    if what in ("acknowledge", "trigger"):
        return _("Nobody has to confirm anything here. Agreeing to take part comes first.")
    if what in ("image", "photo", "audio", "video", "file", "barcode"):
        return _("There is no question here that is answered with such a file.")
    return _("“%s” is no type that we know.") % what


def number_limits(row: Row, report: Report) -> dict[str, Any]:
    """The least, the most and whole or not, from `constraint` or from a range's parameters."""
    what = row.get("type").split()[0].lower()
    told = dict(
        part.split("=", 1)
        for part in row.get("parameters").replace(" = ", "=").split()
        if "=" in part
    )
    numbers = {name: _number(told.get(name, "")) for name in ("start", "end", "step")}
    whole = what in ("integer", "int") or (
        what == "range" and all(not number % 1 for number in numbers.values() if number is not None)
    )
    if what == "range":
        bounds = Bounds(numbers["start"] or Decimal(0), numbers["end"] or Decimal(10))
        if numbers["step"] not in (None, 1):
            report.changed(row.number, row.get("name"), _("Every number between is taken."))
    else:
        bounds = Bounds()
    if constraint := row.get("constraint"):
        read = read_bounds(constraint, whole=whole)
        if read is None:
            report.left_out(row.number, row.get("name"), CONSTRAINT)
        else:
            bounds = read
    if bounds.least is None:
        report.changed(row.number, row.get("name"), _("The least that can be answered is 0."))
    return {
        "least": _written(bounds.least or Decimal(0)),
        "most": _written(bounds.most),
        "whole": whole,
    }


def say_what_is_lost(what: str, extra: str, row: Row, wanted: Any, report: Report) -> None:
    """What the row asks for besides, that no question here has."""
    name = row.get("name")
    if what in ("date", "time", "datetime"):
        report.changed(row.number, name, _("A day or a time is asked as a short text."))
    lost = {
        "required": _("Nobody has to answer: every question can be skipped."),
        "default": _("No answer is filled in before somebody gives one."),
        "calculation": _("Nothing is worked out while somebody answers."),
        "choice_filter": _("All answers are offered: none is hidden by an earlier answer."),
        "guidance_hint": _("Its guidance for interviewers is not carried."),
        "media::image": _("Its picture is not carried: choose one in the editor."),
        "media::audio": _("Its recording is not carried: choose one in the editor."),
        "media::video": _("Its film is not carried: choose one in the editor."),
        "constraint_message": "",
        "trigger": _("Nothing is worked out while somebody answers."),
    }
    for column, sentence in lost.items():
        told = row.get(column) or row.spoken.get(column)
        if not told or not sentence or str(told).lower() in ("no", "false", "false()"):
            continue
        report.left_out(row.number, name, sentence)
    if wanted.kind not in ("number", "choose_several") and row.get("constraint"):
        report.left_out(row.number, name, CONSTRAINT)
    if "randomize=true" in row.get("parameters").replace(" ", "").lower():
        report.left_out(row.number, name, _("Its answers keep their order."))
    if extra and extra != "or_other":
        report.left_out(row.number, name, _("“%s” is not carried.") % extra)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except ArithmeticError:
        return None


def _written(number: Decimal | None) -> str | None:
    return None if number is None else f"{number.normalize():f}"
