"""Somebody asks to be contacted, after they have sent: apart, sealed, and the same for all."""

import pytest
from django.test import Client

from consultations.models import CouncilSettings
from feedback.models import Alert, Contact, Response
from tests import make
from tests.feedback.answering import walk
from tests.feedback.listening.screens import everything_stored
from tests.sharing import once_a_file

SAFELY = {
    "after-way": "text",
    "after-when": "Monday, not when mum is home",
    "after-not_to": "canary aunt",
    "after-not_worker": "on",
    "after-may_name": "no",
    "after-where": "07700 900123",
}
MOST = 12  # statements of a public page; this one keeps a request and tells whoever acts


@once_a_file
def page():
    return make.consultation()


@once_a_file
def sent(page) -> Client:
    """Somebody who has just sent their answers."""
    client = Client()
    walk.begin(client, page)
    walk.answer(client, page, 2, "He hits me")
    walk.send(client, page)
    return client


def ask(client, page, **more):
    return client.post(walk.address(page, "after"), SAFELY | more)


def test_everybody_is_offered_it_on_the_last_page(sent, page):
    shown = sent.get(walk.address(page, "thanks")).content.decode()

    assert "Please contact me" in shown
    assert walk.address(page, "after") in shown


def test_the_safe_way_and_the_safe_time_come_first(sent, page):
    shown = walk.text(sent.get(walk.address(page, "after")))

    parts = ["safe way to reach", "When is it safe", "not see it", "Not my social", "Your phone"]
    places = [shown.index(part) for part in parts]
    assert places == sorted(places)


def test_the_address_and_the_title_say_nothing(sent, page):
    shown = sent.get(walk.address(page, "after")).content.decode()
    title = shown[shown.index("<title>") : shown.index("</title>")]

    for word in ("contact", "safe", page.title):
        assert word.lower() not in title.lower()
        assert word.lower() not in walk.address(page, "after")


def test_what_is_asked_is_kept_apart_and_sealed(sent, page):
    response = Response.objects.get()

    said = ask(sent, page)

    kept = Contact.objects.get()
    assert said.url == walk.address(page, "after/sent")
    assert kept.details["when"] == "Monday, not when mum is home"
    assert kept.details["not_worker"] is True
    assert (kept.asked_on, kept.council) == (make.today(), make.council())
    assert Contact.objects.of(response.pk).get() == kept
    assert kept.is_of(response.pk)
    for secret in ("canary aunt", "900123", "not when mum"):
        assert secret not in everything_stored()


def test_nothing_leads_from_the_table_to_the_answers(sent, page, settings):
    ask(sent, page)
    response, kept = Response.objects.get(), Contact.objects.get()

    columns = {field.name for field in Contact._meta.get_fields() if field.concrete}
    assert columns == {
        "id", "council", "link", "link_key", "sealed", "asked_on", "closed_on", "closed_by",
        "came_of_it",
    }  # fmt: skip
    for value in (response.pk, response.receipt_digest):
        assert str(value) not in str(list(Contact.objects.values_list()))
    settings.HEARD_RECEIPT_KEYS = {kept.link_key: "another key altogether, just as long as one"}
    assert not Contact.objects.of(response.pk).exists()


def test_the_alert_carries_a_number_alone(sent, page):
    ask(sent, page)

    told = Alert.objects.get()
    assert (told.kind, told.for_role) == ("contact", "safeguarding")
    assert told.about == str(Contact.objects.get().pk)


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [("after-way", "Choose one way."), ("after-where", "Write how we can reach you.")],
)
def test_what_is_missing_is_said_and_nothing_is_lost(sent, page, missing, sentence):
    shown = ask(sent, page, **{missing: ""})

    assert shown.status_code == 422
    assert sentence in walk.text(shown)
    assert "not when mum is home" in shown.content.decode()
    assert not Contact.objects.exists()


def test_only_invisible_letters_are_no_place(sent, page):
    assert ask(sent, page, **{"after-where": "\u200b"}).status_code == 422


def test_without_answers_of_this_browser_nothing_is_asked(visitor, page):
    for method in (visitor.get, visitor.post):
        assert method(walk.address(page, "after")).url == walk.address(page, "thanks")
    assert not Contact.objects.exists()


def test_nobody_who_holds_the_words_can_see_that_somebody_asked(sent, page):
    words = {"words": walk.words_in(sent)}
    pages = ("/my-words/answers/", "/my-words/delete/")
    sent.post("/my-words/", words)
    before = [walk.text(sent.get(one)) for one in pages]

    ask(sent, page)

    assert [walk.text(sent.get(one)) for one in pages] == before
    assert "If you asked us to contact you, that is kept apart" in before[0]
    assert "If you asked us to contact you, that is kept apart" in before[1]
    assert "mum is home" not in sent.get(walk.address(page, "after")).content.decode()


def test_it_stays_when_the_answers_are_taken_back_as_the_page_says(sent, page):
    ask(sent, page)

    Response.objects.get().delete()

    assert Contact.objects.exists()


def test_how_long_it_is_kept_is_the_setting(sent, page):
    address = walk.address(page, "after")
    assert "We delete it 30 days after" in walk.text(sent.get(address))

    CouncilSettings.objects.update_or_create(site=make.council(), defaults={"contact_days": 9})

    assert "We delete it 9 days after" in walk.text(sent.get(address))
    assert "It goes 9 days after we have finished" in walk.text(sent.get("/privacy/"))


def test_it_takes_few_statements(sent, page, django_assert_max_num_queries):
    sent.get(walk.address(page, "thanks"))
    with django_assert_max_num_queries(5):
        assert sent.get(walk.address(page, "after")).status_code == 200
    with django_assert_max_num_queries(5):
        assert sent.get(walk.address(page, "after/sent")).status_code == 200
    with django_assert_max_num_queries(MOST):
        assert ask(sent, page).status_code == 302


def test_care_leavers_and_adults_get_the_adults_numbers(visitor):
    page = make.consultation(bands=["18-25"])
    walk.begin(visitor, page, "child:18-25")
    walk.send(visitor, page)

    for step in ("thanks", "after"):
        assert "0808 800 5000" in walk.text(visitor.get(walk.address(page, step)))


def test_practitioners_learn_where_to_tell_of_unsafe_practice(visitor):
    page = make.consultation(roles=["practitioner", "child"])
    facts = {"whistleblowing": "01632 960 999"}
    CouncilSettings.objects.update_or_create(site=make.council(), defaults=facts)
    walk.begin(visitor, page, "practitioner:")
    walk.send(visitor, page)

    assert "01632 960 999" in walk.text(visitor.get(walk.address(page, "thanks")))
