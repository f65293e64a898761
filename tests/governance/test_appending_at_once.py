"""Several people append at once: no gap, no entry twice, and a log that holds."""

import pytest
from django.db import OperationalError, connection, transaction

from governance.actions import recording
from governance.models import Log
from tests import make
from tests.governance import at_once

ALL = list(range(at_once.N_PEOPLE * at_once.N_EACH + 1))
on_postgresql = pytest.mark.only_on("postgresql")  # SQLite lets one person write at a time


@pytest.fixture
def cleared():
    """Takes away afterwards what other connections wrote."""
    yield
    at_once.elsewhere(at_once.clear)


@pytest.mark.only_on("sqlite")
def test_nobody_leaves_a_gap_on_sqlite(on_a_file):
    program = "from tests.governance.at_once import append_at_once\nprint(append_at_once())"

    assert on_a_file(program).strip() == str(ALL)


@on_postgresql
def test_nobody_leaves_a_gap_on_postgresql(cleared):
    assert at_once.elsewhere(at_once.append_at_once) == ALL


@on_postgresql
@pytest.mark.parametrize(
    "record",
    [
        lambda: recording.record_closings(today=make.today()),
        lambda: recording.record_missed_promises(today=make.today()),
    ],
    ids=["closings", "missed promises"],
)
def test_whoever_enters_what_time_brought_waits_for_others_who_append(cleared, record):
    at_once.elsewhere(lambda: Log.objects.create(council=make.council(), origin="a.example"))

    def while_another_appends() -> None:
        with transaction.atomic():
            Log.objects.select_for_update().get()
            at_once.elsewhere(impatiently)

    def impatiently() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
        record()

    with pytest.raises(OperationalError, match="lock timeout"):
        at_once.elsewhere(while_another_appends)
