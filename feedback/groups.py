"""The groups that people are counted in: never across roles, never across kinds of voice."""

from consultations.audiences import Band, Voice, is_own_voice

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
