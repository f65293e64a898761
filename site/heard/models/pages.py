"""The front page, and pages of plain text."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from consultations.models.whole import CheckedTranslation
from consultations.translatable import in_words, the_same
from heard.front_page import what_is_new

PLAIN = ["bold", "italic", "link", "ol", "ul", "h2", "h3"]


class HomePage(CheckedTranslation):
    """The front page of a council."""

    lede = models.TextField(_("in one or two sentences"), blank=True)

    translatable_fields: ClassVar[list] = [*in_words("title", "lede"), *the_same("slug")]
    content_panels: ClassVar[list] = [*Page.content_panels, "lede"]
    parent_page_types: ClassVar[list] = ["wagtailcore.Page"]
    template = "heard/home.html"

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        return super().get_context(request, *args, **kwargs) | what_is_new(self)


class StandardText(models.TextChoices):
    """Texts that come with the software, because what they say is what the software does."""

    NONE = "", _("None")
    HOW = "how", _("How this works")
    PRIVACY = "privacy", _("Privacy, in plain words")
    ACCESSIBILITY = "accessibility", _("Accessibility statement")


class ContentPage(CheckedTranslation):
    """A page of text: the council's own, below a standard text where one is chosen.

    The facts in a standard text come from the settings that make them true (see decision 0008).
    """

    standard_text = models.CharField(
        _("standard text"), max_length=20, choices=StandardText, blank=True
    )
    body = StreamField(
        [
            ("heading", blocks.CharBlock(icon="title", template="components/heading.html")),
            ("text", blocks.RichTextBlock(features=PLAIN)),
        ],
        blank=True,
        verbose_name=_("text of the council's own"),
    )

    translatable_fields: ClassVar[list] = [
        *in_words("title", "body"),
        *the_same("slug", "show_in_menus", "standard_text"),
    ]
    content_panels: ClassVar[list] = [*Page.content_panels, "standard_text", FieldPanel("body")]
    subpage_types: ClassVar[list] = ["heard.ContentPage"]
    template = "heard/content.html"

    class Meta:
        verbose_name = _("page of text")
        verbose_name_plural = _("pages of text")
