"""A sentence that states a fact is made from the setting that makes it true (requirements P14)."""

import pytest
from django.test import Client
from django.urls import reverse

from consultations.models import CouncilSettings
from feedback.models import Draft
from tests import helped, make
from tests.feedback.answering import walk

# setting: (another value, the pages that state it, what they say then)
FACTS = {
    "reading_hours": ("Tuesday, 1pm to 2pm", ["", "helper", 2, "check", "thanks"], "Tuesday, 1pm"),
    "childline": ("0800 2222", ["", "voice", "agree", 1, "check", "about-you"], "0800 2222"),
    "text_line": ("text HELLO to 5", ["", 1, "stop"], "You can text HELLO to 5."),
    "read_within_days": (7, ["agree", "thanks"], "7 working days"),
    "name": ("Ferndale Council", ["agree", 1], "Ferndale Council"),
}
ADULT_FACTS = {
    "duty_line": ("01632 960 777", "01632 960 777"),
    "adult_line": ("0808 111 2222", "0808 111 2222"),
}
BANDS = ["child:6-9", "child:10-12", "child:13-15"]


def pages_of(page, client: Client, steps: list) -> dict:
    """What somebody who has answered reads on each step; those after Send last."""
    before = [step for step in steps if step not in ("thanks", "about-you")]
    shown = {step: client.get(walk.address(page, step) + _again(step)) for step in before}
    walk.send(client, page)
    for step in steps:
        if step not in before:
            shown[step] = client.get(walk.address(page, step))
    return {step: walk.text(response) for step, response in shown.items()}


def _again(step) -> str:
    return "?from=test" if step == "" else ""


def set_fact(**facts) -> None:
    CouncilSettings.objects.update_or_create(site=make.council(), defaults=facts)


@pytest.mark.parametrize("who", BANDS)
@pytest.mark.parametrize("setting", FACTS)
def test_what_a_page_promises_is_what_is_set(visitor, who, setting):
    value, steps, sentence = FACTS[setting]
    page = helped.asking_apart("sex", bands=["6-9", "10-12", "13-15"])
    before = Client()
    walk.begin(before, page, who, voice="with_help")
    assert not any(sentence in text for text in pages_of(page, before, steps).values())

    set_fact(**{setting: value})

    walk.begin(visitor, page, who, voice="with_help")
    without = [s for s, text in pages_of(page, visitor, steps).items() if sentence not in text]
    assert without == []


@pytest.mark.parametrize("setting", ADULT_FACTS)
def test_adults_are_given_the_numbers_that_are_set(visitor, setting):
    value, sentence = ADULT_FACTS[setting]
    page = make.consultation()
    set_fact(**{setting: value})

    walk.begin(visitor, page, "parent:")

    assert sentence in walk.text(visitor.get(walk.address(page, 1)))


def test_a_page_that_waited_too_long_says_after_how_many_hours_all_is_wiped(visitor):
    page = make.consultation()
    set_fact(draft_hours=36)
    walk.begin(visitor, page)
    Draft.objects.all().delete()

    shown = walk.text(visitor.get(walk.address(page, 1)))

    assert "What is not sent is wiped after 36 hours. Nobody reads it." in shown


def test_old_copies_go_after_as_many_days_as_are_set(visitor):
    set_fact(backup_days=12)
    page = make.consultation()

    shown = walk.text(walk.use_words(walk.sent_words(page), visitor))

    assert "Old copies go in 12 days." in shown


def test_a_slip_gives_the_number_that_is_set(as_staff, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    set_fact(childline="0800 2222")
    page = make.consultation()
    client = as_staff("recorder")
    sent = {
        "channel": "paper", "received_on": make.today().isoformat(), "who": "parent:",
        "voice": "me", "language": "en-gb", "agreed_how": "form", "go": "save",
    }  # fmt: skip

    slip = client.get(client.post(reverse("feedback_enter", args=[page.identity.code]), sent).url)

    assert "0800 2222" in walk.text(slip)
