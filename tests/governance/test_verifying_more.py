"""verify_log names entries whose columns were made into something else, and compares what was
frozen, and the finding aid, with what the entries say."""

import pytest

from consultations.models import Questionnaire
from feedback.models import FindingsEdition
from governance.models import Log, LogEntry, LogPlace
from tests import make
from tests.governance import record
from tests.governance.test_verify_log import ALTERED, WELL, verify


def altered() -> str:
    """What the command printed about a log that was altered."""
    code, printed = verify()
    assert code == ALTERED
    assert printed.startswith("PROBLEM. localhost/accountability: ")
    return printed


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("number", ["'two'", "2.5"])
def test_a_number_that_was_made_something_else_names_its_entry(number):
    for _more in range(3):
        record.note()

    with record.unguarded():
        record.sql(f'UPDATE governance_logentry SET "index" = {number} WHERE "index" = 2')  # noqa: S608

    assert "Entry 2: its number is stored as something that is no number." in altered()


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("column", ["leaf = CAST(leaf AS BLOB)", "leaf_hash = CAST(leaf AS TEXT)"])
def test_a_leaf_or_a_hash_of_another_kind_names_its_entry(column):
    record.note()

    with record.unguarded():
        record.sql(f"""UPDATE governance_logentry SET {column} WHERE "index" = 1""")  # noqa: S608

    assert "Entry 1: a part of it is stored as another kind of value" in altered()


@pytest.mark.only_on("sqlite")
@pytest.mark.parametrize("what", ["\"index\" = 'x'", "name = CAST('x' AS BLOB)", "value = x'ff'"])
def test_a_sealed_text_of_another_kind_is_a_problem(what):
    record.note("Words.")
    record.note("More words.")

    with record.unguarded():
        record.sql(f'UPDATE governance_disclosure SET {what} WHERE "index" = 1')  # noqa: S608

    assert "Entry 1: " in altered()


def frozen(kind: str):
    """What was frozen, the number of the entry that says so, and what it is called."""
    if kind == "questionnaire":
        make.consultation()
        return Questionnaire.objects.get(), record.last()["seq"], "questionnaire of edition 1"
    make.findings()
    return FindingsEdition.objects.get(), record.last()["seq"], "tables of edition 1"


@pytest.mark.parametrize("kind", ["questionnaire", "tables"])
def test_what_was_frozen_and_is_otherwise_now_is_named(kind):
    row, index, what = frozen(kind)
    row.document["added"] = "later"
    row.save()

    assert f"Entry {index}: what is kept as the {what} is not what was frozen." in altered()


@pytest.mark.parametrize("kind", ["questionnaire", "tables"])
def test_what_was_frozen_and_is_gone_is_named(kind):
    row, index, what = frozen(kind)
    said = {"what_changed": "All.", "why_changed": "To hide it."} if kind == "tables" else {}
    type(row).objects.filter(pk=row.pk).update(number=7, **said)

    assert f"Entry {index}: the {what} cannot be found." in altered()


def test_every_edition_is_compared_and_not_only_the_last():
    page = make.consultation()
    first = record.last()["seq"]
    page.questions[0].value["text"] = "Do you feel listened to?"
    page.save_revision().publish()
    Questionnaire.objects.filter(number=1).update(document={})

    printed = altered()

    assert (
        f"Entry {first}: what is kept as the questionnaire of edition 1 is not what was frozen."
        in printed
    )
    assert "edition 2" not in printed


def test_corrected_findings_are_compared_too():
    page = make.findings()
    page.missing = "Nobody under ten."
    page.save_revision().publish()
    FindingsEdition.objects.update(document={})

    assert altered().count("the tables of edition 1 is not what was frozen.") == 2


def test_an_id_that_never_was_one_is_named_and_no_error():
    days = dict.fromkeys(("opens_on", "closes_on", "findings_by", "decision_by"), "2026-01-01")
    public = {"consultation": "nr-1", "edition": 1, "questionnaire": "ab" * 32, "items": []}
    record.note(type="consultation.opened", public=public | days)

    assert "Entry 1: the questionnaire of edition 1 cannot be found." in altered()


@pytest.mark.parametrize("harm", ["lost", "falsified", "added"])
def test_a_finding_aid_that_is_wrong_is_named_and_can_be_mended(harm):
    record.note()
    if harm == "lost":
        LogPlace.objects.filter(index=1).delete()
    elif harm == "falsified":
        LogPlace.objects.filter(index=1).update(subject="note:2")
    else:
        log = Log.objects.get()
        LogPlace.objects.create(log=log, index=2, type="log.note", subject="x", at=log.last_at)

    printed = altered()
    code, mended = verify(mend=True)

    assert "The finding aid is not as the entries give it (entry " in printed
    assert "manage.py verify_log --mend" in printed
    assert code == WELL
    assert mended.startswith("The finding aid has 2 places again.\n")


def test_mending_changes_no_entry_and_hides_no_alteration():
    record.note()
    with record.unguarded():
        LogEntry.objects.filter(index=1).update(leaf="{}")
    before = record.leaves()

    code, printed = verify(mend=True)

    assert code == ALTERED
    assert "Entry 1: " in printed
    assert record.leaves() == before
