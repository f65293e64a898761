"""The words of a row in the language of the consultation, as plain as people here read them."""

import html
import re

from django.utils.translation import gettext as _

from consultations.xlsform.headings import code_of
from consultations.xlsform.report import Report
from consultations.xlsform.sheets import Form, Row

APART = "\u2060"  # parts “$” and “{”, which other tools would take for an earlier answer
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,300}>")
_LINK = re.compile(r"\[([^\]\n]+)\]\(\s*(\S+?)\s*\)")
_STRONG = re.compile(r"(\*\*|__)(?=[^\s_*])(.+?)(?<=[^\s_*])\1")
_SLANTED = re.compile(r"(?<![\w*])([*_])(?=[^\s_*])([^*_\n]+?)(?<=[^\s_*])\1(?![\w*])")


class Spoken:
    """One form's words in one language."""

    def __init__(self, form: Form, language: str, report: Report) -> None:
        self.report, self.name = report, _column_for(form, language)
        self.others = [name for name in form.languages if name != self.name]
        if form.speaks_plainly and self.name:
            self.others.append(_("no named language"))

    def of(self, row: Row, column: str, *, sheet: str = "survey", ours: bool = False) -> str:
        """The text of a column on one line or more; "" without one. `ours` went out from here, so
        it is taken as it is."""
        texts = row.spoken.get(column, {})
        name = next((one for one in (self.name, "", *texts) if one in texts), "")
        text, where = texts.get(name, ""), {"sheet": sheet, "column": column}
        if ours:
            return text.replace(f"${APART}{{", "${")
        called = row.get("name")
        if text and name not in (self.name, ""):
            self.report.changed(row.number, called, _("Its words are in %s.") % name, **where)
        if "${" in text:
            told = _("It repeats an earlier answer. Here it does not: write it in other words.")
            self.report.changed(row.number, called, told, **where)
        if (plain := plain_of(text)) != text:
            told = _("Bold, links, colours and the like are plain words here.")
            self.report.changed(row.number, called, told, **where)
        return plain

    def line(self, row: Row, column: str, *, sheet: str = "survey", ours: bool = False) -> str:
        """The same on one line."""
        text = self.of(row, column, sheet=sheet, ours=ours)
        return re.sub(r"\s*[\r\n]\s*", " ", text)


def plain_of(text: str) -> str:
    """A text without the marks of emphasis and the tags that other tools show as such.

    >>> plain_of("**Two** is <b>less</b> than 3 &lt; [four](https://a.org), 1 < 2 > 0")
    'Two is less than 3 < four (https://a.org), 1 < 2 > 0'
    """
    text = re.sub(r"<br\s*/?>|</p>", "\n", text, flags=re.IGNORECASE)
    text = html.unescape(_TAG.sub("", text))
    text = _LINK.sub(r"\1 (\2)", text)
    text = _SLANTED.sub(r"\2", _STRONG.sub(r"\2", text))
    return re.sub(r"^#{1,6} +", "", text, flags=re.MULTILINE).strip()


def _column_for(form: Form, language: str) -> str:
    """Which of the form's languages fits `language`: by its code, else the form's own default."""
    for name in form.languages:
        if code_of(name).split("-")[0] == language.split("-")[0]:
            return name
    default = form.settings.get("default_language", "")
    if default in form.languages:
        return default
    return "" if form.speaks_plainly else next(iter(form.languages), "")
