"""A field that holds several terms of one list."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from consultations.fields import ManyOf
from consultations.models import ConsultationPage, InformationItem
from tests import make


class Colour(models.TextChoices):
    RED = "red", "Red"
    BLUE = "blue", "Blue"
    GREEN = "green", "Green"


@pytest.mark.parametrize("value", [[], ["red"], ["blue", "red"]])
def test_terms_of_the_list_are_accepted(value):
    ManyOf(terms=Colour).validate(value, None)


@pytest.mark.parametrize("value", [["pink"], ["red", "pink"], [None], [3], "pink"])
def test_anything_else_is_refused(value):
    with pytest.raises(ValidationError):
        ManyOf(terms=Colour).validate(value, None)


def test_the_refusal_names_what_is_unknown():
    with pytest.raises(ValidationError, match="Not one of the terms: pink, mauve"):
        ManyOf(terms=Colour).validate(["pink", "red", "mauve"], None)


def test_a_field_that_must_be_filled_in_refuses_nothing():
    with pytest.raises(ValidationError):
        ManyOf(terms=Colour, blank=False).validate([], None)


def test_terms_are_ticked_in_boxes():
    field = ManyOf("colours", terms=Colour).formfield()

    assert isinstance(field.widget, forms.CheckboxSelectMultiple)
    assert field.choices == Colour.choices
    assert field.clean(["blue"]) == ["blue"]


@pytest.mark.parametrize(("blank", "required"), [(True, False), (False, True)])
def test_the_form_asks_for_what_the_field_needs(blank, required):
    assert ManyOf(terms=Colour, blank=blank).formfield().required is required


def test_labels_come_in_the_order_of_the_list():
    assert ManyOf(terms=Colour).labels(["green", "red"]) == ["Red", "Green"]


def test_terms_come_back_from_the_database_as_they_were():
    item = make.item(purposes=["policy_making", "official_statistics"])

    kept = InformationItem.objects.get(pk=item.pk)

    assert kept.purposes == ["policy_making", "official_statistics"]


def test_two_pages_never_share_one_list():
    first, second = ConsultationPage(), ConsultationPage()

    first.roles.append("child")

    assert second.roles == []


def test_a_migration_sees_a_plain_field():
    _name, path, _args, kwargs = ConsultationPage._meta.get_field("roles").deconstruct()

    assert path == "django.db.models.JSONField"
    assert "terms" not in kwargs


def test_a_migration_sees_an_empty_stream_whatever_kinds_there_are():
    _name, path, args, kwargs = ConsultationPage._meta.get_field("questions").deconstruct()

    assert path == "wagtail.fields.StreamField"
    assert (args, kwargs["block_lookup"]) == ([[]], {})
