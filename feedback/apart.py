"""What people said about themselves, made safe to show (see decision 0018).

    [{"asks": "sex", "version": "2021", "role": "child", "voice": "own", "words": {"en-gb": "…"},
      "columns": [{"code": "female", "words": {"en-gb": "Female"}}], "cells": [15, null]}]

Where answers have wider groups, those are counted. Small numbers are hidden as in every table.
The others are rounded to five, and there is no total: how many left such a question out, or how
many spoke in another voice, must not be worked out from the coverage beside it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from consultations.audiences import Role
from consultations.equality import NOT_SAID, Asked, all_sets
from consultations.models import Consultation
from feedback.disclosure import protect, uniform_rows
from feedback.groups import MIN_GROUP, VOICES, whose_answers
from feedback.models.apart import Tally
from feedback.showing_tables import shown_words

ROUND_TO = 5


def rounded(counts: Sequence[int], *, hide_up_to: int) -> list[int | None]:
    """`counts` as they may be shown: nothing where all gave one answer or too few did.

    >>> rounded([23, 13, 2, 4], hide_up_to=5)
    [25, 15, None, None]
    """
    if uniform_rows([counts], min_base=1):
        return [None] * len(counts)
    safe = protect([counts], hide_up_to=hide_up_to, min_base=MIN_GROUP).cells[0]
    return [None if n is None else ROUND_TO * ((n + ROUND_TO // 2) // ROUND_TO) for n in safe]


def safe_tallies(consultation: Consultation, *, hide_up_to: int) -> list[dict]:
    """Every set that somebody answered, by role and voice. One statement."""
    counted: dict = defaultdict(lambda: defaultdict(int))
    tallies = Tally.objects.filter(consultation=consultation, n__gt=0)
    for asks, version, role, voice, answer, n in tallies.values_list(
        "asks", "version", "role", "voice", "answer", "n"
    ):
        counted[asks, version, role, voice][answer] += n
    return [
        {
            "asks": one.code,
            "version": one.version,
            "role": role,
            "voice": voice,
            "words": dict(one.words),
            **_cells(one, counted[one.code, one.version, role, voice], hide_up_to),
        }
        for one in all_sets()
        for role in Role.values
        for voice in VOICES
        if (one.code, one.version, role, voice) in counted
    ]


def _cells(one: Asked, counts: Mapping[str, int], hide_up_to: int) -> dict:
    """The columns of a set with their numbers: wider groups where there are any."""
    wider = {option.code: option.parent or option.code for option in one.options}
    columns = [*(one.parents or one.options)]
    sums: dict[str, int] = defaultdict(int)
    for answer, n in counts.items():
        sums[wider.get(answer, answer)] += n
    codes = [column.code for column in columns] + [NOT_SAID]
    return {
        "columns": [
            *({"code": column.code, "words": dict(column.words)} for column in columns),
            {"code": NOT_SAID, "words": {}},
        ],
        "cells": rounded([sums[code] for code in codes], hide_up_to=hide_up_to),
    }


def shown_apart(document: Mapping) -> list[dict]:
    """What a page shows of it, in the reader's language. Sets without any number are named only."""
    return [
        {
            "asked": shown_words(told["words"]),
            "who": whose_answers(told["role"], told["voice"]),
            "lines": [
                (shown_words(column["words"]) or _("Would rather not say"), cell)
                for column, cell in zip(told["columns"], told["cells"], strict=True)
            ],
            "too_few": not any(told["cells"]),
        }
        for told in document.get("apart", [])
    ]
