"""Are minds open? (requirements B1, B2, B5)"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from consultations.gate.facts import Facts
from consultations.gate.lines import Line, hard, soft
from consultations.hart import LOWEST_THAT_IS_A_SAY


def nothing_is_decided(facts: Facts) -> Iterator[Line]:
    """People are asked before it is decided, about something that can change."""
    if not facts.n_items:
        yield hard("items", _("Choose at least one item that it is about."), "about")
    if not facts.can_change.strip():
        yield hard("can-change", _("Say what can change."), "can_change")
    if not facts.cannot_change.strip():
        yield hard("cannot-change", _("Say what cannot change, and why."), "cannot_change")
    if facts.decided_on:
        yield hard(
            "decided",
            _("A decision that rests on it was published. Ask about what is still open, anew."),
            "decided",
        )
    elif not facts.undecided_on:
        yield hard(
            "undecided",
            _("Nobody has said yet that no decision has been taken. Ask whoever decides."),
            "undecided",
        )


def options_are_told(facts: Facts) -> Iterator[Line]:
    """People hear of every option that was looked at, also of those that the council likes less."""
    if not facts.options:
        yield hard(
            "no-option",
            _("Write down what could be done: at least two options, each with its reasons."),
            "considered",
        )
    elif len(facts.options) == 1:
        yield soft("one-option", _("There is only one option. Add another."), "considered")
    for option in facts.options:
        if not option.text.strip() or not option.reasons.strip():
            name = option.text.strip() or _("an option without words")
            yield hard("reasons", _("Give the reasons for “%s”.") % name, "considered")


def say_is_real(facts: Facts) -> Iterator[Line]:
    """Nobody is asked for show."""
    if facts.rung is None:
        yield hard("rung", _("Choose what kind of say people have."), "rung")
    elif facts.rung < LOWEST_THAT_IS_A_SAY:
        yield hard(
            "low-rung",
            _(
                "On this rung people have no say, so it does not open. Change what can come of it, "
                "or do not ask."
            ),
            "rung",
        )
