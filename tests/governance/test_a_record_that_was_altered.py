"""One entry that somebody made unreadable hides no others: the public pages still answer."""

import pytest

from governance.actions.promises import keep_promise
from governance.models import LogEntry
from tests import make
from tests.governance import record, screens


@pytest.fixture(params=["decision.recorded", "decision.corrected", "promise.kept"])
def spoiled(request):
    """A decision, and the number of an entry about it that cannot be read any more."""
    promise = make.promise()
    page, today = promise.page, make.today()
    page.summary, page.change_note = "Mended.", "A mistake."
    page.save_revision().publish()
    by = make.staff("decision_maker")
    keep_promise(promise=promise, by=by, evidence="In use.", kept_on=today, today=today)
    index = record.last(request.param)["seq"]
    with record.unguarded():
        LogEntry.objects.filter(index=index).update(leaf="{}")
    return page, index


@pytest.mark.parametrize("address", ["", "?promises=late", "log/", "promises/", "log/entries/"])
def test_lists_and_tables_still_answer(visitor, spoiled, address):
    assert visitor.get(f"/what-changed/{address}").status_code == 200


def test_the_page_of_the_decision_still_answers(visitor, spoiled):
    assert visitor.get(spoiled[0].url).status_code == 200


def test_its_own_page_says_that_it_cannot_be_read(visitor, spoiled):
    response = visitor.get(f"/what-changed/log/{spoiled[1]}/")

    assert "Somebody changed this entry, and it cannot be read any more." in screens.words(response)
    assert screens.soup(response).select_one("code.bytes").get_text() == "{}"
