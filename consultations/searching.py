"""Finding things that are written down by the words that people have for them.

The search of the database knows forms of words on PostgreSQL only, and finds nothing until a
worker has indexed it. A register has hundreds of items, so we look into their words themselves.
"""

import re
from functools import reduce
from operator import and_, or_

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

_ENDINGS = ("ings", "ing", "ments", "ment", "ies", "es", "ed", "s", "e", "y")
_SHORTEST = 3  # letters that are left of a word, so that it still means something
_MOST = 8  # words that are looked for
_SMALL_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a an and at between for from how i in is it my of on or the their to was we what why with "
        "you your",
    )
)


def find(items: QuerySet, fields: tuple[str, ...], sought: str) -> tuple[QuerySet, bool]:
    """Those of `items` in which all words of `sought` stand, in any form; and whether they do.

    Where there is none, those in which some of the words stand, most words first. Words are looked
    for in `fields`, by their beginning, less their ending.
    """
    words = re.findall(r"\w+", sought.lower().replace("’", "'"))
    stems = list(dict.fromkeys(stem(word) for word in words if word not in _SMALL_WORDS))[:_MOST]
    if not stems:
        return items.none(), False
    stands = [_in_some_field(fields, one) for one in stems]
    found = items.filter(reduce(and_, stands))
    if found:
        return found, True
    n_words = sum(
        (Case(When(one, then=1), default=0, output_field=IntegerField()) for one in stands),
        Value(0),
    )
    some = items.filter(reduce(or_, stands)).annotate(n_words=n_words)
    return some.order_by("-n_words", "title"), False


def stem(word: str) -> str:
    """The beginning that the forms of a word share, roughly: moves, moved and moving are "mov"."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word.removesuffix(ending)
    return word


def _in_some_field(fields: tuple[str, ...], beginning: str) -> Q:
    """Rows in which a word with this beginning stands in one of `fields`."""
    tests = [{f"{name}__istartswith": beginning} for name in fields]
    for before in (" ", "“", "(", "-", "\n"):
        tests += [{f"{name}__icontains": f"{before}{beginning}"} for name in fields]
    return reduce(or_, (Q(**test) for test in tests))
