"""Whose words an answer holds, said while it is given, and what a helper is told (W8)."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.audiences import ADULT_VOICES, HELPED_VOICES, Role, Voice

WHOSE = {
    Voice.WITH_HELP: _("Someone is helping. These are the child's words, not the helper's."),
    Voice.EXACT_WORDS: _("Here we want the child's own words, just as they are said."),
    Voice.ADULT_VIEW: _("This is what an adult thinks. It is not the child's own words."),
    Voice.NOTICED: _("This is what an adult saw and heard. It is not the child's own words."),
}
NO_NAMES = _("Leave out names, addresses and case numbers.")
NO_REFERRAL = _(
    "This is not a referral. If you are worried about a child, do what you always do about that, "
    "and do it now."
)
_BESIDE_A_CHILD = (
    _("Please read the words out loud."),
    _(
        "Write what the child says, in their words. Do not fix it. Do not guess. It is OK to leave "
        "a gap."
    ),
    _("At the end we ask the child if they could say what they wanted. Let them choose."),
)
TOLD: dict[str, tuple[str | Promise, ...]] = {
    Voice.WITH_HELP: _BESIDE_A_CHILD,
    Voice.EXACT_WORDS: (*_BESIDE_A_CHILD, NO_NAMES, NO_REFERRAL),
    Voice.ADULT_VIEW: (
        _("Say what you think this child feels. We show it as an adult's view."),
        _("If the child can tell us, in any way at all, go back and choose their own words."),
        NO_NAMES,
        NO_REFERRAL,
    ),
    Voice.NOTICED: (
        _("Write what you saw and what you heard. Do not say what you think it means."),
        _("We keep it apart from what children say in words."),
        NO_NAMES,
        NO_REFERRAL,
    ),
}


@dataclass(frozen=True)
class OnBehalf:
    """How an answer reached us that staff enter: the way, and the day of the open period for which
    it counts."""

    channel: str
    counts_on: date


def has_helper(role: str, voice: str) -> bool:
    """Whether an adult helps a child, writes for one, or answers about one."""
    return role == Role.CHILD and voice in (*HELPED_VOICES, *ADULT_VOICES)


def is_asked_if_they_could_say(role: str, voice: str) -> bool:
    """Whether a child is asked at the end if they could say what they wanted."""
    return role == Role.CHILD and voice in HELPED_VOICES


def whose_words(role: str, voice: str) -> str | Promise:
    """Whose words these are, for the top of every page; "" where nobody else is there."""
    return WHOSE[Voice(voice)] if has_helper(role, voice) else ""
