"""What Larkmere writes down."""

from typing import Any

from wagtail.models import Site

from consultations.models import (
    InformationItem,
    InformationSystem,
    RegisterPage,
    ReturnLine,
    StatutoryReturn,
)
from heard.demo import day, read

PLAIN = [
    "code",
    "plain_name",
    "kind",
    "what_it_records",
    "about_whom",
    "how_obtained",
    "special_category",
    "chosen_by",
    "chosen_when",
    "why_chosen",
    "purposes",
    "purpose_note",
    "stands_in_for",
    "known_gaps",
    "lawful_basis",
    "law",
    "origin",
    "can_council_change",
    "who_can_see",
    "shared_with",
    "kept_for",
    "kept_because",
    "how_to_challenge",
    "checked_against",
]


def load_register(*, by: Any) -> dict[str, InformationItem]:
    """Publish every information item. Gives them by code."""
    told, site = read("register"), Site.objects.get(is_default_site=True)
    systems = {
        one["slug"]: InformationSystem.objects.create(council=site, name=one["name"])
        for one in told["system"]
    }
    returns = {
        one["slug"]: StatutoryReturn.objects.create(
            council=site, name=one["name"], required_by=one["required_by"]
        )
        for one in told["return"]
    }
    register = RegisterPage.objects.get()
    return {one["code"]: _item(register, one, systems, returns, by) for one in told["item"]}


def _item(register: RegisterPage, told: dict, systems: dict, returns: dict, by: Any):
    item = InformationItem(
        title=told["name"],
        slug=told["slug"],
        live=False,
        review_on=day(told["review_in"]),
        **{name: told.get(name, "") for name in PLAIN},
    )
    item.systems = [systems[slug] for slug in told.get("systems", [])]
    item.return_lines = [
        ReturnLine(
            statutory_return=returns[line["return"]],
            **{name: line.get(name, "") for name in ("table", "tag", "cbds", "codes")},
        )
        for line in told.get("return_lines", [])
    ]
    item.full_clean(exclude=["path", "depth", "slug"])
    register.add_child(instance=item)
    item.save_revision(user=by).publish(user=by)
    return item
