"""A consultation: the page that asks, and what stays the same in all its languages."""

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable, Page, PageManager, Site, Workflow
from wagtail.query import PageQuerySet
from wagtail.search import index

from consultations.audiences import ASKED_ROLES, Band
from consultations.blocks import EasyReadField, QuestionsField
from consultations.easy_read import MOST_ROWS, rows_of
from consultations.fields import ManyOf
from consultations.forms import ConsultationForm
from consultations.models.approval import asks_another
from consultations.models.planning import AskedRole, Planned
from consultations.models.register import InformationItem
from consultations.models.whole import PublishedWhole
from consultations.panels import ABOUT_THE_PERSON, ADDRESS
from consultations.planning_panels import with_planning
from consultations.translatable import in_words, the_same


def random_code() -> str:
    """A neutral part of an address: eight letters and numbers that say nothing."""
    return "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _place in range(8))


class ConsultationQuerySet(models.QuerySet):
    """Consultations by where they stand in time."""

    def open_on(self, day: date) -> "ConsultationQuerySet":
        """Those that take answers on `day`, the first and the last day included."""
        return self.filter(is_live=True, opens_on__lte=day, closes_on__gte=day)

    def closed_by(self, day: date) -> "ConsultationQuerySet":
        """Those whose last day was before `day`."""
        return self.filter(closes_on__lt=day)


class Consultation(models.Model):
    """What a consultation is in every language: what questions and answers hang on.

    Its key is the translation key of its pages (see decision 0003). The dates are copied from the
    page when that is published, so that an answering step reads one row and no page.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.PROTECT, related_name="consultations"
    )
    code = models.CharField(_("code"), max_length=12, unique=True, default=random_code)
    is_live = models.BooleanField(_("published"), default=False)
    opens_on = models.DateField(_("opens"))
    closes_on = models.DateField(_("closes"))
    findings_by = models.DateField(_("what people said is published by"))
    decision_by = models.DateField(_("decision is published by"))
    by_invitation = models.BooleanField(_("only with a code"), default=False)
    decided_on = models.DateField(_("a decision that rests on it was published"), null=True)
    takes_words = models.BooleanField(
        _("somebody is there to read what people write"), default=True
    )

    objects = ConsultationQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        ordering: ClassVar[list] = ["-opens_on", "pk"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="consultations_consultation_opens_before_it_closes",
                condition=models.Q(opens_on__lte=models.F("closes_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.opens_on} to {self.closes_on})"

    def takes_answers(self, today: date) -> bool:
        """Whether somebody can answer today."""
        return self.is_live and self.opens_on <= today <= self.closes_on


class ConsultationPageQuerySet(PageQuerySet):
    """Pages of consultations, of which each has one in every language."""

    def as_written(self) -> "ConsultationPageQuerySet":
        """One page of each consultation: that in the language in which it was written first."""
        firsts = ConsultationPage.objects.order_by().values("translation_key")
        return self.filter(pk__in=firsts.annotate(first=models.Min("pk")).values("first"))


class ConsultationPage(Planned, PublishedWhole):
    """A consultation as officers write it and as people read it before they answer."""

    summary = models.TextField(
        _("in one or two sentences"), help_text=_("Shown on lists. Plain words.")
    )
    why = models.TextField(_("why we ask"))
    can_change = models.TextField(_("what can change"))
    cannot_change = models.TextField(_("what cannot change, and why"))
    decider = models.CharField(
        _("who decides"), max_length=160, help_text=_("A post, such as Director of …")
    )
    opens_on = models.DateField(_("opens"), null=True)
    closes_on = models.DateField(_("closes (last day)"), null=True)
    findings_by = models.DateField(_("what people said is published by"), null=True)
    decision_by = models.DateField(_("decision is published by"), null=True)
    roles = ManyOf(_("open to"), terms=AskedRole, blank=False)
    bands = ManyOf(_("ages"), terms=Band)
    by_invitation = models.BooleanField(
        _("only people with a code can answer"),
        default=False,
        help_text=_(
            "Leave it empty to let anybody answer who has the link. "
            "You make codes under “Invitations”, once it is published."
        ),
    )
    easy_read = EasyReadField(
        verbose_name=_("in Easy Read"),
        max_num=MOST_ROWS,
        help_text=_(
            "What it is about, why you ask, what can change: a picture and one idea on each row. "
            "Questions have rows of their own."
        ),
    )
    questions = QuestionsField(verbose_name=_("questions"))
    change_note = models.TextField(
        _("what changed in the words"),
        blank=True,
        help_text=_(
            "Once people have answered, say here what you changed and that it means the same."
        ),
    )

    translatable_fields: ClassVar[list] = [
        *in_words("title", "summary", "why", "can_change", "cannot_change", "decider", "questions"),
        *in_words("easy_read", "considered", "tried_out", "expected", "overrides"),
        *the_same("slug", "opens_on", "closes_on", "findings_by", "decision_by", "roles", "bands"),
        *the_same("by_invitation", "about", "rung", "read_by", "undecided_on"),
    ]
    objects = PageManager.from_queryset(ConsultationPageQuerySet)()

    base_form_class = ConsultationForm
    search_fields: ClassVar[list] = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("why"),
    ]
    content_panels: ClassVar[list] = [
        *Page.content_panels,
        "summary",
        InlinePanel("about", heading=_("What it is about"), label=_("item"), min_num=1),
        MultiFieldPanel(
            ["why", "can_change", "cannot_change", "decider"], _("What can come of it")
        ),
        MultiFieldPanel(
            [
                FieldRowPanel(["opens_on", "closes_on"]),
                FieldRowPanel(["findings_by", "decision_by"]),
            ],
            _("Dates"),
        ),
        MultiFieldPanel(["roles", "bands", "by_invitation"], _("Who is asked")),
        InlinePanel(
            "expected", heading=_("How many people we hope to hear from"), label=_("group")
        ),
        FieldPanel("easy_read"),
        FieldPanel("questions"),
        ABOUT_THE_PERSON,
        FieldPanel("change_note"),
    ]
    promote_panels: ClassVar[list] = ADDRESS
    edit_handler = with_planning(
        content_panels, promote_panels, Page.settings_panels, base_form_class
    )
    parent_page_types: ClassVar[list] = ["consultations.HaveYourSayPage"]
    subpage_types: ClassVar[list] = []
    template = "consultations/consultation.html"
    easy_template = "consultations/consultation_easy.html"

    class Meta:
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="consultations_page_opens_before_it_closes",
                condition=models.Q(opens_on__lte=models.F("closes_on")),
                violation_error_message=_("The last day must not be before the first."),
            ),
            models.CheckConstraint(
                name="consultations_page_is_heard_after_it_closes",
                condition=models.Q(findings_by__gte=models.F("closes_on")),
                violation_error_message=_("What people said comes after the last day."),
            ),
            models.CheckConstraint(
                name="consultations_page_is_decided_after_it_is_heard",
                condition=models.Q(decision_by__gte=models.F("findings_by")),
                violation_error_message=_("The decision comes after what people said."),
            ),
        ]

    @cached_property
    def identity(self) -> Consultation | None:
        """What answers hang on, or None before the first publication."""
        return Consultation.objects.filter(pk=self.translation_key).first()

    @property
    def has_workflow(self) -> bool:
        """Whether somebody else must approve it before it is published."""
        return self.get_workflow() is not None

    def get_workflow(self) -> Workflow | None:
        """The approval that its section asks for, or the same section in another language.

        A workflow in which nobody else needs to approve does not count.
        """
        pages = (self, *self.get_translations())
        found = (super(ConsultationPage, page).get_workflow() for page in pages)
        above = (page.get_parent().get_workflow() for page in pages)
        return next((one for one in (*found, *above) if one and asks_another(one)), None)

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        if self.easy_read and "easy" in request.GET:
            return self.easy_template
        return super().get_template(request, *args, **kwargs)

    @property
    def easy_rows(self) -> list[dict]:
        """What it is about in Easy Read, row by row."""
        return rows_of(self.easy_read)

    @property
    def state(self) -> str:
        """Where it stands by its dates: "to_open", "open" or "closed"."""
        today = timezone.localdate()
        if not self.opens_on or not self.closes_on or today < self.opens_on:
            return "to_open"
        return "open" if today <= self.closes_on else "closed"

    @property
    def days_left(self) -> int:
        """Whole days until the last day, 0 on the last day."""
        return max((self.closes_on - timezone.localdate()).days, 0)

    @property
    def audience_labels(self) -> list[str]:
        """Who is asked, in words."""
        return [str(role.label) for role in ASKED_ROLES if role in self.roles]

    def items(self) -> Iterable[InformationItem]:
        """What it is about, in the order that the officer gave."""
        return [line.item for line in self.about.select_related("item")]


class AboutItemQuerySet(models.QuerySet):
    """What consultations are about, by who may see it."""

    def public(self) -> "AboutItemQuerySet":
        """Lines of published consultations, with the consultation, newest first."""
        return self.filter(page__live=True).select_related("page").order_by("-page__opens_on")


class AboutItem(Orderable):
    """An information item that a consultation is about."""

    page = ParentalKey(ConsultationPage, on_delete=models.CASCADE, related_name="about")
    item = models.ForeignKey(
        InformationItem,
        verbose_name=_("information item"),
        on_delete=models.PROTECT,
        related_name="asked_about_in",
    )

    objects = AboutItemQuerySet.as_manager()

    panels: ClassVar[list] = ["item"]

    def __str__(self) -> str:
        return str(self.item)
