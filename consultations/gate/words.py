"""Is it plain? (requirements B9)"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consultations.gate.facts import Facts
from consultations.gate.lines import Line, soft
from consultations.readability import read


def words_are_plain(facts: Facts) -> Iterator[Line]:
    """Whatever children, parents or everybody read keeps to our reading age and sentence length."""
    limits = facts.limits
    for text in facts.texts:
        reading = read(text.text)
        if reading.is_plain(limits.oldest, limits.longest_sentence):
            continue
        sentence = _(
            "“%(text)s”: reading age %(age)s, longest sentence %(longest)s words. "
            "Aim for %(oldest)s and %(most)s."
        ) % {
            "text": text.label,
            "age": round(reading.age or 0),
            "longest": reading.longest,
            "oldest": limits.oldest,
            "most": limits.longest_sentence,
        }
        yield soft(f"plain:{text.code}", sentence, text.place)
