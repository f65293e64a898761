"""Every stored field of ours says why it is kept, how sensitive it is, and how long."""

import importlib

from django.apps import apps

from consultations.holdings import all_holdings

OURS = ("consultations", "feedback", "governance", "heard")


def test_every_field_that_we_hold_has_a_holding():
    for room in OURS:
        importlib.import_module(f"{room}.holdings")
    stored = {
        f"{model._meta.label}.{field.name}"
        for room in OURS
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
        for field in model._meta.local_fields
    }

    held = {holding.field for holding in all_holdings()}

    assert held == stored


def test_every_holding_says_why_and_how_long():
    empty = [one.field for one in all_holdings() if not one.why.strip() or not one.kept.strip()]

    assert not empty


def test_every_row_that_is_not_a_page_belongs_to_a_council():
    """Directly, or through rows that cannot be without one."""
    astray = [
        model._meta.label
        for room in OURS[:3]
        for model in apps.get_app_config(room).get_models()
        if not _leads_to_council(model)
    ]

    assert astray == ["consultations.ApprovalByAnother"]  # a workflow's step: its group has one


def _leads_to_council(model, seen=()) -> bool:
    names = {field.name for field in model._meta.fields}
    if names & {"council", "site", "page_ptr"}:
        return True
    return any(
        _leads_to_council(field.related_model, (*seen, model))
        for field in model._meta.fields
        if (field.many_to_one or field.one_to_one)
        and not field.null
        and field.related_model not in (*seen, model)
    )
