"""What was coded goes along when a safe text is replaced by a better one."""

from typing import cast

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
    old, first = cast(TextVersion, coding.text_version), cast(int, coding.start)
    passage = old.text[first : coding.end]
    start = place_of(passage, first, to.text)
    place = (coding.theme_id, coding.coder_id, start, len(passage))
    if start is None or place in taken:
        coding.look_again = True
    else:
        taken.add(place)
        coding.look_again, coding.text_version = False, to
        coding.start, coding.end = start, start + len(passage)
    coding.save(update_fields=["text_version", "start", "end", "look_again"])
