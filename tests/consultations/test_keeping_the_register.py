"""An information governance officer keeps the register: drafts, history, a public page each."""

import pytest
from django.db import IntegrityError
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from consultations.models import (
    InformationItem,
    InformationSystem,
    RegisterPage,
    ReturnLine,
    StatutoryReturn,
)
from tests import make
from tests.consultations import officer

FILLED_IN = {
    "title": "Reason for place change",
    "slug": "reason-for-place-change",
    "code": "903-reason-place-change",
    "plain_name": "Why you moved home",
    "kind": "code",
    "what_it_records": "One code for each move.",
    "about_whom": ("child",),
    "how_obtained": "inferred",
    "special_category": "",
    "chosen_by": "Department for Education",
    "chosen_when": "",
    "why_chosen": "To count.",
    "purposes": ("official_statistics", "policy_making"),
    "purpose_note": "",
    "stands_in_for": "Stability",
    "known_gaps": "Whether the move was good.",
    "lawful_basis": ("a6_1_c",),
    "law": "",
    "origin": "statutory_return",
    "can_council_change": "no",
    "systems": (),
    "who_can_see": "The social worker.",
    "shared_with": "",
    "kept_for": "75 years",
    "kept_because": "",
    "how_to_challenge": "Ask the Records Desk, at any time.",
    "review_on": "2031-03-01",
    "checked_against": "",
    "return_lines": inline_formset([]),
    "comments": inline_formset([]),
}
ONE_WORD_EACH = {
    name: "" for name in FILLED_IN if name not in ("title", "slug", "return_lines", "comments")
} | {"about_whom": (), "purposes": (), "lawful_basis": (), "systems": ()}


@pytest.fixture
def keeper(as_staff):
    return as_staff("governance")


def _new(client, action: str = "", **more):
    address = ["consultations", "informationitem", RegisterPage.objects.get().pk]
    pressed = {f"action-{action}": "1"} if action else {}
    data = nested_form_data(FILLED_IN | more) | pressed
    return client.post(reverse("wagtailadmin_pages:add", args=address), data, follow=True)


def test_an_item_is_published_with_everything_that_was_filled_in(keeper, visitor):
    _new(keeper, "publish")

    item = InformationItem.objects.get()
    assert item.live
    assert item.purposes == ["official_statistics", "policy_making"]
    assert (item.known_gaps, str(item.review_on)) == ("Whether the move was good.", "2031-03-01")
    assert visitor.get(item.url).status_code == 200


def test_an_item_lives_in_systems_and_stands_in_returns(keeper):
    system = InformationSystem.objects.create(council=make.council(), name="Liquidlogic")
    ssda = StatutoryReturn.objects.create(council=make.council(), name="SSDA903")
    line = {"statutory_return": ssda.pk, "table": "Episodes", "tag": "REASON"}

    _new(keeper, "publish", systems=(system.pk,), return_lines=inline_formset([line]))

    item = InformationItem.objects.get()
    assert list(item.systems.all()) == [system]
    assert str(item.return_lines.get()) == "SSDA903 Episodes REASON"


def test_a_draft_with_hardly_anything_is_kept(keeper, visitor):
    _new(keeper, **ONE_WORD_EACH)

    item = InformationItem.objects.get()
    assert not item.live
    assert visitor.get(item.url).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "plain_name",
        "code",
        "kind",
        "what_it_records",
        "how_obtained",
        "chosen_by",
        "why_chosen",
        "known_gaps",
        "origin",
        "can_council_change",
        "who_can_see",
        "kept_for",
        "how_to_challenge",
    ],
)
def test_what_everybody_must_know_is_asked_for_before_it_is_published(keeper, name):
    response = _new(keeper, "publish", **{name: ""})

    assert response.context["form"].errors[name] == ["This field is required."]
    assert not InformationItem.objects.exists()


@pytest.mark.parametrize("code", ["With Space", "ÄÖ", "-first", "UPPER", "a" * 82])
def test_a_code_of_other_letters_is_refused(keeper, code):
    response = _new(keeper, "publish", code=code)

    assert "code" in response.context["form"].errors


def test_an_unknown_term_is_refused(keeper):
    response = _new(keeper, "publish", purposes=("to_sell",))

    assert "purposes" in response.context["form"].errors


@pytest.mark.parametrize("role", ["participation", "decision_maker"])
def test_nobody_else_keeps_the_register(as_staff, role):
    _new(as_staff(role), "publish")

    assert not InformationItem.objects.exists()


def test_the_history_says_who_did_what(keeper):
    _new(keeper, "publish")
    item = InformationItem.objects.get()
    item.known_gaps = "Whether the child was asked."
    item.save_revision(user=make.staff("governance"), log_action=True).publish(
        user=make.staff("governance")
    )

    history = keeper.get(reverse("wagtailadmin_pages:history", args=[item.pk]))

    html = history.content.decode()
    assert make.staff("governance").email in html or str(make.staff("governance")) in html
    assert [entry.action for entry in history.context["object_list"]].count("wagtail.publish") == 2


def test_an_officer_searches_the_register(keeper):
    make.item("Wanted", known_gaps="xylophone")
    make.item("Another")
    register = RegisterPage.objects.get()

    listing = keeper.get(
        reverse("wagtailadmin_explore", args=[register.pk]), {"q": "Wanted"}
    ).content.decode()

    assert "Wanted" in listing
    assert "Another" not in listing


@pytest.mark.parametrize("model", [InformationSystem, StatutoryReturn])
def test_a_council_has_one_system_or_return_of_a_name(model):
    model.objects.create(council=make.council(), name="SSDA903")

    with pytest.raises(IntegrityError):
        model.objects.create(council=make.council(), name="SSDA903")


@pytest.mark.parametrize("model", [InformationSystem, StatutoryReturn])
def test_two_councils_may_use_the_same_name(model):
    elsewhere = Site.objects.create(hostname="b.example", root_page=make.council().root_page)
    model.objects.create(council=make.council(), name="SSDA903")

    assert model.objects.create(council=elsewhere, name="SSDA903").pk


TERMS = [
    (InformationSystem, "There is a system of that name already."),
    (StatutoryReturn, "There is a return of that name already."),
]


@pytest.mark.parametrize(("model", "sentence"), TERMS)
def test_the_same_name_twice_is_refused_with_a_sentence(keeper, model, sentence):
    model.objects.create(council=make.council(), name="Twice")
    name = f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:add"

    response = keeper.post(
        reverse(name), {"council": make.council().pk, "name": "Twice", "required_by": ""}
    )

    assert sentence in response.content.decode()
    assert model.objects.count() == 1


@pytest.mark.parametrize(("model", "_sentence"), TERMS)
def test_a_system_or_return_is_added(keeper, model, _sentence):
    name = f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:add"

    keeper.post(reverse(name), {"council": make.council().pk, "name": "New", "required_by": ""})

    assert model.objects.get().name == "New"


def test_a_return_that_items_stand_in_is_not_deleted(keeper):
    ssda = StatutoryReturn.objects.create(council=make.council(), name="SSDA903")
    item = make.item(live=False)
    ReturnLine.objects.create(item=item, statutory_return=ssda)

    response = keeper.post(
        reverse("wagtailsnippets_consultations_statutoryreturn:delete", args=[ssda.pk]),
        follow=True,
    )

    assert response.status_code == 200
    assert officer.said(response)
    assert StatutoryReturn.objects.filter(pk=ssda.pk).exists()
