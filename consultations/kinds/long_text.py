"""As many words as a person wants."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.kinds.base import Kind, QuestionBlock
from consultations.text import clean_typed, n_letters


class LongTextBlock(QuestionBlock):
    class Meta:
        icon = "pilcrow"
        label = _("Long text")


class TypedField(forms.Field):
    """Plain text: cleaned of what cannot be seen, then counted as a person counts."""

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.limit = limit

    def to_python(self, value: Any) -> str:
        return clean_typed(str(value or ""))

    def validate(self, value: str) -> None:
        super().validate(value)
        over = n_letters(value) - self.limit if len(value) > self.limit else 0
        if over <= 0:
            # A letter can be stacked from many characters: they have a bound of their own.
            over = len(value) - self.limit * 10
        if over > 0:
            raise forms.ValidationError(
                ngettext(
                    "You wrote a lot. Thank you. We can keep %(limit)s letters. "
                    "Please cut %(over)s letter, or use the next box.",
                    "You wrote a lot. Thank you. We can keep %(limit)s letters. "
                    "Please cut %(over)s letters, or use the next box.",
                    over,
                )
                % {"limit": f"{self.limit:,}", "over": f"{over:,}"}
            )


class LongText(Kind):
    code = "long_text"
    label = _("Long text")
    block = LongTextBlock
    is_closed = False
    limit: ClassVar[int] = 4000
    widget: ClassVar[forms.Widget] = forms.Textarea(attrs={"rows": 7})
    template: ClassVar[str] = "components/writing.html"

    def field(self, question: dict, words: dict) -> forms.Field:
        return TypedField(limit=self.limit, required=False, widget=self.widget)

    def answer(self, cleaned: Any) -> dict | None:
        return {"text": cleaned} if cleaned else None

    def initial(self, answer: dict) -> Any:
        return answer.get("text", "")

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        return answer.get("text", "").splitlines()
