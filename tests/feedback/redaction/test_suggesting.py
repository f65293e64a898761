"""What could point at somebody is suggested to the reader; what merely looks like it is not."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.pointing import What
from feedback.redaction import suggest, taken_out
from feedback.redaction.names import read_names

NAMES = read_names(Path("feedback/data/names.txt").read_text(encoding="utf-8"))
PLACES = {"Elm Tree": What.HOME, "The Beeches": What.HOME, "Castle Green": What.PLACE}


def found(text: str, language: str = "en-gb") -> list[tuple[str, str]]:
    return [
        (one.reason.value, text[one.start : one.end])
        for one in suggest(text, language, PLACES, NAMES)
    ]


def test_case_23_of_the_requirements():
    text = "My NHS no is 943 476 5919, call 07700 900123, SW1A 1AA, jo@example.org"

    assert found(text) == [
        ("nhs", "943 476 5919"),
        ("phone", "07700 900123"),
        ("postcode", "SW1A 1AA"),
        ("email", "jo@example.org"),
    ]
    assert found("943 476 5918") == []
    assert found("AB123456C") == [("insurance", "AB123456C")]
    assert found("K999000125001") == [("pupil", "K999000125001")]
    assert found("A999000125001") == []
    assert found("my social worker Priya") == [("name", "Priya")]
    assert found("I may go") == []


def test_an_unusual_life_event_hits_no_pattern():
    assert found("I am the only one in my home who came by boat") == []


@pytest.mark.parametrize(
    ("text", "reason", "spot"),
    [
        ("nhs 9434765919 ok", "nhs", "9434765919"),
        ("it is 943-476-5919.", "nhs", "943-476-5919"),
        ("NI is AB 12 34 56 C", "insurance", "AB 12 34 56 C"),
        ("NI is ab-12-34-56-c", "insurance", "ab-12-34-56-c"),
        ("upn k999000125001", "pupil", "k999000125001"),
        ("ring +44 7700 900123 please", "phone", "+44 7700 900123"),
        ("ring 020 7946 0958", "phone", "020 7946 0958"),
        ("tel +48 601 234 567", "phone", "+48 601 234 567"),
        ("see https://example.org/me?x=1.", "url", "https://example.org/me?x=1"),
        ("on www.example.com/jo", "url", "www.example.com/jo"),
        ("at example.co.uk today", "url", "example.co.uk"),
        ("add @jo.b12!", "handle", "@jo.b12"),
        ("my snap is jo_b", "handle", "jo_b"),
        ("insta: kay.lee9", "handle", "kay.lee9"),
        ("his car is AB12 CDE", "car", "AB12 CDE"),
        ("reg ab12cde", "car", "ab12cde"),
        ("an old P123 XYZ", "car", "P123 XYZ"),
        ("born on 3 May 2012", "birth", "3 May 2012"),
        ("my birthday is 3rd May", "birth", "3rd May"),
        ("my birthday is on May 3rd", "birth", "May 3rd"),
        ("since 03/05/2012 I live here", "birth", "03/05/2012"),
        ("on 2012-05-03 it began", "birth", "2012-05-03"),
        ("I live at 12 Church Street", "street", "12 Church Street"),
        ("I live at 12 church street", "street", "12 church street"),
        ("we moved to Elm Road", "street", "Elm Road"),
        ("a boy called Zed", "name", "Zed"),
        ("my name is xanthe", "name", "xanthe"),
        ("I am Sam", "name", "Sam"),
        ("I'm Kayleigh and I am 9", "name", "Kayleigh"),
        ("I am Tomasina", "name", "Tomasina"),
        ("then Mr Akintola-Jones came", "name", "Akintola-Jones"),
        ("Dr. Patel was kind", "name", "Patel"),
        ("Priya's office", "name", "Priya"),
        ("priya said no", "name", "priya"),
        ("My brother Will shouts", "name", "Will"),
        ("with Will it is ok", "name", "Will"),
        ("Will said no", "name", "Will"),
        ("and then Grace left", "name", "Grace"),
        ("Jack is my mate", "name", "Jack"),
        ("I like Ellie-Mae most", "name", "Ellie-Mae"),
        ("Priya Sharma came", "name", "Priya Sharma"),
        ("PRIYA SAID NO", "name", "PRIYA"),
        ("I go to Oakfield Primary School", "school", "Oakfield Primary School"),
        ("My Oakfield Academy", "school", "Oakfield Academy"),
        ("at St. Mary's College", "school", "St. Mary's College"),
        ("at St Thomas of Canterbury High School", "school", "St Thomas of Canterbury High School"),
        ("I stay at Willow House", "home", "Willow House"),
        ("at Rowan children's home", "home", "Rowan children's home"),
        ("we live at elm  tree now", "home", "elm  tree"),
        ("ELM TREE IS LOUD", "home", "ELM TREE"),
        ("near Castle Green", "place", "Castle Green"),
        ("I like the Beeches", "home", "the Beeches"),
    ],
)
def test_what_could_point_at_somebody_is_suggested(text, reason, spot):
    assert (reason, spot) in found(text)


@pytest.mark.parametrize(
    ("language", "text", "reason", "spot"),
    [
        ("cy", "Fy enw i yw Cerys", "name", "Cerys"),
        ("cy", "mae fy mrawd Gwilym yn hapus", "name", "Gwilym"),
        ("cy", "dwi yn Ysgol Bro Dur", "school", "Ysgol Bro Dur"),
        ("cy", "penblwydd ar 3 Mai 2012", "birth", "3 Mai 2012"),
        ("pl", "nazywam się Ola", "name", "Ola"),
        ("pl", "lubię panią, to Pani Kowalska", "name", "Kowalska"),
        ("pl", "mój brat Bolek śpi", "name", "Bolek"),
        ("pl", "mieszkam na ul. Kwiatowa 5", "street", "ul. Kwiatowa 5"),
        ("pl", "urodziłem się 3 maja 2012", "birth", "3 maja 2012"),
        ("ar", "اسمي سارة", "name", "سارة"),
        ("ar", "أنا أحب السيدة منال", "name", "منال"),
        ("ar", "أنا وفاطمة في البيت", "name", "فاطمة"),
        ("ar", "أخي علي هنا", "name", "علي"),
    ],
)
def test_cues_of_other_languages(language, text, reason, spot):
    assert (reason, spot) in found(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "I may go",
        "May is nice",
        "we go in May",
        "on 3 May we went",
        "I will hope for the best",
        "Will you come back?",
        "Hope is all I have",
        "mark my words",
        "I am Welsh",
        "I am Muslim and Deaf",
        "I'm British",
        "my school is loud",
        "My School is loud",
        "Our House is loud",
        "The High School",
        "I am 12 and I like it",
        "im 12 and bored",
        "5 times a week on the road",
        "2 people in the road",
        "call Childline on 0800 1111",
        "I got 100% in maths",
        "it cost 12.50",
        "see you at 3.30",
        "My social worker is kind",
        "my mum says no",
        "snap is bad",
        "I moved 8 times. Nobody asked.",
        "jade green and amber light",
        "e.g. this",
        "A999000125001",
        "ONE 12 THE",
    ],
)
def test_what_only_looks_like_it_is_left(text):
    assert found(text) == []


@pytest.mark.parametrize(("language", "text"), [("cy", "dan y bwrdd"), ("ar", "علي أن أذهب")])
def test_short_words_of_other_languages_are_no_names(language, text):
    assert found(text, language) == []


def test_the_longest_of_what_overlaps_is_suggested():
    assert found("I am at Priya House School") == [("school", "Priya House School")]


@pytest.mark.parametrize(
    ("language", "safe"), [("en-gb", "[name]"), ("cy", "[enw]"), ("ar", "[اسم]"), ("ur", "[name]")]
)
def test_what_stands_in_its_place_is_in_the_language_of_the_text(language, safe):
    text = "Fatima"

    assert taken_out(text, suggest(text, language, {}, NAMES)) == safe


def test_what_is_taken_out_leaves_the_rest_as_it_was():
    text = "My brother Ben's room in\nElm Tree: 07700 900123!"

    safe = taken_out(text, suggest(text, "en-gb", PLACES, NAMES))

    assert safe == "My brother [name]'s room in\n[home]: [phone]!"


PIECES = (
    *("Priya ", "my ", "Mr ", "943 476 5919", "07700 900123", "@jo", "Elm Tree", "School ", "St. "),
    *(
        "\u202e",
        "\u200b",
        "\u200d",
        "🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "👨‍👩‍👧",
        "e\u0301",
        "ß",
        "İ",
        "ŉ",
        "٠٧٧٠٠",
        "و",
        "علي",
        "\n",
        "'s",
    ),
    *("https://", "www.", ".com", "12 ", "/", "03/05/2012", "AB12 CDE", "<b>", "\x00", "ul. ", "-"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12).map("".join))
def test_offsets_hold_for_any_text(text):
    for language in ("en-gb", "ar"):
        done = 0
        for one in suggest(text, language, PLACES, NAMES):
            assert done <= one.start < one.end <= len(text)
            done = one.end


@pytest.mark.parametrize(
    "piece", ["a 1 b@ 0 My Elm. ul www x.y ", "A", "Elm ", "1 ", "a.", "Of St "]
)
def test_a_long_text_takes_no_time_that_a_person_notices(piece):
    long = (piece * 5000)[:5000]
    began = time.process_time()

    suggest(long, "en-gb", PLACES, NAMES)

    assert time.process_time() - began < 1
