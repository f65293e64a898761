"""The paths through a questionnaire as a picture: what is drawn where, as plain values.

Questions stand below one another. A line on the left leads from each to the next one that everyone
on this path is asked; what hangs on an answer stands further in, at the end of a line of its own.
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from consultations.routes import Person, hangs_on, reached_by

WIDTH, HEIGHT, GAP, INDENT = 380, 58, 40, 56
SPINE, BRANCH = 16, 36  # how far from the left edge of a box its lines leave it
LETTERS, LINES = 46, 2  # of text in a box


@dataclass(frozen=True)
class Step:
    """One question on a path. `condition` says after which answers it is asked, "" if always."""

    number: int
    text: str
    condition: str
    depth: int
    first: int | None  # the place of the question that it hangs on

    @property
    def x(self) -> int:
        return self.depth * INDENT

    @property
    def y(self) -> int:
        return GAP + (self.number - 1) * (HEIGHT + GAP)

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The text in its box: (height of the line, words)."""
        wrapped = textwrap.wrap(
            f"{self.number}. {self.text}", LETTERS, max_lines=LINES, placeholder=" …"
        )
        top = self.y + HEIGHT // 2 + 5 - 10 * (len(wrapped) - 1)
        return [(top + 20 * place, line) for place, line in enumerate(wrapped)]

    @property
    def label_y(self) -> int:
        return self.y - 10


@dataclass(frozen=True)
class Picture:
    """The path of some people, drawn: its boxes, its lines, its size."""

    people: tuple[Person, ...]
    steps: tuple[Step, ...]

    @property
    def width(self) -> int:
        return WIDTH + INDENT * max((step.depth for step in self.steps), default=0) + 2

    @property
    def height(self) -> int:
        return GAP + len(self.steps) * (HEIGHT + GAP) + HEIGHT

    @property
    def end_y(self) -> int:
        return GAP + len(self.steps) * (HEIGHT + GAP)

    @property
    def arrows(self) -> list[str]:
        """Each line as the data of an SVG path, with its point."""
        found = []
        always = [step.y for step in self.steps if step.first is None] + [self.end_y]
        tops = [*always[:1], *(y + HEIGHT for y in always[:-1])]
        for start, end in zip(tops[1:], always[1:], strict=True):
            found.append(f"M{SPINE} {start}V{end}m-5 -9l5 9l5 -9")
        for step in self.steps:
            if step.first is not None:
                above = self.steps[step.first]
                middle = step.y + HEIGHT // 2
                line = f"M{above.x + BRANCH} {above.y + HEIGHT}V{middle}H{step.x}"
                found.append(f"{line}m-9 -5l9 5l-9 5")
        return found


def pictures(
    questions: Sequence[Mapping],
    people: Sequence[Person],
    texts: Mapping[str, str],
    conditions: Mapping[str, str],
) -> list[Picture]:
    """A picture for each way that there is. Those who are asked the same questions share one.

    `texts` and `conditions` hold the words of each question, and of the answers that lead to it.
    """
    ways: dict[tuple[str, ...], list[Person]] = {}
    for person in people:
        way = tuple(question["id"] for question in reached_by(questions, person))
        ways.setdefault(way, []).append(person)
    by_id = {question["id"]: question for question in questions}
    return [
        Picture(tuple(same), _steps([by_id[one] for one in way], texts, conditions))
        for way, same in ways.items()
    ]


def _steps(
    way: Sequence[Mapping], texts: Mapping[str, str], conditions: Mapping[str, str]
) -> tuple[Step, ...]:
    places = {question["id"]: place for place, question in enumerate(way)}
    steps: list[Step] = []
    for place, question in enumerate(way):
        first = places.get(hangs_on(question) or "")
        depth = 0 if first is None else steps[first].depth + 1
        key = question["id"]
        steps.append(Step(place + 1, texts[key], conditions.get(key, ""), depth, first))
    return tuple(steps)
