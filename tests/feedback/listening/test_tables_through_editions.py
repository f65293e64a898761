"""What was asked before and is asked no more is counted still."""

import copy

from consultations.models import ConsultationPage
from tests import make
from tests.feedback.listening.counting import coverage, numbers, shown, table
from tests.sharing import once_a_file


@once_a_file
def page():
    """A consultation with two questions, answered in its first edition."""
    page = make.consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "Sort of", "No"]),
        make.block("choose_one", "Safe?", data_name="safe"),
    )
    for code, n in {"yes": 7, "sort_of": 8, "no": 9}.items():
        make.responses(page, n, band="13-15", heard=code, safe="yes")
    return page


def published_again(page, change=lambda questions: None, **more):
    """The page in a new edition, after `change` has had its way with the stored questions."""
    page = ConsultationPage.objects.get(pk=page.pk)
    questions = copy.deepcopy(list(page.questions.raw_data))
    change(questions)
    page.questions = questions
    for name, value in more.items():
        setattr(page, name, value)
    page.save_revision(user=make.staff("participation"))
    return make.approve(page)


def test_editions_are_counted_together(page):
    page = published_again(
        page,
        lambda questions: questions[0]["value"].update(text="Listened to?"),
        change_note="Plainer. It means the same.",
    )
    make.responses(page, 10, band="13-15", heard="no")

    made = table(page)

    assert page.identity.questionnaires.count() == 2
    assert shown(made)[0] == ("13-15", [7, 8, 19], 34)
    assert made["words"] == {"en-gb": "Listened to?"}


def test_an_answer_that_is_offered_no_more_is_counted(page):
    page = published_again(page, lambda questions: questions[0]["value"]["options"].pop(1))

    made = table(page)

    labels = [column["words"]["en-gb"] for column in made["columns"]]
    assert labels == ["Yes", "No", "Sort of"]
    assert shown(made)[0] == ("13-15", [7, 9, 8], 24)


def test_a_question_that_is_asked_no_more_is_counted(page):
    page = published_again(page, lambda questions: questions.pop(0))

    assert shown(table(page))[0] == ("13-15", [7, 8, 9], 24)


def test_a_question_that_comes_back_is_counted_once(page):
    stored = copy.deepcopy(list(page.questions.raw_data))
    page = published_again(page, lambda questions: questions.pop(0))
    page = published_again(page, lambda questions: questions.insert(0, stored[0]))

    asked = [made["question"] for made in numbers(page)["tables"]]

    assert len(asked) == len(set(asked)) == 2


def test_an_age_that_is_asked_no_more_is_counted(page):
    page = published_again(page, bands=["10-12"])

    assert ("13-15", [7, 8, 9], 24) in shown(table(page))
    assert coverage(page)["own"]["13-15"] == 24


def test_an_age_that_a_question_leaves_out_later_is_counted(page):
    page = published_again(page, lambda questions: questions[0]["value"].update(bands=["10-12"]))

    assert ("13-15", [7, 8, 9], 24) in shown(table(page))


def test_a_role_that_is_asked_no_more_is_counted(page):
    make.responses(page, 12, role="parent", safe="yes")
    page = published_again(page, roles=["child"])

    assert coverage(page, "parent")["own"][""] == 12
    assert table(page, "safe", "parent")["total"] == 12
