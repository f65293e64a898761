"""Staff enter what somebody said on paper, face to face or by phone (requirements A19)."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from consultations.models import CouncilSettings
from feedback import receipts
from feedback.actions.entering import NotThatDay, NotYours, days_to_enter
from feedback.models import Draft, Response, Tally, Typed, Words
from tests import helped, make
from tests.feedback.answering import walk
from tests.feedback.listening.screens import says
from tests.sharing import once_a_file

ABOUT = {
    "channel": "paper",
    "who": "child:13-15",
    "voice": "exact_words",
    "language": "en-gb",
    "agreed_how": "said",
}


@once_a_file
def page():
    return make.consultation()


@pytest.fixture
def client(as_staff) -> Client:
    return as_staff("recorder")


def about(**more) -> dict:
    return ABOUT | {"received_on": make.today().isoformat()} | more


def address(page) -> str:
    return reverse("feedback_enter", args=[page.identity.code])


def save(client: Client, page, **more):
    """Type one answer and save, as from the page with all questions."""
    sent = about(**{"go": "save", "q2-answer": "In my own words"} | more)
    return client.post(address(page), sent)


def test_the_way_in_lists_what_takes_answers(client, page):
    make.closed_consultation(title="Long gone", closes_on=make.today(-20))

    shown = says(client.get(reverse("feedback_entering")))

    assert page.title in shown
    assert "Long gone" not in shown
    assert "This is not a referral." in shown


def test_first_it_is_said_how_it_came_then_every_question_is_on_one_page(client, page):
    shown = client.post(address(page), about(go="questions"))

    assert "1. Do you feel heard?" in says(shown)
    assert "2. Tell us more." in says(shown)
    assert "Somebody" not in says(shown)
    assert Response.objects.count() == 0


def test_the_exact_words_are_stored_with_the_way_they_came(client, page):
    yes = make.option(page, "heard", "yes")

    save(client, page, **{"q1-answer": yes, "q2-may_show": "on"})

    response = Response.objects.get()
    assert (response.channel, response.voice, response.role, response.band) == (
        "paper", "exact_words", "child", "13-15",
    )  # fmt: skip
    assert response.received_on == make.today()
    assert response.agreed == "older-2 said"
    assert response.answers.count() == 1
    words = response.words.get()
    assert (words.text, words.may_show) == ("In my own words", True)


@pytest.mark.parametrize("channel", ["paper", "face_to_face", "phone"])
def test_each_way_is_told_apart(client, page, channel):
    save(client, page, channel=channel)

    assert Response.objects.get().channel == channel


def test_nobody_can_enter_an_answer_as_if_it_came_through_the_site(client, page):
    assert save(client, page, channel="web").status_code == 422
    assert Response.objects.count() == 0


def test_it_goes_to_the_same_readers(client, page):
    save(client, page)

    assert Words.objects.unread().of(page.identity).count() == 1


def test_saving_leads_to_a_slip_with_words_that_open_what_became_of_it(client, page):
    slip = client.get(save(client, page).url)
    words = " ".join(slip.context["slips"][0])

    assert "These four words are yours." in walk.text(slip)
    assert "What became of your answers" in walk.text(walk.use_words(words))
    assert "no-store" in slip["Cache-Control"]


def test_the_slip_leads_on_to_another_of_the_same_pile(client, page):
    slip = client.get(save(client, page, channel="phone").url)

    shown = client.get(f"{address(page)}?{slip.context['again']}")

    assert '<option value="phone" selected' in shown.content.decode()
    assert "who=" not in slip.context["again"]


def test_without_having_entered_anything_there_is_no_slip(client, page):
    shown = client.get(reverse("feedback_slip", args=[page.identity.code]))

    assert shown.url == reverse("feedback_entering")


def test_pressing_save_twice_makes_one(client, page):
    key = client.post(address(page), about(go="questions")).context["key"]

    for _time in range(2):
        assert save(client, page, key=key).status_code == 302

    assert Response.objects.count() == 1
    assert Typed.objects.get().n == 1


def test_nothing_entered_leaves_a_draft_behind(client, page):
    save(client, page)

    assert Draft.objects.count() == 0


def test_a_text_that_is_too_long_keeps_everything_and_says_what_to_cut(client, page):
    shown = save(client, page, **{"q2-answer": "x" * 4005})

    assert shown.status_code == 422
    assert "Please cut 5 letters." in says(shown)
    assert "x" * 4005 in shown.content.decode()
    assert Response.objects.count() == 0


def test_a_name_is_pointed_out_once_and_can_be_left(client, page):
    typed = {"q2-answer": "Ask my social worker Priya"}

    shown = save(client, page, **typed)
    assert "It looks like there is a name, a number or an address here: Priya" in says(shown)
    assert Response.objects.count() == 0

    save(client, page, **typed, spotted="1")
    assert Words.objects.get().text == "Ask my social worker Priya"


def test_a_child_who_had_help_is_asked_if_they_could_say_it(client, page):
    assert "Could you say what you wanted?" in says(client.post(address(page), about(go="q")))

    save(client, page, could_say="not_really")

    assert Response.objects.get().could_say == "not_really"


def test_what_they_say_about_themselves_is_counted_apart(client):
    page = helped.asking_apart("sex")
    assert "What is your sex?" in says(client.post(address(page), about(go="q")))

    save(client, page, **{"about-sex": "male"})

    assert Tally.objects.get(n=1).answer == "male"
    assert Response.objects.get().asked_apart


def test_an_adult_speaks_for_themselves(client, page):
    refused = save(client, page, who="parent:", voice="exact_words")

    assert "Choose “Me”: an adult who answers speaks for themselves." in says(refused)
    save(client, page, who="parent:", voice="me")
    assert Response.objects.get().voice == "me"


@pytest.mark.parametrize("field", ["channel", "received_on", "who", "voice", "agreed_how"])
def test_what_is_left_empty_gets_a_sentence(client, page, field):
    refused = client.post(address(page), about(**{field: ""}))

    assert refused.status_code == 422
    assert "Fill this in." in says(refused)


@pytest.mark.parametrize("days", [-2, 1])
def test_a_day_before_it_opened_or_after_today_is_refused(client, page, days):
    refused = save(client, page, received_on=make.today(days).isoformat())

    assert "Choose a day from" in says(refused)
    assert Response.objects.count() == 0


def test_post_is_entered_for_some_days_after_the_last(page):
    closed = make.consultation(opens_on=make.today(-30), closes_on=make.today(-7))

    late = helped.entered(closed, received_on=make.today(-2))

    assert late.received_on == make.today(-2)
    CouncilSettings.objects.update_or_create(site=make.council(), defaults={"post_days": 5})
    assert days_to_enter(closed.identity, make.today()) is None
    with pytest.raises(NotThatDay):
        helped.entered(closed, received_on=make.today(-8))


def test_once_findings_are_published_nothing_more_is_entered():
    page = make.closed_consultation(closes_on=make.today(-3), findings_by=make.today(9))
    assert days_to_enter(page.identity, make.today()) == (page.opens_on, make.today())

    make.findings(page)

    assert days_to_enter(page.identity, make.today()) is None


def test_a_consultation_that_takes_nothing_leads_back_to_the_list(client):
    page = make.closed_consultation(closes_on=make.today(-20))

    assert client.get(address(page)).url == reverse("feedback_entering")


def test_who_typed_is_counted_where_no_answer_is(page):
    ruth, sam = make.staff("recorder"), make.staff("participation")
    helped.entered(page, by=ruth)
    helped.entered(page, by=ruth)
    helped.entered(page, by=sam)

    assert {typed.by: typed.n for typed in Typed.objects.all()} == {ruth: 2, sam: 1}
    related = {field.related_model for field in Typed._meta.get_fields() if field.is_relation}
    assert Response not in related


def test_a_person_is_counted_once_a_day(page):
    helped.entered(page)
    typed = Typed.objects.get()

    with pytest.raises(IntegrityError), transaction.atomic():
        Typed.objects.create(consultation=typed.consultation, by=typed.by, on=typed.on, n=1)
    Typed.objects.create(consultation=typed.consultation, by=typed.by, on=make.today(-1), n=1)


def test_those_without_the_role_enter_nothing(page):
    with pytest.raises(NotYours):
        helped.entered(page, by=make.staff("reader"))


def test_officers_see_who_entered_how_many_and_by_which_way(as_staff, page):
    by = make.staff("recorder", first_name="Priya", last_name="Nand")
    helped.entered(page, by=by, channel="phone")

    shown = says(as_staff("participation").get(f"/admin/how-many/{page.identity.code}/"))

    assert "Priya Nand 1" in shown
    assert "By phone 1" in shown


def test_what_was_entered_can_be_taken_back_with_the_slip(page):
    words = receipts.draw()
    helped.entered(page, words=words)
    holder = Client()
    walk.use_words(words, holder)
    ticket = holder.get("/my-words/delete/").context["ticket"]

    holder.post("/my-words/delete/", {"ticket": ticket})

    assert Response.objects.count() == 0
    assert Typed.objects.get().n == 1


@pytest.fixture
def routed():
    """Whoever says no is asked why."""
    after = {"question": "heard", "answers": "No", "unanswered": False}
    return make.consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "No"]),
        make.block("long_text", "Why not?", data_name="why", only_after=after),
        make.block("long_text", "Else?", data_name="more"),
    )


def test_a_question_that_comes_after_an_answer_has_its_place_and_number(client, routed):
    shown = says(client.post(address(routed), about()))

    assert "Only if you ticked “No” in question 1." in shown
    assert "2. Why not?" in shown
    assert "3. Else?" in shown


def test_what_was_asked_after_an_answer_is_entered(client, routed):
    no = make.option(routed, "heard", "no")

    sent = {"q1-answer": no, "q2-answer": "nobody came", "q3-answer": ""}
    client.post(address(routed), about(go="save") | sent)

    assert [words.text for words in Words.objects.all()] == ["nobody came"]


def test_what_nobody_was_asked_is_refused_and_not_lost(client, routed):
    yes = make.option(routed, "heard", "yes")
    sent = {"q1-answer": yes, "q2-answer": "nobody came", "q3-answer": ""}

    response = client.post(address(routed), about(go="save") | sent)

    assert response.status_code == 422
    assert "This is asked only after another answer." in says(response)
    assert "nobody came" in says(response)
    assert not Response.objects.exists()


def test_what_was_typed_in_did_not_come_by_the_open_link(as_staff, page):
    helped.entered(page)
    make.response(page)

    shown = says(as_staff("participation").get(f"/admin/how-many/{page.identity.code}/"))

    assert "The open link 1" in shown
