"""Has everything been checked before a child is asked? (requirements B6, B15)"""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from consultations.gate.facts import Facts
from consultations.gate.lines import Line, hard, soft
from consultations.text import n_letters

LEAST_EVIDENCE = 20  # letters: a sentence, and not a tick
LUNDY: dict[str, str | Promise] = {
    "space": gettext_lazy("Write how people get a safe space to say what they think."),
    "voice": gettext_lazy("Write how they are helped to say it, also without words."),
    "audience": gettext_lazy("Write who listens, and how it reaches them."),
    "influence": gettext_lazy("Write how it is taken seriously, and how people hear back."),
}


def checklist_is_kept(facts: Facts) -> Iterator[Line]:
    """Space, voice, audience, influence: each with evidence in words (L. Lundy, 2007)."""
    for name, sentence in LUNDY.items():
        if n_letters(facts.checklist.get(name, "").strip()) < LEAST_EVIDENCE:
            yield hard(name, sentence, name)


def risks_are_checked(facts: Facts) -> Iterator[Line]:
    """Whoever asks children has an approved DPIA and an approved plan to keep them safe."""
    if not _are(facts, "dpia", "approved"):
        yield hard("dpia", _("The data protection impact assessment is not approved."), "checks")
    if not _are(facts, "safeguarding", "approved"):
        yield hard("safeguarding", _("The safeguarding plan is not approved."), "checks")
    if not _are(facts, "eqia", "approved", "not_needed"):
        yield soft("eqia", _("The equality impact assessment is not approved."), "checks")
    if not _are(facts, "ethics", "approved", "not_needed"):
        yield soft(
            "ethics",
            _("The ethics review is not approved. If none is needed, write that down."),
            "checks",
        )


def _are(facts: Facts, kind: str, *statuses: str) -> bool:
    """Whether there is a check of this kind, and all of them are as they should be."""
    found = [check.status for check in facts.checks if check.kind == kind]
    return bool(found) and all(status in statuses for status in found)
