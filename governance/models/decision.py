"""A decision: what was decided about information, by whom, why, and what it rests on."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from consultations.borrowed import BorrowedPanel, BorrowedTexts
from consultations.models import InformationItem
from consultations.models.line import Line
from consultations.models.register import CODE
from consultations.models.whole import PublishedWhole
from consultations.panels import ADDRESS
from consultations.planning_panels import ReadabilityPanel
from consultations.translatable import in_words, the_same
from feedback.models import FindingsPage, Theme
from governance.forms import DecisionForm
from governance.models.log import LogPlace
from governance.subjects import subject_of

if TYPE_CHECKING:
    from governance.models.promise import Promise


class Outcome(models.TextChoices):
    """What a decision did. "Not changed" is as good an answer as "changed", when it has reasons."""

    CHANGED = "changed", _("Changed")
    PARTLY_CHANGED = "partly_changed", _("Partly changed")
    NOT_CHANGED = "not_changed", _("Not changed")
    PASSED_ON = "passed_on", _("Passed to a national body")
    MORE_WORK = "more_work", _("More work")


class Use(models.TextChoices):
    """How a theme was used in a decision."""

    FOLLOWED = "followed", _("Followed")
    PARTLY = "partly", _("Partly followed")
    NOT_FOLLOWED = "not-followed", _("Not followed")
    OUTSIDE_OUR_POWER = "outside-our-power", _("Outside our power")
    ALREADY_SO = "already-so", _("Already so")


class DecisionPage(PublishedWhole):
    """One decision, with one outcome."""

    reference = models.CharField(
        _("reference"),
        max_length=40,
        help_text=_("Such as ld-2026-04. It never changes."),
        validators=[RegexValidator(CODE, _("Use small letters, numbers, dots and hyphens."))],
    )
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome)
    findings = models.ForeignKey(
        FindingsPage,
        verbose_name=_("findings that it rests on"),
        on_delete=models.PROTECT,
        related_name="decisions",
    )
    decided_on = models.DateField(_("decided on"), null=True)
    decided_by = models.CharField(
        _("decided by"), max_length=160, help_text=_("A post or a panel, not a name.")
    )
    summary = models.TextField(_("in one or two sentences"))
    decision = models.TextField(_("what was decided"))
    reasons = models.TextField(_("reasons"))
    instead = models.TextField(
        _("what will be done instead"), blank=True, help_text=_("Where something stays as it is.")
    )
    how_to_disagree = models.TextField(_("how to disagree"))
    in_force_on = models.DateField(_("in force from"), null=True, blank=True)
    review_on = models.DateField(_("to be looked at again on"), null=True)
    change_note = models.TextField(
        _("why it was changed"),
        blank=True,
        help_text=_(
            "Once the decision is published, say here why you change it. "
            "Anyone can read this in the record."
        ),
    )

    promises_said = BorrowedTexts(_("promise"), default=dict, blank=True, editable=False)

    translatable_fields: ClassVar[list] = [
        *in_words("title", "decided_by", "summary", "decision", "reasons", "instead"),
        *in_words("how_to_disagree", "changes", "influences", "alternatives", "promises_said"),
        *the_same("slug", "reference", "outcome", "findings", "decided_on", "in_force_on"),
        *the_same("review_on", "change_note"),
    ]
    base_form_class = DecisionForm
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("decision"),
        index.SearchField("reasons"),
        index.FilterField("outcome"),
    ]
    content_panels: ClassVar[list] = [
        *Page.content_panels,
        FieldRowPanel(["reference", "outcome"]),
        "findings",
        "summary",
        MultiFieldPanel(
            [FieldRowPanel(["decided_by", "decided_on"]), "decision", "reasons", "instead"],
            _("The decision"),
        ),
        InlinePanel("changes", heading=_("What it changes"), label=_("information item")),
        InlinePanel(
            "influences",
            heading=_("How each theme was used"),
            label=_("theme"),
            help_text=_("Save the draft, and a line is added for each theme of the findings."),
        ),
        InlinePanel("alternatives", heading=_("What else was thought about"), label=_("option")),
        InlinePanel("promises", heading=_("Promises"), label=_("promise")),
        BorrowedPanel("promises_said"),
        MultiFieldPanel(
            [FieldRowPanel(["in_force_on", "review_on"]), FieldPanel("how_to_disagree")],
            _("Afterwards"),
        ),
        FieldPanel("change_note"),
        ReadabilityPanel(
            ["summary", "decision", "reasons", "instead", "how_to_disagree", "why", "why_not"]
        ),
    ]
    exclude_fields_in_copy: ClassVar[list] = ["promises"]  # a promise is made once
    promote_panels: ClassVar[list] = ADDRESS
    parent_page_types: ClassVar[list] = ["governance.WhatChangedPage"]
    subpage_types: ClassVar[list] = []
    template = "governance/decision.html"
    shown_with: ClassVar[list] = ["findings__consultation_page", "findings__locale"]

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="governance_decision_is_looked_at_again_later",
                condition=models.Q(review_on__gt=models.F("decided_on")),
                violation_error_message=_("It is looked at again after it was decided."),
            ),
        ]

    @property
    def subject(self) -> str:
        """What its entries in the log are about."""
        return subject_of("decision", self)

    @cached_property
    def place(self) -> Any:
        """Where the log says what this page says, with the log and the hash of the entry; None
        before it is published."""
        places = LogPlace.objects.with_hash().filter(subject=self.subject)
        said = places.filter(type__in=("decision.recorded", "decision.corrected"))
        return said.order_by("index").last()

    @property
    def promises_said_as_written(self) -> dict[str, str]:
        """What its promises say, for translators: a promise itself is made once."""
        return {
            f"{promise.key}.{name}": text
            for promise in self.promises.all()
            for name, text in promise.texts.items()
        }

    @cached_property
    def promises_made(self) -> "list[Promise]":
        """Its promises, each telling its `missed`. They are made once, also for a translation."""
        from governance.promised import promises_of

        return promises_of(self)

    def promise_text(self, promise: "Promise", name: str) -> str:
        """A text of one of its promises, in the language of the page if somebody put it there."""
        return self.promises_said.get(f"{promise.key}.{name}") or promise.texts[name]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        from governance.showing import shown_decision

        return super().get_context(request, *args, **kwargs) | shown_decision(self)


class ItemChangeQuerySet(models.QuerySet):
    """Changes by who may see them."""

    def public(self) -> "ItemChangeQuerySet":
        """Those that published decisions made, with the decision, newest first; once for all
        languages of a decision."""
        first = self.model.objects.filter(
            locale__language_code=settings.LANGUAGE_CODE, page__live=True
        )
        again = first.filter(translation_key=OuterRef("translation_key")).exclude(pk=OuterRef("pk"))
        made = self.filter(~Exists(again), page__live=True).select_related("page")
        return made.order_by("-page__decided_on", "-page__pk", "sort_order")


class ItemChange(Line):
    """An information item before and after. The same before and after says that it stays."""

    page = ParentalKey(DecisionPage, on_delete=models.CASCADE, related_name="changes")
    item = models.ForeignKey(
        InformationItem,
        verbose_name=_("information item"),
        on_delete=models.PROTECT,
        related_name="changes",
    )
    before = models.TextField(_("before"))
    after = models.TextField(_("after"))
    from_label = models.CharField(
        _("heading for after"), max_length=60, blank=True, help_text=_("Such as From January.")
    )

    objects = ItemChangeQuerySet.as_manager()

    translatable_fields: ClassVar[list] = [
        *in_words("before", "after", "from_label"),
        *the_same("item"),
    ]
    panels: ClassVar[list] = ["item", "before", "after", "from_label"]

    class Meta(Line.Meta):
        verbose_name = _("change of an information item")

    def __str__(self) -> str:
        return str(self.item)


class Influence(Line):
    """How one theme was used in the decision, and why."""

    page = ParentalKey(DecisionPage, on_delete=models.CASCADE, related_name="influences")
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="influences"
    )
    use = models.CharField(_("how it was used"), max_length=20, choices=Use)
    why = models.TextField(_("why"))

    translatable_fields: ClassVar[list] = [*in_words("why"), *the_same("theme", "use")]
    panels: ClassVar[list] = ["theme", "use", "why"]

    class Meta(Line.Meta):
        verbose_name = _("influence")

    def __str__(self) -> str:
        return f"{self.theme}: {self.use}"


class Alternative(Line):
    """Something else that was thought about, and why it was not chosen."""

    page = ParentalKey(DecisionPage, on_delete=models.CASCADE, related_name="alternatives")
    option = models.TextField(_("option"))
    why_not = models.TextField(_("why not"))

    translatable_fields: ClassVar[list] = in_words("option", "why_not")
    panels: ClassVar[list] = ["option", "why_not"]

    class Meta(Line.Meta):
        verbose_name = _("alternative")

    def __str__(self) -> str:
        return self.option[:60]
