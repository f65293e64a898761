"""What came of a worry: with its times, once, and handed over once."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils import timezone

from feedback.actions import concerns
from feedback.models import Alert, Concern, ConcernOpening, FollowUp, HandingOver
from feedback.settling import Facts
from tests import make
from tests.feedback.listening.screens import everything_stored, is_refused, says
from tests.sharing import once_a_file

TEXT = "He hits me when I get home"


@once_a_file
def worry():
    return make.concern(text=TEXT)


def at(name, worry):
    return reverse(f"feedback_{name}", args=[worry.pk])


def opened(client, worry):
    return says(client.post(at("open_concern", worry), follow=True))


def minute(offset=0):
    return (timezone.localtime() + timedelta(minutes=offset)).strftime("%Y-%m-%dT%H:%M")


def test_a_concern_is_closed_until_it_is_opened_and_that_is_recorded(as_staff, worry):
    lead = as_staff("safeguarding")

    closed = says(lead.get(at("concern", worry)))

    assert TEXT not in closed
    for part in ("It has waited for", "Tell us more.", "13 to 15", "Me", "English"):
        assert part in closed
    assert not ConcernOpening.objects.exists()
    assert TEXT in opened(lead, worry)
    assert TEXT in says(lead.get(at("concern", worry)))
    assert ConcernOpening.objects.filter(by=make.staff("safeguarding")).count() >= 2


def test_possible_sexual_abuse_is_not_left_for_later(as_staff, worry):
    lead = as_staff("safeguarding")
    opened(lead, worry)
    typed = {"outcome": "cannot_identify", "category": "sexual_abuse", "action": "I looked."}

    refused = lead.post(at("concern", worry), typed)

    assert refused.status_code == 422
    assert "is not left for later" in says(refused)
    assert "I looked." in refused.content.decode()
    assert Concern.objects.waiting().exists()
    times = {"aware_at": minute(-20), "told_at": minute(-10), "acted_at": minute(-5)}
    shown = says(lead.post(at("concern", worry), typed | times, follow=True))
    worry.refresh_from_db()
    assert worry.aware_at < worry.told_at < worry.acted_at < worry.recorded_at
    assert "Possible child sexual abuse" in shown
    assert "Told others" in shown


def test_what_cannot_have_happened_yet_is_refused_and_nothing_is_lost(as_staff, worry):
    typed = {
        "outcome": "referred",
        "category": "hurt",
        "about_writer": "on",
        "about_another": "on",
        "aware_at": minute(-5),
        "told_at": minute(-9),
        "acted_at": minute(90),
        "reference": "REF-77",
        "action": "I rang.",
    }
    lead = as_staff("safeguarding")

    shown = lead.post(at("concern", worry), typed)

    assert shown.status_code == 422
    assert "You cannot have told anybody before you knew" in says(shown)
    assert "This has not happened yet" in says(shown)
    assert "REF-77" in shown.content.decode()
    good = typed | {"told_at": minute(-4), "acted_at": minute(-3)}
    said = says(lead.post(at("concern", worry), good, follow=True))
    for part in ("REF-77", "The person who wrote it.", "Another child.", "Acted"):
        assert part in said
    assert "REF-77" not in everything_stored()


def test_a_setting_is_told_of_a_pattern_when_nobody_can_be_found(as_staff, worry):
    typed = {
        "outcome": "cannot_identify",
        "category": "exploitation",
        "pattern": "Head of the school: lifts from strangers at the bus stop.",
        "action": "Nothing here tells who it is.",
    }
    lead = as_staff("safeguarding")
    assert "nothing here can tell who it is" in opened(lead, worry)

    shown = says(lead.post(at("concern", worry), typed, follow=True))

    assert "A setting was told Head of the school" in shown
    assert "lifts from strangers" not in everything_stored()


def test_a_new_outcome_has_its_times_too(as_staff, worry):
    make.settled_concern(worry, "no_concern", category="", told_at=None, reference="")
    lead = as_staff("safeguarding")
    typed = {"note": "She wrote again.", "outcome": "danger", "category": "hurt"}

    refused = lead.post(at("follow_up", worry), typed)

    assert "Call 999 now, and write down when you called." in says(refused)
    assert not FollowUp.objects.exists()
    lead.post(at("follow_up", worry), typed | {"told_at": minute(-1)})
    assert FollowUp.objects.get().told_at


def test_care_leavers_bring_up_who_is_at_risk_today(as_staff):
    worry = make.concern(make.words(make.closed_consultation(bands=["18-25"]), band="18-25"))

    assert "whether other children are at risk from the same person today" in opened(
        as_staff("safeguarding"), worry
    )


def test_whoever_had_help_may_not_be_safe_to_contact(as_staff):
    worry = make.concern(make.words(voice="with_help"))

    shown = says(as_staff("safeguarding").get(at("concern", worry)))

    assert "Whether it is safe to contact them is not known." in shown


def test_what_is_handed_over_is_made_once_and_again_with_a_reason(as_staff, worry):
    lead = as_staff("safeguarding")
    opened(lead, worry)

    page = lead.post(at("hand_over", worry)).content.decode()
    again = lead.post(at("hand_over", worry))

    for part in (TEXT, "Tell us more.", "13 to 15"):
        assert part in page
    assert again.status_code == 422
    assert HandingOver.objects.get().by == make.staff("safeguarding")
    assert TEXT in lead.post(at("hand_over", worry), {"reason": "Paper lost"}).content.decode()
    assert [one.reason for one in HandingOver.objects.all()] == ["", "Paper lost"]
    with pytest.raises(concerns.HandedOverBefore):
        concerns.hand_over(concern=worry, by=make.staff("safeguarding"))
    with pytest.raises(DatabaseError), transaction.atomic():
        HandingOver.objects.create(concern=worry, by=make.staff("safeguarding"), at=timezone.now())


def test_a_worry_tells_the_leads_until_it_is_settled(worry):
    told = Alert.objects.get(kind="concern")
    assert (told.about, told.for_role) == (str(worry.pk), "safeguarding")

    make.settled_concern(worry)

    assert not Alert.objects.open().exists()


REPLACE = "INSERT OR REPLACE INTO feedback_concern SELECT * FROM feedback_concern"


def test_the_database_refuses_to_change_what_was_settled(worry):
    worry = make.settled_concern(worry, about_another=True)
    by = make.staff("safeguarding")
    line = concerns.follow_up(concern=worry, by=by, note="She called.")
    handed = concerns.hand_over(concern=worry, by=by)
    attempts = [
        lambda: Concern.objects.update(outcome=""),
        lambda: Concern.objects.update(aware_at=timezone.now()),
        lambda: Concern.objects.update(sealed_words="x"),
        lambda: Concern.objects.update(about_another=False),
        lambda: sql("UPDATE feedback_concern SET raised_at = acted_at"),
        lambda: sql("DELETE FROM feedback_concern"),
        lambda: FollowUp.objects.filter(pk=line.pk).update(sealed_note="x"),
        lambda: FollowUp.objects.all().delete(),
        lambda: HandingOver.objects.filter(pk=handed.pk).update(sealed_reason="x"),
        lambda: HandingOver.objects.all().delete(),
    ]
    if connection.vendor == "sqlite":
        attempts.append(lambda: sql(REPLACE))
    else:
        attempts.append(lambda: sql("TRUNCATE feedback_concern CASCADE"))

    for attempt in attempts:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def sql(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_waits_may_be_settled_and_words_may_be_taken_back(worry):
    make.settled_concern(worry)

    worry.words.response.delete()

    worry.refresh_from_db()
    assert worry.words is None
    with pytest.raises((DatabaseError, ProtectedError)), transaction.atomic():
        worry.delete()


@pytest.mark.parametrize(
    "changed",
    [
        {"aware_at": None},
        {"recorded_at": None},
        {"acted_at": "later"},
        {"outcome": "danger", "told_at": None},
        {"category": "sexual_abuse", "told_at": None},
        {"outcome": "referred", "sealed_reference": ""},
    ],
)
def test_the_database_asks_of_an_outcome_what_the_form_asks(worry, changed):
    now = timezone.now()
    whole = {
        "council": make.council(),
        "raised_by": make.staff("reader"),
        "raised_at": now,
        "outcome": "referred",
        "category": "hurt",
        "acted_by": make.staff("safeguarding"),
        "sealed_reference": "x",
        **dict.fromkeys(("aware_at", "told_at", "acted_at", "recorded_at"), now),
    }
    later = {"later": now + timedelta(hours=1)}
    changed = {name: later.get(value, value) for name, value in changed.items()}
    assert Concern.objects.create(**whole).pk

    with pytest.raises(DatabaseError), transaction.atomic():
        Concern.objects.create(**(whole | changed))


def test_a_deputy_sees_what_is_open_and_takes_over(as_staff, worry):
    lead, deputy = as_staff("safeguarding"), make.staff("safeguarding", again=True)
    hand_on = reverse("feedback_hand_on")
    assert f"#{worry.pk}" in says(lead.get(hand_on))

    lead.post(hand_on, {"to": deputy.pk, "note": "Ring the school at nine."})

    theirs = as_staff(user=deputy)
    shown = says(theirs.get(reverse("feedback_concerns")))
    assert "Ring the school at nine." in shown
    assert f"#{worry.pk}" in shown
    assert "Ring the school" not in says(lead.get(reverse("feedback_concerns")))
    assert "Ring the school" not in everything_stored()
    shift = deputy and worry.council.shifts.get()
    assert lead.post(reverse("feedback_take_over", args=[shift.pk])).status_code == 404
    theirs.post(reverse("feedback_take_over", args=[shift.pk]))
    assert "Ring the school" not in says(theirs.get(reverse("feedback_concerns")))
    with pytest.raises(concerns.NotYours):
        concerns.end_shift(council=worry.council, by=deputy, to=make.staff("reader"), note="")


def test_a_council_says_in_its_own_words_what_to_do(as_staff, worry):
    lead, address = as_staff("safeguarding"), reverse("feedback_pathways")
    assert "county lines" in says(lead.get(address))

    lead.post(address, {"hurt": "Ring the Larkmere front door."})

    assert "Ring the Larkmere front door." in opened(lead, worry)
    assert "Follow the whistleblowing policy." in opened(lead, worry)
    lead.post(address, {"hurt": ""})
    assert "Ring the Larkmere front door." not in opened(lead, worry)
    assert is_refused(as_staff("reader").get(address))


def test_facts_that_are_not_whole_are_named_by_the_action(worry):
    with pytest.raises(concerns.NotWhole) as refused:
        concerns.settle_concern(
            concern=worry,
            by=make.staff("safeguarding"),
            outcome="referred",
            action="x",
            facts=Facts(),
        )

    assert {field for field, _why in refused.value.wrong} == {"category", "told_at", "reference"}
