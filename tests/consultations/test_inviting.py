"""A batch of codes: shown once, used once, and never traced to whoever used one."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from consultations.actions import inviting
from consultations.models import (
    CouncilSettings,
    GroupCode,
    Invitation,
    InvitationBatch,
    Route,
)
from consultations.models.invitation import FEWEST_SHOWN, MOST_CODES
from heard.time_passing import let_time_pass
from tests import inviting as invited
from tests import make
from tests.sharing import once_a_file


@once_a_file
def page():
    """An open consultation."""
    return make.consultation()


def everything_about_codes() -> str:
    tables = (InvitationBatch, Invitation)
    return str([list(model.objects.values_list()) for model in tables])


def test_no_code_is_stored(page):
    _batch, made = invited.batch(page, 5)

    stored = everything_about_codes()

    assert len(set(made)) == 5
    assert not any(code in stored or code.upper() in stored for code in made)


def test_a_batch_that_is_made_twice_is_made_once(page):
    batch, _made = invited.batch(page, 5)
    officer = make.staff("participation")

    with pytest.raises(inviting.AlreadyMade):
        inviting.make_batch(
            key=batch.pk,
            consultation=page.identity,
            label="Again",
            n_codes=5,
            expires_on=make.today(),
            by=officer,
            today=make.today(),
        )

    assert Invitation.objects.count() == 5


def test_codes_lie_in_no_order_that_somebody_printed(page):
    invited.batch(page, 20)

    with connection.cursor() as cursor:
        cursor.execute("SELECT code_digest FROM consultations_invitation")
        stored = [digest for (digest,) in cursor.fetchall()]

    assert stored == sorted(stored)


def test_nothing_about_a_code_has_a_time_a_place_in_an_order_or_a_way_to_an_answer():
    columns = [field.column for field in Invitation._meta.local_fields]
    leads_to = {field.related_model for field in Invitation._meta.fields if field.is_relation}

    assert columns == ["id", "batch_id", "code_digest", "code_key"]
    assert leads_to == {InvitationBatch}
    assert Invitation._meta.get_field("id").get_internal_type() == "UUIDField"
    assert Invitation._meta.ordering == []
    assert Invitation._meta.related_objects == ()
    telling = (models.DateTimeField, models.AutoField)
    assert not any(isinstance(field, telling) for field in InvitationBatch._meta.fields)


def test_a_used_code_leaves_nothing_but_a_smaller_number(page):
    batch, made = invited.batch(page, 12)
    before = everything_about_codes()

    assert inviting.spend(code=made[3], consultation=page.identity)

    assert InvitationBatch.objects.get().used == 1
    assert Invitation.objects.count() == 11
    assert len(everything_about_codes()) < len(before)
    assert InvitationBatch.objects.values().get() == InvitationBatch.objects.values().get(
        pk=batch.pk, n_used=None
    )


def test_a_code_is_spent_once(page):
    code = invited.code(page)

    assert inviting.spend(code=code, consultation=page.identity)
    assert not inviting.spend(code=code, consultation=page.identity)


def test_a_code_is_good_for_its_own_consultation_alone(page):
    code = invited.code(page)

    assert not inviting.spend(code=code, consultation=make.consultation().identity)
    assert inviting.find_opening(code, make.today()).consultation == page.identity


@pytest.mark.parametrize(("days", "opens"), [(7, True), (8, False)])
def test_a_code_lets_somebody_begin_until_its_last_day(page, days, opens):
    code = invited.code(page)

    assert bool(inviting.find_opening(code, make.today(days))) is opens


@pytest.mark.parametrize(("days", "opens"), [(-1, False), (0, True), (1, False)])
def test_a_group_code_opens_on_its_day_alone(page, days, opens):
    group = invited.group(page)

    opening = inviting.find_opening(group.code, make.today(days))

    assert bool(opening) is opens
    assert not opens or opening.route == Route.GROUP


def test_the_code_of_a_consultation_is_the_open_link(page):
    opening = inviting.find_opening(page.identity.code.upper(), make.today())

    assert (opening.consultation, opening.route) == (page.identity, Route.OPEN)
    assert inviting.find_opening("abcdefgh", make.today()) is None


def test_stopped_codes_open_nothing_and_what_was_used_stays_known(page):
    batch, made = invited.batch(page, 12)
    inviting.spend(code=made[0], consultation=page.identity)

    inviting.stop_batch(batch=batch, by=make.staff("participation"))

    batch.refresh_from_db()
    assert (batch.n_used, batch.used, batch.shown_used) == (1, 1, 1)
    assert batch.is_over(make.today())
    assert not Invitation.objects.exists()
    assert inviting.find_opening(made[1], make.today()) is None


@pytest.mark.parametrize(("n_codes", "shown"), [(FEWEST_SHOWN - 1, None), (FEWEST_SHOWN, 0)])
def test_how_many_were_used_is_not_shown_of_a_small_batch(page, n_codes, shown):
    batch, _made = invited.batch(page, n_codes)

    assert batch.shown_used == shown


@pytest.mark.parametrize(("days", "is_left"), [(8, True), (9, False)])
def test_codes_are_wiped_when_nobody_can_be_answering_with_them(page, days, is_left):
    CouncilSettings.for_site(make.council())  # unsent answers are kept for 24 hours
    invited.batch(page, 3)
    invited.group(page)

    inviting.end_what_is_over(today=make.today(days))

    assert Invitation.objects.exists() is is_left
    assert not GroupCode.objects.exists()
    assert (InvitationBatch.objects.get().n_used is None) is is_left


def test_time_ends_codes_by_itself(page):
    invited.batch(page, 3, expires_on=make.today(-3), today=make.today(-9))

    assert let_time_pass()["codes ended"] == 1
    assert let_time_pass()["codes ended"] == 0


@pytest.mark.parametrize("role", ["approver", "reader", "analyst", "governance"])
def test_only_participation_officers_make_and_stop_codes(page, role):
    somebody, (batch, _made), group = make.staff(role), invited.batch(page), invited.group(page)

    for act in (
        lambda: invited.batch(page, by=somebody),
        lambda: invited.group(page, by=somebody),
        lambda: inviting.stop_batch(batch=batch, by=somebody),
        lambda: inviting.stop_group_code(group=group, by=somebody),
    ):
        with pytest.raises(inviting.NotYours):
            act()


def raw_batch(page, **more) -> InvitationBatch:
    facts = {"n_codes": 1, "made_on": make.today(), "expires_on": make.today(), "label": "x"}
    return InvitationBatch(pk=uuid.uuid4(), consultation=page.identity, **(facts | more))


@pytest.mark.parametrize(
    "more",
    [
        {"n_codes": 1},
        {"n_codes": MOST_CODES},
        {"n_codes": 5, "n_used": 5},
        {"n_codes": 5, "n_used": 0},
        {"expires_on": timezone.localdate()},
    ],
)
def test_the_database_takes_a_batch_that_can_be(page, more):
    raw_batch(page, **more).save()

    assert InvitationBatch.objects.count() == 1


@pytest.mark.parametrize(
    "more",
    [
        {"n_codes": 0},
        {"n_codes": MOST_CODES + 1},
        {"n_codes": 5, "n_used": 6},
        {"made_on": timezone.localdate() + timedelta(days=1)},
    ],
)
def test_the_database_refuses_a_batch_that_cannot_be(page, more):
    with pytest.raises(IntegrityError), transaction.atomic():
        raw_batch(page, **more).save()


def test_whether_a_code_is_needed_follows_what_was_published():
    page = make.consultation(by_invitation=True)
    assert page.identity.by_invitation

    page.by_invitation = False
    page.save_revision().publish()

    assert not type(page).objects.get(pk=page.pk).identity.by_invitation
