"""The parts of a consultation's editor that are about planning it and about its words."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

REASONS = "overrides"


class ReasonsPanel(Panel):
    """The reasons that were given at the gate: told here, and changed there alone.

    Translators find a text in the tab whose form has it, so it says that it has a form for them.
    """

    def get_form_options(self) -> dict:
        return {"formsets": {REASONS: {}}}

    class BoundPanel(Panel.BoundPanel):
        template_name = "consultations/admin/_reasons_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and bool(self.instance.without)

        def get_context_data(self, parent_context: Any = None) -> dict:
            gate = reverse("consultations_gate", args=[self.instance.pk])
            return {"without": self.instance.without, "gate": gate}


class Tabs(TabbedInterface):
    """The tabs of the editor, without a form for what is only told."""

    def get_form_options(self) -> dict:
        options = super().get_form_options()
        options.get("formsets", {}).pop(REASONS, None)
        return options


PLANNING = [
    MultiFieldPanel(
        [FieldPanel("nothing_decided"), FieldRowPanel(["rung", "read_by"])],
        _("What kind of say people have"),
    ),
    InlinePanel("considered", heading=_("What could be done"), label=_("option")),
    InlinePanel("tried_out", heading=_("Tried out with"), label=_("group")),
    MultiFieldPanel(
        ["space", "voice", "audience", "influence"],
        _("Checklist: space, voice, audience, influence"),
        help_text=_("Write what you do, not only that you do it. It is fixed when it opens."),
    ),
    InlinePanel("checks", heading=_("Checks before children are asked"), label=_("check")),
    ReasonsPanel(heading=_("Reasons given at the gate")),
]


class GatePanel(Panel):
    """What stands between this draft and opening, at the top of the editor."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "consultations/admin/_gate_panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict:
            from consultations.gate.keeping import lines_of, opening_of

            opening = opening_of(self.instance)
            blocking = [] if opening else [one for one in lines_of(self.instance) if one.blocks]
            return {
                "opening": opening,
                "n": len(blocking),
                "gate": reverse("consultations_gate", args=[self.instance.pk]),
            }


class ReadabilityPanel(Panel):
    """How hard each public text is to read, told while it is written.

    `fields` are the names of fields, or the last parts of the names of fields in lists.
    """

    def __init__(self, fields: list[str], **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("How hard it is to read"))
        super().__init__(**kwargs)
        self.fields = fields

    def clone_kwargs(self) -> dict:
        return {**super().clone_kwargs(), "fields": self.fields}

    class BoundPanel(Panel.BoundPanel):
        template_name = "consultations/admin/_readability_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict:
            return {
                "names": " ".join(self.panel.fields),
                "address": reverse("consultations_readability"),
            }


PUBLIC_TEXTS = [
    "summary",
    "why",
    "can_change",
    "cannot_change",
    "reasons",
    "reach",
    "changed",
    "value-text",
    "value-hint",
    "value-label",
]


def with_planning(content: list, promote: list, other: list, form: type) -> TabbedInterface:
    """The editor: what is asked, what is planned, and Wagtail's own tabs."""
    words = ReadabilityPanel(PUBLIC_TEXTS)
    return Tabs(
        [
            ObjectList([GatePanel(), *content, words], heading=_("Content")),
            ObjectList(PLANNING, heading=_("Planning")),
            ObjectList(promote, heading=_("Promote")),
            ObjectList(other, heading=_("Settings")),
        ],
        base_form_class=form,
    )
