"""Who is asked, who might be missed, and who has tried it? (requirements B7, B14, B17, B18)"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.audiences import Band, Role, is_asked
from consultations.gate.facts import Facts
from consultations.gate.lines import Line, hard, note, soft

YOUNG = (Band.UNDER_6, Band.SIX)


def everyone_is_asked(facts: Facts) -> Iterator[Line]:
    """Also those who work with children, and those who choose the boxes."""
    if len(facts.roles) == 1:
        yield soft(
            "one-role",
            _("Only “%s” is asked. Those who fill in the boxes and choose them have views too.")
            % Role(facts.roles[0]).label,
            "who",
        )


def nobody_is_missed(facts: Facts) -> Iterator[Line]:
    """Each group that it affects is named, with a way to reach it."""
    if not facts.groups:
        yield hard(
            "groups", _("Name the groups that it affects, and how each is reached."), "expected"
        )
        return
    for group in facts.groups:
        if not group.reach.strip():
            yield hard("reach", _("Say how you reach “%s”.") % group.label, "expected")
    if not any(group.might_be_missed for group in facts.groups):
        yield soft(
            "missed",
            _(
                "Tick the groups that might be missed: disabled children, the very young, families "
                "who speak another language."
            ),
            "expected",
        )


def somebody_tried_it(facts: Facts) -> Iterator[Line]:
    """The questions were tried out with some of those who will answer them."""
    if not facts.n_tried_out:
        yield soft(
            "tried-out",
            _("Nobody has tried it out. Try it with a few children, and write what changed."),
            "tried_out",
        )


def nobody_is_worn_out(facts: Facts) -> Iterator[Line]:
    """Nobody is asked too much."""
    for role in facts.roles:
        for band in facts.bands if role == Role.CHILD else ("",):
            n = sum(is_asked(one.roles, one.bands, role, band) for one in facts.questions)
            limits = facts.limits
            most = limits.most_questions_young if band in YOUNG else limits.most_questions
            if n > most:
                who = f"{Role(role).label} {Band(band).label}" if band else Role(role).label
                sentence = ngettext(
                    "“%(who)s” is asked %(n)s question. More than %(most)s tire people.",
                    "“%(who)s” is asked %(n)s questions. More than %(most)s tire people.",
                    n,
                )
                facts_told = {"who": who, "n": n, "most": most}
                yield note(f"many:{band or role}", sentence % facts_told, "questions")


def questions_can_be_frozen(facts: Facts) -> Iterator[Line]:
    """Every age and role that it is open to has a whole set of questions, each about an item."""
    for sentence in facts.unfrozen:
        yield hard("questions", sentence, "questions")
