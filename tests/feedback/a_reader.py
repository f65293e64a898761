"""Somebody who holds every edition of the findings of a consultation, and adds and subtracts.

They know how Heard hides numbers, and more than anyone: which hidden numbers are small, and whether
what stands as it was in a new edition is still true. They know whether people only took answers
back, only came late, or both.
"""

from collections.abc import Iterator
from itertools import pairwise

from tests.feedback.crowds import Asked, Story, Truth
from tests.feedback.solver import NO_LIMIT, System

MIN_BASE = 10  # a smaller group shows no answers


class Group:
    """The people of one role and voice at one time, as unknown numbers of a system."""

    def __init__(self, system: System, asked: list[Asked], truth: Truth, who, bands, small: int):
        self.system, self.truth, self.who, self.small = system, truth, who, small
        self.bands = bands if who[0] == "child" else [""]
        self.names: dict[tuple, int] = {}
        heard, bases, counts = truth.heard, truth.bases, truth.counts
        for band in self.bands:
            self.names["heard", band] = system.number(heard[*who, band])
        self._all("heard")
        for one in asked:
            for band in self.bands:
                cell = (*who, band)
                base = self.names[one.id, "base", band] = system.number(bases[one.id, cell])
                for j, option in enumerate(one.options):
                    chose = system.number(counts[one.id, option, cell])
                    self.names[one.id, j, band] = chose
                self._choices(one, band, base)
                self.names[one.id, "skipped", band] = self._left("heard", one, band, base)
            for name in ("base", "skipped", *range(one.n)):
                self._all(one.id, name)
            for j in range(one.n) if one.kind == "choose_several" else ():
                self._all(one.id, ("not", j))
        self._routes()

    def _choices(self, one: Asked, band: str, base: int) -> None:
        chosen = [self.names[one.id, j, band] for j in range(one.n)]
        if one.kind == "choose_one":
            self.system.add(base, *chosen)
            return
        for j, chose in enumerate(chosen):
            self.names[one.id, ("not", j), band] = self.system.rest(base, chose)
        self.system.rest(self.system.together(*chosen), base)  # nobody chose nothing

    def _left(self, whole: str, one: Asked, band: str, base: int) -> int:
        """Who did not answer a question: of all, or of those who were led to it."""
        heard = self.names["heard", band]
        if not one.after:
            return self.system.rest(heard, base)
        first = one.after["question"]
        leading = [self.names[first, int(option[1:]), band] for option in one.after["options"]]
        if one.after["unanswered"]:
            leading.append(self.names[first, "skipped", band])
        return self.system.rest(self.system.together(*leading), base)

    def _all(self, *name) -> None:
        parts = [self.names[*name, band] for band in self.bands]
        self.names[*name, "all"] = self.system.together(*parts)

    def adds_up(self, q: str) -> bool:
        """Whether everyone chose just one of several answers."""
        people = [one for one in self.truth.people if (one.role, one.voice) == self.who]
        return all(len(one.answers.get(q, ())) < 2 for one in people)

    def _routes(self) -> None:
        came = self.truth.routes.get(self.who, {})
        for route in ("open", "invited", "group"):
            self.names["route", route, "all"] = self.system.number(came.get(route, 0))
        routes = [n for name, n in self.names.items() if name[0] == "route"]
        self.system.add(self.names["heard", "all"], *routes)

    # What is published

    def read(self, document: dict, fresh: dict) -> None:
        """Learn what an edition says of this group, where it is what would be said now."""
        true = [told for told, _learn in self._told(fresh)]
        for told, learn in self._told(document):
            if told in true:
                self._learn(learn(told))

    def _told(self, document: dict) -> Iterator[tuple]:
        for table in document["tables"]:
            if (table["role"], table["voice"]) == self.who and not table["refused"]:
                yield table, self._of_table
        for group in document["coverage"]:
            if group["role"] == self.who[0] and self.who[1] in group["voices"]:
                line = group["voices"][self.who[1]]
                more = group["at_least"].get(self.who[1], [])
                yield (line, more), self._of_coverage
        for came in document["came_by"]:
            if (came["role"], came["voice"]) == self.who:
                yield came, self._of_routes

    def _of_table(self, table: dict) -> list[tuple]:
        """(number, what is shown, the least that a hidden one can be)"""
        q, several = table["question"], table["kind"] == "choose_several"
        lost = self._lost(table)
        found = []
        for row in table["rows"]:
            band = row["band"] or ("" if self.bands == [""] else "all")
            blank = not any(cell is not None for cell in row["cells"])
            for j, cell in enumerate(row["cells"]):
                silent = blank or j in lost
                found.append(((q, j, band), cell, not silent, several))
            least = MIN_BASE if not blank and row["total"] is None else 0
            found.append(((q, "base", band), row["total"], least or True, False))
        for j, cell in enumerate(table["column_totals"]):
            found.append(((q, j, "all"), cell, j not in lost, several))
        found.append(((q, "base", "all"), table["total"], True, False))
        return found

    def _lost(self, table: dict) -> set[int]:
        """Answers of which no number is shown at all."""
        columns = zip(*(row["cells"] for row in table["rows"]), strict=True)
        totals = table["column_totals"] or [None] * len(table["columns"])
        return {
            j
            for j, (column, total) in enumerate(zip(columns, totals, strict=True))
            if table["kind"] == "choose_several" and {*column, total} == {None}
        }

    def _of_coverage(self, told: tuple) -> list[tuple]:
        line, more = told
        none = {n for age, n in line.items() if age} == {None}  # as a table's row that is blank
        found = []
        for age, n in line.items():
            name = ("heard", age or "all")
            if age in more:
                found.append((name, ("at least", n or 0), False, False))
            else:
                found.append((name, n, not none, False))
        return found

    def _of_routes(self, came: dict) -> list[tuple]:
        none = {*came["routes"].values()} == {None}
        return [
            (("route", route, "all"), n, not none, False) for route, n in came["routes"].items()
        ]

    def _learn(self, facts: list[tuple]) -> None:
        for name, shown, known, several in facts:
            one = self.names[name]
            if isinstance(shown, tuple):
                self.system.within(one, shown[1])
            elif shown is not None:
                self.system.within(one, shown, shown)
            elif known:
                self._learn_hidden(name, one, several)
                if known is not True and self.system.true[one] >= known:
                    self.system.within(one, known)

    def _learn_hidden(self, name: tuple, one: int, several: bool) -> None:
        sides = [one] if not several else [one, self.names[name[0], ("not", name[1]), name[2]]]
        values = [self.system.true[side] for side in sides]
        for side, true in zip(sides, values, strict=True):
            if 1 <= true <= self.small:
                self.system.within(side, 1, self.small)
            elif true and (not several or not any(1 <= v <= self.small for v in values)):
                self.system.within(side, self.small + 1)


def exposed(story: Story, documents: list[dict], fresh: list[dict]) -> list[str]:
    """Every number of 1 to 5 people, and every change of as many, that a reader can work out.

    `fresh` are the numbers of each time on their own. What an edition says besides is from before.
    """
    found = []
    whose = {(one.role, one.voice) for time in story.times for one in time.people}
    for who in sorted(whose):
        system = System()
        groups = [
            Group(system, story.asked, truth, who, story.bands, story.hide_up_to)
            for truth in story.times
        ]
        secrets = [
            ((f"{who} edition {t + 1}", *name), one)
            for t, group in enumerate(groups)
            for name, one in group.names.items()
            if not _is_sum_of_others(name, [group])
        ]
        secrets += _changes(system, groups, story.way, who)
        for t, group in enumerate(groups):
            group.read(documents[t], fresh[t])
        for name, one in secrets:
            if 1 <= abs(system.true[one]) <= story.hide_up_to:
                verdict = system.verdict(one)
                if verdict != "safe":
                    found.append(f"{verdict}: {name} is {system.true[one]}")
    return found


def _changes(system: System, groups: list[Group], way: str, who: tuple) -> Iterator[tuple]:
    """What changed from each edition to the next, as numbers that a reader could work out."""
    for t, (old, new) in enumerate(pairwise(groups)):
        for name in old.names:
            change = system.true[old.names[name]] - system.true[new.names[name]]
            low = 0 if way == "withdrawn" else -NO_LIMIT
            high = 0 if way == "late" else NO_LIMIT
            one = system.number(change, low, high)
            system.add(old.names[name], new.names[name], one)
            if not _is_sum_of_others(name, [old, new]):
                yield (f"{who} change after edition {t + 1}", *name), one


def _is_sum_of_others(name: tuple, groups: list[Group]) -> bool:
    """Whether a number counts those who did not choose an answer of which everyone chose just one.
    The table is as one where only one can be chosen, and they are those who chose the others."""
    return isinstance(name[1], tuple) and any(group.adds_up(name[0]) for group in groups)
