"""A consultation as somebody else would be asked it: whoever they are, and nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.utils.functional import cached_property
from django.utils.http import urlencode

from consultations.audiences import Role
from consultations.bank import not_comparable
from consultations.equality import Asked, asked_apart
from consultations.models import Consultation, ConsultationPage, CouncilSettings
from consultations.refusals import refusals
from consultations.trial import trial_document
from feedback.journey import Journey

SEAL = "feedback.preview"
DRAFT = "draft"


@dataclass
class Source:
    """What is looked at: the latest draft, or an edition that was frozen.

    `left_out` are questions of a draft that are not whole yet; `wrong` is what stands between it
    and a frozen questionnaire.
    """

    page: ConsultationPage
    edition: str
    document: dict
    left_out: list[str]
    wrong: list[str]

    @cached_property
    def council(self) -> CouncilSettings:
        """The facts of the page's council."""
        return CouncilSettings.for_site(self.page.get_site())

    @property
    def not_comparable(self) -> list[str]:
        """Which data names of a draft meant something else elsewhere."""
        return not_comparable(self.page) if self.edition == DRAFT else []

    @property
    def consultation(self) -> Consultation:
        """What answers would hang on, with the days of the page. Not for saving."""
        known = self.page.identity or Consultation(pk=self.page.translation_key, code="preview")
        for name in ("opens_on", "closes_on", "findings_by", "decision_by"):
            setattr(known, name, getattr(self.page, name))
        return known


@dataclass
class Preview:
    """A source as one person would read it."""

    source: Source
    role: str
    band: str
    language: str
    easy: bool

    @property
    def journey(self) -> Journey:
        """The way of this person before any answer."""
        return Journey(self.source.document, self.role, self.band, self.language, easy=self.easy)

    @property
    def apart(self) -> list[Asked]:
        """What this person is asked about themselves, once they have sent."""
        return asked_apart(self.source.document.get("apart", ()), self.role, self.band)

    @property
    def is_adult(self) -> bool:
        """Whether a grown-up reads it."""
        return self.role in (Role.PARENT, Role.PRACTITIONER, Role.CHOOSER)

    @property
    def query(self) -> str:
        """The choices, as they stand in an address."""
        chosen = {
            "edition": self.source.edition,
            "who": f"{self.role}:{self.band}",
            "language": self.language,
        }
        return urlencode({**chosen, "easy": "on"} if self.easy else chosen)


def source_of(page: ConsultationPage, edition: str) -> Source:
    """The draft of a page, or one of its editions by number; the draft where there is no such."""
    latest = page.get_latest_revision_as_object()
    frozen = page.identity.questionnaires.all() if page.identity and edition.isdecimal() else None
    if frozen and (found := frozen.filter(number=int(edition)).first()):
        return Source(latest, edition, found.document, [], [])
    wrong = [str(sentence) for _field, sentence in refusals(latest, page.get_site())]
    document, left_out = trial_document(latest)
    return Source(latest, DRAFT, document, left_out, wrong)


def sealed(answers: Mapping) -> str:
    """Trial answers as a page carries them to the next one: nowhere else are they kept."""
    return signing.dumps(dict(answers), salt=SEAL, compress=True)


def unsealed(text: str) -> dict[str, Any]:
    """The trial answers that a page carried; none where somebody changed them."""
    try:
        return signing.loads(text, salt=SEAL)
    except signing.BadSignature:
        return {}
