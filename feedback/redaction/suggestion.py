"""A part of a text that could point at somebody, and what would stand in its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from feedback.pointing import What


@dataclass(frozen=True)
class Suggestion:
    """Take out the text from `start` up to `end`, and put `replacement` there."""

    start: int
    end: int
    reason: What
    replacement: str


def longest(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Those of `found` that do not overlap, in their order in the text. The longest wins; of two
    that are as long, the one that was found first."""
    kept: list[Suggestion] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if not any(overlaps(one, other) for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def overlaps(one: Suggestion, other: Suggestion) -> bool:
    """Whether two suggestions want the same character."""
    return one.start < other.end and other.start < one.end


def taken_out(text: str, removals: Iterable[Suggestion]) -> str:
    """`text` with something else in the place of each of `removals`, which do not overlap.

    >>> taken_out("ask Priya now", [Suggestion(4, 9, What.NAME, "[name]")])
    'ask [name] now'
    """
    return "".join(part for part, _removal in parts(text, removals, replaced=True))


def parts(
    text: str, removals: Iterable[Suggestion], *, replaced: bool = False
) -> Iterator[tuple[str, Suggestion | None]]:
    """`text` in pieces, each with the suggestion that would take it out, if any.

    With `replaced`, such a piece is what stands in its place.
    """
    done = 0
    for one in sorted(removals, key=lambda one: one.start):
        if one.start > done:
            yield text[done : one.start], None
        yield one.replacement if replaced else text[one.start : one.end], one
        done = one.end
    if done < len(text):
        yield text[done:], None


def merged(found: Iterable[Suggestion]) -> list[Suggestion]:
    """All that `found` takes out, each character once: what overlaps becomes one, with the reason
    and the replacement of the longest."""
    kept: list[Suggestion] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
            continue
        longer = max(kept[-1], one, key=lambda each: each.end - each.start)
        kept[-1] = replace(longer, start=kept[-1].start, end=max(kept[-1].end, one.end))
    return kept
