"""What a public page shows cannot change without an entry: each field of a page that the record
follows is in its facts, or stands here with the reason why not."""

import uuid
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from consultations.models import InformationSystem, StatutoryReturn
from consultations.models.register import ReturnLine
from governance.facts import facts_of
from tests import helped, make, planned

HARD_WORDS = "Organisational transparency necessitates comprehensive participation everywhere."
FROZEN = "in the questionnaire, whose fingerprint is entered"
TABLES = "in the tables, whose fingerprint is entered"
OFFICERS = "seen by officers only"
OPENED = "entered as it was on the day of opening, which never changes"
EXCEPTIONS = {
    **{
        f"consultations.ConsultationPage.{name}": OFFICERS
        for name in ("space", "voice", "audience", "influence", "undecided_by")
    },
    **{
        f"consultations.ImpactCheck.{name}": OFFICERS
        for name in ("kind", "status", "owner", "checked_on", "reference")
    },
    "consultations.Override.code": OPENED,
    "consultations.Override.reason": OPENED,
    "consultations.Override.by": OFFICERS,
    "consultations.Override.given_on": OFFICERS,
    "consultations.CoverageTarget.local_size": OFFICERS,
    "consultations.ConsultationPage.roles": FROZEN,
    "consultations.ConsultationPage.bands": FROZEN,
    "consultations.ConsultationPage.questions": FROZEN,
    "consultations.ConsultationPage.change_note": FROZEN,
    "consultations.ConsultationPage.by_invitation": "how people came is in the tables",
    "consultations.CoverageTarget.label": TABLES,
    "consultations.CoverageTarget.role": TABLES,
    "consultations.CoverageTarget.band": TABLES,
    "consultations.CoverageTarget.number": TABLES,
    "consultations.CoverageTarget.source": "shown to nobody",
    "consultations.AskedApart.asks": FROZEN,
    "consultations.AskedApart.roles": FROZEN,
    "consultations.AskedApart.bands": FROZEN,
    "feedback.FindingsPage.consultation_page": "the edition of findings belongs to one for good",
    "feedback.FindingTheme.nobody_differs": "said as “no one said otherwise” where nobody differs",
    "feedback.FindingTheme.name": "the theme's own name, put into the language of a translation",
    "feedback.FindingTheme.signed_by": "a member of staff, shown to nobody",
    "governance.DecisionPage.promises_said": "its promises, put into the language of a translation",
    "governance.DecisionPage.change_note": "sealed as the reason of a correction, and only then",
}


def sent_return(name: str) -> StatutoryReturn:
    return StatutoryReturn.objects.create(council=make.council(), name=name)


def consultation():
    target = {"label": "Children", "role": "child", "band": "10-12", "number": 5}
    return helped.asking_apart(
        "sex", expected=[target], considered=[planned.option("Only this")], why=HARD_WORDS
    )


def item():
    page = make.item(review_on=make.today(50), purposes=["policy_making"], about_whom=["child"])
    system = InformationSystem.objects.create(council=make.council(), name="Case system")
    page.systems = [system]
    page.return_lines = [ReturnLine(statutory_return=sent_return("SSDA903"), table="Episodes")]
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


PAGES = {
    "consultation": consultation,
    "findings": make.findings,
    "decision": lambda: make.decision(in_force_on=make.today(5)),
    "item": item,
}


OTHERS = {
    "consultations.AboutItem.item": lambda page: make.item(),
    "consultations.ReturnLine.statutory_return": lambda page: sent_return("School census"),
    "feedback.FindingTheme.theme": lambda page: make.theme(page.consultation_page),
    "governance.DecisionPage.findings": lambda page: make.findings(),
    "governance.ItemChange.item": lambda page: make.item(),
    "governance.Influence.theme": lambda page: make.theme(page.findings.consultation_page),
}


def another(page, field: models.Field, value):
    """Some other value for a field, as somebody could type it."""
    if isinstance(field, models.ForeignKey):
        return OTHERS[str(field)](page)
    if field.choices:
        return next(code for code, _label in field.choices if code and code != value)
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateField):
        return (value or make.today()) + timedelta(days=1)
    if field.name == "easy_read":
        return [("row", {"symbol": "1f3e0", "text": "Your home."})]
    if isinstance(field, models.JSONField):
        return [*value, "another"]
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    return value + 1 if isinstance(value, int) else f"{value} another"


def typed_fields(model) -> list[models.Field]:
    """What somebody typed or chose on a model: no keys, no places in an order, no language."""
    return [
        field
        for field in model._meta.local_fields
        if not field.primary_key
        and not isinstance(field, ParentalKey)
        and field.name not in ("sort_order", "page_ptr", "translation_key", "locale")
    ]


def lines_of(page) -> dict[str, object]:
    """The first line of each list of a page, by the name of the list."""
    found = {}
    for relation in type(page)._meta.related_objects:
        if isinstance(relation.field, ParentalKey) and relation.model is type(page):
            name = relation.get_accessor_name()
            (found[name],) = getattr(page, name).all()[:1]
    return found


def is_entered(page, field: models.Field, thing, name: str = "") -> bool:
    """Whether the facts of a page differ when one field of it, or of a line, differs."""
    before = facts_of(page)
    setattr(thing, field.name, another(page, field, getattr(thing, field.attname)))
    if name:
        setattr(page, name, [thing])
    return facts_of(page) != before


def kinds_of_things() -> list[tuple[str, str]]:
    """Every page and every list of a page that the record follows."""
    lists = {
        "consultation": ["about", *planned.LISTS, "overrides", "apart"],
        "findings": ["themes"],
        "decision": ["changes", "influences", "alternatives", "promises"],
        "item": ["return_lines"],
    }
    return [(kind, name) for kind, names in lists.items() for name in ["", *names]]


@pytest.mark.parametrize(("kind", "name"), kinds_of_things())
def test_every_field_is_entered_or_has_a_reason_not_to_be(kind, name):
    page = PAGES[kind]()
    fields = typed_fields(type(lines_of(page)[name] if name else page))
    if not name:
        fields.append(Page._meta.get_field("title"))

    left_out = set()
    for field in fields:
        fresh = type(page).objects.get(pk=page.pk)
        thing = lines_of(fresh)[name] if name else fresh
        if str(field) not in EXCEPTIONS and not is_entered(fresh, field, thing, name):
            left_out.add(str(field))

    assert left_out == set()


@pytest.mark.parametrize("kind", PAGES)
def test_every_list_of_a_page_is_looked_at(kind):
    looked_at = {name for of, name in kinds_of_things() if of == kind and name}

    assert set(lines_of(PAGES[kind]())) == looked_at


def test_the_systems_in_which_an_item_is_kept_are_entered():
    page = item()
    before = facts_of(page)

    page.systems = []

    assert facts_of(page) != before


def test_every_exception_is_about_a_field_that_there_is():
    fields = {str(field) for model in apps.get_models() for field in model._meta.local_fields}

    assert set(EXCEPTIONS) - fields == set()
