"""Telling an officer how hard a text is to read, and which words are of the trade."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Site

from consultations.gate.facts import Limits
from consultations.gate.gathering import limits_of, public_texts
from consultations.models import ConsultationPage, PlainWord
from consultations.readability import jargon_in, read

GROWN_UP = 18  # above this the formula says only that it is too hard


def plain_words(council: Site | None) -> dict[str, str]:
    """The council's list: what to say instead, by term."""
    return dict(PlainWord.objects.filter(council=council).values_list("term", "plain"))


def tell_all(texts: list[str], council: Site | None) -> list[dict]:
    """The figures of each text, in their order."""
    words, limits = plain_words(council), limits_of(council)
    return [_told(text, words, limits) for text in texts]


def tell_page(page: ConsultationPage, council: Site | None) -> list[dict]:
    """The figures of every public text of a page that has words, with what officers call it."""
    texts = [one for one in public_texts(page) if one.text.strip()]
    told = tell_all([one.text for one in texts], council)
    return [{"label": one.label, **figures} for one, figures in zip(texts, told, strict=True)]


def _told(text: str, words: Mapping[str, str], limits: Limits) -> dict[str, Any]:
    """{"n_words", "longest", "age", "hard", "jargon", "sentence"} of a text."""
    reading = read(text)
    age = None if reading.age is None else min(round(reading.age), GROWN_UP)
    return {
        "n_words": reading.n_words,
        "longest": reading.longest,
        "age": age,
        "hard": not reading.is_plain(limits.oldest, limits.longest_sentence),
        "jargon": [{"term": term, "plain": plain} for term, plain in jargon_in(text, words)],
        "sentence": ""
        if age is None
        else _("Words: %(words)s. Longest sentence: %(longest)s. Reading age: about %(age)s.")
        % {"words": reading.n_words, "longest": reading.longest, "age": age},
    }
