"""A questionnaire on paper: the frozen questions of one role and age, to be filled in by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from consultations.audiences import ASKED_ROLES, Role
from consultations.models import Consultation, CouncilSettings
from feedback.assent import assent_for
from feedback.forms.answering import VOICES, WHO, QuestionForm
from feedback.journey import Journey, who_choices
from feedback.route_words import PaperRoutes
from feedback.sentences import with_facts


class Everything(Journey):
    """A way on which everything is asked, whatever is answered: so it stands on paper."""

    @classmethod
    def of(cls, journey: Journey) -> Self:
        """The same person's."""
        return cls(**{one.name: getattr(journey, one.name) for one in fields(journey)})

    @property
    def questions(self) -> list[Mapping]:
        return list(self.possible)


@dataclass(frozen=True)
class Sheet:
    """One paper form: for whom, and what it asks."""

    journey: Journey
    consultation: Consultation
    council: CouncilSettings

    @property
    def who(self) -> str:
        """For whom it is, as they say it themselves."""
        return str(WHO[Role(self.journey.role), self.journey.band])

    @property
    def voices(self) -> list[str]:
        """Whose words it may hold: asked of children alone."""
        return [str(label) for label in VOICES.values()] if self.journey.role == Role.CHILD else []

    @property
    def paragraphs(self) -> list[str]:
        """What they agree to, in the words of their age."""
        assent = assent_for(self.journey.role, self.journey.band, self.journey.easy)
        return with_facts(assent, self.council, self.consultation)

    @property
    def asked(self) -> list[dict]:
        """Every question with its form, its printed look, and its routes in words."""
        everything = Everything.of(self.journey)
        routes = PaperRoutes(everything)
        return [
            {
                "form": form,
                "template": form.kind.paper,
                "only_if": routes.before(place),
                "onward": routes.after(place),
            }
            for place, _question in enumerate(everything.questions)
            if (form := QuestionForm(journey=everything, number=place + 1, prefix=f"q{place + 1}"))
        ]

    @property
    def code(self) -> str:
        """What a member of staff needs to type it in: consultation, for whom, language."""
        who = slug_of(self.journey.role, self.journey.band)
        return f"{self.consultation.code} · {who} · {self.journey.language}"


def slug_of(role: str, band: str) -> str:
    """Somebody as they stand in an address: "child-6-9", "parent"."""
    return f"{role}-{band}" if band else role


def person_in(slug: str, document: Mapping) -> tuple[str, str] | None:
    """The role and age that an address names, if the questionnaire is for them."""
    people = {slug_of(role, band): (role, band) for role, band in who_choices(document)}
    return people.get(slug)


def sheets_of(document: Mapping) -> list[tuple[str, str]]:
    """The forms that there are: (how they stand in an address, for whom, in their words)."""
    roles = [role.value for role in ASKED_ROLES]
    return [
        (slug_of(role, band), str(WHO[Role(role), band]))
        for role, band in who_choices(document)
        if role in roles
    ]
