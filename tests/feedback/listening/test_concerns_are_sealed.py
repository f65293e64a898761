"""What is written about a worry is sealed, and stays when the answers are taken back."""

import pytest
from cryptography.fernet import Fernet
from django.urls import reverse
from django.utils import timezone

from feedback.actions import concerns, reading
from feedback.actions.withdrawing import withdraw_response
from feedback.models import Concern, Outcome, TextVersion, Words
from feedback.sealing import CannotUnseal
from feedback.settling import Facts
from tests import make
from tests.feedback.listening.screens import everything_stored, says

TEXT = "canary in the dark"
NOTE = "parrot by the door"
ACTION = "heron on the roof"


def a_settled_concern():
    words = make.words(text=TEXT)
    concern = reading.raise_concern(words=words, by=make.staff("reader"), note=NOTE)
    lead = make.staff("safeguarding")
    facts = Facts(category="hurt", told_at=timezone.now(), reference="falcon in the tower")
    return concerns.settle_concern(
        concern=concern, by=lead, outcome=Outcome.REFERRED, action=ACTION, facts=facts
    )


@pytest.mark.parametrize("secret", [TEXT, NOTE, ACTION, "falcon"])
def test_no_column_holds_what_was_sealed(secret):
    a_settled_concern()

    assert secret not in everything_stored(Words, TextVersion)


@pytest.mark.parametrize(("field", "secret"), [("words", TEXT), ("note", NOTE), ("action", ACTION)])
def test_what_was_sealed_can_be_read_with_the_key(field, secret):
    concern = a_settled_concern()

    assert Concern.objects.get(pk=concern.pk).opened(field) == secret


def test_without_the_key_nothing_can_be_read(settings):
    concern = a_settled_concern()
    settings.HEARD_SEALING_KEYS = [Fernet.generate_key()]

    with pytest.raises(CannotUnseal):
        concern.opened("note")


def test_an_older_key_still_opens(settings):
    concern = a_settled_concern()
    settings.HEARD_SEALING_KEYS = [Fernet.generate_key(), *settings.HEARD_SEALING_KEYS]

    assert concern.opened("words") == TEXT


def test_a_sealed_text_that_was_altered_is_not_believed():
    concern = a_settled_concern()
    concern.sealed_words = concern.sealed_words[:-4] + "AAA="

    with pytest.raises(CannotUnseal):
        concern.opened("words")


def test_the_same_words_are_never_sealed_alike():
    assert Concern.sealed(TEXT) != Concern.sealed(TEXT)


def test_a_concern_stays_when_the_answers_are_taken_back(as_staff):
    concern = a_settled_concern()

    withdraw_response(response=concern.words.response, today=make.today())

    address = reverse("feedback_open_concern", args=[concern.pk])
    shown = says(as_staff("safeguarding").post(address, follow=True))
    assert "The person has taken their answers back." in shown
    assert TEXT in shown
    assert NOTE in shown


def test_after_that_only_the_sealed_copy_holds_the_words():
    concern = a_settled_concern()

    withdraw_response(response=concern.words.response, today=make.today())

    assert TEXT not in everything_stored()


def test_a_concern_about_words_that_are_gone_can_still_be_settled(as_staff):
    words = make.words(text=TEXT)
    concern = reading.raise_concern(words=words, by=make.staff("reader"), note=NOTE)
    withdraw_response(response=words.response, today=make.today())

    typed = {"outcome": "cannot_identify", "category": "other", "action": ACTION}
    as_staff("safeguarding").post(reverse("feedback_concern", args=[concern.pk]), typed)

    assert Concern.objects.get().outcome == Outcome.CANNOT_IDENTIFY
