"""Somebody is invited: codes for a known group, some of them used, and a code for a room today."""

import random
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from consultations.actions import inviting
from consultations.models import ConsultationPage, Route
from feedback.ways import Way
from heard.demo.answering import Crowd

ASKED = "sharing"  # the consultation that is open
FOR = "Year 9, Larkmere High"
N_CODES, N_USED, N_IN_ROOM = 40, 14, 11
SESSION = "Care leavers' drop-in, Hill Street"


@transaction.atomic
def load_invitations(pages: dict[str, ConsultationPage], *, officer: Any) -> int:
    """Make the codes, have some of them used, and give how many people came with one."""
    page, today = pages[ASKED], timezone.localdate()
    codes = inviting.make_batch(
        key=uuid.uuid4(),
        consultation=page.identity,
        label=FOR,
        n_codes=N_CODES,
        expires_on=page.closes_on,
        by=officer,
        today=today,
    )
    inviting.make_group_code(consultation=page.identity, label=SESSION, valid_on=today, by=officer)
    crowd = Crowd(ASKED, page, random.Random(2032))  # noqa: S311  (the same on every machine)
    crowd.phrases = []  # the others have written them all: these choose answers
    for code in sorted(codes)[:N_USED]:
        crowd.person("child", "13-15", "me", way=Way(Route.INVITED, code))
    for _each in range(N_IN_ROOM):
        crowd.person("child", "16-17", "me", way=Way(Route.GROUP))
    return N_USED + N_IN_ROOM
