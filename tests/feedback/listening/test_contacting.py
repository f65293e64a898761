"""Requests to be contacted on the safeguarding lead's side: closed, recorded, deleted in time."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from consultations.models import CouncilSettings
from feedback.actions import conflicts, contacting
from feedback.models import Alert, Contact, ContactOpening
from heard.time_passing import let_time_pass
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, n_queries, says
from tests.sharing import once_a_file

OTHERS = ["participation", "approver", "reader", "analyst", "decision_maker", "data_protection"]


@once_a_file
def words():
    return make.words(text="He hits me")


@once_a_file
def asked(words):
    return make.contact(words)


def address(asked, name="contact"):
    return reverse(f"feedback_{name}", args=[asked.pk])


def test_it_is_closed_until_it_is_opened_and_each_opening_is_recorded(as_staff, asked):
    lead = as_staff("safeguarding")
    listed = says(lead.get(reverse("feedback_concerns")))
    assert "See how" in listed
    assert "900123" not in listed
    assert "900123" not in says(lead.get(address(asked)))
    assert not ContactOpening.objects.exists()

    shown = says(lead.post(address(asked)))

    assert ContactOpening.objects.get().by == make.staff("safeguarding")
    order = ["Monday after school", "A phone call", "Not their social worker", "900123"]
    places = [shown.index(part) for part in order]
    assert places == sorted(places)
    assert "Do not name the council. Leave no voicemail." in shown


def test_a_message_names_the_council_only_where_that_was_allowed(as_staff, words):
    asked = make.contact(words, may_name="yes", not_worker=False, not_to="", when="")
    CouncilSettings.objects.update_or_create(
        site=make.council(), defaults={"name": "Larkmere Council"}
    )

    shown = says(as_staff("safeguarding").post(address(asked)))

    assert "You may say that you are from Larkmere Council." in shown
    assert "Leave no voicemail" not in shown
    assert "Ask first whether now is a good time." in shown


def test_it_leads_to_what_they_wrote_and_a_concern_leads_to_it(as_staff, words, asked):
    worry = make.concern(words)
    make.words(text="Somebody else")
    lead = as_staff("safeguarding")

    shown = lead.post(address(asked)).content.decode()
    concern = lead.post(reverse("feedback_open_concern", args=[worry.pk]), follow=True)

    assert reverse("feedback_text", args=[words.pk]) in shown
    assert f"Concern {worry.pk}" in shown
    assert address(asked) in concern.content.decode()
    assert contacting.response_of(asked) == words.response
    assert contacting.response_of(make.contact(words, on=make.today(9))) is None


def test_a_carer_who_helped_makes_it_unknown_whether_it_is_safe(as_staff):
    asked = make.contact(make.words(voice="with_help"))
    page = says(as_staff("safeguarding").post(address(asked)))

    assert "Whether it is safe to contact them is not known." in page


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_sees_it(as_staff, asked, role):
    client = as_staff(role)

    for response in (client.get(address(asked)), client.post(address(asked))):
        assert is_refused(response)
    assert is_refused(client.post(address(asked, "end_contact"), {"came_of_it": "reached"}))
    assert not ContactOpening.objects.exists()
    with pytest.raises(contacting.NotYours):
        contacting.open_contact(contact=asked, by=make.staff(role))


def test_the_lead_of_another_council_and_a_superuser_see_none(as_staff, asked):
    for user in (elsewhere("safeguarding"), make.superuser()):
        assert is_refused(as_staff(user=user).post(address(asked)))


def test_a_conflict_keeps_it_from_the_lead(as_staff, words, asked):
    make.staff("conflict")
    worry = make.concern(words)
    lead, listed = as_staff("safeguarding"), as_staff("conflict")
    assert is_refused(listed.post(address(asked)))

    conflicts.mark_conflict(concern=worry, by=make.staff("safeguarding"), people=[])

    assert is_refused(lead.post(address(asked)))
    assert "900123" in says(listed.post(address(asked)))
    later = make.contact(words)
    assert is_refused(lead.post(address(later)))
    assert Alert.objects.get(kind="contact", about=later.pk).for_person == make.staff("conflict")


def test_it_is_deleted_some_days_after_it_ended(as_staff, asked, time_machine):
    lead = as_staff("safeguarding")
    assert lead.post(address(asked, "end_contact")).status_code == 422

    lead.post(address(asked, "end_contact"), {"came_of_it": "reached"})

    kept = Contact.objects.get()
    assert (kept.came_of_it, kept.closed_by) == ("reached", make.staff("safeguarding"))
    assert not Alert.objects.open().exists()
    again = lead.post(address(asked, "end_contact"), {"came_of_it": "not_safe"}, follow=True)
    assert "Somebody has written down already" in says(again)
    assert contacting.wipe_contacts(today=make.today(29)) == 0
    assert Contact.objects.exists()
    time_machine.move_to(make.noon(make.today(30)))
    assert let_time_pass()["contacts wiped"] == 1
    assert not Contact.objects.exists()


def test_what_has_not_ended_is_kept(asked):
    assert contacting.wipe_contacts(today=make.today(900)) == 0
    assert Contact.objects.exists()


@pytest.mark.parametrize(
    "half", [{"closed_on": make.today()}, {"came_of_it": "reached"}, {"sealed": ""}]
)
def test_the_database_keeps_whole_requests_alone(asked, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.update(**half)


def test_the_list_is_as_quick_however_long(as_staff, words, asked):
    make.concern(words)
    lead, address = as_staff("safeguarding"), reverse("feedback_concerns")
    few = n_queries(lead, address)

    for _time in range(5):
        make.concern(words)
        make.contact(words)

    assert n_queries(lead, address) == few <= 20
