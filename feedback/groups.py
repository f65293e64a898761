"""The groups that people are counted in: never across roles, never across kinds of voice."""

from django.utils.translation import gettext as _

from consultations.audiences import Band, Role, Voice, is_own_voice

MIN_GROUP = 10  # nobody is described by a group of fewer than this (requirements R3, R8)
WIDE_BANDS = {
    Band.UNDER_6: "0-12",
    Band.SIX: "0-12",
    Band.TEN: "0-12",
    Band.THIRTEEN: "13-17",
    Band.SIXTEEN: "13-17",
    Band.EIGHTEEN: "18-25",
}
OWN = "own"  # me, or me with help
TALKED_OVER = "talked_over"  # a child with help who could not say what they wanted
VOICES = (
    OWN,
    Voice.EXACT_WORDS.value,
    TALKED_OVER,
    Voice.ADULT_VIEW.value,
    Voice.NOTICED.value,
    Voice.NOT_SAID.value,
)
Cell = tuple[str, str, str]  # role, one of VOICES, band


def voice_group(voice: str, could_say: str = "") -> str:
    """Which of VOICES somebody is counted with. A child who said that they could not say what they
    wanted is merged with nobody."""
    if could_say == "no":
        return TALKED_OVER
    return OWN if is_own_voice(voice) else voice


def wide_group(role: str, band: str, language: str = "") -> str:
    """The group that somebody is described by in public: "child:13-17", "parent", "parent@pl"."""
    group = f"{role}:{WIDE_BANDS[Band(band)]}" if band else role
    return f"{group}@{language}" if language else group


def whose_answers(role: str, voice: str) -> str:
    """The heading of a table: whose answers it counts."""
    if role == Role.NOT_SAID:
        return _("People who would rather not say who they are")
    if voice == OWN:
        return {
            Role.CHILD: _("Children and young people speaking for themselves"),
            Role.PARENT: _("Parents and carers"),
            Role.PRACTITIONER: _("Practitioners"),
            Role.CHOOSER: _("Those who choose the boxes"),
        }[Role(role)]
    if voice == TALKED_OVER:
        return _("Children who had help and told us that they could not say what they wanted")
    return {
        Voice.EXACT_WORDS: _("Children's exact words, written down by an adult"),
        Voice.ADULT_VIEW: _("What adults think that a child feels"),
        Voice.NOTICED: _("What adults noticed about a child"),
    }.get(Voice(voice), _("Where nobody said whose words they are"))
