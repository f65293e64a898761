"""Text that a spreadsheet takes for text.

Source: OWASP, "CSV Injection": a cell that begins with one of these can be run as a formula.
"""

from typing import Any

from consultations.text import show_invisible

STARTS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
PREFIX = "'"


def plain_cell(value: Any) -> Any:
    """`value` as a cell that no spreadsheet runs: text that could be a formula gets an apostrophe,
    and what would change the direction of a text can be seen. Numbers stay numbers.

    >>> plain_cell("=1+1"), plain_cell(-8)
    ("'=1+1", -8)
    """
    if not isinstance(value, str):
        return value
    text = value if value.isascii() else show_invisible(value)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return PREFIX + text if text.startswith(STARTS_A_FORMULA) else text
