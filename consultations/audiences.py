"""Who is asked, how old they are, and whose words an answer holds."""

from collections.abc import Collection, Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """Which side of the record a person stands on. Roles are never added together."""

    CHILD = "child", _("Child or young person")
    PARENT = "parent", _("Parent or carer")
    PRACTITIONER = "practitioner", _("Practitioner")
    CHOOSER = "chooser", _("One who chooses the boxes")
    NOT_SAID = "not_said", _("Would rather not say")


class Band(models.TextChoices):
    """The age bands of the Children's Code, youngest first, and 18 to 25 for care leavers."""

    UNDER_6 = "0-5", _("0 to 5")
    SIX = "6-9", _("6 to 9")
    TEN = "10-12", _("10 to 12")
    THIRTEEN = "13-15", _("13 to 15")
    SIXTEEN = "16-17", _("16 to 17")
    EIGHTEEN = "18-25", _("18 to 25")


class Voice(models.TextChoices):
    """Whose words these are. Shown wherever the answer is used (requirements A5)."""

    ME = "me", _("Me")
    WITH_HELP = "with_help", _("Me, with help")
    EXACT_WORDS = "exact_words", _("A child's exact words, written down by somebody else")
    ADULT_VIEW = "adult_view", _("An adult's view of what a child feels")
    NOTICED = "noticed", _("What somebody noticed; the child does not use words")
    NOT_SAID = "not_said", _("Would rather not say")


ASKED_ROLES = (Role.CHILD, Role.PARENT, Role.PRACTITIONER, Role.CHOOSER)
OWN_VOICES = (Voice.ME, Voice.WITH_HELP)
HELPED_VOICES = (Voice.WITH_HELP, Voice.EXACT_WORDS)  # the child's words, with an adult beside them
ADULT_VOICES = (Voice.ADULT_VIEW, Voice.NOTICED)  # an adult's words about a child


def is_own_voice(voice: str) -> bool:
    """Whether a person speaks for themselves, alone or with help."""
    return voice in OWN_VOICES


def youngest(bands: Iterable[str]) -> str:
    """The youngest of `bands`, or "" when there is none: the safest version to show."""
    open_to = set(bands)
    return next((band for band in Band.values if band in open_to), "")


def wording_for(wordings: dict[str, str], standard: str, band: str) -> str:
    """The words to ask a question in: this band's own, else a younger band's, else the standard.

    `wordings` maps a band to its words. Never an older band's words: a child is not handed a text
    that was written for somebody older (requirements B8).
    """
    if band in Band.values:
        for candidate in reversed(Band.values[: Band.values.index(band) + 1]):
            if wordings.get(candidate):
                return wordings[candidate]
    return standard


def is_asked(roles: Collection[str], bands: Collection[str], role: str, band: str) -> bool:
    """Whether a question for these `roles` and `bands` is asked of this person.

    No roles means every role, no bands every band. Bands count only for children and for people
    who would rather not say who they are: those see what the youngest children see.
    """
    if role == Role.NOT_SAID:
        role = Role.CHILD
    if roles and role not in roles:
        return False
    return role != Role.CHILD or not bands or band in bands
