"""When nobody is there to read, nobody is asked to write; and the rota is two who may read."""

import pytest
from django.db import IntegrityError, transaction

from consultations.actions.cover import follow_cover
from consultations.models import Consultation, CouncilPeriod, Opening, ReadingCover
from heard.time_passing import let_time_pass
from tests import make, planned

ROTA = "/admin/snippets/consultations/readingcover/add/"


def takes_words() -> bool:
    return Consultation.objects.get().takes_words


def test_a_gap_hides_at_once_what_people_write_into_and_its_mending_shows_it_again():
    make.consultation()
    assert takes_words()

    ReadingCover.objects.get().delete()
    assert not takes_words()

    planned.cover()
    assert takes_words()


def test_a_gap_that_comes_with_time_hides_it_too():
    make.consultation()
    ReadingCover.objects.update(last_day=make.today(-1))

    done = let_time_pass()

    assert done["rotas followed"] == 1
    assert not takes_words()


def test_somebody_who_left_is_a_gap():
    make.consultation()
    reader = make.staff("reader")
    reader.is_active = False
    reader.save()

    assert follow_cover(today=make.today()) == 1
    assert not takes_words()


def test_days_off_of_the_council_are_no_gap():
    make.consultation()
    ReadingCover.objects.update(last_day=make.today(-1))
    CouncilPeriod.objects.create(
        council=make.council(),
        kind="closed",
        name="Moving house",
        first_day=make.today(),
        last_day=make.today(70),
    )

    assert takes_words()


def test_what_opened_before_there_was_a_gate_needs_no_rota():
    make.consultation()
    Opening.objects.update(document={})

    ReadingCover.objects.get().delete()

    assert takes_words()


def test_the_public_page_says_that_nobody_reads(visitor):
    page = make.consultation()
    ReadingCover.objects.get().delete()

    html = visitor.get(page.url).content.decode()

    assert "Nobody is there to read your own words just now." in html


@pytest.mark.parametrize("days", [(0, -1), (3, 1)])
def test_a_line_begins_before_it_ends(days):
    make.staff("reader"), make.staff("safeguarding")

    with pytest.raises(IntegrityError), transaction.atomic():
        planned.cover(*days)
    planned.cover(0, 0)


def test_one_person_does_not_stand_in_for_themselves():
    make.staff("safeguarding")
    reader = make.staff("reader")

    with pytest.raises(IntegrityError), transaction.atomic():
        planned.cover(deputy=reader)
    planned.cover(0, 0)


def rota(**more) -> dict:
    days = {"first_day": make.today(), "last_day": make.today(5)}
    people = {"lead": make.staff("reader").pk, "deputy": make.staff("safeguarding").pk}
    return {"council": make.council().pk, **days, **people, **more}


def test_an_officer_writes_the_rota(as_staff):
    as_staff("participation").post(ROTA, rota())

    assert ReadingCover.objects.get().lead == make.staff("reader")


def test_only_people_who_may_read_stand_on_it(as_staff):
    response = as_staff("participation").post(ROTA, rota(lead=make.staff("analyst").pk))

    assert not ReadingCover.objects.exists()
    assert "lead" in response.context["form"].errors


def test_the_editor_of_the_rota_says_that_it_takes_two(as_staff):
    response = as_staff("safeguarding").post(ROTA, rota(deputy=make.staff("reader").pk))

    assert "Whoever stands in must be somebody else." in response.content.decode()
