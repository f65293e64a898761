"""Appending to the accountability log of a council, and walking it."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import transaction
from django.db.models import BinaryField, Func
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Site

from consultations.models import CouncilSettings
from governance.log import disclosure, verify
from governance.log.entries import build, read, schema_digest
from governance.log.merkle import leaf_hash, root
from governance.log.text import normalise, refuse_unsealable
from governance.models import Disclosure, Log, LogEntry, LogPlace


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
    log = _locked(council)
    if log.size == 0:
        opening = {"rules": "acclog-1", "schema": schema_digest()}
        _write(log, type="log.created", subject="log", public=opening, texts={})
    return _write(log, type=type, subject=subject, public=public, texts=texts or {})


def _locked(council: Site) -> Log:
    """The log of a council, made when it is first needed, and nobody else's until we are done."""
    settings = CouncilSettings.for_site(council)
    origin = settings.log_origin or f"{council.hostname}/accountability"
    Log.objects.get_or_create(council=council, defaults={"origin": origin})
    return Log.objects.select_for_update().get(council=council)


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


def head(log: Log) -> verify.Head:
    """How many entries a log has, and the root of its tree: the two numbers worth noting down."""
    hashes = log.entries.order_by("index").values_list("leaf_hash", flat=True)
    leaves = [bytes(one) for one in hashes]
    return verify.Head(len(leaves), root(leaves))


def verify_log(log: Log, *, noted: verify.Head | None = None) -> verify.Report:
    """Walk the whole log: hash everything again, and hold it against a head noted earlier."""
    shown = {
        (one.index, one.name): verify.Disclosed(one.salt, one.value)
        for one in log.disclosures.all()
    }
    return verify.check(log.origin, _stored(log), shown, size=log.size, head=noted)


def _stored(log: Log) -> Iterator[verify.Stored]:
    entries = log.entries.order_by("index").annotate(
        exact=ExactBytes("leaf"), hashed=Cast("leaf_hash", BinaryField())
    )
    for index, leaf, hashed in entries.values_list("index", "exact", "hashed").iterator():
        yield verify.Stored(index, bytes(leaf), bytes(hashed))


class ExactBytes(Func):
    """The bytes of a text as the database holds them, also when somebody made them unreadable."""

    function = "convert_to"
    template = "%(function)s(%(expressions)s, 'UTF8')"
    output_field = BinaryField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple:
        return self.as_sql(
            compiler, connection, template="CAST(%(expressions)s AS BLOB)", **context
        )


@transaction.atomic
def rebuild_places(log: Log) -> int:
    """Make the finding aid anew from the entries, and say how many it has."""
    log.places.all().delete()
    entries = (read(stored.leaf) for stored in _stored(log))
    places = [
        LogPlace(
            log=log,
            index=entry.seq,
            type=entry.type,
            subject=entry.subject,
            at=datetime.fromisoformat(entry.at),
        )
        for entry in entries
    ]
    LogPlace.objects.bulk_create(places)
    return len(places)
