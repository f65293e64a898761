"""Words that begin sentences, or stand before others, and so are no part of a name."""

import re

_OFTEN = frozenset(
    re.findall(
        r"\S+",
        """
        a about after again against age all alone also although always am among an and another any
        april arabic are around as at august baby back bad be because been before being best
        between big boarding both boy british bus but by came can car care child child's children
        children's christmas class cos could cover cross dad day dear december did different do
        does down during each early easter eid eight either eleven end english even every everyone
        everything faith family february few find first five for foster four free friday from full
        gave get girl go goes going good got great had half has hate have he head hello her here
        hi high him his how however i i'd i'm i've if in infant infants inside into is it it's its
        january july june junior just kid kids know last late later left let like live lives local
        long lots love lower main man many march may maybe me men middle monday more most moved
        much mum muslim must my name nan near neither never new next nice nine no nobody none not
        november now nursery october of off often oh ok okay old on once one only or other our out
        outside over own people please polish pretty primary private public put ramadan really
        right said same saturday saw say says school schools secondary september seven several she
        should since sir six sixth small so social some somebody someone something sometimes soon
        special state still stop such sunday sure take tell ten thank thanks that the their them
        then there they thing think this those though three thursday to today told tomorrow too
        tuesday twelve two under unless until up upper us used very want wanted was way we
        wednesday well welsh went were what when whenever where wherever whether which while who
        whom whose why will with within without work would year yes yesterday you your
        """,
    )
)


_BEFORE_A_SENTENCE = re.compile(r"(?:^|[.!?…\n:;•*\"“”‘(\[-])\s*$")


def begins_a_sentence(text: str, place: int) -> bool:
    """Whether a capital at a place in a text says nothing, because a sentence begins there."""
    return bool(_BEFORE_A_SENTENCE.search(text[max(place - 5, 0) : place]))


def is_said_often(word: str) -> bool:
    """Whether a word is an everyday one, with or without a capital.

    >>> is_said_often("The"), is_said_often("Elm")
    (True, False)
    """
    return word.casefold().replace("’", "'") in _OFTEN
