"""An analyst names a theme, says it better, and deletes one that holds nothing."""

import pytest
from django.urls import reverse

from feedback.actions import themes
from feedback.actions.reading import NotYours
from feedback.models import Browsing, Theme
from governance.log.text import refuse_unsealable
from tests import make
from tests.feedback.listening.screens import elsewhere, is_refused, says
from tests.sharing import once_a_file

HIDDEN = "Call\u202e me\x07 by\u2066 my\u200b\tname"


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def theme(page):
    return make.theme(page, "Names")


def address(theme):
    return reverse("feedback_theme", args=[theme.consultation.code, theme.pk])


def press(client, theme, **typed):
    return client.post(address(theme), typed, follow=True)


def test_a_theme_is_renamed_and_defined(as_staff, theme):
    press(as_staff("analyst"), theme, name="My own name", definition="What I am called.")

    theme.refresh_from_db()
    assert (theme.name, theme.definition) == ("My own name", "What I am called.")


def test_what_the_record_could_not_show_is_taken_out(as_staff, theme):
    press(as_staff("analyst"), theme, name=HIDDEN, definition=HIDDEN)

    theme.refresh_from_db()
    assert theme.name == theme.definition == "Call me by my name"


def test_a_new_theme_is_as_clean(as_staff, page):
    new = reverse("feedback_new_theme", args=[page.identity.code])

    as_staff("analyst").post(new, {"name": f"{HIDDEN}\nand mine", "definition": HIDDEN})

    made = Theme.objects.get()
    assert made.name == "Call me by my name and mine"
    for text in (made.name, made.definition):
        refuse_unsealable(text)


def test_findings_with_such_a_theme_can_be_published(as_staff, page):
    new = reverse("feedback_new_theme", args=[page.identity.code])
    as_staff("analyst").post(new, {"name": HIDDEN, "definition": HIDDEN})

    assert make.findings(page, Theme.objects.get()).live


@pytest.mark.parametrize("name", ["", " ", "\u202e\u200b"])
def test_a_theme_has_a_name(as_staff, theme, name):
    response = press(as_staff("analyst"), theme, name=name)

    assert response.status_code == 422
    theme.refresh_from_db()
    assert theme.name == "Names"


def test_two_themes_have_two_names(as_staff, page, theme):
    make.theme(page, "Words")

    response = press(as_staff("analyst"), theme, name="Words")

    assert "There is a theme of that name already." in says(response)


def test_a_published_name_stays_and_its_definition_may_change(as_staff, page, theme):
    make.findings(page, theme)
    client = as_staff("analyst")

    response = press(client, theme, name="Other", definition="Else")
    assert "It stands in published findings, so its name stays." in says(response)
    press(client, theme, name="Names", definition="Else")

    theme.refresh_from_db()
    assert (theme.name, theme.definition) == ("Names", "Else")


def test_an_empty_theme_is_deleted(as_staff, theme):
    response = press(as_staff("analyst"), theme, go="drop")

    assert "The theme is gone." in says(response)
    assert not Theme.objects.exists()


def holding_a_text(page, theme):
    themes.group_words(words=make.read_words(page), themes=[theme], by=make.staff("analyst"))


@pytest.mark.parametrize("use", [holding_a_text, make.draft_findings])
def test_a_theme_in_use_is_not_deleted(as_staff, page, theme, use):
    use(page, theme)
    client = as_staff("analyst")

    assert "Delete this theme" not in says(client.get(address(theme)))
    response = press(client, theme, go="drop")

    assert "so it cannot be deleted." in says(response)
    assert Theme.objects.exists()


@pytest.mark.parametrize("role", ["reader", "safeguarding", "participation"])
def test_only_an_analyst_names_themes(as_staff, page, theme, role):
    by = make.staff(role)

    assert is_refused(as_staff(role).get(address(theme)))
    for act in (
        lambda: themes.name_theme(consultation=page.identity, name="x", definition="", by=by),
        lambda: themes.rename_theme(theme=theme, name="x", definition="", by=by),
        lambda: themes.drop_theme(theme=theme, by=by),
        lambda: themes.browse_texts(consultation=page.identity, by=by),
    ):
        with pytest.raises(NotYours):
            act()


def test_an_analyst_of_another_council_names_none_of_ours(as_staff, theme):
    stranger = elsewhere("analyst")

    assert is_refused(as_staff(user=stranger).get(address(theme)))
    with pytest.raises(NotYours):
        themes.rename_theme(theme=theme, name="x", definition="", by=stranger)


def test_a_theme_of_another_consultation_is_not_there(as_staff, theme):
    other = make.closed_consultation().identity.code

    response = as_staff("analyst").get(reverse("feedback_theme", args=[other, theme.pk]))

    assert response.status_code == 404


def test_looking_through_texts_is_recorded_once_a_page(as_staff, page, time_machine):
    now = make.noon(make.today())
    time_machine.move_to(now, tick=False)

    as_staff("analyst").get(reverse("feedback_workspace", args=[page.identity.code]))

    look = Browsing.objects.get()
    assert (look.consultation, look.by, look.at) == (page.identity, make.staff("analyst"), now)
