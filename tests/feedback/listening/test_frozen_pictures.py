"""A picture that may be illegal: one sealed copy, opened by nobody, kept for the police (S11)."""

import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from feedback.actions import freezing, reading, withdrawing
from feedback.models import Alert, Concern, Freezing, Recording
from tests import make, media
from tests.feedback.exporting.cells import cells
from tests.feedback.listening.screens import says
from tests.sharing import once_a_file


@once_a_file
def words():
    return media.drawn()


def freeze(words):
    return freezing.freeze_file(words=words, by=make.staff("reader"), note="Look.")


def stored_with(content: bytes) -> set[str]:
    """The tables in which a picture lies as it is."""
    models = apps.get_app_config("feedback").get_models()
    return {
        model._meta.label
        for model in models
        for row in model.objects.values_list()
        if any(bytes(value) == content for value in row if isinstance(value, bytes | memoryview))
    }


def opened(client, worry):
    return says(client.post(reverse("feedback_open_concern", args=[worry.pk]), follow=True))


def test_there_is_one_copy_and_it_is_sealed(words):
    content = bytes(words.recording.content)
    earlier = reading.raise_concern(words=words, by=make.staff("reader"), note="")
    assert stored_with(content) == {"feedback.Recording"}

    worry = freeze(words)

    assert stored_with(content) == set()
    earlier.refresh_from_db()
    assert (earlier.sealed_file, worry.file) == ("", content)
    kept = Recording.objects.get()
    assert (kept.frozen, bytes(kept.content), kept.strokes) == (True, freezing.FROZEN, [])


def test_it_says_who_froze_it_and_what_to_do(as_staff, words):
    worry = freeze(words)
    lead = as_staff("safeguarding")

    shown = opened(lead, worry)

    for part in ("Frozen by", str(make.staff("reader")), "101", "999", "report.iwf.org.uk"):
        assert part in shown
    page = lead.get(reverse("feedback_concern", args=[worry.pk])).content.decode()
    assert "heard-picture" not in page
    for name, key in (("sealed_file", worry.pk), ("file", words.pk)):
        assert lead.get(reverse(f"feedback_{name}", args=[key])).status_code == 404
    handed = lead.post(reverse("feedback_hand_over", args=[worry.pk])).content.decode()
    assert "It is frozen" in handed
    told = Alert.objects.get(kind="frozen")
    assert (told.about, told.for_role) == (str(worry.pk), "safeguarding")


def test_no_earlier_worry_shows_it(as_staff, words):
    earlier = reading.raise_concern(words=words, by=make.staff("reader"), note="")
    freeze(words)
    lead = as_staff("safeguarding")

    assert "is frozen with another concern" in opened(lead, earlier)
    assert lead.get(reverse("feedback_sealed_file", args=[earlier.pk])).status_code == 404


def test_freezing_twice_is_once(words):
    worry = freeze(words)

    assert freeze(words) == worry
    assert Freezing.objects.count() == 1


def test_it_stays_when_the_answers_are_taken_back_and_nobody_deletes_it(words):
    content = bytes(words.recording.content)
    worry = freeze(words)

    withdrawing.withdraw_response(response=words.response, today=make.today())

    kept = Concern.objects.get(pk=worry.pk)
    assert not Recording.objects.exists()
    assert (kept.is_frozen, kept.file) == (True, content)
    for act in (kept.delete, lambda: Freezing.objects.all().delete()):
        with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
            act()


def test_the_lead_releases_it_when_the_police_said_so(as_staff, words):
    content = bytes(words.recording.content)
    worry, lead = freeze(words), as_staff("safeguarding")
    opened(lead, worry)
    address = reverse("feedback_release", args=[worry.pk])
    assert as_staff("reader").post(address, {"reason": "Mine"}).url == "/admin/"
    assert lead.post(address, {"reason": ""}).status_code == 422

    lead.post(address, {"reason": "PC 1234: no offence"})

    freezing_row = Freezing.objects.get()
    assert freezing_row.released_by == make.staff("safeguarding")
    assert freezing_row.reason == "PC 1234: no offence"
    kept = Recording.objects.get()
    assert (kept.frozen, bytes(kept.content)) == (False, content)
    assert lead.get(reverse("feedback_sealed_file", args=[worry.pk])).content == content
    assert not Alert.objects.open().filter(kind="frozen").exists()
    again = lead.post(address, {"reason": "Once more"}, follow=True)
    assert "It is not frozen." in says(again)


def test_the_lead_freezes_what_came_with_a_worry(as_staff, words):
    worry = reading.raise_concern(words=words, by=make.staff("reader"), note="")
    withdrawing.withdraw_response(response=words.response, today=make.today())
    lead = as_staff("safeguarding")
    opened(lead, worry)
    assert lead.get(reverse("feedback_sealed_file", args=[worry.pk])).status_code == 200

    lead.post(reverse("feedback_freeze_sealed", args=[worry.pk]))

    assert lead.get(reverse("feedback_sealed_file", args=[worry.pk])).status_code == 404
    written = make.concern()
    said = lead.post(reverse("feedback_freeze_sealed", args=[written.pk]), follow=True)
    assert "There is no picture here." in says(said)


def test_an_export_says_only_that_something_was_drawn():
    page = media.asking()
    words = media.drawn(page, text="my house")
    freeze(words)

    assert cells(page, "draw") == [["[drawn]", ""]]


def test_a_release_has_somebody_and_a_reason(words):
    freeze(words)

    for half in ({"released_by": make.staff("safeguarding")}, {"sealed_reason": "x"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Freezing.objects.update(**half)
