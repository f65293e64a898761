"""An analyst makes somebody's words safe to show and offers them."""

import pytest
from django.urls import reverse

from consultations.models import ConsultationPage
from feedback.actions import reading, themes
from feedback.actions.reading import NotYours
from feedback.models import Quotation
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, says


def grouped(may_show=True, text="Someone says placement, not home"):
    """A text under a theme, ready to be offered."""
    page = make.closed_consultation()
    words, theme = make.read_words(page, text, may_show=may_show), make.theme(page)
    themes.group_words(words=words, themes=[theme], by=make.staff("analyst"))
    return words, theme


def address(words):
    return reverse(
        "feedback_quote", args=[words.response.questionnaire.consultation.code, words.pk]
    )


def page_of(words):
    key = words.response.questionnaire.consultation_id
    return ConsultationPage.objects.get(translation_key=key)


def propose(words, theme, by=None):
    return themes.propose_quotation(
        words=words, theme=theme, text="placement", differs=False, by=by or make.staff("analyst")
    )


def test_the_screen_begins_with_the_words_as_a_reader_made_them_safe(as_staff):
    words, theme = grouped(text="my friend Priya left")

    response = as_staff("analyst").get(address(words))

    form = response.context["form"]
    assert (form["text"].value(), form["theme"].value()) == ("my friend [name] left", theme.pk)
    assert "Priya" not in response.content.decode()


def test_words_are_offered_with_names_taken_out(as_staff):
    words, theme = grouped()

    typed = {"theme": str(theme.pk), "text": "[a name] says placement", "differs": "on"}
    response = as_staff("analyst").post(address(words), typed, follow=True)

    assert "Offered. Somebody else clears it before it is shown." in says(response)
    made = Quotation.objects.get(words=words, theme=theme)
    assert (made.text, made.differs) == ("[a name] says placement", True)
    assert (made.proposed_by, made.cleared_by) == (make.staff("analyst"), None)


def test_words_whose_writer_did_not_allow_it_are_never_offered(as_staff):
    words, theme = grouped(may_show=False)

    response = as_staff("analyst").post(
        address(words), {"theme": str(theme.pk), "text": "placement"}
    )

    assert response.status_code == 404
    with pytest.raises(themes.NotAllowedToShow):
        propose(words, theme)


def test_the_workspace_says_when_the_writer_did_not_allow_it(as_staff):
    words, _theme = grouped(may_show=False)
    code = words.response.questionnaire.consultation.code

    response = as_staff("analyst").get(reverse("feedback_workspace", args=[code]))

    assert "The writer did not allow these words to be shown." in says(response)
    assert address(words) not in response.content.decode()


def test_words_that_may_be_shown_can_be_offered_from_the_workspace(as_staff):
    words, _theme = grouped()
    code = words.response.questionnaire.consultation.code

    response = as_staff("analyst").get(reverse("feedback_workspace", args=[code]))

    assert address(words) in response.content.decode()


def test_words_that_nobody_has_read_are_not_safe_yet(as_staff):
    words = make.words()
    theme = make.theme(page_of(words))

    assert as_staff("analyst").get(address(words)).status_code == 404
    with pytest.raises(themes.NotSafeYet):
        propose(words, theme)


def test_words_that_worry_somebody_are_not_safe_yet(as_staff):
    words, theme = grouped()
    reading.raise_concern(words=words, by=make.staff("reader"), note="")

    assert as_staff("analyst").get(address(words)).status_code == 404
    with pytest.raises(themes.NotSafeYet):
        propose(words, theme)


def test_words_are_offered_only_under_a_theme_that_they_stand_under(as_staff):
    words, _theme = grouped()
    other = make.theme(page_of(words))

    response = as_staff("analyst").post(address(words), {"theme": str(other.pk), "text": "x"})

    assert response.status_code == 422
    assert not Quotation.objects.exists()


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u2060"])
def test_a_quotation_has_words(as_staff, text):
    words, theme = grouped()

    response = as_staff("analyst").post(address(words), {"theme": str(theme.pk), "text": text})

    assert response.status_code == 422
    assert "This field is required." in says(response)


def test_what_changes_the_direction_of_a_text_is_taken_out(as_staff):
    words, theme = grouped(text="abc")

    typed = {"theme": str(theme.pk), "text": "\u202eabc\u202c\x07"}
    as_staff("analyst").post(address(words), typed)

    assert Quotation.objects.get().text == "abc"


def test_offering_again_changes_the_same_quotation():
    words, theme = grouped()
    first = propose(words, theme)

    second = themes.propose_quotation(
        words=words, theme=theme, text="not home", differs=True, by=make.staff("analyst")
    )

    assert second.pk == first.pk
    assert Quotation.objects.get().text == "not home"


@pytest.mark.parametrize("role", ["reader", "safeguarding", "participation"])
def test_only_an_analyst_offers(as_staff, role):
    words, theme = grouped()

    assert is_refused(as_staff(role).get(address(words)))
    with pytest.raises(NotYours):
        propose(words, theme, by=make.staff(role))


def test_an_analyst_of_another_council_offers_nothing_of_ours(as_staff):
    words, theme = grouped()
    stranger = elsewhere("analyst")

    assert is_refused(as_staff(user=stranger).get(address(words)))
    with pytest.raises(NotYours):
        propose(words, theme, by=stranger)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Someone says it is a home", "This was not written, or not in this order: “it is a”."),
        (
            "[a name] says home, placement",
            "not written, or not in this order: “placement”.",
        ),
        ("Someone says home", "write [...] where you leave words out between others"),
        ("[what a child said]", "Keep some of their words"),
    ],
)
def test_a_quotation_says_only_what_was_written(as_staff, text, sentence):
    words, theme = grouped()

    response = as_staff("analyst").post(address(words), {"theme": str(theme.pk), "text": text})

    assert response.status_code == 422
    assert sentence in says(response)
    with pytest.raises(themes.NotTheirWords):
        themes.propose_quotation(
            words=words, theme=theme, text=text, differs=False, by=make.staff("analyst")
        )
    assert not Quotation.objects.exists()


def test_opening_what_was_written_to_offer_it_is_recorded(as_staff):
    words, _theme = grouped()

    as_staff("analyst").get(address(words))

    assert words.openings.latest("pk").by == make.staff("analyst")
