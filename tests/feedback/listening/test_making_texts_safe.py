"""A reader decides what is taken out of a text, and analysts see what is left."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from feedback.actions import making_ready, reading
from feedback.actions.reading import NotYours
from feedback.models import LocalPlace, Words
from feedback.ready import to_make_safe
from tests import make
from tests.feedback.listening.screens import elsewhere, n_queries, says
from tests.sharing import once_a_file

TEXT = "My social worker Priya is kind, Priya rings 07700 900123"


@once_a_file
def page():
    return make.closed_consultation()


@pytest.fixture
def words(page):
    return make.words(page, TEXT)


def opened(client, words):
    """What the form of a text would send if nothing were touched."""
    response = client.post(reverse("feedback_text", args=[words.pk]))
    fields = BeautifulSoup(response.content, "html.parser").select(".heard-take [name]")
    return {
        field["name"]: field.get("value", "") if field.name == "input" else field.text.strip()
        for field in fields
        if field.get("type") != "checkbox" or field.has_attr("checked")
    }


def mark(client, words, data, go="read"):
    return client.post(reverse("feedback_mark", args=[words.pk]), {"go": go, "note": "", **data})


def safe(words):
    return Words.objects.get(pk=words.pk).safe_text


def at(text, words=TEXT, kind="out"):
    start = words.index(text)
    return f"out-{kind}-{start}-{start + len(text)}"


def test_what_is_suggested_stands_in_the_text_and_is_ticked(as_staff, words):
    response = as_staff("reader").post(reverse("feedback_text", args=[words.pk]))

    shown = BeautifulSoup(response.content, "html.parser")
    marks = [" ".join(mark.get_text(" ").split()) for mark in shown.select("blockquote mark")]
    assert marks == ["Priya [name]", "Priya [name]", "07700 900123 [phone]"]
    assert len(shown.select(".heard-take [type=checkbox][checked]")) == 3
    assert "a phone number" in says(response)


def test_what_is_ticked_is_taken_out_and_the_original_stays(as_staff, words):
    client = as_staff("reader")

    mark(client, words, opened(client, words))

    assert safe(words) == "My social worker [name] is kind, [name] rings [phone]"
    words.refresh_from_db()
    assert words.text == TEXT
    version = words.versions.get()
    assert version.removed[0] == [17, 22, "name", "[name]"]
    assert version.made_by == make.staff("reader")


def test_a_reader_unticks_changes_and_adds(as_staff, words):
    client = as_staff("reader")
    data = opened(client, words)
    del data[at("07700 900123")]
    data[at("Priya", kind="as")] = " my  [worker] "
    data["out-more"] = "social worker\nkind = so\n"

    mark(client, words, data)

    assert safe(words) == "My [removed] [my worker] is [so], [name] rings 07700 900123"


def test_words_that_are_not_in_the_text_are_named_and_nothing_is_lost(as_staff, words):
    client = as_staff("reader")
    data = opened(client, words)
    del data[at("07700 900123")]
    data["out-more"] = "Priyanka"

    response = mark(client, words, data)

    assert response.status_code == 422
    assert "This is not in the text: “Priyanka”." in says(response)
    again = BeautifulSoup(response.content, "html.parser")
    assert len(again.select(".heard-take [type=checkbox][checked]")) == 2
    assert list(Words.objects.unread()) == [words]


def test_a_button_that_is_pressed_without_the_form_takes_everything_out(as_staff, words):
    mark(as_staff("reader"), words, {})

    assert "Priya" not in safe(words)


@pytest.mark.parametrize(
    "shown", ["0-9999-name", "9-3-name", "0-2-nonsense", "x", "1-4-name 2-5-car"]
)
def test_what_was_tampered_with_breaks_nothing(as_staff, words, shown):
    response = mark(as_staff("reader"), words, {"out-shown": shown, "out-out-2-5": "on"})

    assert response.status_code == 302
    assert safe(words).endswith("07700 900123")


def test_a_worry_keeps_the_decision_too(as_staff, words):
    client = as_staff("reader")
    data = opened(client, words) | {"note": "Look."}

    mark(client, words, data, go="worried")

    assert safe(words) == "My social worker [name] is kind, [name] rings [phone]"


def test_a_text_that_was_put_back_shows_the_decision_of_before(as_staff, words):
    client = as_staff("reader")
    data = opened(client, words)
    del data[at("07700 900123")]
    mark(client, words, data | {"out-more": "kind"})
    reading.put_back(words=words, by=make.staff("reader"))

    again = opened(client, words)

    assert at("07700 900123") not in again
    assert at("kind") in again
    mark(client, words, again)
    assert safe(words) == "My social worker [name] is [removed], [name] rings 07700 900123"


def test_a_councils_own_places_are_suggested_to_its_readers_alone(page):
    call_command("add_council", "Ferndale Council", "ferndale.example", verbosity=0)
    other = make.council().__class__.objects.get(hostname="ferndale.example")
    LocalPlace.objects.create(council=make.council(), name="Elm Tree", kind="home")
    LocalPlace.objects.create(council=other, name="Oak Tree", kind="home")

    words = make.read_words(page, "not elm tree, not oak tree")

    assert words.safe_text == "not [home], not oak tree"


def test_analysts_see_nothing_else(as_staff, page, words):
    reading.mark_read(words=words, by=make.staff("reader"))

    response = as_staff("analyst").get(reverse("feedback_workspace", args=[page.identity.code]))

    assert "My social worker [name] is kind" in says(response)
    assert "Priya" not in response.content.decode()


def test_direction_and_markup_are_shown_plain_in_a_marked_text(as_staff, page):
    words = make.words(page, "<b>Priya</b> x")
    Words.objects.filter(pk=words.pk).update(text="<b>Priya</b>\u202e \u200bPriya **x** =1+1")

    content = as_staff("reader").post(reverse("feedback_text", args=[words.pk])).content.decode()

    assert "\u202e" not in content
    assert "[U+202E]" in content
    assert "[U+200B]" in content
    assert "&lt;b&gt;" in content
    assert "<b>" not in content


def test_texts_from_before_wait_on_a_list_that_the_queue_leads_to(as_staff, page, words):
    reading.mark_read(words=words, by=make.staff("reader"))
    words.versions.all().delete()
    client = as_staff("reader")

    queue = client.get(reverse("feedback_reading"))
    analyst = as_staff("analyst")
    workspace = analyst.get(reverse("feedback_workspace", args=[page.identity.code]))

    assert "To be made safe (1)" in says(queue)
    assert "0 texts" in says(workspace)
    assert "1 waits for a reader" in says(analyst.get(reverse("feedback_themes")))
    listed = client.get(reverse("feedback_ready")).content.decode()
    assert reverse("feedback_make_ready", args=[words.pk]) in listed


def test_a_text_is_made_safe_there(as_staff, words):
    reading.mark_read(words=words, by=make.staff("reader"))
    words.versions.all().delete()
    address, client = reverse("feedback_make_ready", args=[words.pk]), as_staff("reader")
    assert "Analysts see nothing of this yet." in says(client.get(address))

    said = client.post(address, {"go": "safe", "out-more": "kind"}, follow=True)

    assert "It is safe." in says(said)
    assert safe(words) == "My social worker [name] is [removed], [name] rings [phone]"
    assert not to_make_safe(Words.objects.calm()).exists()


def test_a_second_person_confirms_what_may_be_shown(as_staff, words):
    reading.mark_read(words=words, by=make.staff("reader"))
    version, second = words.versions.get(), make.staff("reader", again=True)
    address = reverse("feedback_make_ready", args=[words.pk])
    data = {"go": "confirm", "version": str(version.pk)}

    own = as_staff("reader").post(address, data, follow=True)
    assert "You made it safe, so somebody else confirms it." in says(own)
    assert "(0)" in says(as_staff("reader").get(reverse("feedback_ready") + "?what=confirm"))
    client = as_staff(user=second)
    assert "To be confirmed by a second person (1)" in says(client.get(reverse("feedback_ready")))
    said = client.post(address, data, follow=True)

    version.refresh_from_db()
    assert "Confirmed." in says(said)
    assert version.confirmed_by == second


def test_what_was_changed_since_is_not_confirmed(as_staff, words):
    reading.mark_read(words=words, by=make.staff("reader"))
    old = words.versions.get()
    base = words.texts.bases[0]
    making_ready.make_safe(words=words, base=base, removals=[], by=make.staff("reader"))
    address = reverse("feedback_make_ready", args=[words.pk])

    said = as_staff("safeguarding").post(
        address, {"go": "confirm", "version": str(old.pk)}, follow=True
    )

    assert "A colleague has changed this text." in says(said)
    assert not words.versions.exclude(confirmed_by=None).exists()


@pytest.mark.parametrize("who", ["analyst", "participation", "stranger"])
def test_only_a_reader_of_the_council_makes_anything_of_a_text(page, who):
    words = make.read_words(page)
    by = elsewhere("reader") if who == "stranger" else make.staff(who)
    base, version = words.texts.bases[0], words.versions.get()

    for act in (
        lambda: making_ready.make_safe(words=words, base=base, removals=[], by=by),
        lambda: making_ready.write_down(words=words, text="x", by=by),
        lambda: making_ready.translate(words=words, text="x", by=by),
        lambda: making_ready.describe(words=words, text="x", by=by),
        lambda: making_ready.let_analysts_open(words=words, allowed=True, by=by),
        lambda: making_ready.confirm_safe(version=version, by=by),
    ):
        with pytest.raises(NotYours):
            act()


def test_the_lists_ask_the_database_no_oftener_for_more_texts(as_staff, page):
    client, address = as_staff("safeguarding"), reverse("feedback_ready") + "?what=confirm"
    make.read_words(page)
    few = n_queries(client, address)
    for _person in range(4):
        make.read_words(page)

    assert n_queries(client, address) == few <= 20


def test_places_are_kept_in_the_admin_each_council_its_own(as_staff):
    place = LocalPlace.objects.create(council=make.council(), name="Elm Tree", kind="home")
    address = reverse("wagtailsnippets_feedback_localplace:add")
    data = {"council": make.council().pk, "name": "elm tree", "kind": "home"}
    client = as_staff("reader")

    twice = client.post(address, data)
    client.post(address, data | {"name": "Oak Tree"})

    assert "This place is on the list already." in twice.content.decode()
    assert set(LocalPlace.objects.values_list("name", flat=True)) == {"Elm Tree", "Oak Tree"}
    edit = reverse("wagtailsnippets_feedback_localplace:edit", args=[place.pk])
    assert as_staff(user=elsewhere("reader")).get(edit).status_code == 302
