"""What must be there before findings are published, in sentences for the analyst."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from consultations.models import Consultation
from feedback.models import FindingsPage, FindingTheme, Words
from feedback.strengths import Support, support_of

DIFFERS = gettext_lazy(
    "Say who sees it differently. If no one said otherwise, tick that box; it is signed with "
    "your name."
)
STRENGTH = gettext_lazy("Say how many said it, for at least one group.")
NEVER_ASKED = gettext_lazy("Choose a consultation that has been open.")
ANOTHER_COUNCIL = gettext_lazy("Choose a consultation of your own council.")
STILL_OPEN = gettext_lazy("The consultation is still open. Wait until its last day has passed.")
NOT_CHECKED = gettext_lazy(
    "Show the themes to young people and record what they changed, or say why you cannot: see "
    "Young checkers, beside the texts."
)
ANOTHERS = gettext_lazy("The theme “%(theme)s” belongs to another consultation.")


def missing_from_findings(page: FindingsPage) -> list[str]:
    """Sentences that say what is missing from `page`; empty when it can be published."""
    consultation = page.consultation_page.identity if page.consultation_page_id else None
    if consultation is None:
        return [str(NEVER_ASKED)]
    if consultation.council != page.get_site():
        return [str(ANOTHER_COUNCIL)]
    missing = []
    if page.consultation_page.state != "closed":
        missing.append(str(STILL_OPEN))
    if n_unread := Words.objects.unread().of(consultation).count():
        missing.append(unread(n_unread))
    if not consultation.checks.exists():
        missing.append(str(NOT_CHECKED))
    lines = list(page.themes.all())
    if not lines:
        missing.append(_("Add at least one theme."))
    support = support_of(consultation)
    for line in lines:
        missing.extend(_missing_from(line, consultation, support))
    return missing


def _missing_from(
    line: FindingTheme, consultation: Consultation, support: Support
) -> Iterator[str]:
    is_ours = line.theme.consultation_id == consultation.pk
    if not is_ours:
        yield ANOTHERS % {"theme": line.theme.name}
    if not line.differs.strip() and not line.nobody_differs:
        yield f"{line.theme.name}: {DIFFERS}"
    if not line.strengths:
        yield f"{line.theme.name}: {STRENGTH}"
    for _role, sentence in support.refusals(line) if is_ours else ():
        yield f"{line.theme.name}: {sentence}"


def unread(n: int) -> str:
    """Findings wait until a person has read every text."""
    return ngettext(
        "%(n)s text has not been read yet. Everything is read before anything is published.",
        "%(n)s texts have not been read yet. Everything is read before anything is published.",
        n,
    ) % {"n": n}
