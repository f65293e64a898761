"""Appending to the accountability log of a council, and keeping its finding aid whole."""

from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consultations.models import CouncilSettings
from governance.log import disclosure
from governance.log.entries import EntryRefused, build, read, schema_digest
from governance.log.merkle import leaf_hash, root
from governance.log.text import normalise, refuse_unsealable
from governance.log.verify import Head
from governance.models import Disclosure, Log, LogEntry, LogPlace

UNREADABLE = "unreadable"  # the type of an entry that somebody altered so that none can be read


class ClockWentBack(Exception):
    """The server's clock is behind the last entry. Nothing was written: set the clock right."""


@transaction.atomic
def append(
    *,
    council: Site,
    type: str,
    subject: str,
    public: Mapping[str, object],
    texts: Mapping[str, str] | None = None,
) -> LogEntry:
    """Add one entry to the log of a council, in the caller's transaction.

    `public` holds only what the type allows in the open; every text in `texts` is sealed, and kept
    beside the entry under a salt of its own. The time is that of appending, whoever asks. The first
    entry of a council's log is written before it.

    Raises ClockWentBack; governance.log.entries.EntryRefused for what may not be in the open;
    governance.log.text.Unsealable for a text that shows other than it is.
    """
    log = hold(council)
    if log.size == 0:
        opening = {"rules": "acclog-1", "schema": schema_digest()}
        _write(log, type="log.created", subject="log", public=opening, texts={})
    return _write(log, type=type, subject=subject, public=public, texts=texts or {})


def hold(council: Site) -> Log:
    """The log of a council, made when it is first needed, and nobody else's until we are done.

    Its finding aid is whole afterwards, so what is looked up there is what the entries say.
    """
    settings = CouncilSettings.for_site(council)
    origin = settings.log_origin or f"{council.hostname}/accountability"
    Log.objects.get_or_create(council=council, defaults={"origin": origin})
    log = Log.objects.select_for_update().get(council=council)
    _make_whole(log)
    return log


def hold_every() -> None:
    """Nobody else appends to any log until this transaction ends, so nothing is entered twice."""
    for log in Log.objects.select_for_update().order_by("pk"):
        _make_whole(log)


def _make_whole(log: Log) -> None:
    """A finding aid that lost a place would give a thread two beginnings, for ever."""
    if log.places.count() != log.size:
        rebuild_places(log)


def _write(
    log: Log, *, type: str, subject: str, public: Mapping[str, object], texts: Mapping[str, str]
) -> LogEntry:
    now = timezone.now().astimezone(UTC).replace(microsecond=0)
    if log.last_at and now < log.last_at:
        raise ClockWentBack
    sealed = [_sealed(log, name, text) for name, text in texts.items() if text]
    before = LogPlace.objects.filter(log=log, subject=subject).order_by("index").last()
    leaf = build(
        log=log.origin,
        seq=log.size,
        type=type,
        at=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        subject=subject,
        public=public,
        sealed={one.name: disclosure.digest(one.salt, one.name, one.value) for one in sealed},
        prev=before.index if before else None,
    )
    entry = LogEntry(log=log, index=log.size, leaf=leaf.decode(), leaf_hash=leaf_hash(leaf))
    entry.save(force_insert=True)
    Disclosure.objects.bulk_create(sealed)
    LogPlace.objects.create(log=log, index=log.size, type=type, subject=subject, at=now)
    log.size, log.last_at = log.size + 1, now
    log.save(update_fields=["size", "last_at"])
    return entry


def _sealed(log: Log, name: str, text: str) -> Disclosure:
    value = normalise(text)
    refuse_unsealable(value)
    return Disclosure(log=log, index=log.size, name=name, salt=disclosure.new_salt(), value=value)


def head(log: Log) -> Head:
    """How many entries a log has, and the root of its tree: the two numbers worth noting down."""
    hashes = log.entries.order_by("index").values_list("leaf_hash", flat=True)
    leaves = [bytes(one) for one in hashes]
    return Head(len(leaves), root(leaves))


@transaction.atomic
def rebuild_places(log: Log) -> int:
    """Make the finding aid anew from the entries, and say how many it has."""
    log.places.all().delete()
    places = places_from_entries(log)
    LogPlace.objects.bulk_create(places)
    return len(places)


def places_from_entries(log: Log) -> list[LogPlace]:
    """The finding aid as the entries give it. What cannot be read has a place that says so."""
    places: list[LogPlace] = []
    at = datetime.fromtimestamp(0, UTC)
    for index, leaf in log.entries.exactly().values_list("index", "exact").iterator():
        if not isinstance(index, int):
            continue  # no place can be kept for it
        try:
            entry = read(bytes(leaf))
            type, subject, at = entry.type, entry.subject, datetime.fromisoformat(entry.at)
        except EntryRefused:
            type = subject = UNREADABLE
        places.append(LogPlace(log=log, index=index, type=type, subject=subject, at=at))
    return places
