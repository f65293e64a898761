"""Builders for tests of inviting."""

import uuid
from typing import Any

from django.test import Client

from consultations.actions import inviting
from consultations.models import ConsultationPage, GroupCode, InvitationBatch
from tests import make
from tests.feedback.answering import walk


def batch(page: ConsultationPage, n_codes: int = 3, **more: Any) -> tuple[InvitationBatch, list]:
    """A batch, and the codes that were shown once."""
    key, today = uuid.uuid4(), more.pop("today", make.today())
    facts = {"label": "Year 9", "expires_on": make.today(7), "by": make.staff("participation")}
    made = inviting.make_batch(
        key=key, consultation=page.identity, n_codes=n_codes, today=today, **(facts | more)
    )
    return InvitationBatch.objects.get(pk=key), made


def code(page: ConsultationPage) -> str:
    """One code that nobody has used."""
    return batch(page, 1)[1][0]


def group(page: ConsultationPage, **more: Any) -> GroupCode:
    """A code for a room, today unless `valid_on` says otherwise."""
    facts = {"label": "Club", "valid_on": make.today(), "by": make.staff("participation")}
    return inviting.make_group_code(consultation=page.identity, **(facts | more))


def come_with(typed: str, client: Client | None = None) -> Client:
    """Somebody who opens the address of a code."""
    client = client or Client()
    assert client.get(f"/j/{typed}/").status_code == 302
    return client


def answer_with(typed: str, page: ConsultationPage, client: Client | None = None) -> Client:
    """Somebody who comes with a code, answers and presses Send."""
    client = come_with(typed, client)
    walk.begin(client, page)
    walk.answer(client, page, 2, "What I think")
    client.last = walk.send(client, page)
    return client
