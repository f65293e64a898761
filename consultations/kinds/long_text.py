"""As many words as a person wants."""

from typing import Any, ClassVar

from django import forms
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.kinds.base import Kind, QuestionBlock
from consultations.text import clean_typed, n_letters

CHARACTERS_FOR_A_LETTER = 10
MOST_IN_A_DRAFT = 40_000  # characters


class LongTextBlock(QuestionBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Long text")


class TypedField(forms.Field):
    """Plain text, cleaned of what cannot be seen. A draft holds more than can be sent, so that
    nobody has to cut before they may stop or go back; `limit` is what can be sent, in letters."""

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.limit = limit

    def to_python(self, value: Any) -> str:
        return clean_typed(str(value or ""))

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > MOST_IN_A_DRAFT:
            raise forms.ValidationError(what_to_cut(value, self.limit))


def what_to_cut(text: str, limit: int) -> str:
    """How many letters to cut from `text`, as a sentence; "" when it fits.

    Letters are counted as a person counts them, so `limit` is in letters. A letter can be stacked
    from many characters: those have a bound of their own.
    """
    over = n_letters(text) - limit if len(text) > limit else 0
    if over <= 0:
        over = len(text) - limit * CHARACTERS_FOR_A_LETTER
    if over <= 0:
        return ""
    return ngettext(
        "You wrote a lot. Thank you. We can keep %(limit)s letters. Please cut %(over)s letter.",
        "You wrote a lot. Thank you. We can keep %(limit)s letters. Please cut %(over)s letters.",
        over,
    ) % {
        "limit": number_format(limit, force_grouping=True),
        "over": number_format(over, force_grouping=True),
    }


class LongText(Kind):
    code = "long_text"
    label = _("Long text")
    block = LongTextBlock
    paper: ClassVar[str] = "components/paper/lines.html"
    is_closed = False
    limit: ClassVar[int] = 4000
    welcome: ClassVar[str | Promise] = _(
        "You can write as much or as little as you like. Spelling does not matter."
    )
    widget: ClassVar[forms.Widget] = forms.Textarea(attrs={"rows": 7})
    template: ClassVar[str] = "components/writing.html"

    def field(self, question: dict, words: dict) -> forms.Field:
        return TypedField(limit=self.limit, required=False, widget=self.widget)

    def answer(self, cleaned: Any) -> dict | None:
        return {"text": cleaned} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return answer.get("text", "")

    def too_long(self, answer: dict) -> str:
        return what_to_cut(answer.get("text", ""), self.limit)

    def written(self, answer: dict) -> str:
        return answer.get("text", "")

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        return answer.get("text", "").splitlines()
