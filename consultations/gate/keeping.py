"""What the gate keeps from opening, and what it holds fast once a consultation has opened."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Site

from consultations.gate.gathering import facts_of
from consultations.gate.lines import Level, Line, Section
from consultations.gate.rules import sections_of
from consultations.models import ConsultationPage, Opening
from consultations.models.planning import CHECKLIST


def gate_of(page: ConsultationPage, council: Site | None = None) -> list[Section]:
    """Everything that the gate asks of a draft, with what is missing."""
    return sections_of(facts_of(page, council))


def lines_of(page: ConsultationPage, council: Site | None = None) -> list[Line]:
    """What is missing, line by line."""
    return [line for section in gate_of(page, council) for line in section.lines]


def opening_of(page: ConsultationPage) -> Opening | None:
    """What stood at the gate when the page's consultation was first opened; None before that."""
    openings = Opening.objects.select_related("consultation")
    return openings.filter(pk=page.translation_key).first()


def kept_back(page: ConsultationPage, council: Site | None = None) -> list[tuple[str | None, str]]:
    """Why `page` cannot be published as it is: pairs of (field of the page, sentence).

    What `refusals` says of the questions is not among them. An empty list means that it can be.
    """
    opening = opening_of(page)
    if opening:
        return [*_fixed(page, opening), *_decided(page, opening)]
    lines = [line for line in lines_of(page, council) if line.blocks and line.code != "questions"]
    return [(None, _to_do(line)) for line in lines]


def _to_do(line: Line) -> str:
    """A line as a sentence that stands alone."""
    if line.level is Level.HARD:
        return line.sentence
    return _("%s Or give a reason at the gate, which everybody can read.") % line.sentence


def _fixed(page: ConsultationPage, opening: Opening) -> Iterator[tuple[str, str]]:
    """What was written on the checklist stays as it was on the day of opening."""
    document = opening.document
    if document.get("language") != page.locale.language_code:
        return
    for name in CHECKLIST:
        if getattr(page, name) != document["checklist"][name]:
            yield (
                name,
                _("This was fixed on %s, when it opened. Put it back as it was.")
                % date_format(opening.opened_on),
            )


def _decided(page: ConsultationPage, opening: Opening) -> Iterator[tuple[str, str]]:
    """What has been decided is not asked again."""
    decided_on = opening.consultation.decided_on
    if decided_on and page.closes_on and page.closes_on >= timezone.localdate():
        yield (
            "closes_on",
            _(
                "A decision that rests on it was published on %s, so it cannot be open any more. "
                "Ask about what is still open in a new consultation."
            )
            % date_format(decided_on),
        )
