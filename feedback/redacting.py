"""Suggestions for one text of a council, and the decisions that people took on it."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from feedback.actions.versions import Removed
from feedback.models import LocalPlace, TextVersion
from feedback.pointing import What
from feedback.redaction import Suggestion, suggest
from feedback.redaction.names import Evidence, read_names

_LIST = Path(__file__).parent / "data" / "names.txt"

# Why something is taken out, as a reader sees it.
REASONS = {
    What.NAME: _("a name"),
    What.PHONE: _("a phone number"),
    What.EMAIL: _("an email address"),
    What.HANDLE: _("a name on a site or in a game"),
    What.POSTCODE: _("a postcode"),
    What.STREET: _("a street"),
    What.NHS: _("an NHS number"),
    What.PUPIL: _("a pupil number"),
    What.INSURANCE: _("a National Insurance number"),
    What.BIRTH: _("a day, perhaps of birth"),
    What.URL: _("an address on the web"),
    What.CAR: _("a car"),
    What.SCHOOL: _("a school"),
    What.HOME: _("a home"),
    What.PLACE: _("a place on your list"),
    What.OWN: _("you chose it"),
}


@cache
def first_names() -> Mapping[str, Evidence]:
    """The list of first names, read once."""
    return read_names(_LIST.read_text(encoding="utf-8"))


def suggestions(*, text: str, language: str, council: Site) -> list[Suggestion]:
    """What could be taken out of a text that somebody wrote to a council."""
    rows = LocalPlace.objects.filter(council=council).values_list("name", "kind")
    places = {name: What(kind) for name, kind in rows}
    return suggest(text, language, places, first_names())


def as_kept(removals: Iterable[Suggestion]) -> Removed:
    """What is kept of what was taken out."""
    return [[one.start, one.end, one.reason.value, one.replacement] for one in removals]


def as_decided(version: TextVersion) -> list[Suggestion]:
    """What was taken out when a safe version was made."""
    return [
        Suggestion(start, end, What(reason), replacement)
        for start, end, reason, replacement in version.removed
    ]
