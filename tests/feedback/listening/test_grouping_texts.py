"""Putting texts under themes, and taking them out again."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from feedback.actions import reading, themes
from feedback.actions.reading import NotYours
from feedback.models import Coding, Quotation
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, says


def put(client, words, *chosen, **asked):
    """Tick these themes for a text, and no others, and press "Save"."""
    before = themes_of(words)
    return save(client, {words: (before, chosen)}, **asked)


def save(client, texts, **asked):
    """Press "Save" on a page of texts: {text: (themes when it was opened, themes ticked)}."""
    code = next(iter(texts)).response.questionnaire.consultation.code
    address = reverse("feedback_group", args=[code], query=asked or None)
    data = {"texts": [str(words.pk) for words in texts]}
    for words, (before, ticked) in texts.items():
        data[f"before-{words.pk}"] = " ".join(str(theme.pk) for theme in before)
        data[f"themes-{words.pk}"] = [str(getattr(one, "pk", one)) for one in ticked]
    return client.post(address, data, follow=bool(asked))


def themes_of(words):
    return {coding.theme for coding in Coding.objects.filter(words=words)}


def test_a_text_can_stand_under_several_themes(as_staff):
    page = make.closed_consultation()
    words, chosen = make.read_words(page), {make.theme(page), make.theme(page)}

    put(as_staff("analyst"), words, *chosen)

    assert themes_of(words) == chosen


def test_who_put_it_there_and_when_is_recorded(as_staff, time_machine):
    page = make.closed_consultation()
    words, theme = make.read_words(page), make.theme(page)
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    put(as_staff("analyst"), words, theme)

    coding = Coding.objects.get()
    assert (coding.coder, coding.coded_at) == (make.staff("analyst"), now)


def test_a_tick_taken_out_takes_the_text_out(as_staff):
    page = make.closed_consultation()
    words, stays, goes = make.read_words(page), make.theme(page), make.theme(page)
    put(as_staff("analyst"), words, stays, goes)

    put(as_staff("analyst"), words, stays)

    assert themes_of(words) == {stays}


def test_saving_again_keeps_who_put_it_there_first(as_staff):
    page = make.closed_consultation()
    words, theme = make.read_words(page), make.theme(page)
    put(as_staff("analyst"), words, theme)

    put(as_staff(user=make.staff("analyst", again=True)), words, theme)

    assert Coding.objects.get().coder == make.staff("analyst")


def test_taking_a_text_out_takes_its_quotation_away(as_staff):
    page = make.closed_consultation()
    words, theme = make.read_words(page), make.theme(page)
    make.quotation(words, theme)

    put(as_staff("analyst"), words)

    assert not Quotation.objects.exists()


def test_its_quotation_under_another_theme_stays():
    page = make.closed_consultation()
    words, stays, goes = make.read_words(page), make.theme(page), make.theme(page)
    analyst = make.staff("analyst")
    themes.group_words(words=words, themes=[stays, goes], by=analyst)
    for theme in (stays, goes):
        themes.propose_quotation(words=words, theme=theme, text="My", differs=False, by=analyst)

    themes.group_words(words=words, themes=[stays], by=analyst)

    assert Quotation.objects.get().theme == stays


def test_a_theme_of_another_consultation_cannot_be_used(as_staff):
    page = make.closed_consultation()
    words, foreign = make.read_words(page), make.theme(make.closed_consultation())

    put(as_staff("analyst"), words, foreign)

    assert themes_of(words) == set()


def test_the_action_leaves_a_theme_of_another_consultation_out():
    page = make.closed_consultation()
    words, foreign = make.read_words(page), make.theme(make.closed_consultation())

    themes.group_words(words=words, themes=[foreign, make.theme(page)], by=make.staff("analyst"))

    assert foreign not in themes_of(words)


def test_a_text_of_another_consultation_is_not_there(as_staff):
    words, other = make.read_words(), make.closed_consultation()
    theme = make.theme(other)
    address = reverse("feedback_group", args=[other.identity.code])

    typed = {"texts": [str(words.pk)], f"themes-{words.pk}": [str(theme.pk)]}
    as_staff("analyst").post(address, typed)

    assert themes_of(words) == set()


@pytest.mark.parametrize("tampered", ["", "x", "1", "00000000-0000-0000-0000-000000000000"])
def test_a_tampered_tick_is_no_theme(as_staff, tampered):
    page = make.closed_consultation()
    words, theme = make.read_words(page), make.theme(page)

    put(as_staff("analyst"), words, theme, tampered)

    assert themes_of(words) == {theme}


def test_saving_leads_back_to_what_was_shown_and_says_how_many_changed(as_staff):
    page = make.closed_consultation()
    words, theme = make.read_words(page), make.theme(page)

    response = put(as_staff("analyst"), words, theme, question="more", page="1")

    assert response.redirect_chain[-1][0].endswith("?question=more&page=1")
    assert "1 text changed." in says(response)


def test_every_text_on_a_page_is_saved_at_once(as_staff):
    page = make.closed_consultation()
    first, second, third = (make.read_words(page) for _text in range(3))
    theme, other = make.theme(page), make.theme(page)
    put(as_staff("analyst"), third, other)

    ticked = {first: ([], [theme]), second: ([], [theme, other]), third: ([other], [other])}
    response = save(as_staff("analyst"), ticked, page="1")

    assert [themes_of(one) for one in (first, second, third)] == [{theme}, {theme, other}, {other}]
    assert "2 texts changed." in says(response)


def test_what_a_colleague_saved_meanwhile_stays(as_staff):
    page = make.closed_consultation()
    words, mine, theirs = make.read_words(page), make.theme(page), make.theme(page)
    themes.group_words(words=words, themes=[theirs], by=make.staff("analyst", again=True))

    save(as_staff("analyst"), {words: ([], [mine])})

    assert themes_of(words) == {mine, theirs}


def test_a_page_of_texts_is_one_form_that_says_what_it_was(as_staff):
    page = make.closed_consultation()
    words, theme = make.read_words(page), make.theme(page)
    put(as_staff("analyst"), words, theme)

    shown = as_staff("analyst").get(reverse("feedback_workspace", args=[page.identity.code]))

    forms = BeautifulSoup(shown.content, "html.parser").select("form[action*=texts]")
    assert len(forms) == 1
    assert forms[0].find("input", {"name": f"before-{words.pk}"})["value"].split() == [
        str(theme.pk)
    ]
    assert [button.text for button in forms[0].find_all("button", type=None)] == [
        "Save",
        "Save",
        "I have read this page",
    ]


def test_a_text_that_worries_somebody_cannot_be_sorted(as_staff):
    page = make.closed_consultation()
    words, theme = make.words(page), make.theme(page)
    reading.raise_concern(words=words, by=make.staff("reader"), note="")
    client = as_staff("analyst")

    put(client, words, theme)

    shown = says(client.get(reverse("feedback_workspace", args=[page.identity.code])))
    assert "Somebody is worried about one of the texts, so it waits." in shown
    assert themes_of(words) == set()


@pytest.mark.parametrize("made", [make.words, lambda: _only_opened()])
def test_a_text_that_nobody_has_read_cannot_be_sorted(made):
    words = made()

    with pytest.raises(themes.NotSafeYet):
        themes.group_words(words=words, themes=[], by=make.staff("analyst"))


def _only_opened():
    words = make.words()
    reading.open_words(words=words, by=make.staff("reader"))
    return words


@pytest.mark.parametrize("role", ["reader", "safeguarding", "participation"])
def test_only_an_analyst_sorts(as_staff, role):
    words = make.read_words()

    assert is_refused(put(as_staff(role), words))
    with pytest.raises(NotYours):
        themes.group_words(words=words, themes=[], by=make.staff(role))


def test_an_analyst_of_another_council_sorts_nothing_of_ours(as_staff):
    words, stranger = make.read_words(), elsewhere("analyst")

    assert is_refused(put(as_staff(user=stranger), words))
    with pytest.raises(NotYours):
        themes.group_words(words=words, themes=[], by=stranger)


def test_a_response_that_is_taken_back_leaves_its_themes():
    page = make.closed_consultation()
    words, theme = make.read_words(page), make.theme(page)
    make.quotation(words, theme)

    words.response.delete()

    assert not Coding.objects.exists()
    assert not Quotation.objects.exists()
