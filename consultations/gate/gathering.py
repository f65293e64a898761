"""What the gate looks at, gathered from a draft, its council and the rota."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils import timezone
from wagtail.models import Site

from consultations.audiences import Role
from consultations.easy_read import rows_of
from consultations.gate.facts import (
    Asked,
    Checked,
    Cover,
    Facts,
    Group,
    Limits,
    Option,
    Period,
    Text,
)
from consultations.models import (
    Consultation,
    ConsultationPage,
    CouncilPeriod,
    CouncilSettings,
    PeriodKind,
    ReadingCover,
)
from consultations.models.planning import CHECKLIST
from consultations.refusals import refusals
from consultations.scoping import who_read
from consultations.working_days import days_from

FOR_EVERYBODY = ("summary", "why", "can_change", "cannot_change")


def facts_of(page: ConsultationPage, council: Site | None = None) -> Facts:
    """What the gate looks at. `council` is needed for a page that has no place in the tree yet."""
    council = council or page.get_site()
    days = page.opens_on and page.closes_on and (page.opens_on, page.closes_on)
    # Not `page.identity`, which would remember that there was none before it was published.
    consultation = Consultation.objects.filter(pk=page.translation_key).first()
    return Facts(
        today=timezone.localdate(),
        n_items=sum(1 for line in page.about.all() if line.item_id),
        can_change=page.can_change,
        cannot_change=page.cannot_change,
        undecided_on=page.undecided_on,
        decided_on=consultation.decided_on if consultation else None,
        rung=page.rung,
        decider=page.decider,
        read_by=page.read_by,
        opens_on=page.opens_on,
        closes_on=page.closes_on,
        decision_by=page.decision_by,
        roles=tuple(page.roles),
        bands=tuple(page.bands),
        unfrozen=tuple(sentence for _field, sentence in refusals(page, council)),
        **_lines(page),
        checklist={name: getattr(page, name) for name in CHECKLIST},
        texts=tuple(public_texts(page)),
        easy_rows=tuple(easy_rows(page)),
        limits=limits_of(council),
        cover=cover_of(council, *days) if days else (),
        **periods_of(council),
    )


def _lines(page: ConsultationPage) -> dict[str, Any]:
    """What stands in the lists of the page."""
    return {
        "options": tuple(Option(one.text, one.reasons) for one in page.considered.all()),
        "questions": tuple(
            Asked(tuple(block.value["roles"]), tuple(block.value["bands"]))
            for block in page.questions
        ),
        "groups": tuple(
            Group(one.label, one.reach, one.might_be_missed) for one in page.expected.all()
        ),
        "n_tried_out": len(page.tried_out.all()),
        "checks": tuple(Checked(one.kind, one.status) for one in page.checks.all()),
        "reasons": {one.code: one.reason for one in page.overrides.all()},
    }


def public_texts(page: ConsultationPage) -> Iterator[Text]:
    """What children, parents or everybody read of the page. Our formula reads English alone."""
    if not page.locale.language_code.startswith("en"):
        return
    for name in FOR_EVERYBODY:
        label = page._meta.get_field(name).verbose_name
        yield Text(name, str(label).capitalize(), getattr(page, name), name)
    for number, option in enumerate(page.considered.all(), start=1):
        yield Text(f"considered-{number}", option.text, option.reasons, "considered")
    for block in page.questions:
        if not block.value["roles"] or {Role.CHILD, Role.PARENT} & set(block.value["roles"]):
            yield from _wordings(block)


def _wordings(block: Any) -> Iterator[Text]:
    """Every wording of a question, each with the hint that stands below it."""
    name = block.value["data_name"] or block.id
    texts = [block.value["text"], *(one["text"] for one in block.value["wordings"])]
    for number, text in enumerate(texts):
        code = f"{name}-{number}" if number else name
        yield Text(code, text, f"{text}\n{block.value['hint']}", "questions")


def easy_rows(page: ConsultationPage) -> Iterator[Text]:
    """Every row of Easy Read, of the page and of its questions, in any language."""
    yield from _rows("easy-read", page.easy_read, "easy_read")
    for block in page.questions:
        yield from _rows(
            block.value["data_name"] or block.id, block.value["easy_read"], "questions"
        )


def _rows(name: str, value: Any, place: str) -> Iterator[Text]:
    for number, row in enumerate(rows_of(value), start=1):
        yield Text(f"{name}-{number}", row["text"], row["text"], place)


def limits_of(council: Site | None) -> Limits:
    """What a council asks of its own consultations."""
    if council is None:
        return Limits()
    settings = CouncilSettings.for_site(council)
    return Limits(
        least_days=settings.least_open_days,
        most_questions_young=settings.most_questions_young,
        most_questions=settings.most_questions,
        oldest=settings.reading_age,
        longest_sentence=settings.longest_sentence,
    )


def cover_of(council: Site | None, first: date, last: date) -> tuple[Cover, ...]:
    """The lines of the rota on which both people still work here and may read."""
    able = set(who_read([council]).values_list("group__user", flat=True))
    lines = ReadingCover.objects.filter(council=council, lead__in=able, deputy__in=able)
    return tuple(Cover(one.first_day, one.last_day) for one in lines.touching(first, last))


def periods_of(council: Site | None) -> dict[str, Any]:
    """The special days of a council, by what the rules call them."""
    found: dict[str, list[Period]] = {kind: [] for kind in PeriodKind.values}
    for one in CouncilPeriod.objects.filter(council=council):
        found[one.kind].append(Period(one.name, one.first_day, one.last_day))
    closed = found[PeriodKind.CLOSED]
    return {
        "holidays": tuple(found[PeriodKind.HOLIDAY]),
        "elections": tuple(found[PeriodKind.ELECTION]),
        "closed": frozenset(
            day for period in closed for day in days_from(period.first_day, period.last_day)
        ),
    }
