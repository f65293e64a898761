"""What people agree to: the right words for each age, under a version that belongs to them."""

import hashlib
import re

import pytest
from django.utils import translation

from consultations.models import CouncilSettings
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
    "younger-2": "431ff8c6b91c405dd9dd74e5479c019b70fd8d0a3ccd3d4acc9600cf54880751",
    "middle-2": "500df4bb9e2f50b911578f08f785a786b645b5ac42691e1d5cde2aaf56c65abc",
    "middle-3": "44c1845036b469307405507756132b5e281ddf4fad28588537eead42d0ca9f90",
    "older-2": "226acddcf7148594ea397851ff223cd5691b5881467298dfff0bc7567c8f68e2",
    "parent-2": "56c5a8b61369984262545ae8af8c298204eee18b6a912cfbbb51319196fb8ef0",
    "staff-2": "7914780a2ff58501055079bf689a9c2baf6b11747a4261e56afeb1428a417470",
    "anybody-1": "6ec652f3950698514f67febad9743032106328da47eb870718816f561ebbf22c",
    "easy-1": "3cbc672da963d84c268d25e10244cc84ccf19ab782cd8026574b5c3737b43778",
}


@pytest.mark.parametrize("assent", ALL, ids=lambda assent: assent.version)
def test_a_text_that_changed_has_a_new_version(assent):
    with translation.override("en-gb"):
        words = "\n".join(str(text) for text in (*assent.paragraphs, assent.yes, assent.no))

    assert hashlib.sha256(words.encode()).hexdigest() == PUBLISHED.get(assent.version)


def test_every_text_has_a_version_of_its_own():
    assert len({assent.version for assent in ALL}) == len(ALL)


EVERYBODY = [
    ("child", "0-5", "younger-2"),
    ("child", "6-9", "younger-2"),
    ("child", "10-12", "middle-3"),
    ("child", "13-15", "older-2"),
    ("child", "16-17", "older-2"),
    ("child", "18-25", "older-2"),
    ("parent", "", "parent-2"),
    ("practitioner", "", "staff-2"),
    ("chooser", "", "staff-2"),
    ("not_said", "", "anybody-1"),
]


@pytest.mark.parametrize(("role", "band", "version"), EVERYBODY)
def test_everybody_agrees_to_words_for_their_age_and_role(role, band, version):
    assert assent_for(role, band).version == version


@pytest.mark.parametrize(
    ("who", "opening", "yes"),
    [
        ("child:10-12", "We work for the council.", "Yes, let's start"),
        ("child:13-15", "What you say here will help us decide", "Yes, let's start"),
        ("parent:", "the information we keep about your family", "I agree. Start"),
        ("not_said:", "what you think about what The council writes down", "Yes, let's start"),
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

    assert f"By {page.findings_by:%-d %B %Y} we publish what everyone said. After that" in shown


@pytest.mark.parametrize(("role", "band"), [person[:2] for person in EVERYBODY])
def test_everybody_is_told_who_reads_by_when_they_hear_and_how_to_take_it_back(role, band):
    text = " ".join(str(paragraph) for paragraph in assent_for(role, band).paragraphs)

    assert re.search(r"at %\(council\)s reads what you (say|write), within %\(within\)s", text)
    assert "%(findings_by)s" in text
    assert "four words" in text


@pytest.mark.parametrize(("days", "within"), [(1, "1 working day."), (3, "3 working days.")])
def test_who_reads_and_when_is_what_the_council_set(visitor, days, within):
    council = CouncilSettings.for_site(make.council())
    council.name, council.read_within_days = "Larkmere Council", days
    council.save()
    page = make.consultation()
    visitor.post(walk.address(page), {"who": "parent:"})

    shown = walk.text(visitor.get(walk.address(page, "agree")))

    assert f"at Larkmere Council reads what you write, within {within}" in shown


@pytest.mark.parametrize("where", ["consultation", "privacy"])
def test_who_reads_stands_on_public_pages_too(visitor, where):
    council = CouncilSettings.for_site(make.council())
    council.name, council.read_within_days = "Larkmere Council", 3
    council.save()
    page = make.consultation()

    shown = walk.text(visitor.get(page.url if where == "consultation" else "/privacy/"))

    assert re.search(r"A trained reader at Larkmere Council .* within 3 working days\.", shown)


@pytest.mark.parametrize("said", ["grown-up", "cross"])
def test_somebody_who_does_not_say_who_they_are_is_not_spoken_to_as_a_small_child(said):
    text = " ".join(str(paragraph) for paragraph in assent_for("not_said", "").paragraphs)

    assert said not in text


def test_the_version_that_was_agreed_to_is_stored_with_the_answers(visitor):
    page = make.consultation()
    walk.begin(visitor, page, "child:10-12")

    walk.send(visitor, page)

    assert Response.objects.get().agreed == "middle-3"
