"""What staff fill in when they enter what somebody said on paper, face to face or by phone."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Role, Voice
from consultations.equality import asked_apart
from consultations.fields import DayInput
from feedback.actions.entering import Heard
from feedback.forms.answering import WHO, CouldSayForm, QuestionForm
from feedback.forms.apart import ApartForm
from feedback.forms.given import easy_to_type
from feedback.helping import is_asked_if_they_could_say
from feedback.journey import REMARK, Journey, who_choices
from feedback.models import Channel
from feedback.paper import Everything
from feedback.pointing import Spot, spots
from feedback.route_words import PaperRoutes

WAYS = [choice for choice in Channel.choices if choice[0] != Channel.WEB]
NOTHING = ("", _("Choose one"))  # nothing is said of anybody because nobody chose
NOT_ASKED = _(
    "This is asked only after another answer. Look at the answer before it, or leave this empty."
)
AGREED = [
    ("form", _("The form says so")),
    ("said", _("They said yes")),
    ("showed", _("They showed it: a nod, a sign, a picture")),
]


class HeardForm(forms.Form):
    """What is known of a form or a talk besides the answers. No name and no number: there is no
    field for one."""

    channel = forms.ChoiceField(label=_("How it reached us"), choices=WAYS)
    received_on = forms.DateField(
        label=_("Day received"),
        widget=DayInput,
        error_messages={"invalid": _("Give a day, such as 27/11/2031.")},
        help_text=_("The day on which it came in. The time for reading it counts from here."),
    )
    who = forms.ChoiceField(label=_("Who answered"))
    voice = forms.ChoiceField(
        label=_("Whose words these are"),
        choices=[NOTHING, *Voice.choices],
        help_text=_("For adults who answered for themselves, choose “Me”."),
    )
    language = forms.ChoiceField(
        label=_("Language of the answers"), choices=[], help_text=_("As it was written or said.")
    )
    agreed_how = forms.ChoiceField(
        label=_("How they agreed to take part"), choices=[NOTHING, *AGREED]
    )

    def __init__(
        self, *args: Any, document: Mapping, days: tuple[date, date], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages["required"] = _("Fill this in.")
        self.days = days
        self.fields["who"].choices = [
            NOTHING,
            *((f"{role}:{band}", WHO[Role(role), band]) for role, band in who_choices(document)),
        ]
        self.fields["language"].choices = settings.LANGUAGES
        first, last = (day.isoformat() for day in days)
        self.fields["received_on"].widget.attrs |= {"min": first, "max": last}

    def clean_received_on(self) -> date:
        day = self.cleaned_data["received_on"]
        if not self.days[0] <= day <= self.days[1]:
            raise forms.ValidationError(not_that_day(*self.days))
        return day

    def clean(self) -> dict:
        """Only a child's answers can be somebody else's words."""
        role = self.cleaned_data.get("who", ":").partition(":")[0]
        voice = self.cleaned_data.get("voice")
        if role and role != Role.CHILD and voice not in (Voice.ME, Voice.NOT_SAID, None):
            self.add_error("voice", _("Choose “Me”: an adult who answers speaks for themselves."))
        return self.cleaned_data

    @property
    def told(self) -> list[tuple[str, str]]:
        """(label, what was chosen) of each field, to show above the questions."""
        shown = []
        for bound in self:
            value = self.cleaned_data[bound.name]
            choices = dict(getattr(bound.field, "choices", ()))
            said = choices[value] if choices else date_format(value, "j F Y")
            shown.append((bound.label, said))
        return shown

    def heard(self, could_say: str = "") -> Heard:
        """What was filled in."""
        told = self.cleaned_data
        role, _colon, band = told["who"].partition(":")
        return Heard(
            role=role,
            band=band,
            voice=Voice.NOT_SAID if role == Role.NOT_SAID else told["voice"],
            channel=told["channel"],
            language=told["language"],
            received_on=told["received_on"],
            agreed_how=told["agreed_how"],
            could_say=could_say,
        )


class EnteredQuestion(QuestionForm):
    """One question as staff fill it in: without buttons that move things, among many others."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        easy_to_type(self.fields["answer"], takes_file=self.kind.takes_file)
        for name in ("may_show", "may_show_remark"):
            if name in self.fields:
                self.fields[name].label = _("They said that we can show these words")

    @property
    def entered(self) -> dict | None:
        """The answer with what was said of the question, as a draft keeps both."""
        remark = {REMARK: self.remark} if self.remark else {}
        return (self.answer or {}) | remark or None


class EnteredForm:
    """Every question that one person was asked, on one page: each kind's own form."""

    def __init__(self, data: Mapping | None, files: Mapping | None, journey: Journey) -> None:
        everything = Everything.of(journey)
        self.journey, routes = journey, PaperRoutes(everything)
        self.questions = []
        for place, _question in enumerate(everything.questions):
            number = place + 1
            form = EnteredQuestion(
                data, files, journey=everything, number=number, prefix=f"q{number}"
            )
            form.only_if = routes.before(place)
            self.questions.append(form)

    @property
    def is_wrong(self) -> bool:
        """Whether something is marked."""
        return any(form.is_bound and form.errors for form in self.questions)

    def is_valid(self) -> bool:
        """Whether everything can be sent. What has to be cut is said beside its question."""
        refused = [not form.is_valid() or form.refuse() for form in self.questions]
        return not any([*refused, self._is_off_the_way()])

    def _is_off_the_way(self) -> bool:
        """Whether something was answered that is asked only after another answer. It is marked."""
        if any(form.errors for form in self.questions):
            return False
        way = self.journey.given(self.answers)
        lost = [one for one in self.questions if way.number_of(one.question["id"]) is None]
        for form in (one for one in lost if one.entered):
            form.add_error("answer", NOT_ASKED)
        return any(form.errors for form in lost)

    @property
    def answers(self) -> dict[str, dict]:
        """The answers by the id of their question, without those that were left empty."""
        return {form.question["id"]: form.entered for form in self.questions if form.entered}

    @property
    def spots(self) -> list[Spot]:
        """What could name somebody."""
        texts = [form.kind.written(form.answer or {}) for form in self.questions]
        texts += [form.remark["text"] for form in self.questions if form.remark]
        return [spot for text in texts for spot in spots(text)]


class AfterForms:
    """What is asked last: of a child who had help, and about the person."""

    def __init__(self, data: Mapping | None, document: Mapping, heard: Heard) -> None:
        asks = is_asked_if_they_could_say(heard.role, heard.voice)
        self.could_say = CouldSayForm(data) if asks else None
        sets = asked_apart(document.get("apart", []), heard.role, heard.band)
        self.about = ApartForm(data, sets=sets, band=heard.band, language=heard.language)

    def is_valid(self) -> bool:
        return self.about.is_valid()

    @property
    def could_say_answer(self) -> str:
        return self.could_say.answer if self.could_say else ""


def not_that_day(first: date, last: date) -> str:
    """Which days can be entered, as a sentence."""
    return _now("Choose a day from %(first)s to %(last)s.") % {
        "first": date_format(first, "j F Y"),
        "last": date_format(last, "j F Y"),
    }
