"""What must be there before findings are published, in sentences for the analyst."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from feedback.models import FindingsPage

DIFFERS = gettext_lazy(
    "Say who sees it differently. If no one said otherwise, tick that box; it is signed with "
    "your name."
)
STRENGTH = gettext_lazy("Say how many said it, for at least one group.")
NEVER_ASKED = gettext_lazy("Choose a consultation that has been open.")
STILL_OPEN = gettext_lazy("The consultation is still open. Wait until its last day has passed.")
ANOTHERS = gettext_lazy("The theme “%(theme)s” belongs to another consultation.")


def missing_from_findings(page: FindingsPage) -> list[str]:
    """Sentences that say what is missing from `page`; empty when it can be published."""
    missing = []
    consultation = page.consultation_page.identity if page.consultation_page_id else None
    if consultation is None:
        return [str(NEVER_ASKED)]
    if page.consultation_page.state != "closed":
        missing.append(str(STILL_OPEN))
    lines = list(page.themes.all())
    if not lines:
        missing.append(_("Add at least one theme."))
    for line in lines:
        if line.theme.consultation_id != consultation.pk:
            missing.append(ANOTHERS % {"theme": line.theme.name})
        if not line.differs.strip() and not line.nobody_differs:
            missing.append(f"{line.theme.name}: {DIFFERS}")
        if not line.strengths:
            missing.append(f"{line.theme.name}: {STRENGTH}")
    return missing
