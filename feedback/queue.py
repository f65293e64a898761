"""The clock of the reading queue: by which day a text must be read."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import Q, QuerySet
from wagtail.models import Site

from consultations.models import CouncilSettings
from feedback.asked import language_name, question_as_read
from feedback.days import late_when_received_by, read_by
from feedback.models import Words


def late(waiting: QuerySet, councils: Iterable[int], today: date) -> QuerySet:
    """Those of the texts that wait which somebody should have read before today."""
    late_ones = Q(pk__in=[])
    for site in Site.objects.filter(pk__in=councils):
        latest = late_when_received_by(today, _within(site))
        late_ones |= Q(
            response__questionnaire__consultation__council=site, response__received_on__lte=latest
        )
    return waiting.filter(late_ones)


def lines(texts: Iterable[Words], today: date) -> Iterator[dict]:
    """Each text with the day by which it must be read, and what was asked in which language."""
    within: dict[int, int] = {}
    for words in texts:
        council = words.response.questionnaire.consultation.council
        if council.pk not in within:
            within[council.pk] = _within(council)
        due = read_by(words.response.received_on, within[council.pk])
        yield {
            "words": words,
            "due": due,
            "is_late": due < today,
            "asked": question_as_read(words),
            "language": language_name(words.language),
        }


def _within(council: Site) -> int:
    return CouncilSettings.for_site(council).read_within_days
