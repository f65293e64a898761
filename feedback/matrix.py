"""The framework matrix of a consultation: who said what of each theme.

Source: J. Ritchie and L. Spencer (1994), "Qualitative data analysis for applied policy research";
N. K. Gale and others (2013), "Using the framework method", BMC Medical Research Methodology 13.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from consultations.audiences import Band, Role
from consultations.models import Consultation
from feedback.groups import VOICES, voice_group, whose_answers
from feedback.models import Coding, MatrixCell, Theme, Words

NO_BAND = "all"  # the age of roles that have none, in an address
Group = tuple[str, str, str]  # role, whose words (see groups.VOICES), age


@dataclass
class Cell:
    """What one group said of one theme: its texts, and a summary."""

    theme: Theme
    group: Group
    texts: set = field(default_factory=set)
    summary: str = ""

    @property
    def band(self) -> str:
        """The age as it stands in an address."""
        return self.group[2] or NO_BAND


@dataclass(frozen=True)
class Row:
    """One group and its cells, one for each theme."""

    group: Group
    label: str
    cells: list[Cell]


def rows_of(consultation: Consultation) -> tuple[list[Theme], list[Row]]:
    """The themes, and a row for each group that said anything. Roles are never put together."""
    themes = list(Theme.objects.in_use().filter(consultation=consultation))
    cells: dict = defaultdict(dict)
    for theme in themes:
        for group in _groups(consultation):
            cells[group][theme.pk] = Cell(theme, group)
    for theme, words, group in _coded(consultation):
        if group in cells and theme in cells[group]:
            cells[group][theme].texts.add(words)
    for one in MatrixCell.objects.filter(theme__in=themes):
        group = (one.role, one.voice, one.band)
        if group in cells:
            cells[group][one.theme_id].summary = one.summary
    ordered = sorted(cells, key=_order)
    return themes, [
        Row(group, label_of(group), [cells[group][theme.pk] for theme in themes])
        for group in ordered
    ]


def label_of(group: Group) -> str:
    """A group in words, such as "Children and young people, 10 to 12"."""
    role, voice, band = group
    parts = [str(Role(role).label), str(Band(band).label) if band else ""]
    told = ", ".join(part for part in parts if part)
    return f"{told} ({whose_answers(role, voice)})" if voice != VOICES[0] else told


def table_of(consultation: Consultation) -> Iterator[list]:
    """The matrix as rows of a table, the first with its headings."""
    themes, rows = rows_of(consultation)
    yield ["group", *(theme.name for theme in themes)]
    for row in rows:
        yield [row.label, *(cell.summary for cell in row.cells)]


def _groups(consultation: Consultation) -> list[Group]:
    texts = Words.objects.safe_to_analyse().of(consultation)
    who = texts.values_list(
        "response__role", "response__voice", "response__could_say", "response__band"
    )
    return sorted({(role, voice_group(voice, said), band) for role, voice, said, band in who})


def _coded(consultation: Consultation) -> Iterator[tuple]:
    safe = Words.objects.safe_to_analyse().of(consultation)
    codings = Coding.objects.filter(words__in=safe).values_list(
        "theme_id",
        "words_id",
        "words__response__role",
        "words__response__voice",
        "words__response__could_say",
        "words__response__band",
    )
    for theme, words, role, voice, said, band in codings:
        yield theme, words, (role, voice_group(voice, said), band)


def _order(group: Group) -> tuple:
    role, voice, band = group
    return Role.values.index(role), VOICES.index(voice), Band.values.index(band) if band else -1
