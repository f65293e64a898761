"""Asking a second person, coding blind, setting aside and the matrix, as analysts meet them."""

import re

from django.urls import reverse

from feedback.actions.themes import group_words
from feedback.models import Coding, MatrixCell, ReadTwoWays, SecondReading, SetAside, TwoWaysShown
from tests import make
from tests.sharing import once_a_file


@once_a_file
def page():
    page = make.closed_consultation()
    moving = make.theme(page, "Moving")
    for text in ("They moved me", "=1+1"):
        words = make.read_words(page, text)
        group_words(words=words, themes=[moving], by=make.staff("analyst"))
    return page


def other():
    return make.staff("analyst", post="Second")


def at(name, page, *more) -> str:
    return reverse(f"feedback_{name}", args=[page.identity.code, *more])


def shown(client, *where) -> str:
    return client.get(at(*where)).content.decode()


def test_a_second_person_is_asked_reads_blind_and_both_see_where_they_differ(page, as_staff):
    first, second = as_staff("analyst"), as_staff(user=other())
    assert first.post(at("second", page), {"coder": ""}).status_code == 422
    first.post(at("second", page), {"coder": other().pk})
    reading = SecondReading.objects.get()
    assert "You are asked to read 2 texts" in shown(second, "second", page)

    for themes in ([page.identity.themes.get().pk], []):
        blind = shown(second, "blind", page, reading.pk)
        text = re.search(r'name="text" value="(\d+)"', blind)[1]
        assert make.staff("analyst").email not in blind
        second.post(at("blind", page, reading.pk), {"text": text, "themes": themes})
    second.post(at("end_second", page, reading.pk))

    agreement = shown(first, "agreement", page, reading.pk)
    differs = ReadTwoWays.objects.get()
    told = {"differs": differs.pk, f"d{differs.pk}-note": "I read it as a joke."}
    second.post(at("agreement", page, reading.pk), told)
    theme = differs.theme
    said = {"theme": theme.name, f"t{theme.pk}-sentence": "Adults read this in two ways."}
    first.post(at("agreement", page, reading.pk), said)
    assert "50 %" in agreement
    assert "The first of you saw “Moving” in it" in agreement
    assert "I read it as a joke." in shown(first, "agreement", page, reading.pk)
    assert TwoWaysShown.objects.get().sentence == "Adults read this in two ways."


def test_nobody_else_gets_to_a_blind_reading(page, as_staff):
    first = as_staff("analyst")
    first.post(at("second", page), {"coder": other().pk})
    reading = SecondReading.objects.get()

    assert first.get(at("blind", page, reading.pk)).status_code == 404
    assert first.get(at("agreement", page, reading.pk)).status_code == 404
    assert first.post(at("end_second", page, reading.pk)).status_code == 404


def test_whoever_coded_everything_cannot_be_asked(page, as_staff):
    refused = as_staff("analyst").post(at("second", page), {"coder": make.staff("analyst").pk})

    assert refused.status_code == 422
    assert "This person coded all the texts" in refused.content.decode()


def test_a_text_is_offered_and_somebody_else_confirms(page, as_staff):
    first, second = as_staff("analyst"), as_staff(user=other())
    words = Coding.objects.first().words

    nothing = first.post(at("offer_aside", page, words.pk), {})
    first.post(at("offer_aside", page, words.pk), {"reason": "test"})
    own = first.post(at("settle_aside", page, words.pk), {"go": "confirm"}, follow=True)
    second.post(at("settle_aside", page, words.pk), {"go": "confirm"})

    assert nothing.status_code == 422
    assert "There are no others" in nothing.content.decode()
    assert "somebody else must confirm it" in own.content.decode()
    assert SetAside.objects.get().confirmed_by == other()
    assert "Not analysed" in shown(first, "aside", page)
    first.post(at("settle_aside", page, words.pk), {"go": "back"})
    assert not SetAside.objects.exists()


def test_a_threat_is_raised_first(page, as_staff):
    words = Coding.objects.first().words

    refused = as_staff("analyst").post(at("offer_aside", page, words.pk), {"reason": "threat"})

    assert "goes to the safeguarding lead first" in refused.content.decode()


def test_a_cell_of_the_matrix_is_summed_up_from_its_texts_and_taken_away(page, as_staff):
    client, theme = as_staff("analyst"), page.identity.themes.get()
    where = ("cell", page, theme.pk, "child", "own", "13-15")

    matrix = shown(client, "matrix", page)
    texts = shown(client, *where)
    client.post(at(*where), {"summary": "=They move a lot"})
    client.post(at(*where), {"summary": "=They are moved a lot"})
    table = client.get(at("matrix_csv", page)).content.decode()

    assert "2 texts" in matrix
    assert "They moved me" in texts
    assert "Tell us more." in texts  # what was asked stands beside what was said
    assert MatrixCell.objects.count() == 2
    assert "=They move a lot" in shown(client, *where)
    assert "'=They are moved a lot" in table
    assert client.get(at("cell", page, theme.pk, "parent", "own", "all")).status_code == 404
