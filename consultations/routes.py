"""Which questions come next: a pure function of the frozen questions and the answers so far.

A question may be asked "only after" some answers to one earlier question. In a frozen question that
is `"after": {"question": "<Question>", "options": ["<Option>"], "unanswered": false}`: ids, so that
better words change nothing. A question without it is asked of everyone whom it is for.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from consultations.audiences import ASKED_ROLES, Role, is_asked
from consultations.kinds import KINDS

Person = tuple[str, str]  # role and band; "" where no age is asked


def on_the_way(questions: Iterable[Mapping], answers: Mapping[str, Mapping]) -> list[Mapping]:
    """Those of `questions` that somebody who gave `answers` is asked, in order.

    Only an answer to a question on the way decides. One that was left behind, when an earlier
    answer was changed, opens nothing until its question is asked again.
    """
    asked: dict[str, Mapping] = {}
    for question in questions:
        after = question.get("after")
        first = asked.get(after["question"]) if after else None
        if after is None or (first and _opens(after, first, answers)):
            asked[question["id"]] = question
    return list(asked.values())


def chosen_in(question: Mapping, answer: Mapping | None) -> set[str]:
    """The ids of what was chosen in an `answer`; none when it was skipped."""
    if not answer or answer.get("skipped"):
        return set()
    chosen = KINDS[question["kind"]].chosen(dict(question), dict(answer))
    return {one.option for one in chosen if one.option}


def hangs_on(question: Mapping) -> str | None:
    """The id of the question whose answer decides whether this one is asked, if any does."""
    after = question.get("after")
    return after["question"] if after else None


def people_of(roles: Collection[str], bands: Sequence[str]) -> list[Person]:
    """Everyone whom a consultation for these `roles` and `bands` asks, in their usual order."""
    return [
        (role.value, band)
        for role in ASKED_ROLES
        if role in roles
        for band in (bands if role == Role.CHILD else [""])
    ]


def reached_by(questions: Iterable[Mapping], person: Person) -> list[Mapping]:
    """The questions that this person is asked on some way, whatever it takes to get there."""
    reached: dict[str, Mapping] = {}
    for question in questions:
        first = hangs_on(question)
        if is_asked(question["roles"], question["bands"], *person) and (
            first is None or first in reached
        ):
            reached[question["id"]] = question
    return list(reached.values())


def unreachable(questions: Sequence[Mapping], people: Iterable[Person]) -> list[Mapping]:
    """The questions that nobody of these people is ever asked, in order."""
    reached = {one["id"] for person in people for one in reached_by(questions, person)}
    return [question for question in questions if question["id"] not in reached]


def _opens(after: Mapping, first: Mapping, answers: Mapping[str, Mapping]) -> bool:
    chosen = chosen_in(first, answers.get(first["id"]))
    return not chosen.isdisjoint(after["options"]) if chosen else after["unanswered"]
