"""What was coded goes along when a safe text is replaced by a better one."""

from feedback.carrying import place_of
from feedback.models import Coding, TextVersion


def carry_codings(*, to: TextVersion) -> None:
    """Put what was coded in older versions of a text on a newer one. A passage that does not read
    the same any more stays where it was, to be looked at again: its old words are shown to nobody,
    for they may be what was taken out."""
    older = Coding.objects.filter(
        text_version__words=to.words_id,
        text_version__kind=to.kind,
        text_version__language=to.language,
    ).exclude(text_version=to)
    older.whole().update(text_version=to)
    taken: set[tuple] = set()
    for coding in older.passages().select_related("text_version").order_by("pk"):
        _carry(coding, to, taken)


def _carry(coding: Coding, to: TextVersion, taken: set[tuple]) -> None:
    passage = coding.text_version.text[coding.start : coding.end]
    start = place_of(passage, coding.start, to.text)
    place = (coding.theme_id, coding.coder_id, start, len(passage))
    coding.look_again = start is None or place in taken
    if not coding.look_again:
        taken.add(place)
        coding.text_version = to
        coding.start, coding.end = start, start + len(passage)
    coding.save(update_fields=["text_version", "start", "end", "look_again"])
