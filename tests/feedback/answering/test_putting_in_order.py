"""Putting things in order without JavaScript: a press is a place, and none is made up."""

import re

import pytest

from feedback.models import Draft, Response
from tests import make
from tests.feedback.answering import walk
from tests.sharing import once_a_file

THINGS = [("home", "Home"), ("school", "School"), ("pets", "Pets")]


@once_a_file
def page():
    return make.consultation(make.block("order", "Which first?", options=THINGS, data_name="first"))


@once_a_file
def ids(page):
    return {code: make.option(page, "first", code) for code, _label in THINGS}


@pytest.fixture
def press(visitor, page, ids):
    """Press a button on the page as it stands: `press("in", "home")`."""
    walk.begin(visitor, page)

    def press_button(way: str, code: str, address: str = walk.address(page, 1)):
        placed = _placed(visitor, address)
        move = f"{way}:{ids[code]}"
        return visitor.post(address, {"answer": placed, "answer-move": move}, follow=True)

    return press_button


def _placed(client, address) -> list[str]:
    shown = client.get(address).content.decode()
    return re.findall(r'<input type="hidden" name="answer" value="([^"]+)">', shown)


def _focused(response) -> str:
    return re.search(
        r"<(?:button|h2)[^>]*(?:value|id)=\"([^\"]+)\"[^>]* autofocus", _html(response)
    )[1]


def _html(response) -> str:
    return response.content.decode()


def _order(ids) -> list[str]:
    [draft] = Draft.objects.all()
    codes = {one: code for code, one in ids.items()}
    [answer] = draft.answers.values() or [{}]
    return [codes[one] for one in answer.get("order", [])]


def test_each_press_gives_the_next_place(press, ids):
    press("in", "pets")
    press("in", "home")

    assert _order(ids) == ["pets", "home"]


def test_things_move_up_and_down_and_out(press, ids):
    for code in ("home", "school", "pets"):
        press("in", code)

    press("up", "pets")
    assert _order(ids) == ["home", "pets", "school"]
    press("down", "home")
    assert _order(ids) == ["pets", "home", "school"]
    press("out", "home")
    assert _order(ids) == ["pets", "school"]


def test_the_button_that_was_pressed_has_the_focus_again(press, ids):
    for code in ("home", "school", "pets"):
        came_back = press("in", code)
    assert _focused(came_back) == "id_answer"  # nothing is left to put in
    assert _focused(press("up", "pets")) == f"up:{ids['pets']}"
    assert _focused(press("up", "pets")) == f"down:{ids['pets']}"  # it cannot go further up


def test_the_next_thing_to_choose_has_the_focus(press, ids):
    assert _focused(press("in", "home")) == f"in:{ids['school']}"


def test_the_address_says_nothing_of_what_was_moved(press, ids):
    came_back = press("in", "pets")

    assert came_back.redirect_chain[-1][0].endswith("?at=in")


def test_a_change_from_the_check_page_comes_back_to_it(press, page, ids):
    press("in", "home")
    came_back = press("in", "pets", walk.address(page, 1) + "?from=check")

    assert "from=check" in came_back.redirect_chain[-1][0]
    assert "Save" in walk.text(came_back)


def test_nothing_is_in_order_before_somebody_chose(press, page, visitor):
    shown = walk.text(visitor.get(walk.address(page, 1)))

    assert "Nothing has a place yet." in shown
    assert _placed(visitor, walk.address(page, 1)) == []


def test_the_first_few_are_an_answer(press, page, visitor, ids):
    press("in", "pets")
    walk.answer(visitor, page, 1, [ids["pets"]])
    walk.send(visitor, page)

    rows = Response.objects.get().answers.all()
    assert [(row.option.code, row.number) for row in rows] == [("pets", 1)]


@pytest.mark.parametrize("move", ["up", "up:", "in:no-such-thing", "sideways:home", ":", "at=x"])
def test_a_tampered_move_breaks_nothing(visitor, page, move):
    walk.begin(visitor, page)

    response = visitor.post(walk.address(page, 1), {"answer-move": move})

    assert response.status_code in (302, 422)


@pytest.mark.parametrize("at", ["up-0", "up-99", "in-x", "x", "up-٣"])
def test_a_tampered_address_breaks_nothing(visitor, page, at):
    walk.begin(visitor, page)

    assert visitor.get(walk.address(page, 1), {"at": at}).status_code == 200
