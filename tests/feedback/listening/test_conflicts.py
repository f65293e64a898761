"""A worry about somebody who works here: they lose sight of everything at once (test case 10)."""

import pytest
from django.urls import reverse

from feedback.actions import conflicts, reading, themes
from feedback.actions.telling import keepers
from feedback.models import Alert, Concern, Conflict, Quotation, Words
from heard.waiting import waiting_for
from tests import make
from tests.feedback.listening.screens import is_refused, says
from tests.sharing import once_a_file

TEXT = "The reader shouted at me"


@once_a_file
def page():
    return make.closed_consultation()


@once_a_file
def words(page):
    """Words that were read, put under a theme and cleared to be shown."""
    made = make.read_words(page, TEXT)
    make.quotation(made, make.theme(page))
    return made


@once_a_file
def worry(words):
    return make.concern(words)


def mark(worry, *people, by="safeguarding"):
    return conflicts.mark_conflict(concern=worry, by=make.staff(by), people=people)


def sees(client, worry) -> bool:
    shown = client.get(reverse("feedback_concern", args=[worry.pk]))
    listed = client.get(reverse("feedback_concerns"))
    assert is_refused(shown) or f"#{worry.pk}" in says(listed)
    return not is_refused(shown)


def addresses(words):
    """Every screen that shows something of these words."""
    code = words.response.questionnaire.consultation.code
    quotation = Quotation.objects.get()
    return {
        "text": reverse("feedback_text", args=[words.pk]),
        "quote": reverse("feedback_quote", args=[code, words.pk]),
        "clear": reverse("feedback_clear", args=[code, quotation.pk]),
    }


def test_whoever_it_is_about_loses_every_access_at_once(as_staff, page, words, worry):
    person = make.staff("reader", "analyst", "safeguarding")
    make.settled_concern(worry)
    theirs = as_staff(user=person)
    workspace = reverse("feedback_workspace", args=[page.identity.code])
    before = {name: theirs.get(one).status_code for name, one in addresses(words).items()}
    assert set(before.values()) == {200}
    assert TEXT in says(theirs.get(workspace))
    assert sees(theirs, worry)

    mark(worry, person)

    after = {name: theirs.get(one).status_code for name, one in addresses(words).items()}
    assert set(after.values()) == {404}
    assert TEXT not in says(theirs.get(workspace))
    quotations = reverse("feedback_quotations", args=[page.identity.code])
    assert TEXT not in says(theirs.get(quotations))
    assert not sees(theirs, worry)
    for refused in (reading.open_words, reading.mark_read):
        with pytest.raises(reading.NotYours):
            refused(words=words, by=make.staff("reader", "analyst", "safeguarding"))
    with pytest.raises(themes.NotSafeYet):
        themes.open_original(words=words, by=person)


def test_only_the_conflict_list_sees_it_and_who_saw_it_before(as_staff, words, worry):
    listed, lead = as_staff("conflict"), as_staff("safeguarding")
    lead.post(reverse("feedback_open_concern", args=[worry.pk]))
    assert sees(lead, worry)
    assert not sees(listed, worry)

    mark(worry, make.staff("reader"))

    assert not sees(lead, worry)
    assert sees(listed, worry)
    shown = says(listed.post(reverse("feedback_open_concern", args=[worry.pk]), follow=True))
    assert TEXT in shown
    before = shown[shown.index("Who had seen it before") : shown.index("Let others work")]
    assert str(make.staff("reader")) in before
    assert str(make.staff("safeguarding")) in before
    assert str(make.staff("conflict")) not in before


def test_what_was_shown_in_public_is_out_of_sight(worry):
    make.settled_concern(worry)
    assert Quotation.objects.public().exists()
    assert Words.objects.safe_to_analyse().exists()

    mark(worry)

    assert not Quotation.objects.public().exists()
    assert not Words.objects.safe_to_analyse().exists()


def test_unread_words_of_the_same_person_leave_the_queue(as_staff):
    page = make.closed_consultation(
        make.block("long_text", "Tell us more.", data_name="more"),
        make.block("long_text", "Anything else?", data_name="else"),
    )
    response = make.response(page, more="Priya shouted", **{"else": "Priya again"})
    first, second = response.words.order_by("pk")
    mark(make.concern(first), make.staff("reader"))
    reader = as_staff("reader")

    assert "0 texts wait" in says(reader.get(reverse("feedback_reading")))
    assert reader.get(reverse("feedback_text", args=[second.pk])).status_code == 404
    assert not any(line["n"] for line in waiting_for(make.staff("reader")))
    with pytest.raises(reading.NotYours):
        reading.raise_concern(words=second, by=make.staff("reader"), note="")


def test_nobody_whom_it_is_about_is_told(worry):
    person = make.staff("safeguarding", "conflict")
    other = make.staff("conflict")
    assert Alert.objects.open().get().for_role == "safeguarding"

    mark(worry, person)

    told = Alert.objects.open()
    assert [(one.kind, one.for_person, one.for_role) for one in told] == [("conflict", other, "")]


def test_without_a_list_it_goes_to_the_other_leads(as_staff, worry):
    person, other = make.staff("safeguarding"), make.staff("safeguarding", again=True)

    mark(worry, person, by="safeguarding")

    assert not sees(as_staff(user=person), worry)
    assert sees(as_staff(user=other), worry)
    assert Alert.objects.open().get().for_person == other


def test_without_another_lead_it_goes_to_the_data_protection_officer(as_staff, worry):
    officer = make.staff("data_protection")
    assert keepers(make.council(), [make.staff("safeguarding").pk]) == [officer]
    assert is_refused(as_staff(user=officer).get(reverse("feedback_concerns")))

    mark(worry, make.staff("safeguarding"))

    assert sees(as_staff(user=officer), worry)


def test_the_list_lets_others_work_with_it_again_but_not_whom_it_is_about(as_staff, words, worry):
    make.settled_concern(worry)
    person = make.staff("analyst")
    other = make.staff("analyst", again=True)
    make.staff("conflict")
    conflict = mark(worry, person)
    end = reverse("feedback_end_conflict", args=[worry.pk])
    assert is_refused(as_staff("safeguarding").post(end, {"reason": "Mine"}))
    listed = as_staff("conflict")
    listed.post(reverse("feedback_open_concern", args=[worry.pk]))
    assert listed.post(end, {"reason": " "}).status_code == 422

    listed.post(end, {"reason": "It was looked into."})

    conflict.refresh_from_db()
    assert (conflict.ended_by, conflict.why_ended) == (
        make.staff("conflict"),
        "It was looked into.",
    )
    address = reverse(
        "feedback_quote", args=[words.response.questionnaire.consultation.code, words.pk]
    )
    assert as_staff(user=other).get(address).status_code == 200
    assert as_staff(user=person).get(address).status_code == 404
    assert sees(as_staff("safeguarding"), worry)


def test_a_reader_marks_what_they_read(as_staff):
    words, reader = make.words(text=TEXT), as_staff("reader")
    lead = make.staff("safeguarding")
    make.staff("conflict")
    address = reverse("feedback_text_conflict", args=[words.pk])
    assert reader.post(address).status_code == 404  # not opened yet
    shown = says(reader.post(reverse("feedback_text", args=[words.pk])))
    assert str(lead) in shown

    said = says(reader.post(address, {"people": [lead.pk]}, follow=True))

    assert f"From now on only these people see it: {make.staff('conflict')}." in said
    worry = Concern.objects.get(words=words)
    assert not sees(as_staff(user=lead), worry)
    assert reader.get(reverse("feedback_text", args=[words.pk])).status_code == 404


def test_what_is_told_about_unsafe_practice_is_kept_from_every_other_role(as_staff):
    page = make.closed_consultation(roles=["practitioner"], bands=[])
    worry = make.concern(make.words(page, "We are told to skip visits", role="practitioner"))
    make.staff("conflict")
    mark(worry)

    for role in ("decision_maker", "participation", "approver", "reader", "analyst"):
        client = as_staff(role)
        assert is_refused(client.get(reverse("feedback_concern", args=[worry.pk])))
        home = client.get("/admin/").content.decode()
        assert "skip visits" not in home
    assert not sees(as_staff("safeguarding"), worry)


def test_a_superuser_and_another_council_see_no_conflict(as_staff, worry):
    mark(worry, make.staff("reader"))

    assert is_refused(
        as_staff(user=make.superuser()).get(reverse("feedback_concern", args=[worry.pk]))
    )
    assert Conflict.objects.kept_from(make.superuser()).exists()


def test_answers_that_were_taken_back_stay_a_conflict(as_staff, words, worry):
    make.staff("conflict")
    mark(worry, make.staff("safeguarding"))
    words.response.delete()

    assert sees(as_staff("conflict"), worry)
    assert not sees(as_staff("safeguarding"), worry)


def test_a_concern_without_its_answers_can_be_marked(as_staff, words, worry):
    make.staff("conflict")
    words.response.delete()
    worry.refresh_from_db()

    mark(worry, make.staff("safeguarding"))

    assert sees(as_staff("conflict"), worry)
    assert not sees(as_staff("safeguarding"), worry)
