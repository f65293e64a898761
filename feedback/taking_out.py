"""What a reader decides on the page on which a text is read, beside whether it worries them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from consultations.media import Medium
from consultations.permissions import Staff
from feedback.actions import making_ready
from feedback.forms.taking_out import MadeForm, TakeOutForm
from feedback.models import Words
from feedback.models.texts import Base
from feedback.redacting import as_decided, suggestions


def form_for(words: Words, base: Base, data: Any = None) -> TakeOutForm:
    """The form for one text: with suggestions, and what a person took out of it before."""
    version = words.texts.safe_of(base)
    source = base.source and base.source.pk
    decided = as_decided(version) if version and version.source_id == source else None
    council = words.response.questionnaire.consultation.council
    found = suggestions(text=base.text, language=base.language, council=council)
    return TakeOutForm(data, base=base, found=found, decided=decided)


def seen_form(words: Words, data: Any = None) -> MadeForm:
    """What an adult sees in a picture."""
    before = words.texts.description
    return MadeForm(
        data,
        what="seen",
        label=_("What an adult sees in it"),
        hint=_(
            "Say what is there, not what it means. Names and places are taken out. Analysts see "
            "this beside what the child wrote, and never as the child's own words."
        ),
        before=before.text if before else "",
    )


class Decision:
    """What is taken out of a text, whether analysts may open a file, and what is seen in it."""

    def __init__(self, words: Words, data: Any = None) -> None:
        self.words, self.data = words, data
        self.can_open = words.is_file and not words.recording.frozen
        base = Base(words.text, words.language, None)
        written = words.text and not words.texts.transcript
        self.out = form_for(words, base, data) if written else None
        pictured = self.can_open and words.medium != Medium.SPOKEN
        self.seen = seen_form(words, data) if pictured else None

    @property
    def shows_nobody(self) -> bool:
        """Whether the box is ticked that lets analysts open the file."""
        if self.data is not None:
            return bool(self.data.get("shows_nobody"))
        return self.can_open and self.words.recording.shows_nobody_by_id is not None

    def is_valid(self) -> bool:
        """Whether it can be kept. A picture need not be described."""
        return self.out is None or self.out.is_valid()

    def keep(self, *, by: Staff) -> None:
        """Keep it. Raises NotYours."""
        if self.out:
            making_ready.make_safe(
                words=self.words, base=self.out.base, removals=self.out.removals, by=by
            )
        if self.can_open:
            making_ready.let_analysts_open(words=self.words, allowed=self.shows_nobody, by=by)
        if self.seen and self.seen.is_valid():
            making_ready.describe(words=self.words, text=self.seen.cleaned_data["text"], by=by)
