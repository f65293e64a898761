"""The names that a type of question goes by, older ones too."""

import re

_OTHER = re.compile(r"\s+(?:or_other|or other|or specify other)$", re.IGNORECASE)
_PROMPT = re.compile(r"(?:add|q) (.+?)(?: prompt)?", re.IGNORECASE)
_SAME = {
    "begin group": "begin_group",
    "end group": "end_group",
    "begin repeat": "begin_repeat",
    "end repeat": "end_repeat",
    "begin looped group": "begin_repeat",
    "end looped group": "end_repeat",
    "begin lgroup": "begin_repeat",
    "end lgroup": "end_repeat",
    "begin loop": "begin_repeat",
    "end loop": "end_repeat",
    "begin_loop": "begin_repeat",
    "end_loop": "end_repeat",
    "select one from file": "select_one_from_file",
    "select multiple from file": "select_multiple_from_file",
    "select one external": "select_one_external",
    "add select one prompt using": "select_one",
    "select one from": "select_one",
    "select one using": "select_one",
    "select one": "select_one",
    "select1": "select_one",
    "add select multiple prompt using": "select_multiple",
    "select all that apply from": "select_multiple",
    "select all that apply": "select_multiple",
    "select multiple from": "select_multiple",
    "select multiple using": "select_multiple",
    "select multiple": "select_multiple",
    "string": "text",
    "int": "integer",
    "percentage": "integer",
    "number of days in last month": "integer",
    "number of days in last six months": "integer",
    "number of days in last year": "integer",
    "photo": "image",
    "picture": "image",
    "date time": "datetime",
    "gps": "geopoint",
    "location": "geopoint",
    "start time": "start",
    "get start time": "start",
    "end time": "end",
    "get end time": "end",
    "get today": "today",
    "imei": "deviceid",
    "device id": "deviceid",
    "get device id": "deviceid",
    "sim id": "simserial",
    "get sim id": "simserial",
    "subscriber id": "subscriberid",
    "get subscriber id": "subscriberid",
    "phone number": "phonenumber",
    "get phone number": "phonenumber",
}
_LONGEST_FIRST = sorted(_SAME, key=len, reverse=True)


def what_is_asked(told: str) -> tuple[str, str]:
    """The type in a cell as we call it, and what follows it.

    >>> what_is_asked("Select one from  yn or specify other"), what_is_asked("start-geopoint")
    (('select_one', 'yn or_other'), ('start_geopoint', ''))
    """
    text = _OTHER.sub(" or_other", " ".join(told.split()))
    if prompt := _PROMPT.fullmatch(text.partition(" using")[0]):
        text = prompt[1] + text[len(text.partition(" using")[0]) :].replace(" using", "", 1)
    for old in _LONGEST_FIRST:
        if text.lower() == old or text.lower().startswith(f"{old} "):
            return _SAME[old], text[len(old) :].strip()
    what, _space, rest = text.partition(" ")
    return what.lower().replace("-", "_").removeprefix("uri:"), rest
