"""Who was heard, by role, whose words, and age: made safe, also beside the tables."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Count

from consultations.audiences import Band, Role
from consultations.models import Consultation
from feedback.disclosure import protect
from feedback.groups import MIN_GROUP, OWN, VOICES, Cell, voice_group, wide_group
from feedback.models import Response
from feedback.skipped import Beside, Line, at_least, blurred

Heard = Mapping[tuple[Cell, str], int]  # people, by who and the language that they read
Lines = dict[tuple[str, str], Line]  # by role and voice


def heard_by_language(consultation: Consultation) -> Heard:
    """How many people answered at all, by who they are and in what language."""
    heard: dict = defaultdict(int)
    responses = Response.objects.filter(questionnaire__consultation=consultation)
    for role, band, voice, could_say, language, n in responses.values_list(
        "role", "band", "voice", "could_say", "language"
    ).annotate(n=Count("pk")):
        heard[(role, voice_group(voice, could_say), band), language] += n
    return heard


def people(heard: Heard) -> dict[Cell, int]:
    """How many people answered at all, in any language."""
    whole: dict = defaultdict(int)
    for (cell, _language), n in heard.items():
        whole[cell] += n
    return whole


def coverage_lines(document: Mapping, heard: Mapping[Cell, int], hide_up_to: int) -> Lines:
    """How many answered, for each role that was asked or answered. Own voices are always there;
    other people's words where there are any."""
    answered = {band for (_role, _voice, band), n in heard.items() if n}
    ages = [band for band in Band.values if band in answered.union(document["bands"])]
    lines: Lines = {}
    for role in Role.values:
        bands = ages if role == Role.CHILD else [""]
        counts = {voice: [heard.get((role, voice, band), 0) for band in bands] for voice in VOICES}
        if role in document["roles"] or any(any(numbers) for numbers in counts.values()):
            for voice, numbers in counts.items():
                if voice == OWN or any(numbers):
                    lines[role, voice] = _line(bands, numbers, hide_up_to)
    return lines


def coverage_beside(
    lines: Lines, heard: Mapping[Cell, int], tables: Iterable[tuple[str, str, Beside]], *, hide: int
) -> list[dict]:
    """The coverage as it is published, where a reader has the tables too.

    `tables` are (role, voice, what the table shows of how many answered).
    """
    coverage: dict[str, dict] = {}
    tables = list(tables)
    for (role, voice), line in lines.items():
        beside = [table for *whose, table in tables if whose == [role, voice]]
        sizes = {age: heard.get((role, voice, age), 0) for age in line}
        ages = blurred(sizes, beside, hide) | _told_apart(line, beside)
        told = coverage.setdefault(role, {"role": role, "voices": {}, "at_least": {}})
        told["voices"][voice] = at_least(line, ages, beside) if ages else dict(line)
        if ages:
            told["at_least"][voice] = sorted({*ages, ""})
    return list(coverage.values())


def _told_apart(line: Line, tables: Iterable[Beside]) -> set[str]:
    """Ages whose size is hidden here while a table shows how many of them answered: 14 who
    answered, of 15 in two ages, leave 1 for the other."""
    return {age for table in tables for age in table.shown if line[age] is None}


def attributable(heard: Heard) -> list[str]:
    """The groups that are large enough to name beside somebody's words, and those large enough
    to say in what language the words are."""
    sizes: dict[str, int] = defaultdict(int)
    for ((role, voice, band), language), n in heard.items():
        if voice == OWN:
            sizes[wide_group(role, band)] += n
            sizes[wide_group(role, band, language)] += n
    return sorted(group for group, n in sizes.items() if n >= MIN_GROUP)


def _line(bands: Sequence[str], counts: Sequence[int], hide_up_to: int) -> Line:
    """One line of counts by age with its total, made safe. Nobody at all is no secret."""
    if not any(counts):
        return dict.fromkeys([*bands, ""], 0)
    safe = protect([counts], hide_up_to=hide_up_to, min_base=MIN_GROUP)
    return dict(zip(bands, safe.cells[0], strict=True)) | {"": safe.total}
