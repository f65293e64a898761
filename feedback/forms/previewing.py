"""What an officer chooses before looking at a consultation as somebody else."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Role
from feedback.asked import language_name
from feedback.forms.answering import WHO
from feedback.journey import has_easy_read, who_choices
from feedback.previewing import DRAFT, Preview, Source


class EditionForm(forms.Form):
    """The draft, or an edition that was frozen."""

    edition = forms.ChoiceField(label=_("Which version"), required=False)

    def __init__(self, *args: Any, editions: Iterable[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        frozen = [(str(number), _("Edition %d, as published") % number) for number in editions]
        self.fields["edition"].choices = [(DRAFT, _("The latest draft")), *reversed(frozen)]


class PreviewForm(forms.Form):
    """Who reads it, in which language, and how."""

    who = forms.ChoiceField(label=_("Who is asked"))
    language = forms.ChoiceField(label=_("Language"))
    easy = forms.BooleanField(label=_("In Easy Read, where a question has it"), required=False)

    def __init__(self, data: Any, *, source: Source) -> None:
        self.source = source
        document = source.document
        people = [(f"{role}:{band}", WHO[Role(role), band]) for role, band in who_choices(document)]
        languages = [(code, language_name(code)) for code in document["languages"]]
        asked = {"who": people[0][0], "language": document["source"]}
        super().__init__({**asked, **{name: data[name] for name in data}})
        self.fields["who"].choices = people
        self.fields["language"].choices = languages
        if not has_easy_read(document):
            del self.fields["easy"]

    @property
    def preview(self) -> Preview:
        """The preview that was chosen; of the first person where the choice is not offered."""
        chosen = self.cleaned_data if self.is_valid() else {}
        first = [field.choices[0][0] for field in (self.fields["who"], self.fields["language"])]
        role, _colon, band = (chosen.get("who") or first[0]).partition(":")
        language = chosen.get("language") or first[1]
        return Preview(self.source, role, band, language, bool(chosen.get("easy")))
