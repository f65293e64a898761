"""Four words lead back: on to a draft, or to what became of the answers. They never show one."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from consultations.models import Consultation, ConsultationPage
from feedback import receipts
from feedback.actions import reading, themes
from feedback.models import Draft, Words
from tests import make
from tests.feedback.answering import walk

CANT_FIND = (
    "We can't find those words. Check each word. "
    "If you lost them, we can't find your answers, and no one else can."
)


def use(words: str, client: Client | None = None):
    """Type four words, in a browser that knows nothing unless `client` is given."""
    return (client or Client()).post("/my-words/", {"words": words})


def sent(page, **answers) -> str:
    """The words of somebody who answered and sent."""
    client = Client()
    walk.begin(client, page)
    for number, answer in answers.pop("given", {2: "My secret words"}).items():
        walk.answer(client, page, number, answer, **answers)
    walk.send(client, page)
    return walk.words_in(client)


def test_somebody_who_stopped_goes_on_in_another_browser(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 1, make.option(page, "heard", "yes"), go="stop")
    other = Client()

    resumed = use(walk.words_in(visitor), other)
    walk.answer(other, page, 2, "Written on another phone")

    assert resumed.url == walk.address(page, 2)
    assert len(Draft.objects.get().answers) == 2


def test_whoever_answered_everything_goes_on_with_checking(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    walk.answer(visitor, page, 1, make.option(page, "heard", "yes"))
    walk.answer(visitor, page, 2, "Words")

    assert use(walk.words_in(visitor)).url == walk.address(page, "check")


def test_a_draft_that_was_come_back_to_is_kept_when_its_person_leaves(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    other = Client()
    use(walk.words_in(visitor), other)

    other.get("/leave/")

    assert Draft.objects.get().words_shown


def test_the_same_words_are_the_receipt_after_sending(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    visitor.get(walk.address(page, "stop"))
    words = walk.words_in(visitor)
    other = Client()
    use(words, other)

    walk.send(other, page)

    assert "What became of your answers" in walk.text(use(words))


def test_words_of_a_draft_lead_to_a_sentence_when_it_has_closed(visitor):
    page = make.consultation()
    walk.begin(visitor, page)
    other = Client()
    Consultation.objects.update(closes_on=make.today(-1))

    resumed = other.get(use(walk.words_in(visitor), other).url)

    assert resumed.status_code == 410
    assert "This has closed" in walk.text(resumed)


def test_words_are_read_however_they_are_typed():
    first, second, third, fourth = sent(make.consultation()).split()

    response = use(f" {first.upper()}, {second}-{third}\n{fourth}. ")

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Type the four words from your thank-you page."),
        ("acorn", "There are always four words. Check that you typed all four."),
        ("acorn " * 5, "There are always four words. Check that you typed all four."),
        ("acorn acorn acorn zyzzyva", "We do not use the word \u201czyzzyva\u201d."),
        ("acorn " * 40, "That is more than four words. Check each word."),
        ("\x00", "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_right_gets_a_plain_sentence(typed, sentence):
    response = use(typed)

    assert response.status_code == 422
    assert sentence in walk.text(response)


def test_an_unknown_word_is_shown_as_text():
    shown = use("acorn acorn acorn <script>alert(1)</script>").content.decode()

    assert "<script>alert" not in shown


def test_wrong_words_get_the_sentence_and_stay_in_the_field():
    words = " ".join(receipts.word_list()[:4])

    response = use(words)

    assert response.status_code == 422
    assert CANT_FIND in walk.text(response)
    assert f'value="{words}"' in response.content.decode()


def test_words_that_were_taken_back_read_like_words_that_never_were():
    words = sent(make.consultation())
    ticket = use(words).context["ticket"]
    Client().post("/my-words/delete/", {"ticket": ticket, "sure": "yes"})
    never = " ".join(receipts.word_list()[:4])

    deleted, wrong = use(words), use(never)

    assert deleted.status_code == wrong.status_code == 422
    assert walk.text(deleted).replace(words, "") == walk.text(wrong).replace(never, "")


def test_words_of_a_draft_whose_time_is_over_read_like_words_that_never_were(visitor):
    walk.begin(visitor, make.consultation())
    Draft.objects.update(expires_at=timezone.now() - timedelta(minutes=1))

    assert CANT_FIND in walk.text(use(walk.words_in(visitor)))


def test_the_words_never_show_an_answer():
    page = make.consultation(
        make.block("choose_one", "Colour?", data_name="colour", options=[("mauve", "Mauvish")]),
        make.block("short_text", "Why?", data_name="why"),
    )
    option = make.option(page, "colour", "mauve")
    words = sent(page, given={1: option, 2: "My secret words"})

    shown = use(words).content.decode()

    for secret in ("Mauvish", option, "My secret words", "Colour?", "Why?", "13 to 15"):
        assert secret not in shown


def test_the_words_leave_no_cookie_in_a_browser_that_looks_what_became_of_them():
    client = Client()

    use(sent(make.consultation()), client)

    assert "say" not in client.cookies


def test_a_text_waits_until_a_person_has_read_it():
    page = make.consultation()
    words = sent(page)
    waiting = walk.text(use(words))

    reading.mark_read(
        words=Words.objects.get(),
        by=make.staff("reader"),
    )

    assert "They are waiting to be read Somebody reads them within 1 working day." in waiting
    assert "A person has read them Everything that you wrote has been read." in walk.text(
        use(words)
    )


def test_answers_without_a_text_are_counted():
    words = sent(make.consultation(), given={})

    assert "They are counted You chose answers and wrote no text." in walk.text(use(words))


def test_until_something_is_published_the_days_are_given():
    page = make.consultation()

    shown = walk.text(use(sent(page)))

    assert f"We publish it by {page.findings_by:%-d %B %Y}." in shown
    assert f"We decide by {page.decision_by:%-d %B %Y}, and say why." in shown


@pytest.fixture
def story():
    """Somebody's words, and the decision that came of them."""
    page = make.consultation()
    words = sent(page)
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

    shown = use(words).content.decode()

    assert f'href="{findings.url}"' in shown
    assert f'href="{decision.url}"' in shown


def test_somebody_learns_where_their_words_were_counted_and_nowhere_else(story):
    shown = walk.text(use(story[0]))

    assert "Your words were counted in: Time with nan" in shown
    assert "Somebody else's idea" not in shown
    assert "Not published" not in shown


def test_themes_that_are_not_published_are_not_shown(story):
    words, findings, _decision = story

    findings.unpublish()

    assert "Time with nan" not in walk.text(use(words))
