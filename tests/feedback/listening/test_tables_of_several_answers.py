"""Questions where people could choose as many answers as they liked."""

from tests import make
from tests.feedback.listening.counting import shown, table
from tests.sharing import once_a_file

c = None  # printed as [c]


@once_a_file
def page():
    return make.closed_consultation(
        make.block("choose_several", "Which?", data_name="which", options=["Red", "Blue", "Green"]),
        bands=["13-15"],
    )


def chose(page, *codes, n):
    make.responses(page, n, which=list(codes))


def test_the_total_is_people_not_answers(page):
    chose(page, "red", "blue", n=10)
    chose(page, "blue", n=8)
    chose(page, "green", n=9)

    made = table(page, "which")

    assert shown(made) == [("13-15", [10, 18, 9], 27)]
    assert made["kind"] == "choose_several"


def test_how_many_did_not_choose_an_answer_can_be_small_too(page):
    chose(page, "red", "blue", n=17)
    chose(page, "blue", "green", n=3)

    assert shown(table(page, "which"))[0][1] == [c, c, c]


def test_whoever_chose_nothing_is_not_counted(page):
    chose(page, "red", "blue", n=10)
    chose(page, "green", "blue", n=8)
    make.responses(page, 9)

    assert table(page, "which")["total"] == 18


def test_answers_that_everyone_chose_are_held(page):
    chose(page, "red", "blue", n=10)
    chose(page, "blue", "green", n=10)

    assert table(page, "which")["held"] == ["13-15"]


def test_a_person_may_decide_to_show_them(page):
    chose(page, "red", "blue", n=10)
    chose(page, "blue", "green", n=10)
    question = str(page.identity.questions.get().pk)

    made = table(page, "which", shown=[(question, "child", "own", "13-15")])

    assert made["held"] == []
    assert shown(made) == [("13-15", [10, 20, 10], 20)]


def test_where_everyone_chose_one_the_last_number_cannot_be_worked_out(page):
    chose(page, "red", n=8)
    chose(page, "blue", n=7)
    chose(page, "green", n=5)

    assert shown(table(page, "which")) == [("13-15", [8, c, c], 20)]


def test_where_all_of_an_age_chose_one_the_last_number_cannot_be_worked_out():
    page = make.closed_consultation(
        make.block("choose_several", "Which?", data_name="which", options=["Red", "Blue", "Green"])
    )
    for code, n in {"red": 8, "blue": 7, "green": 5}.items():
        make.responses(page, n, band="10-12", which=[code])
    make.responses(page, 10, band="13-15", which=["red", "blue"])
    make.responses(page, 8, band="13-15", which=["green", "red"])
    make.responses(page, 7, band="13-15", which=["blue"])

    assert shown(table(page, "which"))[0] == ("10-12", [c, c, c], 20)
