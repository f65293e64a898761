"""What an officer's browser sends: the editor of a consultation, filled in."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from consultations.models import ConsultationPage, HaveYourSayPage, InformationItem
from tests import make, planned

TEXTS = {
    "title": "The words in your record",
    "slug": "the-words-in-your-record",
    "summary": "What do you think?",
    "why": "We want to know.",
    "can_change": "The words.",
    "cannot_change": "The law.",
    "decider": "Director of Children's Services",
    "change_note": "",
}


def filled_in(*questions: dict, page: ConsultationPage | None = None, **more: Any) -> dict:
    """The fields of the editor: those of `page` as it was last saved, or a whole new one's."""
    facts = TEXTS | {
        "opens_on": make.today(-1),
        "closes_on": make.today(27),
        "findings_by": make.today(55),
        "decision_by": make.today(111),
        "roles": ["child", "parent"],
        "bands": ["10-12", "13-15"],
        "rung": 5,
        "read_by": make.today(80),
        **planned.TEXTS,
    }
    about = more.pop("about", None)
    lines, initial = [{"item": item.pk} for item in about or [InformationItem.objects.first()]], 0
    if page:
        page = page.get_latest_revision_as_object()
        facts = {name: getattr(page, name) for name in facts}
        lines = [
            {"id": line.pk or "", "item": line.item_id, "ORDER": place}
            for place, line in enumerate(page.about.all(), start=1)
        ]
        initial = len(lines)
    facts |= {"nothing_decided": "on"} | more
    formsets = {
        "about": inline_formset([] if about == [] else lines, initial=initial, min=1),
        **{name: _lines(page, name) for name in planned.LISTS},
        "apart": inline_formset([]),
        "comments": inline_formset([]),
        "easy_read": _listed([]),
        "questions": _listed(questions),
    }
    return nested_form_data({**{key: _plain(value) for key, value in facts.items()}, **formsets})


def _lines(page: ConsultationPage | None, name: str) -> dict:
    """A list of the plan: that of the page, or a whole one."""
    filled_in = page or ConsultationPage()
    if not page:
        planned.complete(filled_in)
    rows = [
        {
            "id": line.pk or "",
            "ORDER": place,
            **{
                field.name: _field(getattr(line, field.attname))
                for field in line._meta.local_fields
                if field.name not in ("id", "page", "sort_order")
            },
        }
        for place, line in enumerate(getattr(filled_in, name).all(), start=1)
    ]
    saved = sum(bool(row["id"]) for row in rows)
    return inline_formset(rows, initial=saved)


def _field(value: Any) -> Any:
    """A value of a line as a browser sends it: a box that is not ticked is not sent."""
    return ("on" if value else "") if isinstance(value, bool) else _plain(value)


def _plain(value: Any) -> Any:
    """A value as a browser sends it. Several ticks are a tuple, which stays one field."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return _listed(value)
    if isinstance(value, list):
        return tuple(value)
    return "" if value is None else str(value)


def _listed(items: Any) -> dict:
    """A list of blocks as a browser sends it, each with the id that the editor gave it."""
    sent = {
        str(place): {
            "type": item["type"],
            "id": item["id"],
            "value": _sent(item["value"]),
            "order": str(place),
            "deleted": "",
        }
        for place, item in enumerate(items)
    }
    return sent | {"count": str(len(sent))}


def _sent(value: Any) -> Any:
    plain = _plain(value)
    if isinstance(value, dict) and "wordings" in value:
        for name in ("wordings", "easy_read"):
            plain[name] = plain.get(name) or _listed([])
    return plain


def create(client: Client, data: dict, action: str = "") -> HttpResponse:
    """Press a button in the editor of a new consultation."""
    parent = HaveYourSayPage.objects.get()
    address = ["consultations", "consultationpage", parent.pk]
    return client.post(
        reverse("wagtailadmin_pages:add", args=address), data | _pressed(action), follow=True
    )


def edit(client: Client, page: ConsultationPage, data: dict, action: str = "") -> HttpResponse:
    """Press a button in the editor of a consultation."""
    return client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), data | _pressed(action), follow=True
    )


def approve(client: Client, page: ConsultationPage) -> HttpResponse:
    """Press “Approve” where a consultation waits."""
    waiting = ConsultationPage.objects.get(pk=page.pk).current_workflow_task_state
    return client.post(
        reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", waiting.pk]),
        follow=True,
    )


def _pressed(action: str) -> dict:
    return {f"action-{action}": "1"} if action else {}


def said(response: HttpResponse) -> str:
    """The messages on the screen that came back, as text."""
    return " ".join(str(message) for message in response.context["messages"])


def now(page: ConsultationPage | None = None) -> ConsultationPage:
    """The page, or the only one, as the database has it now."""
    return ConsultationPage.objects.get(**({"pk": page.pk} if page else {}))
