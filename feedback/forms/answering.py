"""The forms that the public fills in. They ask the least that we can work with."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band, Role, Voice
from consultations.kinds import KINDS
from consultations.kinds.long_text import TypedField, what_to_cut
from consultations.symbols import every_symbol
from feedback.journey import REMARK, REMARK_LIMIT, Journey, who_choices, without_remark
from feedback.models import CouldSay

SKIP = "skip"

WHO = {
    (Role.CHILD, Band.UNDER_6): _("I am 5 or younger, with a grown-up"),
    (Role.CHILD, Band.SIX): _("I am 6 to 9"),
    (Role.CHILD, Band.TEN): _("I am 10 to 12"),
    (Role.CHILD, Band.THIRTEEN): _("I am 13 to 15"),
    (Role.CHILD, Band.SIXTEEN): _("I am 16 or 17"),
    (Role.CHILD, Band.EIGHTEEN): _("I am 18 to 25"),
    (Role.PARENT, ""): _("I am a parent or carer"),
    (Role.PRACTITIONER, ""): _("I work with children and families"),
    (Role.CHOOSER, ""): _("I choose what gets written down, or what is counted"),
    (Role.NOT_SAID, ""): _("I'd rather not say"),
}
PICTURES = {  # beside the words, for whoever does not read them yet
    f"{Role.CHILD}:{Band.UNDER_6}": "1f476",
    f"{Role.CHILD}:{Band.SIX}": "1f9d2",
    f"{Role.CHILD}:{Band.TEN}": "1f9d2",
    f"{Role.CHILD}:{Band.THIRTEEN}": "1f9d1",
    f"{Role.CHILD}:{Band.SIXTEEN}": "1f9d1",
    f"{Role.CHILD}:{Band.EIGHTEEN}": "1f9d1",
    f"{Role.PARENT}:": "1f46a",
    f"{Role.PRACTITIONER}:": "1f4bc",
    f"{Role.CHOOSER}:": "1f4ca",
    f"{Role.NOT_SAID}:": "1f937",
}
VOICES = {
    Voice.ME: _("Me"),
    Voice.WITH_HELP: _("Me, and someone is helping me"),
    Voice.EXACT_WORDS: _("Someone else is writing down a child's exact words"),
    Voice.ADULT_VIEW: _("I am an adult. I will say what I think this child feels"),
    Voice.NOTICED: _("I watched and noticed. This child does not use words"),
    Voice.NOT_SAID: _("I'd rather not say"),
}


class WhoForm(forms.Form):
    """Who you are: role and age in one choice."""

    who = forms.ChoiceField(
        label=_("Who are you?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose who you are. If you are not sure, choose “I'd rather not say”."),
            "invalid_choice": _("Choose one of the lines on this page."),
        },
    )

    def __init__(
        self,
        *args: Any,
        document: Mapping,
        choices: Sequence[tuple[str, str]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        self.fields["who"].choices = [
            (f"{role}:{band}", WHO[Role(role), band])
            for role, band in choices or who_choices(document)
        ]

    @property
    def pictures(self) -> dict[str, str]:
        """Where the picture of each line stands, by its value."""
        return {value: every_symbol()[code].path for value, code in PICTURES.items()}

    @property
    def asks_children(self) -> bool:
        """Whether somebody can answer for a child here."""
        return any(value.startswith("child:") for value, _label in self.fields["who"].choices)

    @property
    def person(self) -> tuple[str, str]:
        """The (role, band) that was chosen."""
        role, _colon, band = self.cleaned_data["who"].partition(":")
        return role, band


class VoiceForm(forms.Form):
    """Whose words the answers will be (requirements A5)."""

    voice = forms.ChoiceField(
        label=_("Who is answering?"),
        widget=forms.RadioSelect,
        choices=list(VOICES.items()),
        error_messages={
            "required": _("Choose the line that fits best."),
            "invalid_choice": _("Choose one of the lines on this page."),
        },
    )


class CouldSayForm(forms.Form):
    """What a child who had help is asked last. It can be left, and nothing is ticked before."""

    could_say = forms.ChoiceField(
        label=_("Could you say what you wanted?"),
        widget=forms.RadioSelect,
        choices=[
            (CouldSay.YES.value, _("Yes")),
            (CouldSay.NOT_REALLY.value, _("Not really")),
            (CouldSay.NO.value, _("No")),
            (SKIP, _("Skip this one")),
        ],
        required=False,
    )

    @property
    def answer(self) -> str:
        """What was chosen; "" when it was skipped, or tampered with. It holds no answers up."""
        chosen = self.cleaned_data.get("could_say", "") if self.is_valid() else ""
        return "" if chosen == SKIP else chosen


class QuestionForm(forms.Form):
    """One question, in the words of one person's language and age."""

    def __init__(self, *args: Any, journey: Journey, number: int, **kwargs: Any) -> None:
        self.journey, self.number = journey, number
        self.before: dict | None = None
        self.question = journey.questions[number - 1]
        self.kind = KINDS[self.question["kind"]]
        self.words = journey.words(self.question)
        self.before: dict = {}  # what was answered before
        super().__init__(*args, **kwargs)
        self.fields["answer"] = self.kind.field(self.question, self.words)
        self.fields["answer"].label = self.words["text"]
        self.fields["answer"].help_text = self.words["hint"]
        if not self.kind.is_closed:
            self.fields["may_show"] = _may_show()
        self.fields["remark"] = TypedField(
            label=_("What do you want to say?"),
            limit=REMARK_LIMIT,
            required=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.fields["may_show_remark"] = _may_show()

    @property
    def decides(self) -> bool:
        """Whether the answer changes what is asked next."""
        return self.journey.decides(self.question)

    @property
    def too_long(self) -> str:
        """What to put right before the answer on the page can be sent; "" when it fits."""
        shown = self.answer if self.is_bound else self.before
        return self.kind.mend(self.question, shown) if shown else ""

    @property
    def remark_too_long(self) -> str:
        """What to cut of what is said of the question; "" when it fits."""
        shown = self.remark if self.is_bound else {"text": self.initial.get("remark", "")}
        return what_to_cut(shown["text"], REMARK_LIMIT) if shown else ""

    def refuse(self) -> bool:
        """Say at the fields what has to be put right. Gives whether there was anything."""
        for field, sentence in (("answer", self.too_long), ("remark", self.remark_too_long)):
            if sentence:
                self.add_error(field, sentence)
        return not self.is_valid()

    def show(self, answer: dict | None) -> None:
        """Fill in what was answered before."""
        self.before = without_remark(answer)
        if self.before:
            self.initial["answer"] = self.kind.initial(self.before)
            self.initial["may_show"] = self.before.get("may_show", False)
        if remark := (answer or {}).get(REMARK):
            self.initial["remark"] = remark["text"]
            self.initial["may_show_remark"] = remark.get("may_show", False)

    @property
    def answer(self) -> dict | None:
        """The valid answer as a draft keeps it; None when it was left empty."""
        answer = self.kind.answer(self.cleaned_data["answer"])
        if answer and not self.kind.is_closed:
            answer["may_show"] = self.cleaned_data["may_show"]
        return answer

    @property
    def remark(self) -> dict | None:
        """What was said of the question itself, as a draft keeps it; None when nothing was."""
        if not (text := self.cleaned_data.get("remark")):
            return None
        return {"text": text, "may_show": self.cleaned_data["may_show_remark"]}


def _may_show() -> forms.Field:
    return forms.BooleanField(label=_("Yes, you can show my words."), required=False)


class WordsForm(forms.Form):
    """Four words, typed as people type them."""

    words = forms.CharField(
        label=_("Your four words"),
        max_length=200,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "lang": "en",  # the words are English in every language, and read from the left
                "dir": "ltr",
            }
        ),
        error_messages={
            "required": _("Type the four words from your thank-you page."),
            "max_length": _("That is more than four words. Check each word."),
        },
    )
