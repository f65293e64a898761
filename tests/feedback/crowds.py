"""Made-up people, one by one: who answered what, who took it back, who came late.

Truth for the tests of what a reader can work out: nothing of Heard counts these people.
"""

from collections import Counter
from dataclasses import dataclass, field
from random import Random

BANDS = ["6-9", "10-12", "13-15"]
GROUPS = [("child", "own"), ("parent", "own"), ("child", "exact_words"), ("practitioner", "own")]


@dataclass
class Asked:
    """A closed question, as a frozen questionnaire has it."""

    id: str
    kind: str
    n: int  # how many answers it offers
    after: dict | None = None

    @property
    def options(self) -> list[str]:
        return [f"{self.id}{j}" for j in range(self.n)]

    @property
    def document(self) -> dict:
        options = [{"id": one, "words": {"en-gb": one}} for one in self.options]
        words = {"en-gb": {"text": self.id}}
        told = {"id": self.id, "kind": self.kind, "words": words, "options": options}
        return told | {"bands": [], "roles": [], "after": self.after}


@dataclass
class Person:
    role: str
    voice: str
    band: str
    route: str
    answers: dict[str, list[str]] = field(default_factory=dict)

    @property
    def cell(self) -> tuple[str, str, str]:
        return self.role, self.voice, self.band


@dataclass
class Truth:
    """Everybody whose answers are there when an edition is made."""

    people: list[Person]

    @property
    def heard(self) -> Counter:
        return Counter(one.cell for one in self.people)

    @property
    def bases(self) -> Counter:
        return Counter((q, one.cell) for one in self.people for q in one.answers)

    @property
    def counts(self) -> Counter:
        return Counter(
            (q, option, one.cell)
            for one in self.people
            for q, options in one.answers.items()
            for option in options
        )

    @property
    def routes(self) -> dict[tuple[str, str], Counter]:
        found: dict[tuple[str, str], Counter] = {}
        for one in self.people:
            found.setdefault((one.role, one.voice), Counter())[one.route] += 1
        return found


@dataclass
class Story:
    """A consultation: its questions, and who was there for each edition of its findings."""

    asked: list[Asked]
    times: list[Truth]
    way: str  # "withdrawn", "late", "both"
    hide_up_to: int = 5

    @property
    def bands(self) -> list[str]:
        return sorted({p.band for t in self.times for p in t.people if p.band}, key=BANDS.index)


def story(random: Random) -> Story:
    """A consultation at random, small enough for small numbers to be everywhere."""
    asked = questions(random)
    bands = BANDS[: random.randint(1, 3)]
    groups = random.sample(GROUPS, random.choice([1, 1, 2, 3]))
    routes = random.choice([["open"], ["open", "invited"], ["open", "invited", "group"]])
    leaning = {
        one.id: [random.choice([0, 1, 1, 4, 8]) + 0.01 for _ in range(one.n)] for one in asked
    }
    skipping = {one.id: random.choice([0, 0, 0.05, 0.3]) for one in asked}

    def newcomers(most: int) -> list[Person]:
        return [
            answered(
                random, Person(role, voice, band, random.choice(routes)), asked, leaning, skipping
            )
            for role, voice in groups
            for band in (bands if role == "child" else [""])
            for _ in range(size(random, most))
        ]

    people = newcomers(40)
    way = random.choice(["withdrawn", "late", "both"])
    times = [Truth(people)]
    for _ in range(random.choice([0, 1, 1, 2])):
        if way != "late":
            people = fewer(random, people)
        if way != "withdrawn":
            people = people + newcomers(random.choice([2, 12, 40]))
        times.append(Truth(people))
    return Story(asked, times, way, random.choice([5, 5, 5, 7]))


def questions(random: Random) -> list[Asked]:
    kinds = ["choose_one", "choose_one", "choose_several"]
    asked = [
        Asked(name, random.choice(kinds), random.randint(2, 4))
        for name in "qrs"[: random.randint(1, 3)]
    ]
    if asked[0].kind == "choose_one" and len(asked) > 1 and random.random() < 0.3:
        options = asked[0].options[: random.randint(1, 2)]
        after = {"question": asked[0].id, "options": options, "unanswered": random.random() < 0.5}
        asked[1].after = after
    return asked


def size(random: Random, most: int) -> int:
    """How many people there are of an age: few, some or many."""
    return random.choice([0, random.randint(1, 6), random.randint(7, 14), random.randint(0, most)])


def answered(
    random: Random, person: Person, asked: list[Asked], leaning: dict, skipping: dict
) -> Person:
    for one in asked:
        if one.after and not leads(person, one.after):
            continue
        if random.random() < skipping[one.id]:
            continue
        chosen = random.choices(one.options, leaning[one.id])
        if one.kind == "choose_several":
            chosen += [o for o in one.options if o not in chosen and random.random() < 0.3]
        person.answers[one.id] = chosen
    return person


def leads(person: Person, after: dict) -> bool:
    """Whether somebody is led on to a question."""
    before = person.answers.get(after["question"])
    return after["unanswered"] if before is None else bool({*before} & {*after["options"]})


def fewer(random: Random, people: list[Person]) -> list[Person]:
    """Those who are left when some took their answers back: anyone, or most who said one thing."""
    if random.random() < 0.5:
        share = random.choice([0.02, 0.1, 0.5])
        return [one for one in people if random.random() > share]
    like = random.choice(people) if people else None
    gone = random.choice([1, 6, 7, 12, 30])
    leaving = [one for one in people if like and one.answers == like.answers][:gone]
    return [one for one in people if not any(one is other for other in leaving)]
