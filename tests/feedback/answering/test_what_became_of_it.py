"""What became of somebody's answers: where they are now, what was said and what was decided."""

import re

import pytest

from consultations.models import Consultation, ConsultationPage
from feedback.actions import reading, themes
from feedback.models import Reading, Words
from tests import make, translating
from tests.feedback.answering import walk
from tests.sharing import once_a_file


def test_a_text_waits_until_a_person_has_read_it():
    page = make.consultation()
    words = walk.sent_words(page)
    waiting = walk.text(walk.use_words(words))

    reading.mark_read(
        words=Words.objects.get(),
        by=make.staff("reader"),
    )

    assert "They are waiting to be read A person reads what you wrote within 1 working day." in (
        waiting
    )
    assert "A person has read them Everything that you wrote has been read." in walk.text(
        walk.use_words(words)
    )


def test_the_words_lead_to_the_page_in_the_language_of_the_reader(visitor):
    page = make.consultation()
    welsh = translating.translated(page)
    words = walk.sent_words(page)

    opened = visitor.post("/cy/my-words/", {"words": words})

    assert f'<a href="{welsh.url}">{welsh.title}</a>' in visitor.get(opened.url).content.decode()


def test_how_many_texts_were_read_is_said_while_others_wait():
    page = make.consultation(*(make.block("short_text", f"{n}?", data_name=f"q{n}") for n in "ab"))
    words = walk.sent_words(page, given={1: "One", 2: "Two"})

    reading.mark_read(words=Words.objects.first(), by=make.staff("reader"))

    assert "Now 1 of 2 read A person reads what you wrote" in walk.text(walk.use_words(words))


def test_answers_without_a_text_are_counted():
    page = make.consultation()
    words = walk.sent_words(page, given={1: make.option(page, "heard", "yes")})

    assert "They are counted You chose answers and wrote no text." in walk.text(
        walk.use_words(words)
    )


def test_where_everything_was_skipped_nothing_is_said_to_be_counted():
    shown = walk.text(walk.use_words(walk.sent_words(make.consultation(), given={})))

    assert "There is nothing to read That is fine." in shown
    assert "We have them" not in shown
    assert "counted" not in shown


def now(response) -> str:
    """The step that is marked as the one where things are."""
    _before, step = response.content.decode().split('<li class="now" aria-current="step">')
    assert ">Now</p>" in step
    return re.search(r"<h2>(.*?)</h2>", step)[1]


def test_the_step_where_things_are_is_marked_in_words(story):
    words, findings, _decision = story
    assert now(walk.use_words(words)) == "What was decided"

    findings.unpublish()
    assert now(walk.use_words(words)) == "What everyone said"

    Reading.objects.all().delete()
    assert now(walk.use_words(words)) == "They are waiting to be read"


@pytest.mark.parametrize(
    ("late", "said"),
    [
        ({"findings_by": -2}, "We said that we would publish it by"),
        ({"findings_by": -2, "decision_by": -1}, "We said that we would decide by"),
    ],
)
def test_when_we_are_late_the_page_says_so(late, said):
    words = walk.sent_words(make.consultation())
    days = {name: make.today(offset) for name, offset in late.items()}
    Consultation.objects.update(**days)

    shown = walk.text(walk.use_words(words))

    assert f"{said} {list(days.values())[-1]:%-d %B %Y}. We are late." in shown


def test_until_something_is_published_the_days_are_given():
    page = make.consultation()

    shown = walk.text(walk.use_words(walk.sent_words(page)))

    assert f"We publish it by {page.findings_by:%-d %B %Y}." in shown
    assert f"We decide by {page.decision_by:%-d %B %Y}, and say why." in shown


@once_a_file
def story():
    """Somebody's words, and the decision that came of them."""
    page = make.consultation()
    words = walk.sent_words(page)
    names = ("Time with nan", "Somebody else's idea", "Not published")
    theme, other, hidden = (make.theme(page, name) for name in names)
    text = Words.objects.get()
    reading.mark_read(words=text, by=make.staff("reader"))
    themes.group_words(words=text, themes=[theme, hidden], by=make.staff("analyst"))
    Consultation.objects.update(opens_on=make.today(-9), closes_on=make.today(-1))
    ConsultationPage.objects.update(opens_on=make.today(-9), closes_on=make.today(-1))
    findings = make.findings(ConsultationPage.objects.get(), theme, other)
    return words, findings, make.decision(findings)


def test_the_words_lead_to_what_was_said_and_to_what_was_decided(story):
    words, findings, decision = story

    shown = walk.use_words(words).content.decode()

    assert f'href="{findings.url}"' in shown
    assert f'href="{decision.url}"' in shown


def test_somebody_learns_where_their_words_were_counted_and_nowhere_else(story):
    shown = walk.text(walk.use_words(story[0]))

    assert "Your words were counted in: Time with nan" in shown
    assert "Somebody else's idea" not in shown
    assert "Not published" not in shown


def test_themes_that_are_not_published_are_not_shown(story):
    words, findings, _decision = story

    findings.unpublish()

    assert "Time with nan" not in walk.text(walk.use_words(words))
