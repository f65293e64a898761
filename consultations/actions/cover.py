"""Following the rota: people write in their own words only when somebody is there to read."""

from datetime import date, timedelta

from wagtail.models import Site

from consultations.gate.cover import FAR, takes_words
from consultations.gate.gathering import cover_of, periods_of
from consultations.models import Consultation, CouncilSettings


def follow_cover(*, today: date, council: Site | None = None) -> int:
    """Bring up to date which open consultations take words, in one council or in all.

    One that was opened before there was a gate is left alone: it never promised a rota. Gives how
    many changed.
    """
    gated = Consultation.objects.open_on(today).exclude(opening=None).exclude(opening__document={})
    if council:
        gated = gated.filter(council=council)
    can: dict[int, bool] = {}
    changed = 0
    for consultation in gated.select_related("council"):
        site = consultation.council
        if site.pk not in can:
            can[site.pk] = _takes_words(site, today)
        if consultation.takes_words != can[site.pk]:
            consultation.takes_words = can[site.pk]
            consultation.save(update_fields=["takes_words"])
            changed += 1
    return changed


def _takes_words(council: Site, today: date) -> bool:
    """Whether somebody is there to read what comes in today."""
    cover = cover_of(council, today, today + FAR + timedelta(days=1))
    within = CouncilSettings.for_site(council).read_within_days
    return takes_words(today, cover, periods_of(council)["closed"], within)
