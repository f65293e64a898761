"""What an answer consists of. A new column here is a decision: see decision 0004 before you add it.

Nothing in it says who somebody is, when exactly they wrote, or in which order people came.
"""

import uuid

import pytest
from django.db import models

from feedback.models import Answer, Draft, Erasure, Recording, Response, Words
from tests import make

ABOUT_A_PERSON = [Response, Answer, Words, Recording]


@pytest.mark.parametrize(
    ("model", "columns"),
    [
        (
            Response,
            "id questionnaire_id role band voice channel route language agreed could_say "
            "asked_apart asked received_on receipt_digest receipt_key",
        ),
        (Answer, "id response_id question_id option_id number"),
        (Words, "id response_id question_id about text medium language may_show"),
        (Recording, "content mime seconds width height strokes words_id frozen shows_nobody_by_id"),
        (
            Draft,
            "id questionnaire_id role band voice language route invitation easy agreed answers "
            "code_digest code_key words_shown expires_at",
        ),
        (Erasure, "response_id council_id erased_on"),
    ],
)
def test_nothing_more_is_kept_than_was_decided(model, columns):
    assert [field.column for field in model._meta.local_fields] == columns.split()
    assert model._meta.local_many_to_many == []


@pytest.mark.parametrize("model", ABOUT_A_PERSON)
def test_no_column_holds_a_time_a_sequence_or_a_network_address(model):
    telling = ("DateTimeField", "TimeField", "AutoField", "IPAddressField")

    found = [
        field.name for field in model._meta.fields if field.get_internal_type().endswith(telling)
    ]

    assert found == []


@pytest.mark.parametrize("model", ABOUT_A_PERSON)
def test_no_column_leads_to_an_account(model):
    related = {
        field.related_model._meta.label
        for field in model._meta.fields
        if field.is_relation and field.name != "shows_nobody_by"  # a reader says that of a picture
    }

    assert related <= {
        "consultations.Questionnaire",
        "consultations.Question",
        "consultations.Option",
        "feedback.Response",
        "feedback.Words",
    }


@pytest.mark.parametrize("model", [Response, Answer, Words, Draft])
def test_keys_are_random(model):
    page = make.consultation()
    make.response(page, heard="yes", more="My words")
    make.draft(page)

    assert model.objects.get().pk.version == 4


def test_the_day_is_all_that_is_known_of_when():
    field = Response._meta.get_field("received_on")

    assert type(field) is models.DateField


@pytest.mark.parametrize("model", ABOUT_A_PERSON)
def test_nothing_is_listed_in_the_order_in_which_it_came(model):
    assert model._meta.ordering == []


@pytest.mark.parametrize(
    "thing",
    [
        Draft(answers={"q": {"text": "Secret"}}),
        Response(role="child", band="13-15", receipt_digest="Secret"),
        Answer(),
        Words(text="Secret"),
        Recording(content=b"Secret", strokes=["Secret"]),
        Erasure(response_id=uuid.uuid4()),
    ],
    ids=lambda thing: type(thing).__name__,
)
@pytest.mark.parametrize("written", [str, repr])
def test_nothing_that_can_end_up_in_a_log_says_what_somebody_wrote_or_who_they_are(thing, written):
    assert "Secret" not in written(thing)
    assert "child" not in written(thing)
