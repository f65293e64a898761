"""The question bank: what was asked before, asked again so that it can be compared."""

import pytest
from django.urls import reverse

from consultations.actions.banking import CannotUse, use_question
from consultations.bank import bank_of, not_comparable
from consultations.models import ConsultationPage
from tests import make
from tests.consultations import officer
from tests.sharing import once_a_file

OPTIONS = [("yes", "Yes"), ("no", "No")]


@once_a_file
def asked() -> ConsultationPage:
    """A published consultation with a question under a name that was made for it."""
    return make.consultation(
        make.block("choose_one", "Heard?", data_name="heard", options=["Yes", "No"]),
        title="The first",
    )


@pytest.fixture
def question(asked):
    return asked.identity.questions.get()


@once_a_file
def draft() -> ConsultationPage:
    return make.draft_consultation(make.block("long_text", "Else?", data_name="other"))


def latest(page: ConsultationPage) -> list[dict]:
    page = ConsultationPage.objects.get(pk=page.pk)
    return list(page.get_latest_revision_as_object().questions.raw_data)


def test_the_bank_says_what_was_asked_where_and_when(asked):
    (entry,) = bank_of([make.council().pk])

    assert (entry.key, entry.kind, entry.is_comparable) == ("heard", "Choose one", True)
    assert (entry.newest.title, entry.newest.text) == ("The first", "Heard?")
    assert entry.newest.answers == ("Yes", "No")
    assert entry.newest.last_on == make.today()


def test_the_bank_of_another_council_is_empty(asked):
    assert bank_of([make.council().pk + 1]) == []


@pytest.mark.parametrize(("sought", "n"), [("", 1), ("HEARD", 1), ("yes heard", 1), ("zebra", 0)])
def test_a_question_is_found_by_its_name_its_words_and_its_answers(as_staff, asked, sought, n):
    shown = as_staff("participation").get(reverse("consultations_bank"), {"q": sought})

    assert shown.context["entries"].paginator.count == n


def test_a_question_that_is_used_again_keeps_what_makes_it_comparable(question, draft):
    use_question(question=question, page=draft, by=make.staff("participation"))

    added = latest(draft)[-1]
    value = added["value"]
    assert added["id"] != str(question.block_id)
    assert (added["type"], value["data_name"], value["text"]) == ("choose_one", "heard", "Heard?")
    assert [one["value"]["code"] for one in value["options"]] == ["yes", "no"]
    frozen = {str(option.block_id) for option in question.options.all()}
    assert not frozen & {one["id"] for one in value["options"]}
    assert not_comparable(draft) == []


def test_a_question_used_again_can_be_published_and_is_one_entry_of_the_bank(question, draft):
    use_question(question=question, page=draft, by=make.staff("participation"))

    make.approve(ConsultationPage.objects.get(pk=draft.pk))

    heard = next(one for one in bank_of([make.council().pk]) if one.key == "heard")
    assert len(heard.uses) == 2
    assert heard.is_comparable


def test_a_route_is_left_behind(draft):
    after = {"question": "seen", "answers": "yes", "unanswered": False}
    page = make.consultation(
        make.block("choose_one", "Seen?", data_name="seen", options=OPTIONS),
        make.block("long_text", "What?", data_name="what", only_after=after),
    )

    routed = page.identity.questions.get(key="what")
    use_question(question=routed, page=draft, by=make.staff("participation"))

    assert latest(draft)[-1]["value"]["only_after"] == {}


def test_a_data_name_is_not_used_twice_in_one_consultation(question, draft):
    use_question(question=question, page=draft, by=make.staff("participation"))

    with pytest.raises(CannotUse, match="there"):
        use_question(question=question, page=draft, by=make.staff("participation"))


def test_what_waits_for_approval_is_left_alone(question, draft):
    draft.get_workflow().start(draft, make.staff("participation"))

    with pytest.raises(CannotUse, match="waits"):
        use_question(question=question, page=draft, by=make.staff("participation"))


def test_whoever_does_not_write_consultations_adds_nothing(question, draft):
    with pytest.raises(CannotUse, match="not yours"):
        use_question(question=question, page=draft, by=make.staff("analyst"))

    assert len(latest(draft)) == 1


def test_an_officer_adds_a_question_from_its_page(as_staff, question, draft):
    client = as_staff("participation")
    address = reverse("consultations_bank_entry", args=[question.pk])
    shown = client.get(address)

    done = client.post(address, {"page": draft.pk}, follow=True)

    assert draft.title in shown.content.decode()
    assert "stands at the end of" in officer.said(done)
    assert latest(draft)[-1]["value"]["data_name"] == "heard"


@pytest.mark.parametrize("chosen", ["", "x", "999999"])
def test_a_consultation_that_is_not_there_gets_a_sentence(as_staff, question, chosen):
    address = reverse("consultations_bank_entry", args=[question.pk])

    done = as_staff("participation").post(address, {"page": chosen}, follow=True)

    assert "Choose a consultation of your own council" in officer.said(done)


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        (("long_text", {}), "there it is another kind of question, or has a scale"),
        (("choose_one", {"options": [("yes", "Yes"), ("nope", "No")]}), "have the codes no, yes"),
    ],
)
def test_an_officer_is_told_what_cannot_be_compared(asked, block, sentence):
    kind, more = block
    page = make.draft_consultation(make.block(kind, "Heard?", data_name="heard", **more))

    (said,) = not_comparable(page)

    assert "“heard” is not comparable with “The first”" in said
    assert sentence in said


def test_whoever_submits_it_is_told_too(as_staff, asked):
    question = make.block("long_text", "Heard?", data_name="heard")
    page = make.draft_consultation(question)
    data = officer.filled_in(question, page=page)

    done = officer.edit(as_staff("participation"), page, data, "submit")

    assert "is not comparable with" in officer.said(done)
