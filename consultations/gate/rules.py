"""Every rule of the gate, in the order in which an officer reads it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from consultations.gate import checks, cover, minds, people, time, words
from consultations.gate.facts import Facts
from consultations.gate.lines import Level, Line, Section

Rule = Callable[[Facts], Iterator[Line]]
RULES: tuple[tuple[str | Promise, Rule], ...] = (
    (_("Nothing is decided yet"), minds.nothing_is_decided),
    (_("People hear of every option"), minds.options_are_told),
    (_("People have a real say"), minds.say_is_real),
    (_("There is enough time"), time.there_is_time),
    (_("Somebody with power listens"), time.somebody_listens),
    (_("Every side is asked"), people.everyone_is_asked),
    (_("Nobody is missed"), people.nobody_is_missed),
    (_("Everyone has questions for them"), people.questions_can_be_frozen),
    (_("Nobody is asked too much"), people.nobody_is_worn_out),
    (_("The words are plain"), words.words_are_plain),
    (_("Easy Read is short"), words.easy_read_is_short),
    (_("It was tried out first"), people.somebody_tried_it),
    (_("Space, voice, audience, influence"), checks.checklist_is_kept),
    (_("Risks are checked"), checks.risks_are_checked),
    (_("Somebody reads on every working day"), cover.somebody_reads),
)


def sections_of(facts: Facts) -> list[Section]:
    """What the gate asks, with what is missing for each. A reason that was given goes with it."""
    return [
        Section(str(heading), [_with_reason(line, facts) for line in rule(facts)])
        for heading, rule in RULES
    ]


def _with_reason(line: Line, facts: Facts) -> Line:
    if line.level is not Level.SOFT:
        return line
    return replace(line, reason=facts.reasons.get(line.code, ""))
