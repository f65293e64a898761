"""Questions about who may read what people wrote, and what follows from it."""

from typing import Any

from wagtail.models import Site

from consultations.models import StaffRole
from consultations.permissions import ANY_COUNCIL, holds
from feedback.models import Conflict

RAW = (StaffRole.READER, StaffRole.SAFEGUARDING, StaffRole.ANALYST, StaffRole.CONFLICT)
ENTERS = (StaffRole.PARTICIPATION, StaffRole.RECORDER)


def can_read_raw_answers(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` opens the reading queue. Being a superuser is not enough."""
    return holds(user, StaffRole.READER, StaffRole.SAFEGUARDING, council=council)


def can_see_concerns(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` sees concerns and acts on them: the safeguarding lead; of those about
    somebody who works here, the conflict list; and whoever keeps one where nobody is on it."""
    return holds(user, StaffRole.SAFEGUARDING, StaffRole.CONFLICT, council=council) or (
        holds(user, StaffRole.DATA_PROTECTION, council=council)
        and Conflict.objects.standing().keeping(user).exists()
    )


def can_lead(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` is a safeguarding lead, who hands over and writes what is to be done."""
    return holds(user, StaffRole.SAFEGUARDING, council=council)


def can_analyse(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` groups texts under themes and writes findings."""
    return holds(user, StaffRole.ANALYST, council=council)


def can_clear_quotations(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` may say that words can be shown in public."""
    return holds(user, StaffRole.ANALYST, StaffRole.READER, council=council)


def can_open_files(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` may look at drawings and pictures and listen to voice messages: whoever
    reads answers, and analysts those that were read."""
    return holds(user, *RAW, council=council)


def needs_second_factor(user: Any) -> bool:
    """Whether `user` must have a second factor: all who can read answers, all who write them down
    for others, and all who could give themselves or others that role."""
    return user.is_superuser or holds(user, *RAW, StaffRole.RECORDER)


def can_enter_answers(user: Any, council: Site | None = ANY_COUNCIL) -> bool:
    """Whether `user` enters what others said on paper, face to face or by phone."""
    return holds(user, *ENTERS, council=council)
