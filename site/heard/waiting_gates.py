"""What stands between the drafts of consultations and opening, for those who can mend it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import ngettext

from consultations.gate.keeping import lines_of
from consultations.models import ConsultationPage, Opening, StaffRole
from consultations.permissions import holds, sections_of

MOST = 4  # drafts, the newest first: looking at each takes a while
ROLES = (StaffRole.PARTICIPATION, StaffRole.APPROVER, StaffRole.DECISION_MAKER)


def gates(user: Any) -> Iterator[dict]:
    """Lines of {"n", "what", "url"}, one for each draft that something stands in the way of."""
    if not holds(user, *ROLES):
        return
    opened = Opening.objects.filter(pk=OuterRef("translation_key"))
    drafts = sections_of(user, ConsultationPage, *ROLES).filter(~Exists(opened), live=False)
    for page in drafts.order_by("-latest_revision_created_at")[:MOST]:
        draft = page.get_latest_revision_as_object()
        n = sum(line.blocks for line in lines_of(draft))
        if n:
            what = ngettext("thing before it can open: %s", "things before it can open: %s", n)
            url = reverse("consultations_gate", args=[page.pk])
            yield {"n": n, "what": what % draft.title, "url": url}
