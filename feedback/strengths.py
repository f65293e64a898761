"""How many said it: the words that findings may use, and what they rest on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.audiences import Role
from consultations.models import Consultation, CouncilSettings
from feedback.groups import MIN_GROUP
from feedback.models import Coding, FindingTheme, Response, Strength

VAGUE = (Strength.SOME, Strength.A_FEW)  # these give nobody away, however few answered

NO_TEXT = {
    Role.CHILD: gettext_lazy(
        "No child or young person said this in their own words: none of their texts stands under "
        "the theme. Put one under it, or leave this empty."
    ),
    Role.PARENT: gettext_lazy(
        "No parent or carer said this: none of their texts stands under the theme. "
        "Put one under it, or leave this empty."
    ),
    Role.PRACTITIONER: gettext_lazy(
        "No practitioner said this: none of their texts stands under the theme. "
        "Put one under it, or leave this empty."
    ),
    Role.CHOOSER: gettext_lazy(
        "Nobody who chooses the boxes said this: none of their texts stands under the theme. "
        "Put one under it, or leave this empty."
    ),
}
TOO_FEW = gettext_lazy(
    "Fewer than %(least)s of this group answered, so the page hides how many. “%(strength)s” would "
    "give away what each of them said. Choose “Some” or “A few”."
)


@dataclass(frozen=True)
class Support:
    """How many people said what, each in their own voice, and how many of them answered."""

    said: Mapping[tuple[UUID, str], int]  # people, by theme and role
    wrote: Mapping[str, int]  # people who wrote any text, by role
    answered: Mapping[str, int]  # people, by role
    least: int  # a group of fewer is hidden

    def refusal(self, theme: UUID, role: str, strength: str) -> str:
        """Why this strength cannot be said of a group, in a sentence; empty when it can."""
        if not self.said.get((theme, role)):
            return str(NO_TEXT[Role(role)])
        if self.answered[role] < self.least and strength not in VAGUE:
            return TOO_FEW % {"least": self.least, "strength": Strength(strength).label}
        return ""

    def refusals(self, line: FindingTheme) -> Iterator[tuple[str, str]]:
        """(role, sentence) for each strength of a line of findings that cannot be said."""
        for role, strength in line.strengths:
            if sentence := self.refusal(line.theme_id, role, strength):
                yield role, sentence

    def in_words(self, theme: UUID, role: str) -> str:
        """What the analyst sees beside a strength."""
        return _("%(said)s said it. %(wrote)s wrote something, %(answered)s answered.") % {
            "said": self.said.get((theme, role), 0),
            "wrote": self.wrote.get(role, 0),
            "answered": self.answered.get(role, 0),
        }


def support_of(consultation: Consultation) -> Support:
    """What the strengths of all themes of a consultation rest on. A few statements,
    however many themes there are."""
    spoke = Response.objects.spoke_for_themselves()
    responses = spoke.filter(questionnaire__consultation=consultation)
    codings = Coding.objects.filter(theme__consultation=consultation, words__response__in=spoke)
    by_theme = codings.values_list("theme_id", "words__response__role").annotate(
        n=Count("words__response", distinct=True)
    )
    hidden = CouncilSettings.for_site(consultation.council).hide_up_to
    return Support(
        said={(theme, role): n for theme, role, n in by_theme},
        wrote=dict(
            responses.filter(words__isnull=False)
            .values_list("role")
            .annotate(n=Count("pk", distinct=True))
        ),
        answered=dict(responses.values_list("role").annotate(n=Count("pk"))),
        least=max(MIN_GROUP, hidden + 1),
    )
