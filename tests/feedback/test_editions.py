"""What a new edition may say after the earlier ones. No database in it."""

import copy

import pytest

from feedback.editions import Guard, Standing, Why, compare, differs, document_of
from feedback.showing_editions import old_beside_new

KEEPS, WITHHOLDS = Guard(6, keeps=True), Guard(6, keeps=False)
ROUTE = {"role": "child", "voice": "own"}


def document(*cells, heard=None, question="q", kind="choose_one", total=None, **more):
    """Numbers of one question that children of one age were asked."""
    total = sum(cells) if total is None and None not in cells else total
    columns = [{"words": {"en-gb": str(place)}} for place in range(len(cells))]
    row = {"band": "6-9", "cells": [*cells], "total": total}
    table = {
        "question": question,
        "kind": kind,
        "words": {"en-gb": "Heard?"},
        **ROUTE,
        "columns": columns,
        "rows": [row],
        "column_totals": [],
        "total": total,
        "refused": False,
        "held": [],
    }
    n = total if heard is None else heard
    line = {"role": "child", "voices": {"own": {"6-9": n, "": n}}, "at_least": {}}
    told = {"tables": [table], "coverage": [line], "came_by": [], "apart": [], "attributable": []}
    return told | more


def standing(*documents, kind="tables", guard=KEEPS):
    """What becomes of the one piece of a kind, and why, when the last document follows."""
    *earlier, now = documents
    (one,) = [one for one in compare(earlier, now, guard) if one.kind == kind]
    return one.standing, one.why


@pytest.mark.parametrize(
    ("now", "becomes"),
    [
        ((20, 30), Standing.SAME),
        ((19, 30), Standing.KEPT),
        ((15, 30), Standing.KEPT),
        ((14, 30), Standing.NEW),
        ((25, 30), Standing.KEPT),
        ((26, 30), Standing.NEW),
        ((14, 29), Standing.KEPT),
        ((26, 24), Standing.NEW),
        ((27, 24), Standing.KEPT),  # both change by enough, and all together by one
    ],
)
def test_a_table_is_new_where_every_number_changes_by_nothing_or_by_enough(now, becomes):
    assert standing(document(20, 30), document(*now))[0] is becomes


def test_the_guard_can_be_raised():
    assert standing(document(20, 30), document(13, 30), guard=Guard(8, keeps=True)) == (
        Standing.KEPT,
        Why.LITTLE,
    )
    assert (
        standing(document(20, 30), document(12, 30), guard=Guard(8, keeps=True))[0] is Standing.NEW
    )


@pytest.mark.parametrize(
    ("before", "now"),
    [((None, None, 20), (14, 20, 20)), ((14, 20, 20), (None, None, 40))],
    ids=["before", "now"],
)
def test_a_table_with_a_hidden_number_never_changes(before, now):
    found = standing(document(*before, total=50), document(*now, total=60))

    assert found == (Standing.KEPT, Why.HIDES)


def test_a_change_is_from_every_earlier_edition():
    first, second, third = document(20, 30), document(14, 30), document(20 + 4, 30)

    assert standing(second, third)[0] is Standing.NEW
    assert standing(first, second, third) == (Standing.KEPT, Why.LITTLE)


def test_how_many_did_not_choose_an_answer_changes_by_enough_too():
    several = {"kind": "choose_several"}
    before = document(20, 30, total=40, **several)

    assert standing(before, document(20, 30, total=46, **several))[0] is Standing.NEW
    assert standing(before, document(26, 36, total=46, **several))[0] is Standing.NEW
    assert standing(before, document(27, 36, total=46, **several)) == (Standing.KEPT, Why.LITTLE)


def test_a_few_who_skipped_and_took_it_back_are_not_worked_out():
    before, now = document(20, 30, heard=60), document(20, 24, heard=53)

    assert standing(before, now, kind="coverage")[0] is Standing.NEW
    assert standing(before, now) == (Standing.KEPT, Why.LITTLE), "10 skipped it before, and 9 now"


def test_a_question_asked_only_after_an_answer_keeps_its_numbers():
    guard = Guard(6, keeps=True, hanging={"q"})

    assert standing(document(20, 30), document(10, 20), guard=guard) == (Standing.KEPT, Why.HANGS)


def test_where_nobody_was_counted_before_everything_is_new():
    nothing = document(0, 0) | {"tables": []}

    assert standing(nothing, document(None, None, 20, total=30))[0] is Standing.NEW
    assert standing(nothing, document(20, 30), kind="coverage")[0] is Standing.NEW


def test_a_table_that_is_grouped_in_another_way_stays():
    other = document(30, 40)
    other["tables"][0]["rows"][0]["band"] = ""

    assert standing(document(20, 30), other) == (Standing.KEPT, Why.OTHERWISE)


def test_a_coverage_that_says_at_least_never_changes():
    now = document(30, 40)
    now["coverage"][0]["at_least"] = {"own": ["", "6-9"]}

    assert standing(document(20, 30), now, kind="coverage") == (Standing.KEPT, Why.HIDES)


def test_a_table_stays_while_how_many_answered_does():
    now = document(20, 24)
    now["coverage"][0]["at_least"] = {"own": ["", "6-9"]}

    assert standing(document(20, 30), document(20, 24))[0] is Standing.NEW
    assert standing(document(20, 30), now) == (Standing.KEPT, Why.BESIDE)


def came(open_, invited, **more):
    routes = {"open": open_, "invited": invited, "group": 0}
    return document(open_, invited, came_by=[{**ROUTE, "routes": routes}], **more)


def test_routes_change_only_with_the_coverage():
    assert standing(came(20, 30), came(30, 30), kind="came_by")[0] is Standing.NEW
    assert standing(came(20, 30), came(26, 25), kind="came_by") == (Standing.KEPT, Why.LITTLE)
    assert standing(came(20, 30), came(27, 24), kind="came_by") == (Standing.KEPT, Why.BESIDE)
    assert standing(document(20, 30), came(26, 36), kind="came_by") == (
        Standing.KEPT,
        Why.OTHERWISE,
    )


@pytest.mark.parametrize(("now", "becomes"), [(30, Standing.KEPT), (35, Standing.NEW)])
def test_rounded_numbers_change_by_so_much_that_it_is_enough_in_truth(now, becomes):
    def about(n):
        told = {"asks": "sex", "version": "2021", **ROUTE, "words": {}, "columns": [], "cells": [n]}
        return document(20, 30, apart=[told])

    assert standing(about(25), about(now), kind="apart")[0] is becomes


def edition(earlier, now, guard=KEEPS):
    return document_of(compare(earlier, now, guard), earlier[-1], now)


def test_what_is_kept_is_word_for_word_what_it_was():
    before, now = document(20, 30), document(19, 30)

    assert edition([before], now)["tables"] == before["tables"]
    assert not differs(compare([before], now, KEEPS))


def test_what_is_wrong_can_lose_its_numbers():
    before, now = document(20, 30), document(19, 30)

    made = edition([before], now, WITHHOLDS)

    assert made["tables"][0]["rows"] == [{"band": "6-9", "cells": [None, None], "total": None}]
    assert made["tables"][0]["refused"]
    assert made["coverage"][0]["voices"] == {"own": {"6-9": None, "": None}}
    assert made["coverage"][0]["withheld"] == ["own"]
    assert differs(compare([before], now, WITHHOLDS))


def test_what_lost_its_numbers_is_compared_with_the_edition_that_had_them():
    before = document(20, 30)
    silent = edition([before], document(19, 30), WITHHOLDS)

    assert standing(before, silent, document(14, 30))[0] is Standing.NEW
    assert standing(before, silent, document(16, 30)) == (Standing.KEPT, Why.LITTLE)
    again = compare([before, silent], document(16, 30), WITHHOLDS)
    assert not differs(again), "there is nothing more to take away"


def test_a_group_is_named_only_if_it_was_large_enough_before_and_is_now():
    before = document(20, 30, attributable=["parent", "child:0-12"])
    now = document(10, 20, attributable=["child:0-12", "practitioner"])

    assert edition([before], now)["attributable"] == ["child:0-12"]


def test_comparing_changes_neither_document():
    before, now = document(20, 30), document(14, 29)
    untouched = copy.deepcopy((before, now))

    edition([before], now, WITHHOLDS)

    assert (before, now) == untouched


def tables_shown(before, now):
    pieces = old_beside_new(compare([before], now, KEEPS))
    (piece,) = [one for one in pieces if one["heading"] == "Heard?"]
    return [(len(table["columns"]), table["rows"][0]["cells"]) for table in piece["tables"]]


def test_old_and_new_stand_side_by_side():
    assert tables_shown(document(20, 30), document(14, 30)) == [(3, [(20, 14), (30, 30), (50, 44)])]


def test_an_answer_that_was_not_offered_before_sets_old_and_new_apart():
    assert tables_shown(document(20, 30), document(14, 30, 9)) == [
        (3, [(20, ""), (30, ""), (50, "")]),
        (4, [("", 14), ("", 30), ("", 9), ("", 53)]),
    ]
