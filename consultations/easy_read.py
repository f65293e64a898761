"""Easy Read: one idea a row, a picture and a few words (requirements B10 and B11)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import blocks

from consultations.symbol_chooser import SymbolBlock
from consultations.symbols import every_symbol

MOST_WORDS = 15  # on a row
MOST_ROWS = 100  # about twenty printed pages


class EasyRowBlock(blocks.StructBlock):
    """A picture, and one idea in words."""

    symbol = SymbolBlock(label=_("Picture"))
    text = blocks.CharBlock(label=_("Words"), max_length=160)

    class Meta:
        icon = "image"
        label_format = "{text}"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if breach := too_many_words(cleaned["text"]):
            raise blocks.StructBlockValidationError({"text": ValidationError(breach)})
        return cleaned


def too_many_words(text: str) -> str:
    """What is wrong with a row of so many words, as a sentence; "" when nothing is."""
    n_words = len(text.split())
    if n_words <= MOST_WORDS:
        return ""
    return ngettext(
        "This row has %(n)s word. Easy Read has at most %(most)s: make two rows of it.",
        "This row has %(n)s words. Easy Read has at most %(most)s: make two rows of it.",
        n_words,
    ) % {"n": n_words, "most": MOST_WORDS}


def rows_of(value: Any) -> list[dict]:
    """The rows of a list or stream of EasyRowBlock, as a questionnaire freezes them:
    [{"picture": "openmoji/1f3e0.svg", "text": "This is about your home."}]."""
    rows = [getattr(row, "value", row) for row in value or []]
    return [
        {"picture": every_symbol()[row["symbol"]].path, "text": row["text"]}
        for row in rows
        if row["symbol"] in every_symbol()
    ]
