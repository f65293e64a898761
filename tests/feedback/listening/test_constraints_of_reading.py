"""What the database itself promises about readings, concerns and themes, from both sides."""

from contextlib import contextmanager

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from feedback.actions import reading
from feedback.models import Coding, Concern, FollowUp, Quotation, Reading, Theme
from tests import make
from tests.sharing import once_a_file


@contextmanager
def refused():
    """The database refuses what is done here, and the test goes on."""
    with pytest.raises(IntegrityError), transaction.atomic():
        yield


@once_a_file
def words():
    return make.words()


@once_a_file
def theme():
    return make.theme(make.closed_consultation())


def a_reading(words, **more):
    opened = {"opened_by": make.staff("reader"), "opened_at": timezone.now()}
    return Reading.objects.create(words=words, **(opened | more))


def test_a_reading_may_have_nobody_who_read_it_yet(words):
    assert a_reading(words).read_by is None


def test_a_reading_may_have_somebody_and_a_time(words):
    assert a_reading(words, read_by=make.staff("reader"), read_at=timezone.now()).pk


@pytest.mark.parametrize(
    "half", [lambda: {"read_by": make.staff("reader")}, lambda: {"read_at": timezone.now()}]
)
def test_a_reading_has_both_somebody_and_a_time_or_neither(words, half):
    with refused():
        a_reading(words, **half())


def test_a_text_has_one_reading(words):
    a_reading(words)

    with refused():
        a_reading(words)


def a_concern(**more):
    raised = {"raised_by": make.staff("reader"), "raised_at": timezone.now()}
    return Concern.objects.create(council=make.council(), sealed_words="x", **(raised | more))


def settled():
    now = timezone.now()
    when = {"aware_at": now, "acted_at": now, "recorded_at": now}
    return {"outcome": "no_concern", "acted_by": make.staff("safeguarding"), **when}


def test_a_concern_may_wait():
    assert a_concern().outcome == ""


def test_a_concern_may_have_an_outcome_with_somebody_and_a_time():
    assert a_concern(**settled()).pk


@pytest.mark.parametrize("kept", [{"outcome"}, {"acted_by"}, {"acted_at"}])
@pytest.mark.parametrize("other_way_round", [False, True])
def test_an_outcome_has_somebody_and_a_time_or_there_is_none(kept, other_way_round):
    lacks = {"outcome", "acted_by", "acted_at"} - kept if not other_way_round else kept

    with refused():
        a_concern(**{name: value for name, value in settled().items() if name not in lacks})


def a_coding(words, theme):
    return Coding.objects.create(
        words=words, theme=theme, coder=make.staff("analyst"), coded_at=timezone.now()
    )


def test_a_text_may_stand_under_two_themes(words, theme):
    a_coding(words, theme)

    assert a_coding(words, Theme.objects.create(consultation=theme.consultation, name="Other")).pk


def test_a_text_stands_under_a_theme_once(words, theme):
    a_coding(words, theme)

    with refused():
        a_coding(words, theme)


def test_two_consultations_may_have_themes_of_one_name(theme):
    other = make.closed_consultation().identity

    assert Theme.objects.create(consultation=other, name=theme.name).pk


def test_a_consultation_has_one_theme_of_a_name(theme):
    with refused():
        Theme.objects.create(consultation=theme.consultation, name=theme.name)


def a_quotation(words, theme, **more):
    facts = {"text": "x", "proposed_by": make.staff("analyst")}
    return Quotation.objects.create(words=words, theme=theme, **(facts | more))


def test_a_quotation_may_wait_to_be_cleared(words, theme):
    assert a_quotation(words, theme).cleared_by is None


def test_a_quotation_may_be_cleared_by_another_person(words, theme):
    assert a_quotation(words, theme, cleared_by=make.staff("reader"), cleared_at=timezone.now()).pk


def test_nobody_clears_what_they_proposed(words, theme):
    with refused():
        a_quotation(words, theme, cleared_by=make.staff("analyst"), cleared_at=timezone.now())


@pytest.mark.parametrize(
    "half", [lambda: {"cleared_by": make.staff("reader")}, lambda: {"cleared_at": timezone.now()}]
)
def test_a_clearance_has_both_somebody_and_a_time(words, theme, half):
    with refused():
        a_quotation(words, theme, **half())


def test_a_quotation_is_not_empty(words, theme):
    with refused():
        a_quotation(words, theme, text="")


def test_words_are_quoted_once_under_a_theme(words, theme):
    a_quotation(words, theme)

    with refused():
        a_quotation(words, theme)


def test_words_may_be_quoted_under_two_themes(words, theme):
    a_quotation(words, theme)

    other = Theme.objects.create(consultation=theme.consultation, name="Other")
    assert a_quotation(words, other).pk


@pytest.mark.parametrize("role", ["reader", "safeguarding"])
def test_somebody_who_acted_is_not_deleted(words, role):
    concern = a_concern(**settled())

    with pytest.raises(ProtectedError):
        make.staff(role).delete()

    assert Concern.objects.get().acted_by == concern.acted_by


def a_follow_up(note):
    words = make.words()
    concern = reading.raise_concern(words=words, by=make.staff("reader"), note="")
    return FollowUp.objects.create(
        concern=concern, by=make.staff("safeguarding"), at=timezone.now(), sealed_note=note
    )


def test_a_follow_up_says_what_happened():
    assert a_follow_up("sealed").pk

    with refused():
        a_follow_up("")
