"""Is it plain? (requirements B9 and B10)"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consultations.easy_read import too_many_words
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


def easy_read_is_short(facts: Facts) -> Iterator[Line]:
    """No row of Easy Read has more words than one idea needs."""
    for row in facts.easy_rows:
        if breach := too_many_words(row.text):
            sentence = _("Easy Read, “%(text)s”: %(breach)s") % {
                "text": row.label,
                "breach": breach,
            }
            yield soft(f"easy:{row.code}", sentence, row.place)
