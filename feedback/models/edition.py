"""Editions of the numbers of findings: each is frozen, and stays readable at its own address."""

from typing import TYPE_CHECKING, ClassVar

from django.conf import settings
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path

from feedback.exporting.public import data_package

if TYPE_CHECKING:
    from feedback.models.findings import FindingsPage


class FindingsEdition(models.Model):
    """Tables frozen when findings were published, after disclosure control. Never computed again.

    `document` is what `tables.py` made: {"tables": […], "coverage": […]}, in a later edition less
    what would tell a change of a few people (see editions.py). Every edition after the first says
    what is changed and why.
    """

    page = models.ForeignKey(
        "feedback.FindingsPage", on_delete=models.PROTECT, related_name="editions"
    )
    number = models.PositiveIntegerField(_("edition"))
    document = models.JSONField(_("tables"))
    sha256 = models.CharField(_("fingerprint"), max_length=64)
    frozen_on = models.DateField(_("frozen"))
    what_changed = models.TextField(_("what is changed"), blank=True)
    why_changed = models.TextField(_("why it is changed"), blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked for by"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("edition of findings")
        verbose_name_plural = _("editions of findings")
        ordering: ClassVar[list] = ["page", "number"]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["page", "number"], name="feedback_findings_edition_is_numbered_once"
            ),
            models.CheckConstraint(
                name="feedback_findings_edition_says_what_is_changed_and_why",
                condition=models.Q(number=1)
                | ~models.Q(what_changed="") & ~models.Q(why_changed=""),
                violation_error_message=_("Say what is changed in the numbers, and why."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}, edition {self.number}"


class HasEditions(RoutablePageMixin):
    """Findings with their numbers, edition by edition."""

    @cached_property
    def edition(self) -> FindingsEdition | None:
        """The frozen tables, or None before the first publication.

        One set for a consultation, in every language and on every copy of the page: two sets a
        few withdrawals apart could be subtracted from each other.
        """
        return self.all_editions[-1] if self.all_editions else None

    @cached_property
    def all_editions(self: "FindingsPage") -> list[FindingsEdition]:
        """Every edition of the numbers, the first one first."""
        same = {"page__consultation_page__translation_key": self.consultation_page.translation_key}
        return list(FindingsEdition.objects.filter(**same).order_by("number"))

    @path("edition/<int:number>/", name="edition")
    def one_edition(self: "FindingsPage", request: HttpRequest, number: int) -> HttpResponseBase:
        """The numbers as one edition told them, at an address that stays."""
        from feedback.showing import shown_edition

        context = super().get_context(request) | shown_edition(self, self._numbered(number))
        return render(request, "feedback/findings_edition.html", context)

    @path("edition/<int:number>/tables/", name="tables")
    def tables(self: "FindingsPage", request: HttpRequest, number: int) -> HttpResponseBase:
        """The same numbers as open data: CSV files and what they hold."""
        edition = self._numbered(number)
        made = data_package(
            edition.document,
            name=f"{self.slug}-edition-{number}",
            title=self.title,
            edition=number,
            day=edition.frozen_on.isoformat(),
            language=self.locale.language_code,
        )
        response = HttpResponse(made, content_type="application/zip")
        response["Content-Disposition"] = f'attachment; filename="{self.slug}-edition-{number}.zip"'
        return response

    def _numbered(self, number: int) -> FindingsEdition:
        """The edition of this number. Raises Http404."""
        found = next((one for one in self.all_editions if one.number == number), None)
        if found is None:
            raise Http404
        return found
