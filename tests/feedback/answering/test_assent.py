"""What people agree to: the right words for each age, under a version that belongs to them."""

import hashlib

import pytest
from django.utils import translation

from feedback.assent import ALL, assent_for
from feedback.models import Response
from tests import make
from tests.feedback.answering import walk

# Whoever changes a text gives it a new version here, with its new fingerprint beside the old one:
# answers that were given keep the version that their people agreed to.
PUBLISHED = {
    "younger-1": "426928e1a8bb2de369397beaf50063c406e9c452214c8036b095f6fd72ac80ba",
    "middle-1": "90dadde1449437c86d426d1f17c18d6fa6765b83cf2e6c2ed8e3672d1bfd7aad",
    "older-1": "2022e9820b5d3dd747eb4bce74f9a40c5bb3271d2381cbe801e5733cc8abc441",
    "parent-1": "248414c08a561996d2c80c55230e5da7b815d5a58fb80a49a73506635baeef1c",
    "staff-1": "3d136577bc3cc8dfc995ad0846d18aa755edb90d90c79d6a9884f5f4fb709743",
}


@pytest.mark.parametrize("assent", ALL, ids=lambda assent: assent.version)
def test_a_text_that_changed_has_a_new_version(assent):
    with translation.override("en-gb"):
        words = "\n".join(str(text) for text in (*assent.paragraphs, assent.yes, assent.no))

    assert hashlib.sha256(words.encode()).hexdigest() == PUBLISHED.get(assent.version)


def test_every_text_has_a_version_of_its_own():
    assert len({assent.version for assent in ALL}) == len(ALL)


@pytest.mark.parametrize(
    ("role", "band", "version"),
    [
        ("child", "0-5", "younger-1"),
        ("child", "6-9", "younger-1"),
        ("child", "10-12", "middle-1"),
        ("child", "13-15", "older-1"),
        ("child", "16-17", "older-1"),
        ("child", "18-25", "older-1"),
        ("parent", "", "parent-1"),
        ("practitioner", "", "staff-1"),
        ("chooser", "", "staff-1"),
        ("not_said", "", "younger-1"),
    ],
)
def test_everybody_agrees_to_words_for_their_age_and_role(role, band, version):
    assert assent_for(role, band).version == version


@pytest.mark.parametrize(
    ("who", "opening", "yes"),
    [
        ("child:10-12", "We work for the council.", "Yes, let's start"),
        ("child:13-15", "What you say here will help us decide", "Yes, let's start"),
        ("parent:", "the information we keep about your family", "I agree. Start"),
        ("not_said:", "We want to know what you think.", "Yes, let's start"),
    ],
)
def test_the_page_shows_the_words_for_whoever_asked(visitor, who, opening, yes):
    page = make.consultation()
    visitor.post(walk.address(page), {"who": who})
    visitor.post(walk.address(page, "voice"), {"voice": "me"})

    shown = walk.text(visitor.get(walk.address(page, "agree")))

    assert opening in shown
    assert f"{yes} No thanks" in shown


@pytest.mark.parametrize("who", ["child:13-15", "parent:"])
def test_the_day_after_which_ideas_stay_in_the_report_is_the_consultations(visitor, who):
    page = make.consultation()
    visitor.post(walk.address(page), {"who": who})
    visitor.post(walk.address(page, "voice"), {"voice": "me"})

    shown = walk.text(visitor.get(walk.address(page, "agree")))

    assert f"After {page.findings_by:%-d %B %Y} we cannot take your ideas out" in shown


def test_the_version_that_was_agreed_to_is_stored_with_the_answers(visitor):
    page = make.consultation()
    walk.begin(visitor, page, "child:10-12")

    walk.send(visitor, page)

    assert Response.objects.get().agreed == "middle-1"
