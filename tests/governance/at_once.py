"""Several people whose acts append to the log at the same moment, each over a connection of
their own. What they write is really written: nothing rolls it back."""

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection
from wagtail.models import Site

from governance import guards
from governance.actions.log import append
from governance.actions.verifying import verify_log
from governance.models import Disclosure, Log, LogEntry, LogPlace

N_PEOPLE, N_EACH = 6, 8


def elsewhere(act: Callable[[], object]) -> object:
    """Do something over another connection, and give what came of it."""
    given: list = []

    def run() -> None:
        try:
            given.append(act())
        except Exception as error:
            given.append(error)
        finally:
            connection.close()

    thread = Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(given[0], Exception):
        raise given[0]
    return given[0]


def append_at_once() -> list[int]:
    """Everyone appends entries as fast as they can; the numbers in the log afterwards, in order.

    Raises AssertionError if the log does not hold.
    """
    council, start = Site.objects.get(is_default_site=True), Barrier(N_PEOPLE)
    people = [Thread(target=_append_some, args=(council, start)) for _ in range(N_PEOPLE)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    report = verify_log(Log.objects.get(council=council))
    assert report.ok, report.problems
    return list(LogEntry.objects.order_by("index").values_list("index", flat=True))


def _append_some(council: Site, start: Barrier) -> None:
    start.wait()
    for _time in range(N_EACH):
        append(
            council=council,
            type="log.note",
            subject="note:1",
            public={"about": "incident"},
            texts={"words": "said at once"},
        )
    connection.close()


def clear() -> None:
    """Take away what was really written."""
    with guards.lifted():
        for model in (LogPlace, Disclosure, LogEntry, Log):
            model.objects.all().delete()
