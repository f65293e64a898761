"""Being contacted: asked for apart, opened by few, deleted soon (requirement S8)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from consultations.models import CouncilSettings, StaffRole
from consultations.permissions import Staff, councils_of
from feedback.actions.alerting import settle_alerts
from feedback.actions.reading import NotYours
from feedback.actions.telling import tell_leads
from feedback.models import (
    AlertKind,
    Conflict,
    Contact,
    ContactOpening,
    Response,
)

NEAR = timedelta(days=1)  # the form can be filled in on the day after the answers were sent


class Closed(Exception):
    """Somebody has written down before how it ended."""


@transaction.atomic
def ask_for_contact(*, response: Response, details: Mapping[str, Any], today: date) -> Contact:
    """Keep how somebody can be reached, apart from their answers and sealed; tell whoever acts.

    It names nobody and nothing of it is in the alert. Asking twice is two requests: a page that
    says that somebody asked before could tell it to whoever holds the tablet next.
    """
    council = response.questionnaire.consultation.council
    contact = Contact.asked(
        response_id=response.pk, details=dict(details), council=council, asked_on=today
    )
    contact.save(force_insert=True)
    conflict = Conflict.objects.filter(response_id=response.pk).first()
    tell_leads(council=council, kind=AlertKind.CONTACT, about=contact.pk, conflict=conflict)
    return contact


def contacts_for(user: Staff) -> QuerySet:
    """Requests that this person may open: a safeguarding lead all but those of a response that is
    kept from them, the conflict list those of responses that are for them alone."""
    lead = Contact.objects.filter(council__in=councils_of(user, StaffRole.SAFEGUARDING))
    hidden = Conflict.objects.kept_from(user).values_list("response_id", flat=True)
    mine = Conflict.objects.exclude(pk__in=Conflict.objects.kept_from(user).values("pk"))
    kept = mine.filter(council__in=councils_of(user, StaffRole.CONFLICT)) | mine.keeping(user)
    seen = lead.not_of(hidden)
    for response_id in kept.values_list("response_id", flat=True):
        seen = seen | Contact.objects.of(response_id)
    return seen


@transaction.atomic
def open_contact(*, contact: Contact, by: Staff) -> Contact:
    """Record that somebody is about to see how a person can be reached. Raises NotYours."""
    _must_see(contact, by)
    ContactOpening.objects.create(contact=contact, by=by, at=timezone.now())
    return contact


@transaction.atomic
def close_contact(*, contact: Contact, by: Staff, came_of_it: str, today: date) -> Contact:
    """Write down how a request ended; it is deleted some days later. Raises NotYours, Closed."""
    _must_see(contact, by)
    contact = Contact.objects.select_for_update().get(pk=contact.pk)
    if contact.closed_on:
        raise Closed
    contact.closed_on, contact.closed_by, contact.came_of_it = today, by, came_of_it
    contact.save(update_fields=["closed_on", "closed_by", "came_of_it"])
    settle_alerts(council=contact.council, kind=AlertKind.CONTACT, about=contact.pk)
    return contact


def response_of(contact: Contact) -> Response | None:
    """Whose request it is, if their answers are still here: found by trying those that were sent
    on that day or the day before, because nothing leads from the table to a response."""
    sent = Response.objects.filter(
        questionnaire__consultation__council=contact.council,
        received_on__range=(contact.asked_on - NEAR, contact.asked_on),
    )
    theirs = (pk for pk in sent.values_list("pk", flat=True) if contact.is_of(pk))
    pk = next(theirs, None)
    return Response.objects.get(pk=pk) if pk else None


def wipe_contacts(*, today: date) -> int:
    """Delete requests that ended as many days ago as their council says. Gives how many."""
    n = 0
    for council in Site.objects.filter(contacts__closed_on__isnull=False).distinct():
        days = timedelta(days=CouncilSettings.for_site(council).contact_days)
        over = Contact.objects.filter(council=council, closed_on__lte=today - days)
        n += over.count()
        over.delete()
    return n


def _must_see(contact: Contact, by: Staff) -> None:
    if not contacts_for(by).filter(pk=contact.pk).exists():
        raise NotYours
