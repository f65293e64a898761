"""What stands in an entry of the record, for people: in plain words, in the order of the story.

Ids and hashes say nothing to a person. They are left to the exact bytes, which stand below.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from consultations.gate.public import public_words
from consultations.hart import in_plain_words
from consultations.models import Standing
from consultations.terms import Basis, CanChange, Kind, Obtained, Origin, Purpose, Whom
from governance.models.decision import Outcome, Use

TYPES: Mapping[str, Any] = {
    "log.created": _("The record was begun"),
    "consultation.opened": _("A consultation was published"),
    "consultation.closed": _("A consultation closed"),
    "findings.published": _("What people said was published"),
    "findings.corrected": _("What people said was corrected"),
    "decision.recorded": _("A decision was published"),
    "decision.corrected": _("A decision was corrected"),
    "promise.kept": _("A promise was kept"),
    "promise.missed": _("A promise was not kept by its date"),
    "item.changed": _("Something that we write down was added or changed"),
    "publication.withdrawn": _("Something was taken out of sight"),
    "publication.restored": _("Something was put back in sight"),
    "unreadable": _("Somebody changed this entry, and it cannot be read any more"),
}

_STATES: Mapping[str, Any] = {
    "kept": _("Kept"),
    "kept_late": _("Kept late"),
    "late": _("Past its date"),
    "due": _("Still to come"),
}

# What a fact is called, in the order in which facts are read.
NAMES: Mapping[str, Any] = {
    "title": _("Title"),
    "plain-name": _("In plain words"),
    "correction-reason": _("Why it was changed"),
    "reference": _("Reference"),
    "promise": _("The promise"),
    "due_on": _("Due"),
    "kept_on": _("Kept on"),
    "evidence": _("What shows it"),
    "outcome": _("Outcome"),
    "summary": _("In short"),
    "why": _("Why we ask"),
    "can-change": _("What can change"),
    "cannot-change": _("What cannot change, and why"),
    "decider": _("Who decides"),
    "say": _("What kind of say people have"),
    "undecided-on": _("Nothing was decided on"),
    "read-by": _("Read by whoever decides by"),
    "options": _("What could happen"),
    "reaching": _("How people are reached"),
    "tried-out": _("Tried out with"),
    "without": _("What it did without"),
    "opens_on": _("Opens"),
    "closes_on": _("Last day"),
    "closed_on": _("Last day"),
    "findings_by": _("What people said is published by"),
    "decision_by": _("The decision is published by"),
    "edition": _("Edition"),
    "decided-by": _("Decided by"),
    "decided_on": _("Decided on"),
    "decision": _("What was decided"),
    "reasons": _("Why"),
    "changes": _("What it changes"),
    "influences": _("How each theme was used"),
    "alternatives": _("What else was thought about"),
    "instead": _("What is done instead"),
    "promises": _("Promises"),
    "how-to-disagree": _("How to disagree"),
    "in_force_on": _("In force from"),
    "review_on": _("To be looked at again by"),
    "themes": _("Themes"),
    "said-once": _("Said once"),
    "missing": _("Who we did not hear from"),
    "how-read": _("How we read it"),
    "code": _("Code"),
    "kind": _("Kind"),
    "what-it-records": _("What we write down"),
    "about_whom": _("Who it is about"),
    "how_obtained": _("How we get it"),
    "special-category": _("Special category"),
    "known-gaps": _("What it does not tell anyone"),
    "stands-in-for": _("What it is taken to mean"),
    "chosen-by": _("Who decided to write it down"),
    "chosen-when": _("When"),
    "why-chosen": _("Why"),
    "purposes": _("What it is for"),
    "purpose-note": _("More about what it is for"),
    "can_change": _("Can the council change it?"),
    "origin": _("Where it comes from"),
    "lawful_basis": _("Lawful basis"),
    "law": _("The law"),
    "who-can-see": _("Who can see it"),
    "shared-with": _("Who it is shared with"),
    "kept-for": _("How long it is kept"),
    "kept-because": _("Why so long"),
    "systems": _("Where it is kept"),
    "returns": _("In returns"),
    "checked-against": _("Checked against"),
    "how-to-challenge": _("How to question it"),
    "fields": _("What differs from the entry before"),
    "rules": _("Rules of the record"),
}
_PARTS: Mapping[str, Any] = {
    "item": _("About"),
    "before": _("Before"),
    "after": _("After"),
    "from": _("Heading for after"),
    "theme": _("Theme"),
    "use": _("Used"),
    "why": _("Why"),
    "option": _("Option"),
    "why not": _("Why not"),
    "promise": _("Promise"),
    "who": _("Who"),
    "by": _("By"),
    "summary": _("In short"),
    "return": _("Return"),
    "table": _("Table"),
    "tag": _("Tag"),
    "number": _("Number"),
    "codes": _("Codes"),
    "said by": _("Said by"),
    "seen differently by": _("Seen differently by"),
    "signed on": _("Signed on"),
    "standing": _("Where it stands"),
    "reasons": _("Reasons"),
    "group": _("Group"),
    "reached": _("How we reach them"),
    "might be missed": _("We might miss them"),
    "with": _("With"),
    "on": _("On"),
    "changed": _("What changed"),
    "without": _("Without"),
}
# Sealed as JSON.
_LISTS = (
    "changes",
    "influences",
    "alternatives",
    "promises",
    "themes",
    "returns",
    "options",
    "reaching",
    "tried-out",
    "without",
)
# In the open, these hold ids.
_IDS = ("consultation", "decision", "findings", "item", "items", "promise", "promises", "themes")


def entry_words(type: str) -> str:
    """What an entry of this type says happened."""
    return str(TYPES.get(type, type))


def state_words(state: str) -> str:
    """Where a promise stands, from the code of its state."""
    return str(_STATES[state])


def fact_name(name: str) -> str:
    """What a fact or a sealed text is called."""
    return str(NAMES.get(name, name))


def field_names(fields: Iterable[str]) -> list[str]:
    """What facts and texts are called that an entry names as different from before."""
    return [str(NAMES.get(one.replace("-", "_")) or NAMES.get(one, one)) for one in fields]


def fact_lines(public: Mapping[str, Any], texts: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """The facts of an entry: (what it is called, lines of text), in the order of the story."""
    told = {name: value for name, value in public.items() if name not in _IDS} | dict(texts)
    order = list(NAMES)
    return [
        (fact_name(name), list(_lines(name, told[name])))
        for name in sorted(told.keys() & NAMES.keys(), key=order.index)
    ]


def _lines(name: str, value: Any) -> Iterable[str]:
    if name == "fields":
        return field_names(value)
    if name in _LISTS:
        return [_part(part) for part in json.loads(value)]
    return [_READ.get(name, str)(value)]


def _part(part: Mapping[str, Any]) -> str:
    """One line of a list, such as a promise, as sentences on one line."""
    known = [(name, label) for name, label in _PARTS.items() if part.get(name)]
    return ". ".join(f"{label}: {_value(name, part[name])}".rstrip(". ") for name, label in known)


def _value(name: str, value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{who} ({how})" for who, how in value.items())
    return _READ_PART.get(name, str)(value)


def _label(terms: Any) -> Callable[[str], str]:
    """The words for a code, which the log writes with hyphens."""
    words = {code.replace("_", "-"): str(label) for code, label in terms.choices}
    return lambda code: words.get(code.replace("_", "-"), code)


def _labels(terms: Any) -> Callable[[list[str]], str]:
    """The words for several codes."""
    one = _label(terms)
    return lambda codes: "; ".join(one(code) for code in codes)


def _day(value: str) -> str:
    return date_format(date.fromisoformat(value), "j F Y")


_READ: Mapping[str, Callable[[Any], str]] = {
    **{name: _day for name in NAMES if name.endswith(("_on", "_by"))},
    "outcome": _label(Outcome),
    "kind": _label(Kind),
    "about_whom": _labels(Whom),
    "how_obtained": _label(Obtained),
    "purposes": _labels(Purpose),
    "lawful_basis": _labels(Basis),
    "origin": _label(Origin),
    "can_change": _label(CanChange),
    "say": lambda rung: in_plain_words(int(rung)),
    "undecided-on": _day,
    "read-by": _day,
}
_READ_PART: Mapping[str, Callable[[Any], str]] = {
    "use": _label(Use),
    "by": _day,
    "signed on": _day,
    "on": _day,
    "standing": _label(Standing),
    "might be missed": lambda yes: str(_("Yes")),
    "without": public_words,
}
