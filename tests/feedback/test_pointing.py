"""What could name somebody is pointed out; what merely looks like it is left alone."""

import time

import pytest

from feedback.pointing import What, spots


def seen(text: str) -> list[tuple[str, str]]:
    return [(spot.what.value, spot.text) for spot in spots(text)]


def test_the_text_of_the_brief_gets_all_four():
    text = "My NHS no is 943 476 5919, call 07700 900123, SW1A 1AA, jo@example.org"

    assert seen(text) == [
        ("nhs", "943 476 5919"),
        ("phone", "07700 900123"),
        ("postcode", "SW1A 1AA"),
        ("email", "jo@example.org"),
    ]


def test_a_number_with_a_wrong_check_digit_is_no_number_of_the_nhs():
    assert seen("943 476 5918") == []


def test_a_national_insurance_number_is_seen():
    assert seen("it is AB123456C") == [("insurance", "AB123456C")]


def test_a_pupil_number_is_seen_by_its_check_letter_alone():
    assert seen("K999000125001") == [("pupil", "K999000125001")]
    assert seen("A999000125001") == []


def test_a_name_is_seen_by_what_stands_before_it():
    assert seen("my social worker Priya") == [("name", "Priya")]


def test_a_month_or_a_wish_is_no_name():
    assert seen("I may go") == []
    assert seen("May is nice") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my name is tyler", "tyler"),
        ("My foster mum Jo Brown said so", "Jo Brown"),
        ("then Mr Smith came", "Smith"),
        ("a dog called Rex", "Rex"),
        ("my friend Zoë", "Zoë"),
        ("my brother O’Neil", "O’Neil"),
        ("اسمي سارة", "سارة"),
        ("mam na imię Ola", "Ola"),
        ("fy enw i yw Cerys", "Cerys"),
    ],
)
def test_names_are_seen_in_the_ways_that_people_write_them(text, name):
    assert (What.NAME, name) in [(spot.what, spot.text) for spot in spots(text)]


@pytest.mark.parametrize(
    ("text", "what", "spot"),
    [
        ("find me @jo_b there", What.HANDLE, "@jo_b"),
        ("I live at 12 Church Street", What.STREET, "12 Church Street"),
        ("born on 3 May 2012", What.BIRTH, "3 May 2012"),
        ("dob: 03/05/12", What.BIRTH, "03/05/12"),
        ("ring +48 601 234 567", What.PHONE, "+48 601 234 567"),
        ("m1 1ae is home", What.POSTCODE, "m1 1ae"),
    ],
)
def test_other_traces_are_seen(text, what, spot):
    assert [(one.what, one.text) for one in spots(text)] == [(what, spot)]


@pytest.mark.parametrize(
    "text",
    [
        "I rang Childline on 0800 1111 and then 999",
        "in 2019 2020 we moved twice, on 12 May",
        "my dad doesn't and my mum She is kind",
        "my name is not used and what is it called when",
        "count my dog's moves too",
        "Half my file was black lines. It was my life.",
        "you count eight moves. you dont count I found a good one",
        "🙂",
        "",
    ],
)
def test_nothing_is_seen_where_nothing_is(text):
    assert spots(text) == []


def test_a_spot_says_where_it_stands():
    text = "Ask my teacher Mo now"

    [spot] = spots(text)

    assert text[spot.start : spot.end] == spot.text == "Mo"


@pytest.mark.parametrize("text", ["1" * 40_000, "a.b" * 13_000 + "@", "A" * 40_000, "(0" * 20_000])
def test_no_text_takes_long(text):
    began = time.perf_counter()

    spots(text)

    assert time.perf_counter() - began < 1
