"""The register: what is written down about children, who chose it, and what it does not tell."""

from typing import Any, ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page, Site
from wagtail.search import index

from consultations.fields import ManyOf
from consultations.forms import ItemForm
from consultations.models.whole import CheckedTranslation
from consultations.panels import ADDRESS
from consultations.planning_panels import ReadabilityPanel
from consultations.scoping import CouncilsRowForm
from consultations.searching import find
from consultations.terms import Basis, CanChange, Kind, Obtained, Origin, Purpose, Whom
from consultations.text import clean_typed
from consultations.translatable import in_words, the_same

SEARCHED = (
    "code",
    "plain_name",
    "what_it_records",
    "stands_in_for",
    "known_gaps",
    "chosen_by",
    "why_chosen",
)
CODE = r"^[a-z0-9][a-z0-9._:-]{0,80}$"


class InformationSystem(models.Model):
    """A system that holds records, such as the case system."""

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="systems"
    )
    name = models.CharField(_("name"), max_length=120)

    base_form_class = CouncilsRowForm
    panels: ClassVar[list] = ["council", "name"]

    class Meta:
        verbose_name = _("system")
        verbose_name_plural = _("systems")
        ordering: ClassVar[list] = ["name"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["council", "name"],
                name="consultations_system_has_one_name",
                violation_error_message=_("There is a system of that name already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class StatutoryReturn(models.Model):
    """A collection that the law tells the council to send."""

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="returns"
    )
    name = models.CharField(_("name"), max_length=120)
    required_by = models.CharField(_("required by"), max_length=200, blank=True)

    base_form_class = CouncilsRowForm
    panels: ClassVar[list] = ["council", "name", "required_by"]

    class Meta:
        verbose_name = _("return")
        verbose_name_plural = _("returns")
        ordering: ClassVar[list] = ["name"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["council", "name"],
                name="consultations_return_has_one_name",
                violation_error_message=_("There is a return of that name already."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class InformationItem(CheckedTranslation):
    """A heading, box, code, word, measure or rule: one thing written down about children."""

    code = models.CharField(
        _("code"),
        max_length=81,
        help_text=_("A short name that never changes, such as 903-reason-place-change."),
        validators=[RegexValidator(CODE, _("Use small letters, numbers, dots and hyphens."))],
    )
    plain_name = models.CharField(
        _("plain name"), max_length=160, help_text=_("What a child would call it.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    what_it_records = models.TextField(_("what it records"))
    about_whom = ManyOf(_("about whom"), terms=Whom)
    how_obtained = models.CharField(_("how it is obtained"), max_length=20, choices=Obtained)
    special_category = models.CharField(
        _("special category data"),
        max_length=200,
        blank=True,
        help_text=_("Which, such as health. Leave empty if none."),
    )
    chosen_by = models.CharField(_("who chose it"), max_length=200)
    chosen_when = models.CharField(_("when"), max_length=200, blank=True)
    why_chosen = models.TextField(_("why it was chosen"))
    purposes = ManyOf(_("purposes"), terms=Purpose)
    purpose_note = models.TextField(_("more about the purposes"), blank=True)
    stands_in_for = models.TextField(
        _("stands in for"),
        blank=True,
        help_text=_("What it is used as a proxy for. Leave empty if it means only what it says."),
    )
    known_gaps = models.TextField(_("what it does not tell you"))
    lawful_basis = ManyOf(_("lawful basis"), terms=Basis)
    law = models.CharField(_("law"), max_length=300, blank=True)
    origin = models.CharField(_("where it comes from"), max_length=20, choices=Origin)
    can_council_change = models.CharField(
        _("can the council change it?"), max_length=20, choices=CanChange
    )
    systems = ParentalManyToManyField(
        InformationSystem, verbose_name=_("systems"), blank=True, related_name="items"
    )
    who_can_see = models.TextField(_("who can see it"))
    shared_with = models.TextField(_("shared with"), blank=True)
    kept_for = models.CharField(_("kept for"), max_length=200)
    kept_because = models.TextField(_("why so long"), blank=True)
    how_to_challenge = models.TextField(
        _("how to challenge it"),
        help_text=_("What can be challenged, who can do it, where, and by when."),
    )
    review_on = models.DateField(_("to be looked at again on"), null=True, blank=True)
    checked_against = models.CharField(
        _("checked against"),
        max_length=200,
        blank=True,
        help_text=_("The guide and its year. Codes change each year."),
    )

    translatable_fields: ClassVar[list] = [
        *in_words("title", "plain_name", "what_it_records", "special_category", "chosen_by"),
        *in_words("chosen_when", "why_chosen", "purpose_note", "stands_in_for", "known_gaps"),
        *in_words("law", "who_can_see", "shared_with", "kept_for", "kept_because"),
        *in_words("how_to_challenge", "checked_against"),
        *the_same("slug", "code", "kind", "about_whom", "how_obtained", "purposes", "lawful_basis"),
        *the_same("origin", "can_council_change", "systems", "review_on", "return_lines"),
    ]
    base_form_class = ItemForm
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        *(index.SearchField(name) for name in SEARCHED),
        index.FilterField("kind"),
        index.FilterField("origin"),
        index.FilterField("can_council_change"),
    ]
    content_panels: ClassVar[list] = [
        *Page.content_panels,
        MultiFieldPanel(
            ["plain_name", "code", "kind", "what_it_records", "about_whom", "how_obtained"],
            _("What is written down"),
        ),
        MultiFieldPanel(["chosen_by", "chosen_when", "why_chosen"], _("Who decided it")),
        MultiFieldPanel(
            ["stands_in_for", "known_gaps"], _("What it stands in for, and what it does not tell")
        ),
        MultiFieldPanel(
            ["purposes", "purpose_note", "lawful_basis", "law", "special_category"],
            _("Purposes and law"),
        ),
        MultiFieldPanel(
            ["origin", "can_council_change", "systems", "checked_against"], _("Where it lives")
        ),
        InlinePanel("return_lines", heading=_("In returns"), label=_("return")),
        MultiFieldPanel(
            ["who_can_see", "shared_with", "kept_for", "kept_because"], _("Who sees it, how long")
        ),
        MultiFieldPanel(["how_to_challenge", "review_on"], _("Questioning it")),
        ReadabilityPanel(
            ["plain_name", "what_it_records", "known_gaps", "why_chosen", "how_to_challenge"]
        ),
    ]
    promote_panels: ClassVar[list] = ADDRESS
    parent_page_types: ClassVar[list] = ["consultations.RegisterPage"]
    subpage_types: ClassVar[list] = []
    template = "consultations/item.html"

    class Meta:
        verbose_name = _("information item")
        verbose_name_plural = _("information items")


class ReturnLine(Orderable):
    """Where an item stands in a statutory return: table, tag, and the codes that it may take."""

    item = ParentalKey(InformationItem, on_delete=models.CASCADE, related_name="return_lines")
    statutory_return = models.ForeignKey(
        StatutoryReturn,
        verbose_name=_("return"),
        on_delete=models.PROTECT,
        related_name="lines",
    )
    table = models.CharField(_("table"), max_length=80, blank=True)
    tag = models.CharField(_("tag"), max_length=80, blank=True)
    cbds = models.CharField(_("CBDS number"), max_length=20, blank=True)
    codes = models.TextField(_("codes"), blank=True)

    panels: ClassVar[list] = ["statutory_return", "table", "tag", "cbds", "codes"]

    def __str__(self) -> str:
        return f"{self.statutory_return} {self.table} {self.tag}".strip()


class RegisterPage(CheckedTranslation):
    """What we write down: the public list of information items, with a search."""

    introduction = models.TextField(_("introduction"), blank=True)

    translatable_fields: ClassVar[list] = [
        *in_words("title", "introduction"),
        *the_same("slug", "show_in_menus"),
    ]
    content_panels: ClassVar[list] = [*Page.content_panels, "introduction"]
    parent_page_types: ClassVar[list] = ["heard.HomePage"]
    subpage_types: ClassVar[list] = ["consultations.InformationItem"]
    max_count_per_parent = 1
    template = "consultations/register.html"

    class Meta:
        verbose_name = _("register")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        from consultations.translations import shown_below

        context = super().get_context(request, *args, **kwargs)
        sought = clean_typed(request.GET.get("q", ""))[:100]
        changeable = request.GET.get("can_change", "")
        items = shown_below(self, InformationItem).order_by("title")
        if changeable in CanChange.values:
            items = items.filter(can_council_change=changeable)
        has_all_words = True
        if sought:
            items, has_all_words = find(items, ("title", *SEARCHED), sought)
        context |= {
            "items": items,
            "has_all_words": has_all_words,
            "sought": sought,
            "changeable": changeable,
            "can_change_choices": CanChange.choices,
        }
        return context
