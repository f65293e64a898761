"""What a reader decides on: the suggestions that are ticked, and words of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.text import clean_typed
from feedback.models.texts import Base
from feedback.pointing import What
from feedback.redacting import REASONS
from feedback.redaction import Suggestion, parts
from feedback.redaction.replacing import placeholder
from feedback.redaction.suggestion import longest, merged
from feedback.redaction.typing import in_brackets, typed_words

_SHOWN = re.compile(r"(\d{1,7})-(\d{1,7})-([a-z]{1,9})")


class TakeOutForm(forms.Form):
    """What is taken out of a text. Made with the suggestions, all of them ticked, or with what
    somebody `decided` before; when it comes back it goes by what stood on the page, because a
    colleague may have changed a list since."""

    more = forms.CharField(
        label=_("Take out these words too"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "data-take-out": ""}),
        help_text=_(
            "One a line, as they stand in the text; they are taken out wherever they stand. To say "
            "what stands there instead, write “Rex = my dog”."
        ),
    )

    def __init__(
        self,
        data: Any,
        *,
        base: Base,
        found: Sequence[Suggestion],
        decided: Sequence[Suggestion] | None = None,
    ) -> None:
        super().__init__(data, prefix=f"out-{base.source.pk}" if base.source else "out")
        self.base = base
        self.removals: list[Suggestion] = []
        self.own: list[Suggestion] = []
        self.decided = found if decided is None else decided
        shown = self._shown(data) if data is not None else None
        self.found = longest([*self.decided, *found]) if shown is None else shown
        for one in self.found:
            self.fields[_key("out", one)] = forms.BooleanField(required=False)
            self.fields[_key("as", one)] = forms.CharField(required=False)
        self.is_back = shown is not None

    @property
    def shown(self) -> str:
        """The suggestions that stand on the page, as the page sends them back."""
        return " ".join(f"{one.start}-{one.end}-{one.reason.value}" for one in self.found)

    @property
    def lines(self) -> list[dict]:
        """Each suggestion as it stands on the page."""
        return [
            {
                "words": self.base.text[one.start : one.end],
                "why": REASONS[one.reason],
                "tick": self.add_prefix(_key("out", one)),
                "instead": self.add_prefix(_key("as", one)),
                "is_ticked": self._is_ticked(one),
                "value": self._instead(one),
                "key": _key("at", one),
            }
            for one in self.found
        ]

    @property
    def parts(self) -> list[dict]:
        """The text in pieces, each with the suggestion that would take it out, if any."""
        return [
            {
                "text": text,
                "key": one and _key("at", one),
                "instead": one and self._instead(one),
                "why": one and REASONS[one.reason],
            }
            for text, one in parts(self.base.text, self.found)
        ]

    def clean_more(self) -> str:
        typed = clean_typed(self.cleaned_data["more"])
        self.own, missing = typed_words(self.base.text, typed, self.base.language)
        if missing:
            sentence = ngettext(
                "This is not in the text: %s. Copy it as it stands there.",
                "These are not in the text: %s. Copy them as they stand there.",
                len(missing),
            )
            raise forms.ValidationError(sentence % ", ".join(f"“{one}”" for one in missing))
        return typed

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        ticked = [
            replace(one, replacement=in_brackets(self._instead(one)) or one.replacement)
            for one in self.found
            if self._is_ticked(one)
        ]
        self.removals = merged([*ticked, *self.own])
        return cleaned

    def _shown(self, data: Any) -> list[Suggestion] | None:
        """The suggestions that stood on the page; None where nothing comes from such a page."""
        sent = data.get(self.add_prefix("shown"))
        if sent is None:
            return None
        found = [_suggestion(match, self.base) for match in _SHOWN.finditer(sent)]
        return longest([one for one in found if one])

    def _is_ticked(self, one: Suggestion) -> bool:
        if not self.is_back:
            return one in self.decided
        return bool(self.data.get(self.add_prefix(_key("out", one))))

    def _instead(self, one: Suggestion) -> str:
        if not self.is_back:
            return one.replacement
        return clean_typed(self.data.get(self.add_prefix(_key("as", one)), one.replacement))


def _key(what: str, one: Suggestion) -> str:
    return f"{what}-{one.start}-{one.end}"


def _suggestion(match: re.Match, base: Base) -> Suggestion | None:
    """A suggestion as the page sent it back, if the text has such a place."""
    start, end, reason = int(match[1]), int(match[2]), match[3]
    if not start < end <= len(base.text) or reason not in [one.value for one in What]:
        return None
    what = What(reason)
    return Suggestion(start, end, what, placeholder(what, base.language))


class MadeForm(forms.Form):
    """What a person makes of some words: a transcript, a translation or a description."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}))

    def __init__(self, data: Any, *, what: str, label: Any, hint: Any, before: str = "") -> None:
        super().__init__(data, prefix=what, initial={"text": before})
        self.fields["text"].label, self.fields["text"].help_text = label, hint

    def clean_text(self) -> str:
        text = clean_typed(self.cleaned_data["text"])
        if not text:
            raise forms.ValidationError(forms.Field.default_error_messages["required"])
        return text
