"""Words that begin sentences, or stand before others, and so are no part of a name."""

import re

_OFTEN = frozenset(
    re.findall(
        r"\S+",
        """
        a about after again all alone also always am an and another any are around as at back bad be
        because been before being best big both but by came can cos could cross dear did different
        do does down each early end even every everyone everything few find first for from gave get
        go goes going good got great had has have he hello her here hi him his how i i'd i'm i've if
        in inside into is it it's its just know last late later let like live lives local long lots
        main many maybe me more most much must my name near never new next nice no nobody none not
        now of off often oh ok okay old on once one only or other our out outside over own people
        please pretty put really right said same saw say says school schools she should since small
        so some somebody someone something sometimes soon special still stop such sure take tell
        thank thanks that the their them then there they thing think this those three to today told
        tomorrow too two until up upper us used very want wanted was we well went were what when
        where which while who why will with without work would yes yesterday you your
        any car bus man men day way end age sir mum dad nan kid kids boy girl baby care cover
        monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december christmas easter ramadan eid
        children child children's child's foster social family junior infant infants primary
        secondary sixth high lower middle nursery state private public boarding faith
        english welsh polish arabic muslim british year class head free full hate love moved
        """,
    )
)


def is_said_often(word: str) -> bool:
    """Whether a word is an everyday one, with or without a capital.

    >>> is_said_often("The"), is_said_often("Elm")
    (True, False)
    """
    return word.casefold().replace("’", "'") in _OFTEN
