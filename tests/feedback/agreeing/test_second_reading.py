"""A second person reads blind, and where two differ both readings stay."""

import pytest
from django.db import IntegrityError, transaction

from feedback.actions import second
from feedback.actions.reading import NotYours
from feedback.actions.themes import group_words
from feedback.agreement import sample
from feedback.models import Coding, ReadTwoWays, SecondReading, Words
from tests import make
from tests.sharing import once_a_file


@once_a_file
def page():
    """Four texts that one analyst coded: two under Moving, one of them under Trust as well."""
    page = make.closed_consultation()
    moving, trust = make.theme(page, "Moving"), make.theme(page, "Trust")
    for text, themes in (("a", [moving]), ("b", [moving, trust]), ("c", []), ("d", [trust])):
        words = make.read_words(page, text)
        group_words(words=words, themes=themes, by=make.staff("analyst"))
    return page


def other():
    """Another analyst."""
    return make.staff("analyst", post="Second")


def ask(page, **more) -> SecondReading:
    told = {"coder": other(), "by": make.staff("analyst")} | more
    return second.ask_second(consultation=page.identity, **told)


def theme(page, name):
    return page.identity.themes.get(name=name)


def code(page, reading, **seen) -> None:
    """The second person codes every text of the sample: `a=["Trust"]`."""
    for text in reading.texts.select_related("words"):
        themes = [theme(page, name) for name in seen.get(text.words.text, [])]
        second.code_blind(text=text, themes=themes, by=reading.coder)


def test_a_sample_is_drawn_from_what_others_coded_and_can_be_drawn_again(page):
    reading = ask(page)

    texts = set(reading.texts.values_list("words__text", flat=True))
    coded = Words.objects.of(page.identity).filter(codings__isnull=False).distinct()
    again = sample(list(coded.values_list("pk", flat=True)), reading.seed)
    assert texts == {"a", "b", "d"}
    assert set(again) == set(reading.texts.values_list("words", flat=True))
    assert reading.n_texts == 3


def test_nobody_reads_blind_what_they_coded_themselves(page):
    with pytest.raises(second.HasSeenThem):
        ask(page, coder=make.staff("analyst"))


def test_without_a_coded_text_there_is_nothing_to_read(page):
    Coding.objects.all().delete()

    with pytest.raises(second.NothingToRead):
        ask(page)


def test_one_is_under_way_at_a_time(page):
    ask(page)

    with pytest.raises(second.AlreadyAsked):
        ask(page)
    row = {"consultation": page.identity, "coder": other(), "asked_by": other(), "n_texts": 1}
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondReading.objects.create(asked_at=make.noon(make.today()), seed="x", **row)


def test_only_analysts_ask_and_are_asked(page):
    for who in ({"coder": make.staff("reader")}, {"by": make.staff("reader")}):
        with pytest.raises(NotYours):
            ask(page, **who)


def test_only_whoever_was_asked_codes_and_ends(page):
    reading = ask(page)

    with pytest.raises(second.NotAsked):
        second.code_blind(text=reading.texts.first(), themes=[], by=make.staff("analyst"))
    with pytest.raises(NotYours):
        second.end_second(reading=reading, by=make.staff("analyst"))
    with pytest.raises(second.NotDone):
        second.end_second(reading=reading, by=other())


def test_how_far_two_agree_is_kept_as_it_was_when_it_ended(page):
    reading = ask(page)
    code(page, reading, a=["Moving"], b=["Trust"], d=["Trust"])

    second.end_second(reading=reading, by=other())
    b = reading.texts.get(words__text="b").words
    group_words(words=b, themes=[theme(page, "Moving")], by=other())

    reading.refresh_from_db()
    figures = {one["name"]: one["cells"] for one in reading.figures}
    assert figures == {"Moving": [1, 1, 0, 1], "Trust": [2, 0, 0, 1]}


def test_where_two_differ_both_readings_stay_with_what_they_say(page):
    reading = ask(page)
    code(page, reading, a=["Moving"], b=["Trust"], d=["Trust", "Moving"])
    second.end_second(reading=reading, by=other())

    differ = {(one.words.text, one.theme.name): one.seen_by for one in reading.two_ways.all()}
    told = second.tell_two_ways(
        differs=reading.two_ways.get(words__text="d"), note="I read it as fear.", by=other()
    )

    assert differ == {("b", "Moving"): "first", ("d", "Moving"): "second"}
    assert (told.note, told.by) == ("I read it as fear.", other())
    d = reading.texts.get(words__text="d").words
    assert d.codings.filter(theme__name="Moving", coder=other()).exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        ReadTwoWays.objects.filter(pk=told.pk).update(by=None)


def test_after_it_ended_nothing_is_coded_blind(page):
    reading = ask(page)
    code(page, reading)
    second.end_second(reading=reading, by=other())

    with pytest.raises(second.NotAsked):
        second.code_blind(text=reading.texts.first(), themes=[], by=other())
    assert second.reads_blind(other(), page.identity) is None


def test_whoever_reads_blind_is_known_until_it_ends(page):
    reading = ask(page)

    assert second.reads_blind(other(), page.identity) == reading
    assert second.reads_blind(make.staff("analyst"), page.identity) is None


def test_a_sentence_about_two_readings_stands_beside_the_theme_or_not(page):
    moving = theme(page, "Moving")

    second.show_two_ways(theme=moving, sentence="Adults read this in two ways.", by=other())
    assert moving.shown_two_ways.sentence == "Adults read this in two ways."
    second.show_two_ways(theme=moving, sentence="", by=other())

    moving.refresh_from_db()
    assert not hasattr(moving, "shown_two_ways")
