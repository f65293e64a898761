"""The analyst's workspace: texts that were read, beside what was asked and who said it."""

import pytest
from django.urls import reverse

from feedback.actions import concerns, reading, themes
from feedback.models import Outcome, Theme
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, n_queries, says

NOT_ANALYSTS = ["participation", "approver", "governance", "reader", "safeguarding"]


def workspace(page):
    return reverse("feedback_workspace", args=[page.identity.code])


def two_questions():
    return make.closed_consultation(
        make.block("short_text", "What word hurts?", data_name="word"),
        make.block("long_text", "Tell us more.", data_name="more"),
    )


@pytest.mark.parametrize("role", NOT_ANALYSTS)
def test_only_analysts_enter(as_staff, role):
    page = make.closed_consultation()
    client = as_staff(role)

    assert is_refused(client.get(reverse("feedback_themes")))
    assert is_refused(client.get(workspace(page)))


def test_a_superuser_is_no_analyst(as_staff):
    page = make.closed_consultation()

    assert is_refused(as_staff(user=make.superuser()).get(workspace(page)))


def test_an_analyst_of_another_council_finds_nothing_of_ours(as_staff):
    page = make.closed_consultation(title="Who sees it?")
    client = as_staff(user=elsewhere("analyst"))

    assert "Who sees it?" not in says(client.get(reverse("feedback_themes")))
    assert is_refused(client.get(workspace(page)))


def test_a_consultation_says_how_many_texts_were_read_and_how_many_wait(as_staff):
    page = make.closed_consultation(title="Who sees it?")
    make.read_words(page)
    make.read_words(page)
    make.words(page)

    shown = says(as_staff("analyst").get(reverse("feedback_themes")))

    assert f"Who sees it? {page.closes_on:%-d %b %Y} 2 1" in shown


def test_a_text_appears_once_it_was_read(as_staff):
    page = make.closed_consultation()
    make.words(page, "not read yet")
    make.read_words(page, "read by somebody")

    shown = says(as_staff("analyst").get(workspace(page)))

    assert "read by somebody" in shown
    assert "not read yet" not in shown


def test_a_text_that_was_only_opened_stays_out(as_staff):
    page = make.closed_consultation()
    reading.open_words(words=make.words(page, "only opened"), by=make.staff("reader"))

    assert "only opened" not in says(as_staff("analyst").get(workspace(page)))


def test_a_text_that_worries_somebody_waits_for_the_outcome(as_staff):
    page = make.closed_consultation()
    reading.raise_concern(words=make.words(page, "he hits me"), by=make.staff("reader"), note="")

    assert "he hits me" not in says(as_staff("analyst").get(workspace(page)))


def test_after_the_outcome_the_text_can_be_sorted(as_staff):
    page = make.closed_consultation()
    words = make.words(page, "I hit the ball")
    concern = reading.raise_concern(words=words, by=make.staff("reader"), note="")
    concerns.settle_concern(
        concern=concern, by=make.staff("safeguarding"), outcome=Outcome.NO_CONCERN, action="A game."
    )

    assert "I hit the ball" in says(as_staff("analyst").get(workspace(page)))


def test_one_of_two_worries_is_enough_to_wait(as_staff):
    page = make.closed_consultation()
    words = make.words(page, "he hits me")
    first, _second = (
        reading.raise_concern(words=words, by=make.staff("reader"), note="") for _worry in range(2)
    )
    concerns.settle_concern(
        concern=first, by=make.staff("safeguarding"), outcome=Outcome.NO_CONCERN, action="A game."
    )

    assert "he hits me" not in says(as_staff("analyst").get(workspace(page)))


def test_texts_of_another_consultation_stay_there(as_staff):
    make.read_words(make.closed_consultation(), "from elsewhere")

    assert "from elsewhere" not in says(as_staff("analyst").get(workspace(two_questions())))


def test_a_text_stands_beside_its_question_age_and_voice(as_staff):
    page = two_questions()
    words = make.response(page, word="placement", band="10-12", voice="with_help").words.get()
    reading.mark_read(words=words, by=make.staff("reader"))

    shown = says(as_staff("analyst").get(workspace(page)))

    assert (
        "What word hurts? Child or young person, 10 to 12 · Me, with help · On this site · English "
        "· questions, edition 1 placement"
    ) in shown


def test_texts_can_be_seen_for_one_question(as_staff):
    page = two_questions()
    for words in make.response(page, word="contact", more="It is cold.").words.all():
        reading.mark_read(words=words, by=make.staff("reader"))

    shown = says(as_staff("analyst").get(workspace(page), {"question": "word"}))

    assert "1 text" in shown
    assert "It is cold." not in shown


def test_texts_can_be_seen_for_one_theme_or_for_none(as_staff):
    page = make.closed_consultation()
    sorted_text, _other = make.read_words(page, "in a theme"), make.read_words(page, "in no theme")
    found = make.theme(page)
    themes.group_words(words=sorted_text, themes=[found], by=make.staff("analyst"))
    client = as_staff("analyst")

    of_theme = says(client.get(workspace(page), {"theme": str(found.pk)}))
    of_none = says(client.get(workspace(page), {"theme": "none"}))

    assert ("in a theme" in of_theme, "in no theme" in of_theme) == (True, False)
    assert ("in a theme" in of_none, "in no theme" in of_none) == (False, True)


@pytest.mark.parametrize(
    "asked", [{"theme": "x"}, {"question": "x"}, {"page": "x"}, {"theme": "%00"}]
)
def test_an_address_that_was_tampered_with_is_no_server_error(as_staff, asked):
    page = make.closed_consultation()

    assert as_staff("analyst").get(workspace(page), asked).status_code == 200


def test_there_is_no_such_consultation(as_staff):
    address = reverse("feedback_workspace", args=["nothing"])

    assert as_staff("analyst").get(address).status_code == 404


def test_a_script_in_a_text_is_only_text(as_staff):
    page = make.closed_consultation()
    make.read_words(page, "<script>alert(1)</script>")

    assert "<script>alert(1)" not in as_staff("analyst").get(workspace(page)).content.decode()


def test_a_new_theme_is_there_at_once(as_staff):
    page = make.closed_consultation()
    address = reverse("feedback_new_theme", args=[page.identity.code])

    typed = {"name": "Call me by my name", "definition": "Names and words."}
    response = as_staff("analyst").post(address, typed, follow=True)

    theme = Theme.objects.get(consultation=page.identity)
    assert (theme.name, theme.definition) == ("Call me by my name", "Names and words.")
    assert "Call me by my name Names and words." in says(response)


def test_two_themes_of_one_name_are_refused_with_a_sentence(as_staff):
    page = make.closed_consultation()
    theme = make.theme(page)
    address = reverse("feedback_new_theme", args=[page.identity.code])

    response = as_staff("analyst").post(address, {"name": theme.name}, follow=True)

    assert "There is a theme of that name already." in says(response)
    assert Theme.objects.count() == 1


def test_a_theme_of_another_consultation_may_have_the_same_name(as_staff):
    theme = make.theme(make.closed_consultation())
    address = reverse("feedback_new_theme", args=[make.closed_consultation().identity.code])

    as_staff("analyst").post(address, {"name": theme.name})

    assert Theme.objects.filter(name=theme.name).count() == 2


def test_a_theme_needs_a_name(as_staff):
    page = make.closed_consultation()
    address = reverse("feedback_new_theme", args=[page.identity.code])

    response = as_staff("analyst").post(address, {"name": " "}, follow=True)

    assert "This field is required." in says(response)
    assert not Theme.objects.exists()


def test_an_analyst_of_another_council_makes_no_theme_of_ours(as_staff):
    address = reverse("feedback_new_theme", args=[make.closed_consultation().identity.code])

    response = as_staff(user=elsewhere("analyst")).post(address, {"name": "Mine"})

    assert is_refused(response)
    assert not Theme.objects.exists()


def test_more_texts_on_a_screen_ask_the_database_no_more(as_staff):
    page, client = make.closed_consultation(), as_staff("analyst")
    make.quotation(make.read_words(page), make.theme(page))
    before = n_queries(client, workspace(page))

    for _text in range(5):
        make.quotation(make.read_words(page), page.identity.themes.get())

    assert n_queries(client, workspace(page)) == before
