"""What in a text could point at somebody: suggested to a person, who decides (requirements P11).

Knows no Django. Numbers with check digits, telephones and the like are those that the writer is
told of too (feedback.pointing); to these come addresses on the web, cars, days, streets, schools
and homes by their shape, the places of a council's list, and first names.

>>> [one.replacement for one in suggest("my social worker Priya, 07700 900123", "en-gb")]
['[name]', '[phone]']
"""

from collections.abc import Iterator, Mapping

from feedback.pointing import Spot, What, every_spot
from feedback.redaction import named_places, names, patterns
from feedback.redaction.names import Evidence
from feedback.redaction.replacing import placeholder
from feedback.redaction.suggestion import Suggestion, longest, parts, taken_out

__all__ = ["Evidence", "Suggestion", "parts", "placeholder", "suggest", "taken_out"]


def suggest(
    text: str,
    language: str,
    places: Mapping[str, What] | None = None,
    first_names: Mapping[str, Evidence] | None = None,
) -> list[Suggestion]:
    """What could be taken out of `text`, in its order: nothing twice, the longest of what overlaps.

    `places` are names of schools, homes and streets, each with what it is; `first_names` the list
    of names. Offsets are those of Python's strings.
    """
    return longest(
        Suggestion(spot.start, spot.end, spot.what, placeholder(spot.what, language))
        for spot in _every_spot(text, language, places or {}, first_names or {})
        if spot.start < spot.end
    )


def _every_spot(
    text: str, language: str, places: Mapping[str, What], first_names: Mapping[str, Evidence]
) -> Iterator[Spot]:
    for spot in every_spot(text):
        yield names.spot_of(text, spot.start, spot.end) if spot.what is What.NAME else spot
    yield from patterns.spots(text)
    yield from named_places.spots(text, places)
    yield from names.spots(text, language, first_names)
