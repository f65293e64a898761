"""Findings: what people said, in themes and in numbers that are safe to show."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from consultations.audiences import Role
from consultations.borrowed import BorrowedText
from consultations.models import Consultation, ConsultationPage
from consultations.models.line import Line
from consultations.models.whole import CheckedTranslation, PublishedWhole
from consultations.panels import ADDRESS
from consultations.planning_panels import ReadabilityPanel
from consultations.translatable import in_words, the_same
from feedback.forms.findings import FindingsForm
from feedback.models.edition import HasEditions
from feedback.models.theme import Theme


class Strength(models.TextChoices):
    """How many of those who answered said it, in the fixed words of our guide."""

    ALL = "all", _("All")
    MOST = "most", _("Most")
    ABOUT_HALF = "about_half", _("About half of the")
    SOME = "some", _("Some")
    A_FEW = "a_few", _("A few")
    ONE = "one", _("One of the")


class FindingsIndexPage(CheckedTranslation):
    """What you told us: every published finding, newest first."""

    translatable_fields: ClassVar[list] = [
        *in_words("title"),
        *the_same("slug", "show_in_menus"),
    ]
    content_panels: ClassVar[list] = Page.content_panels
    parent_page_types: ClassVar[list] = ["heard.HomePage"]
    subpage_types: ClassVar[list] = ["feedback.FindingsPage"]
    max_count_per_parent = 1
    template = "feedback/findings_index.html"

    class Meta:
        verbose_name = _("what you told us")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        from consultations.translations import shown_below

        context = super().get_context(request, *args, **kwargs)
        context["all_findings"] = (
            shown_below(self, FindingsPage)
            .select_related("consultation_page")
            .order_by("-first_published_at")
        )
        return context


class FindingsPage(HasEditions, PublishedWhole):
    """What people said in one consultation."""

    consultation_page = models.ForeignKey(
        ConsultationPage,
        verbose_name=_("consultation"),
        on_delete=models.PROTECT,
        related_name="findings",
    )
    summary = models.TextField(_("in one or two sentences"))
    # Not `method`: a form's field of that name hides the form's own, and autosave stops.
    how_read = models.TextField(_("how we read it"))
    missing = models.TextField(
        _("who we did not hear from"),
        help_text=_("And what will be done about it. The numbers beside it are added for you."),
    )
    said_once = models.TextField(
        _("said once"),
        blank=True,
        help_text=_("Ideas that only one person had, one a line. They count."),
    )

    translatable_fields: ClassVar[list] = [
        *in_words("title", "summary", "how_read", "missing", "said_once", "themes"),
        *the_same("slug", "consultation_page"),
    ]
    base_form_class = FindingsForm
    content_panels: ClassVar[list] = [
        FieldPanel("consultation_page"),
        *Page.content_panels,
        "summary",
        InlinePanel("themes", heading=_("Themes"), label=_("theme"), min_num=1),
        FieldPanel("said_once"),
        FieldPanel("missing"),
        FieldPanel("how_read"),
        ReadabilityPanel(["summary", "differs", "said_once", "missing", "how_read"]),
    ]
    promote_panels: ClassVar[list] = ADDRESS
    parent_page_types: ClassVar[list] = ["feedback.FindingsIndexPage"]
    subpage_types: ClassVar[list] = []
    template = "feedback/findings.html"
    shown_with: ClassVar[list] = ["consultation_page"]

    class Meta:
        verbose_name = _("findings")
        verbose_name_plural = _("findings")

    @property
    def consultation(self) -> Consultation:
        """What the answers hang on."""
        return self.consultation_page.identity

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        from feedback.showing import shown_findings

        return super().get_context(request, *args, **kwargs) | shown_findings(self)


class FindingTheme(Line):
    """A theme as it is published: who said it, and who sees it differently."""

    page = ParentalKey(FindingsPage, on_delete=models.CASCADE, related_name="themes")
    theme = models.ForeignKey(
        Theme, verbose_name=_("theme"), on_delete=models.PROTECT, related_name="published_in"
    )
    name = BorrowedText(
        _("name of the theme"), max_length=240, blank=True, default="", editable=False
    )
    summary = models.TextField(_("what people said"))
    said_by_child = models.CharField(
        _("children and young people"), max_length=20, choices=Strength, blank=True
    )
    said_by_parent = models.CharField(
        _("parents and carers"), max_length=20, choices=Strength, blank=True
    )
    said_by_practitioner = models.CharField(
        _("practitioners"), max_length=20, choices=Strength, blank=True
    )
    said_by_chooser = models.CharField(
        _("those who choose the boxes"), max_length=20, choices=Strength, blank=True
    )
    differs = models.TextField(_("seen differently by"), blank=True)
    nobody_differs = models.BooleanField(
        _("no one said otherwise"),
        default=False,
        help_text=_(
            "Your name is kept beside this. The page says that an analyst signed it, and when."
        ),
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    signed_on = models.DateField(_("signed"), null=True, blank=True, editable=False)

    translatable_fields: ClassVar[list] = [
        *in_words("name", "summary", "differs"),
        *the_same("theme", "said_by_child", "said_by_parent", "said_by_practitioner"),
        *the_same("said_by_chooser", "nobody_differs", "signed_on"),
    ]
    panels: ClassVar[list] = [
        "theme",
        "summary",
        MultiFieldPanel(
            [
                FieldRowPanel(["said_by_child", "said_by_parent"]),
                FieldRowPanel(["said_by_practitioner", "said_by_chooser"]),
            ],
            _("How many said it"),
        ),
        "differs",
        "nobody_differs",
    ]

    class Meta(Line.Meta):
        verbose_name = _("theme of the findings")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_finding_theme_is_differed_from_or_signed",
                condition=models.Q(nobody_differs=False) | models.Q(differs=""),
                violation_error_message=_(
                    "Say who sees it differently, or that no one said otherwise, not both."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.theme)

    @property
    def name_as_written(self) -> str:
        """The theme's own name."""
        return self.theme.name

    @property
    def shown_name(self) -> str:
        """The name of the theme in the language of the page."""
        return self.name or self.theme.name

    @property
    def strengths(self) -> list[tuple[str, str]]:
        """(role, strength) for each role that said it."""
        said = ((role, getattr(self, f"said_by_{role}")) for role in Role.values[:4])
        return [(role, strength) for role, strength in said if strength]
