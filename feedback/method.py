"""How texts were read: by how many and from where, and what young people said of the themes."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.dateformat import format as day_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.first_words import in_its_language
from consultations.models import Consultation
from feedback.models import Coding, Link, Seen, Standpoint, Verdict, WorksIn


def method_of(consultation: Consultation) -> dict:
    """What is published of how texts were read, to be frozen with the numbers: never who read.

    {"readers": how many, "works_in": {where: how many}, "links": {which: how many}, "checks":
    [each held], "skipped": why none was}.
    """
    coded = Coding.objects.filter(theme__consultation=consultation).values_list("coder")
    seen = Seen.objects.filter(words__question__consultation=consultation).values_list("by")
    readers = {by for (by,) in coded.union(seen)}
    said = Standpoint.objects.filter(consultation=consultation, by__in=readers)
    standpoints = list(said.values_list("works_in", "link"))
    checks = list(consultation.checks.prefetch_related("themes__theme"))
    return {
        "readers": len(readers),
        "works_in": _counted([works_in for works_in, _link in standpoints], WorksIn),
        "links": _counted([link for _works_in, link in standpoints], Link),
        "checks": [_check(check) for check in checks if check.held_on],
        "skipped": next((check.why_skipped for check in checks if not check.held_on), ""),
    }


def shown_method(document: dict) -> dict[str, Any]:
    """How texts were read, in sentences; nothing for numbers from before this was kept."""
    method = document.get("method")
    if not method:
        return {}
    return {
        "readers": _readers(method),
        "checks": [
            {"said": _checked(check), "changed": [_changed(one) for one in check["changed"]]}
            for check in method["checks"]
        ],
        "skipped": in_its_language(method["skipped"], settings.LANGUAGE_CODE),
    }


def _counted(values: list[str], choices: Any) -> dict[str, int]:
    return {value: values.count(value) for value in choices.values if value in values}


def _check(check: Any) -> dict:
    rows = list(check.themes.all())
    return {
        "who": check.who,
        "youngest": check.youngest,
        "oldest": check.oldest,
        "held_on": check.held_on.isoformat(),
        "looked_at": len(rows),
        "changed": [
            {"theme": row.theme.name, "verdict": row.verdict, "said": row.changed}
            for row in sorted(rows, key=lambda row: row.theme.name)
            if row.verdict != Verdict.RIGHT
        ],
    }


def _readers(method: dict) -> str:
    """How many people read, and from where, in one sentence."""
    n = method["readers"]
    parts = [ngettext("Read by %(n)s person.", "Read by %(n)s people.", n) % {"n": n}] if n else []
    parts += [_works_in(place, count) for place, count in method["works_in"].items()]
    parts += [_link(link, count) for link, count in method["links"].items() if link != Link.NONE]
    return " ".join(parts)


def _works_in(place: str, n: int) -> str:
    return {
        WorksIn.PARTICIPATION: ngettext(
            "%(n)s works in the participation team.", "%(n)s work in the participation team.", n
        ),
        WorksIn.DATA: ngettext("%(n)s works in the data team.", "%(n)s work in the data team.", n),
        WorksIn.SERVICES: ngettext(
            "%(n)s works in a service for children.", "%(n)s work in services for children.", n
        ),
        WorksIn.MANAGEMENT: ngettext("%(n)s is a manager.", "%(n)s are managers.", n),
        WorksIn.OUTSIDE: ngettext(
            "%(n)s does not work for the council.", "%(n)s do not work for the council.", n
        ),
        WorksIn.OTHER: ngettext(
            "%(n)s works in another part of the council.",
            "%(n)s work in other parts of the council.",
            n,
        ),
    }[WorksIn(place)] % {"n": n}


def _link(link: str, n: int) -> str:
    return {
        Link.CHOSE: ngettext(
            "%(n)s helped to choose what this is about.",
            "%(n)s helped to choose what this is about.",
            n,
        ),
        Link.USES: ngettext(
            "%(n)s uses this information at work.", "%(n)s use this information at work.", n
        ),
        Link.LIVED: ngettext(
            "For %(n)s it is about them or their family.",
            "For %(n)s it is about them or their families.",
            n,
        ),
    }[Link(link)] % {"n": n}


def _checked(check: dict) -> str:
    """Who looked at the themes, and of how many they changed something."""
    return format_html(
        _(
            "Young people checked this: {who} (aged {youngest} to {oldest}), on {day}. They "
            "looked at {looked_at} of the themes and changed {n}."
        ),
        who=in_its_language(check["who"], settings.LANGUAGE_CODE),
        youngest=check["youngest"].partition("-")[0],
        oldest=check["oldest"].partition("-")[2],
        day=day_format(date.fromisoformat(check["held_on"]), "j F Y"),
        looked_at=check["looked_at"],
        n=len(check["changed"]),
    )


def _changed(one: dict) -> str:
    """What they changed of a theme, in the language in which it was written down."""
    return in_its_language(f"{one['theme']}: {one['said']}", settings.LANGUAGE_CODE)
