"""Scripts that give the columns their labels in SPSS and in R. Knows no Django.

Sources: IBM SPSS Statistics, command syntax (VARIABLE LABELS, VALUE LABELS, MISSING VALUES);
R package haven, `labelled_spss`.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

LONGEST_LABEL = 250  # SPSS takes 256 bytes; longer ones are cut by it without a word
USER_MISSING = (-8, -9)
TEXT_WIDTH = 32000


class Labelled(Protocol):
    """A column with its words. `values` are what numbers or codes mean."""

    @property
    def name(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def values(self) -> Mapping: ...
    @property
    def is_numeric(self) -> bool: ...


def spss(lines: Iterable[Labelled], *, data: str = "data.csv") -> str:
    """SPSS syntax that reads `data` and labels it. Text with quotes is doubled, as SPSS wants."""
    lines = list(lines)
    kinds = "\n".join(
        f"  {line.name} {'F10.2' if line.is_numeric else f'A{TEXT_WIDTH}'}" for line in lines
    )
    out = [
        "* Encoding: UTF-8.",
        "SET UNICODE=ON.",
        "GET DATA /TYPE=TXT",
        f"  /FILE={_spss_text(data)}",
        "  /ENCODING='UTF8' /DELIMITERS=',' /QUALIFIER='\"' /ARRANGEMENT=DELIMITED",
        "  /FIRSTCASE=2 /VARIABLES=",
        f"{kinds}.",
        "VARIABLE LABELS",
        *(f"  {line.name} {_spss_text(line.label)}" for line in lines),
        ".",
    ]
    for line in lines:
        if line.values:
            out += ["VALUE LABELS", f"  {line.name}", *_spss_values(line), "."]
    if numeric := [line.name for line in lines if line.is_numeric and _has_missing(line)]:
        out += [f"MISSING VALUES {' '.join(numeric)} (-9, -8).", "EXECUTE."]
    return "\n".join(out) + "\n"


def r(lines: Iterable[Labelled], *, data: str = "data.csv") -> str:
    """An R script that reads `data` with base R, and labels it with haven where that is there."""
    lines = list(lines)
    out = [
        "# Reads the answers and gives them their labels. Needs nothing but R;",
        "# with the package haven, -8 and -9 are marked as missing.",
        f'answers <- read.csv("{data}", encoding = "UTF-8", check.names = FALSE,',
        '                    na.strings = "", stringsAsFactors = FALSE)',
        "label <- function(x, text, values = NULL, missing = NULL) {",
        '  if (requireNamespace("haven", quietly = TRUE) && is.numeric(x)) {',
        "    x <- haven::labelled_spss(as.double(x), labels = values, na_values = missing,",
        "                              label = text)",
        "  } else {",
        '    attr(x, "label") <- text',
        '    attr(x, "labels") <- values',
        "  }",
        "  x",
        "}",
    ]
    out += [_r_line(line) for line in lines]
    return "\n".join(out) + "\n"


def _has_missing(line: Labelled) -> bool:
    return any(number in line.values for number in USER_MISSING)


def _spss_values(line: Labelled) -> list[str]:
    return [
        f"  {value if line.is_numeric else _spss_text(str(value))} {_spss_text(label)}"
        for value, label in line.values.items()
    ]


def _spss_text(text: str) -> str:
    """A text in quotes, on one line, no longer than SPSS takes."""
    return "'" + _cut(text).replace("'", "''") + "'"


def _r_line(line: Labelled) -> str:
    parts = [f"answers${_r_name(line.name)}", _r_text(line.label)]
    if line.values:
        labels = ", ".join(
            f"{_r_text(str(label))} = {value if line.is_numeric else _r_text(str(value))}"
            for value, label in line.values.items()
        )
        parts.append(f"values = c({labels})")
    if line.is_numeric and _has_missing(line):
        parts.append("missing = c(-9, -8)")
    return f"answers${_r_name(line.name)} <- label({', '.join(parts)})"


def _r_name(name: str) -> str:
    return f"`{name}`"


def _r_text(text: str) -> str:
    return '"' + _cut(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _cut(text: str) -> str:
    """A label on one line, cut where it is too long, never within a letter."""
    flat = " ".join(str(text).split())
    whole = flat.encode()
    if len(whole) <= LONGEST_LABEL:
        return flat
    return whole[: LONGEST_LABEL - 3].decode(errors="ignore") + "…"
