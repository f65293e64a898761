"""On the page to check, and nowhere else, a writer sees what could name somebody."""

from feedback.models import Draft, Words
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

SPOTTED = "It looks like you wrote a name, a number or an address here:"


@once_a_file
def page():
    return make.consultation()


def test_a_name_is_pointed_out_softly(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "Ask my social worker Priya")

    shown = walk.text(visitor.get(walk.address(page, "check")))

    assert f"{SPOTTED} Priya . You can take it out. You can also leave it." in shown


def test_it_can_be_left_and_is_sent_as_written(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "Ask my social worker Priya")

    walk.send(visitor, page)

    assert Words.objects.get().text == "Ask my social worker Priya"


def test_nothing_is_said_where_nothing_is_spotted_or_it_was_skipped(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "I may go")
    assert SPOTTED not in walk.text(visitor.get(walk.address(page, "check")))

    walk.answer(visitor, page, 2, "Ask my social worker Priya", go="skip")

    assert SPOTTED not in walk.text(visitor.get(walk.address(page, "check")))


def test_it_is_said_on_no_other_page_and_kept_nowhere(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "Ask my social worker Priya")
    visitor.get(walk.address(page, "check"))

    for step in (1, 2, "stop"):
        assert SPOTTED not in walk.text(visitor.get(walk.address(page, step)))
    [kept] = Draft.objects.get().answers.values()
    assert set(kept) == {"text", "may_show"}


def test_what_is_spotted_is_shown_as_text(visitor, page):
    walk.begin(visitor, page)
    walk.answer(visitor, page, 2, "my friend Jo<b>, <script>@evil_one</script>")

    shown = visitor.get(walk.address(page, "check")).content.decode()

    assert "<script>@" not in shown
