"""What the rules of the gate look at: plain values, in one place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Text:
    """A text that the public reads: its code, what officers call it, where it is written."""

    code: str
    label: str
    text: str
    place: str


@dataclass(frozen=True)
class Option:
    """Something that could be done, with the reasons for where it stands."""

    text: str
    reasons: str


@dataclass(frozen=True)
class Asked:
    """Whom a question is asked of."""

    roles: tuple[str, ...]
    bands: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """A group that the consultation affects."""

    label: str
    reach: str
    might_be_missed: bool


@dataclass(frozen=True)
class Checked:
    """A check, such as a DPIA, and how far it is."""

    kind: str
    status: str


@dataclass(frozen=True)
class Cover:
    """Days on which two people who may read are there."""

    first_day: date
    last_day: date


@dataclass(frozen=True)
class Period:
    """School holidays, or the weeks before an election."""

    name: str
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Limits:
    """What a council asks of its own consultations: its settings."""

    least_days: int = 28
    most_questions_young: int = 10
    most_questions: int = 15
    oldest: int = 9
    longest_sentence: int = 25


@dataclass(frozen=True)
class Facts:
    """Everything that the gate looks at, of one draft on one day."""

    today: date | None = None
    n_items: int = 0
    can_change: str = ""
    cannot_change: str = ""
    undecided_on: date | None = None
    decided_on: date | None = None
    rung: int | None = None
    decider: str = ""
    read_by: date | None = None
    opens_on: date | None = None
    closes_on: date | None = None
    decision_by: date | None = None
    options: tuple[Option, ...] = ()
    roles: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    questions: tuple[Asked, ...] = ()
    unfrozen: tuple[str, ...] = ()  # why the questions cannot be frozen
    groups: tuple[Group, ...] = ()
    checklist: Mapping[str, str] = field(default_factory=dict)
    n_tried_out: int = 0
    checks: tuple[Checked, ...] = ()
    cover: tuple[Cover, ...] = ()
    closed: frozenset[date] = frozenset()
    holidays: tuple[Period, ...] = ()
    elections: tuple[Period, ...] = ()
    texts: tuple[Text, ...] = ()
    easy_rows: tuple[Text, ...] = ()
    limits: Limits = field(default_factory=Limits)
    reasons: Mapping[str, str] = field(default_factory=dict)  # by the code of a line
