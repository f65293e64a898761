"""How many came by which route, made safe beside the coverage (case 49: answers of people who were
invited stand apart from those of whoever found the link).

For each role and kind of voice, and only where the coverage tells exactly how many there were: the
routes then add up to a number that everybody knows already, and hide what is small as any table
does. Where the coverage says less, so does this.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Count

from consultations.models import Consultation, Route
from feedback.disclosure import protect
from feedback.groups import MIN_GROUP, voice_group
from feedback.models import Response

Counted = Mapping[tuple[str, str], Mapping[str, int]]  # by role and voice, by route


def routes_of(consultation: Consultation) -> Counted:
    """How many came by each route, by who they are and whose words theirs are."""
    counted: dict = defaultdict(lambda: defaultdict(int))
    responses = Response.objects.filter(questionnaire__consultation=consultation)
    for role, voice, route, n in responses.values_list("role", "voice", "route").annotate(
        n=Count("pk")
    ):
        counted[role, voice_group(voice)][route] += n
    return counted


def safe_routes(counted: Counted, coverage: Iterable[Mapping], hide_up_to: int) -> list[dict]:
    """[{"role": "child", "voice": "own", "routes": {"open": 40, "invited": null, "group": null}}]

    Nothing at all where everybody came by the open link.
    """
    if all(set(routes) <= {Route.OPEN.value} for routes in counted.values()):
        return []
    found = []
    for group in coverage:
        for voice, line in group["voices"].items():
            routes = counted.get((group["role"], voice), {})
            total = sum(routes.values())
            if total and line[""] == total and voice not in group["at_least"]:
                shown = _shown([routes.get(one, 0) for one in Route.values], hide_up_to)
                found.append({"role": group["role"], "voice": voice, "routes": shown})
    return found


def _shown(counts: list[int], hide_up_to: int) -> dict[str, int | None]:
    """The routes with their numbers: all hidden where they are safe only while their total is, such
    as 5 and 5 of 10, because the coverage tells it."""
    safe = protect([counts], hide_up_to=hide_up_to, min_base=MIN_GROUP)
    if safe.total is None:
        return dict.fromkeys(Route.values)
    return dict(zip(Route.values, safe.cells[0], strict=True))
