"""Walking the log of a council: its entries, its finding aid, and what they say was frozen."""

from collections.abc import Iterator
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from consultations.actions.questionnaires import fingerprint
from consultations.models import Questionnaire
from feedback.models import FindingsEdition
from governance.actions.log import places_from_entries
from governance.log import verify
from governance.log.entries import Entry, EntryRefused, read
from governance.models import Log

MEND = "manage.py verify_log --mend makes the finding aid anew from the entries"


def verify_log(log: Log, *, noted: verify.Head | None = None) -> verify.Report:
    """Walk the whole log: hash everything again, and hold it against a head noted earlier.

    What the log says was frozen must still be there, and the finding aid must be as the entries
    give it.
    """
    shown = {
        (one.index, one.name): verify.Disclosed(one.salt, one.value)
        for one in log.disclosures.all()
    }
    report = verify.check(log.origin, _stored(log), shown, size=log.size, head=noted)
    more = (*_not_as_frozen(log), *_misplaced(log))
    return replace(report, problems=(*report.problems, *more))


def _misplaced(log: Log) -> Iterator[str]:
    """Where the finding aid says something else than the entries. It proves nothing, but what is
    looked up in it would be wrong."""
    right = {(one.index, one.type, one.subject, one.at) for one in places_from_entries(log)}
    found = set(log.places.values_list("index", "type", "subject", "at"))
    if wrong := sorted({index for index, *_facts in right ^ found}):
        numbers = ", ".join(str(index) for index in wrong[:10]) + (" …" if wrong[10:] else "")
        yield f"The finding aid is not as the entries give it (entry {numbers}). {MEND}."


def _not_as_frozen(log: Log) -> Iterator[str]:
    """Entries whose questionnaire or tables are gone, or are no longer what was entered."""
    for index, entry in _readable(log):
        about = entry.public.get("consultation", "")
        if entry.type == "consultation.opened":
            what = "questionnaire"
            kept = _fingerprints(Questionnaire.objects.all(), entry, consultation=about)
        elif entry.type in ("findings.published", "findings.corrected"):
            what, of = "tables", "page__consultation_page__translation_key"
            kept = _fingerprints(FindingsEdition.objects.all(), entry, **{of: about})
        else:
            continue
        edition = f"{what} of edition {entry.public['edition']}"
        if not kept:
            yield f"Entry {index}: the {edition} cannot be found."
        elif entry.public[what] not in kept:
            yield f"Entry {index}: what is kept as the {edition} is not what was frozen."


def _fingerprints(kept: QuerySet, entry: Entry, **of: str) -> list[str]:
    """The fingerprints of what is kept as the edition that an entry names, made anew."""
    try:
        found = list(kept.filter(number=entry.public["edition"], **of))
    except ValidationError:  # an id that never was one
        return []
    return [fingerprint(one.document) for one in found]


def _readable(log: Log) -> Iterator[tuple[object, Entry]]:
    """Every entry that can be read; the walk names the others."""
    for stored in _stored(log):
        try:
            yield stored.index, read(stored.leaf)
        except EntryRefused:
            continue


def _stored(log: Log) -> Iterator[verify.Stored]:
    names = ("index", "exact", "hashed", "well_kept")
    for index, leaf, hashed, well_kept in log.entries.exactly().values_list(*names).iterator():
        yield verify.Stored(index, bytes(leaf), bytes(hashed), bool(well_kept))
