"""A person checks each translation before it is public, and again when its source moves."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from wagtail.models import Page

from consultations.actions.translations import NotReady
from consultations.models import ConsultationPage, TranslationCheck
from consultations.translations import NotChecked, State, standing_of, translations_behind
from tests import make, planned, translating
from tests.consultations.editing import again, asked, edited, stored
from tests.sharing import once_a_file


@once_a_file
def page() -> ConsultationPage:
    return make.consultation(
        make.block(
            "choose_one",
            "Heard?",
            data_name="heard",
            hint="Pick one.",
            options=[("yes", "Yes"), ("no", "No")],
            wordings=[{"bands": ["6-9"], "text": "Do we hear you?"}],
        ),
        make.block("faces", "How is it?", data_name="how", words=["Bad", "So so", "Good"]),
    )


def state_of(page: Page) -> State:
    return standing_of(Page.objects.get(pk=page.pk).specific).state


def screen(page: Page) -> str:
    return reverse("consultations_translation", args=[page.pk])


CHECKED = {"go": "check", "checked_by": "Welsh language officer", "says_the_same": "on"}


def test_what_people_read_is_translated_and_nothing_else(page):
    welsh = translating.begun(page)

    texts = set(
        translating.translation_of(welsh).source.stringsegment_set.values_list(
            "string__data", flat=True
        )
    )

    assert texts == {
        page.title,
        *(page.summary, page.why, page.can_change, page.cannot_change, page.decider),
        *("Heard?", "Pick one.", "Do we hear you?", "Yes", "No"),
        *("How is it?", "Bad", "So so", "Good", "I don't know"),
        *planned.texts(),
    }
    assert not translating.translation_of(welsh).source.overridablesegment_set.exists()


def test_a_translation_begins_as_a_draft(page):
    assert not translating.begun(page).live


def test_a_translation_has_its_words_in_the_questionnaire(page):
    translating.translated(page)

    heard, how = asked(page)
    assert heard["words"]["cy"] == {
        "text": "[cy] Heard?",
        "hint": "[cy] Pick one.",
        "bands": {"6-9": "[cy] Do we hear you?"},
    }
    assert [option["code"] for option in heard["options"]] == ["yes", "no"]
    assert [option["words"]["cy"] for option in how["options"]][:2] == ["[cy] Bad", "[cy] So so"]


def test_dates_and_roles_follow_the_source(page):
    welsh = translating.translated(page)
    again(page, closes_on=make.today(30), roles=["child"])
    translating.translation_of(welsh).source.update_from_db()

    welsh = translating.publish(welsh)

    assert (welsh.closes_on, welsh.roles) == (make.today(30), ["child"])


def test_nothing_is_published_that_nobody_checked(page):
    welsh = translating.put(translating.begun(page))
    translating.translation_of(welsh).save_target(publish=False)

    with pytest.raises(NotChecked, match="must check"):
        Page.objects.get(pk=welsh.pk).get_latest_revision().publish()

    assert not Page.objects.get(pk=welsh.pk).live


def test_a_check_is_of_one_version(page):
    welsh = translating.put(translating.begun(page))
    translating.check(welsh)
    edited(welsh, title="Something else")

    with pytest.raises(NotChecked):
        Page.objects.get(pk=welsh.pk).get_latest_revision().publish()

    assert state_of(welsh) == State.BEING_MADE


def test_what_is_half_translated_cannot_be_checked(page):
    welsh = translating.begun(page)

    with pytest.raises(NotReady, match="24 texts are not translated yet"):
        translating.check(welsh)

    assert not TranslationCheck.objects.exists()


def test_what_the_source_no_longer_says_cannot_be_checked(page):
    welsh = translating.put(translating.begun(page))
    again(page, summary="Something else?")

    with pytest.raises(NotReady, match="has changed"):
        translating.check(welsh)


def test_what_was_checked_before_the_source_moved_cannot_be_published(page):
    welsh = translating.put(translating.begun(page))
    revision = translating.check(welsh).revision
    again(page, summary="Something else?")

    with pytest.raises(NotChecked, match="has changed"):
        revision.publish()


def test_a_translation_is_never_public_before_its_source():
    welsh = translating.put(translating.begun(make.draft_consultation()))

    with pytest.raises(NotChecked, match="Publish the page in English first"):
        translating.publish(welsh)


def test_a_check_names_somebody(page):
    welsh = translating.put(translating.begun(page))
    check = translating.check(welsh)
    check.checked_by = ""

    with pytest.raises(IntegrityError):
        check.save()


def test_a_translation_stands_as_what_happened_to_it(page):
    welsh = translating.begun(page)
    states = [state_of(welsh)]
    translating.publish(translating.put(welsh))
    states.append(state_of(welsh))
    again(page, stored(page))
    states.append(state_of(welsh))
    again(page, summary="Something else?")
    states.append(state_of(welsh))
    translating.translation_of(welsh).source.update_from_db()
    translating.publish(translating.put(welsh))
    states.append(state_of(welsh))

    assert states == ["being_made", "checked", "checked", "out_of_date", "checked"]


def test_a_source_that_says_again_what_was_translated_is_up_to_date(page):
    welsh = translating.translated(page)
    said = page.summary
    again(page, summary="Something else?")

    again(page, summary=said)

    assert state_of(welsh) == State.CHECKED


def test_the_gate_is_told_which_languages_are_behind(page):
    translating.translated(page, "cy")
    translating.begun(page, "pl")

    assert [(one.language, one.state) for one in translations_behind(page)] == [
        ("pl", "being_made")
    ]


def test_the_gate_looks_at_the_draft_that_it_is_given(page):
    translating.translated(page)
    draft = edited(page, summary="Something else?")

    behind = translations_behind(draft.get_latest_revision_as_object())

    assert [(one.name, one.state) for one in behind] == [("Cymraeg", "out_of_date")]
    assert translations_behind(page) == []


def test_anyone_can_see_who_checked_a_translation_and_when(page, visitor):
    welsh = translating.translated(page)

    shown = visitor.get(welsh.url).content.decode()

    assert "Welsh language officer" in shown
    assert f'<time datetime="{make.today():%Y-%m-%d}">' in shown
    assert 'class="note translation' in shown


def test_anyone_can_see_that_the_source_has_changed_since(page, visitor):
    welsh = translating.translated(page)
    again(page, summary="Something else?")

    shown = visitor.get(welsh.url).content.decode()

    assert f'<a href="{page.url}" lang="en-gb" hreflang="en-gb" dir="ltr">English</a>' in shown
    assert "translation--behind" in shown


def test_an_officer_says_who_checked_it_and_another_approves(page, as_staff):
    welsh = translating.put(translating.begun(page))
    make.forget()
    officer, approver = as_staff("participation"), as_staff("approver")

    officer.post(screen(welsh), CHECKED | {"checked_on": make.today()})
    officer.post(screen(welsh), {"go": "submit"})
    waiting = ConsultationPage.objects.get(pk=welsh.pk).current_workflow_task_state
    assert "Approve and publish" in approver.get(screen(welsh)).content.decode()
    approver.post(
        reverse("wagtailadmin_pages:workflow_action", args=[welsh.pk, "approve", waiting.pk])
    )

    assert Page.objects.get(pk=welsh.pk).live
    assert state_of(welsh) == State.CHECKED


def test_nobody_approves_the_translation_that_they_said_was_checked(page, as_staff):
    welsh = translating.put(translating.begun(page))
    make.forget()
    approver = as_staff("approver")
    approver.post(screen(welsh), CHECKED | {"checked_on": make.today()})
    approver.post(screen(welsh), {"go": "submit"})

    assert "Approve and publish" not in approver.get(screen(welsh)).content.decode()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"checked_by": ""}, "This field is required"),
        ({"says_the_same": ""}, "Tick this only when somebody read all of it."),
        ({"checked_on": make.today(1)}, "That day has not come yet."),
    ],
)
def test_a_check_without_a_person_or_a_day_is_not_recorded(page, as_staff, wrong, sentence):
    welsh = translating.put(translating.begun(page))

    shown = as_staff("participation").post(
        screen(welsh), CHECKED | {"checked_on": make.today()} | wrong
    )

    assert shown.status_code == 422
    assert sentence in shown.content.decode()
    assert not TranslationCheck.objects.exists()


def test_an_item_is_published_by_those_who_keep_the_register(as_staff):
    item = make.item("Reason")
    welsh = translating.put(translating.begun(item))
    make.forget()
    keeper = as_staff("governance")

    keeper.post(screen(welsh), CHECKED | {"checked_on": make.today()})
    keeper.post(screen(welsh), {"go": "publish"})

    assert Page.objects.get(pk=welsh.pk).live


@pytest.mark.parametrize("again_it_is", ["action", "action-publish"])
def test_no_editor_publishes_past_the_check(again_it_is, as_staff):
    welsh = translating.put(translating.begun(make.item("Reason")))
    make.forget()

    response = as_staff("governance").post(
        reverse("wagtailadmin_pages:edit", args=[welsh.pk]), {again_it_is: "publish"}
    )

    assert not Page.objects.get(pk=welsh.pk).live
    assert response.status_code == 302


def test_syncing_publishes_nothing(page, as_staff):
    welsh = translating.translated(page)
    again(page, summary="Something else?")
    source = translating.translation_of(welsh).source

    as_staff("participation").post(
        reverse("wagtail_localize:update_translations", args=[source.pk]),
        {"publish_translations": "on"},
    )

    assert "Something else?" not in Page.objects.get(pk=welsh.pk).specific.summary
    source.refresh_from_db()
    assert "Something else?" in source.content_json


def test_a_draft_is_submitted_as_it_was_last_written(as_staff):
    draft = make.draft_consultation()
    edited(draft, summary="Better words?")
    welsh = translating.language()

    as_staff("participation").post(
        reverse("wagtail_localize:submit_page_translation", args=[draft.pk]),
        {"locales": welsh.pk},
    )

    source = translating.translation_of(draft.get_translation(welsh)).source
    assert "Better words?" in source.content_json


def test_the_report_says_how_every_translation_stands(page, as_staff):
    translating.translated(page, "cy")
    translating.language("pl")

    officer = as_staff("participation")
    shown = officer.get(reverse("consultations_translations")).content.decode()
    missing = officer.get(
        reverse("consultations_translations"), {"state": "missing", "language": "pl"}
    ).content.decode()

    assert "heard-state--checked" in shown
    assert "Welsh language officer" in shown
    assert "heard-state--checked" not in missing
    assert f"{page.pk}/?select_locale=pl" in missing


def test_lists_of_pages_say_how_a_translation_stands(page):
    welsh = translating.translated(page)
    again(page, summary="Something else?")

    assert ConsultationPage.objects.get(pk=welsh.pk).status_string == "live, out of date"
    assert ConsultationPage.objects.get(pk=page.pk).status_string == "live"


def test_the_editor_says_how_a_translation_stands(page, as_staff):
    welsh = translating.begun(page)
    make.forget()

    shown = as_staff("participation").get(reverse("wagtailadmin_pages:edit", args=[welsh.pk]))

    assert "This translation: being made." in shown.content.decode()


def test_a_translation_that_is_published_makes_no_other_out_of_date(page):
    polish = translating.translated(page, "pl")

    translating.translated(page, "cy")

    assert state_of(polish) == State.CHECKED


def test_another_language_begins_with_what_the_page_says_now(page, as_staff):
    translating.translated(page, "cy")
    again(page, summary="Something else?")
    polish = translating.language("pl")

    as_staff("participation").post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": polish.pk},
    )

    source = translating.translation_of(page.get_translation(polish)).source
    assert "Something else?" in source.content_json


def test_what_nobody_translated_is_listed_as_it_was_written(page, visitor):
    translated, other = page, make.consultation(title="Only in English")
    welsh = translating.translated(translated, words={translated.title: "Yn Gymraeg"})

    shown = visitor.get(welsh.get_parent().url).content.decode()

    assert "Yn Gymraeg" in shown
    assert translated.title not in shown
    assert f'<h3 lang="en-gb" dir="ltr"><a href="{other.url}">Only in English</a></h3>' in shown


def test_a_section_that_nobody_translated_shows_english_words_as_english(page, visitor):
    welsh = translating.translated(page)

    shown = visitor.get(welsh.get_parent().url).content.decode()

    assert '<h1 lang="en-gb" dir="ltr">Have your say</h1>' in shown
    assert 'lang="en-gb" dir="ltr" aria-current="page">Have your say</a>' in shown


def test_questions_that_were_stored_before_they_had_more_texts_can_be_translated(as_staff):
    stored_before = make.block("long_text", "Tell us.")
    stored_before["value"] = {
        name: value
        for name, value in stored_before["value"].items()
        if name in ("text", "item", "roles", "bands", "data_name")
    }
    page = make.consultation(stored_before)

    welsh = translating.translated(page)

    assert asked(page)[0]["words"]["cy"]["text"] == "[cy] Tell us."
    assert welsh.live


def test_a_translation_does_not_become_an_alias(page, as_staff):
    welsh = translating.translated(page)
    make.forget()

    as_staff("participation").post(reverse("wagtail_localize:convert_to_alias", args=[welsh.pk]))

    assert Page.objects.get(pk=welsh.pk).alias_of_id is None
