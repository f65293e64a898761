"""A word or a line."""

from typing import ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.kinds.base import QuestionBlock
from consultations.kinds.long_text import LongText


class ShortTextBlock(QuestionBlock):
    class Meta:
        icon = "minus"
        label = _("Short text")


class ShortText(LongText):
    code = "short_text"
    label = _("Short text")
    block = ShortTextBlock
    paper = "components/paper/line.html"
    limit: ClassVar[int] = 200
    welcome: ClassVar[str | Promise] = _("A few words are enough. Spelling does not matter.")
    widget: ClassVar[forms.Widget] = forms.TextInput()
