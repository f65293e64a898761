"""Keep answers one by one, then send: what arrives is what was meant, once."""

import contextlib

import pytest

from consultations.models import Question, Questionnaire
from feedback import receipts
from feedback.actions import answering, sending
from feedback.models import Answer, Draft, Response, Words
from tests import make

TODAY = make.today()
NOON = make.noon(TODAY)


def save(words: str, page, key: str, answer: dict | None) -> None:
    """Keep one answer."""
    answering.save_answer(
        words=words, question_id=make.frozen(page, key)["id"], answer=answer, now=NOON
    )


def send(words: str) -> Response:
    """Press Send."""
    return sending.send(words=words, now=NOON, today=TODAY)


def stored(page, key: str) -> list[str]:
    """The codes that were chosen."""
    chosen = Answer.objects.filter(question_id=make.frozen(page, key)["id"])
    return sorted(chosen.values_list("option__code", flat=True))


def test_an_answer_can_be_changed_and_taken_out():
    page = make.consultation()
    words = make.draft(page, more="First")

    save(words, page, "more", {"text": "Second", "may_show": False})
    changed = answering.find_draft(words, NOON).answers
    save(words, page, "more", None)

    assert [answer["text"] for answer in changed.values()] == ["Second"]
    assert answering.find_draft(words, NOON).answers == {}


def test_two_tabs_do_not_undo_each_others_answers():
    page = make.consultation()
    words = make.draft(page)
    in_first_tab = answering.find_draft(words, NOON)

    save(words, page, "more", {"text": "From the second tab", "may_show": False})
    save(words, page, "heard", {"options": [make.option(page, "heard", "yes")]})

    assert in_first_tab.answers == {}
    assert len(answering.find_draft(words, NOON).answers) == 2


def test_a_response_says_who_answered_and_how():
    page = make.consultation()

    response = send(make.draft(page, band="10-12", voice="with_help", language="pl"))

    assert (response.role, response.band, response.voice) == ("child", "10-12", "with_help")
    assert (response.language, response.agreed, response.channel) == ("pl", "older-1", "web")
    assert response.questionnaire.consultation == page.identity
    assert response.received_on == TODAY


def test_a_response_lists_what_was_asked_also_when_it_was_skipped():
    page = make.consultation(
        make.block("short_text", "All", data_name="all"),
        make.block("short_text", "Parents", data_name="parents", roles=["parent"]),
    )

    response = send(make.draft(page))

    assert response.asked == [make.frozen(page, "all")["id"]]


def test_each_chosen_answer_is_a_row_and_each_text_is_a_row():
    page = make.consultation(
        make.block("choose_several", "Which?", data_name="which", options=["A", "B", "C"]),
        make.block("short_text", "Why?", data_name="why"),
    )
    codes = sorted(option["code"] for option in make.frozen(page, "which")["options"])[:2]

    send(make.draft(page, which=codes, why="Because"))

    assert stored(page, "which") == codes
    assert Words.objects.get().question_id == Question.objects.get(key="why").pk


@pytest.mark.parametrize("may_show", [True, False])
def test_a_text_is_kept_as_it_was_written_with_its_language_and_whether_it_may_be_shown(may_show):
    text = "نريد أن تُكتب\nأسماؤنا 🙂 <b>"

    send(make.draft(make.consultation(), language="ar", more=(text, may_show)))

    assert Words.objects.values_list("text", "language", "may_show").get() == (text, "ar", may_show)


def test_nothing_answered_is_a_response_all_the_same():
    response = send(make.draft(make.consultation()))

    assert response.answers.count() == response.words.count() == 0


def test_answers_that_were_left_behind_never_arrive():
    page = make.consultation(
        make.block("short_text", "Children", data_name="child", roles=["child"]),
        make.block("short_text", "Everyone", data_name="all"),
    )
    words = make.draft(page, child="As a child", all="For everyone")
    answering.change_person(words=words, role="parent", band="", now=NOON)
    answering.agree(words=words, version="parent-1", now=NOON)

    send(words)

    assert Words.objects.values_list("text", flat=True).get() == "For everyone"


def test_the_same_answer_ticked_twice_is_chosen_once():
    page = make.consultation(
        make.block("choose_several", "Which?", data_name="which", options=[("a", "A"), ("b", "B")])
    )

    send(make.draft(page, which=["a", "a"]))

    assert stored(page, "which") == ["a"]


def test_the_words_become_the_receipt():
    words = make.draft(make.consultation())

    response = send(words)

    assert answering.find_response(words) == response
    assert response.receipt_digest == receipts.digest(words, 1, receipts.RECEIPT)


def test_a_backup_with_the_draft_does_not_lead_to_the_response():
    words = make.draft(make.consultation())
    draft = Draft.objects.get()

    response = send(words)

    assert response.receipt_digest != draft.code_digest
    assert response.pk != draft.pk


def test_a_draft_of_another_consultation_is_not_sent():
    words = make.draft(make.consultation())

    with pytest.raises(answering.NoSuchDraft):
        sending.send(words=words, now=NOON, today=TODAY, code="another")

    assert Draft.objects.exists()


@pytest.mark.parametrize(("skipped", "n_sent"), [(False, 0), (True, 1)])
def test_a_text_that_is_too_long_is_not_sent_unless_it_was_skipped(skipped, n_sent):
    page = make.consultation()
    words = make.draft(page)
    save(words, page, "more", {"text": "x" * 4001, "may_show": False, "skipped": skipped})

    with contextlib.suppress(answering.TooLong):
        send(words)

    assert Response.objects.count() == n_sent
    assert Words.objects.count() == 0


def test_an_answer_to_a_draft_that_was_sent_a_moment_ago_is_not_kept(monkeypatch):
    page = make.consultation()
    words = make.draft(page)
    stale = answering.find_draft(words, NOON)
    send(words)
    monkeypatch.setattr(sending, "find_draft", lambda *_words: stale)

    with pytest.raises(answering.NoSuchDraft):
        save(words, page, "more", {"text": "Late"})


def test_a_receipt_outlives_a_new_key(settings):
    words = make.draft(make.consultation())
    response = send(words)
    settings.HEARD_RECEIPT_KEYS = settings.HEARD_RECEIPT_KEYS | {2: "another-key-" * 4}

    assert answering.find_response(words) == response


def test_a_receipt_opens_nothing_once_its_key_is_gone(settings):
    words = make.draft(make.consultation())
    send(words)
    settings.HEARD_RECEIPT_KEYS = {2: "another-key-" * 4}

    assert answering.find_response(words) is None


def test_nothing_unsent_is_left_after_sending():
    send(make.draft(make.consultation(), more="My words"))

    assert not Draft.objects.exists()


def test_sending_twice_makes_one_response():
    words = make.draft(make.consultation(), heard="yes", more="My words")

    first, second = send(words), send(words)

    assert first == second
    assert (Response.objects.count(), Answer.objects.count(), Words.objects.count()) == (1, 1, 1)


def test_who_sent_before_it_closed_is_told_so_after_it_closed():
    page = make.consultation()
    words = make.draft(page)
    response = send(words)
    type(page.identity).objects.update(closes_on=make.today(-1))

    assert send(words) == response


def test_nothing_is_sent_that_nobody_agreed_to():
    words = make.draft(make.consultation(), more="My words")
    answering.change_person(words=words, role="parent", band="", now=NOON)

    with pytest.raises(answering.NotAgreed):
        send(words)

    assert not Response.objects.exists()
    assert Draft.objects.exists()


def test_a_response_marks_its_questionnaire_as_answered():
    page = make.consultation()
    words = make.draft(page)
    before = Questionnaire.objects.get().answered

    send(words)

    assert (before, Questionnaire.objects.get().answered) == (False, True)


def test_nothing_arrives_when_not_everything_can(monkeypatch):
    words = make.draft(make.consultation(), heard="yes", more="My words")
    monkeypatch.setattr(sending, "mark_answered", lambda **_more: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        send(words)

    assert not Response.objects.exists()
    assert Draft.objects.exists()
