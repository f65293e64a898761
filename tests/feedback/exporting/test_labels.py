"""Labels for SPSS and R: no text of ours ends a text of theirs."""

from dataclasses import dataclass, field

import pytest

from feedback.exporting.guarding import plain_cell
from feedback.exporting.labels import r, spss


@dataclass(frozen=True)
class Column:
    name: str
    label: str
    is_numeric: bool = False
    values: dict = field(default_factory=dict)


LINES = [
    Column(
        "heard",
        'Don\'t you "feel" heard?\nReally',
        True,
        {1: "Yes, it's so", 0: "No", -8: "Skipped", -9: "Not asked"},
    ),
    Column("more", "Tell us more \\ " + "é" * 200),
    Column("role", "Who", values={"child": "Child"}),
]


def test_spss_reads_numbers_as_numbers_and_knows_what_is_missing():
    syntax = spss(LINES)

    assert "  heard F10.2\n  more A32000\n  role A32000." in syntax
    assert "heard 'Don''t you \"feel\" heard? Really'" in syntax
    assert "1 'Yes, it''s so'" in syntax
    assert "'child' 'Child'" in syntax
    assert "MISSING VALUES heard (-9, -8)." in syntax


def test_a_label_is_cut_within_what_spss_takes():
    [label] = [line for line in spss(LINES).splitlines() if line.startswith("  more 'Tell")]

    assert len(label.strip().removeprefix("more ").strip("'").encode()) <= 250
    assert label.endswith("…'")


def test_r_escapes_what_would_end_its_text():
    script = r(LINES)

    assert (
        'answers$`heard` <- label(answers$`heard`, "Don\'t you \\"feel\\" heard? Really"' in script
    )
    assert '"Yes, it\'s so" = 1' in script
    assert "missing = c(-9, -8))" in script
    assert "Tell us more \\\\ " in script


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+44 7700", "'+44 7700"),
        ("-8", "'-8"),
        ("@me", "'@me"),
        ("\tx", "'\tx"),
        ("＝1", "'＝1"),
        ("I = me", "I = me"),
        ("a\r\nb", "a\nb"),
        ("me\u202eem", "me[U+202E]em"),
        (-8, -8),
        (1, 1),
    ],
)
def test_a_spreadsheet_takes_text_for_text(text, safe):
    assert plain_cell(text) == safe
