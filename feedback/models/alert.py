"""Alerts: something needs somebody. They carry a number and nothing else (requirement S10)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.models import StaffRole


class AlertKind(models.TextChoices):
    """Why somebody is told. Seen by staff on their screens alone, never in a mail."""

    TO_READ = "to_read", _("Something to read soon")
    LATE = "late", _("Something that should have been read")
    CONCERN = "concern", _("A concern")
    CONTACT = "contact", _("Somebody asks to be contacted")
    FROZEN = "frozen", _("A picture that may be illegal")
    BREAK_GLASS = "break_glass", _("Somebody opened what they have no role for")
    CONFLICT = "conflict", _("About a person who works here")


class AlertQuerySet(models.QuerySet):
    """Alerts by what is still to do."""

    def open(self) -> "AlertQuerySet":
        """Those about which nobody has done anything yet."""
        return self.filter(done_at=None)


class Alert(models.Model):
    """Somebody is to be told, by mail and on their screen, and told again until they acted.

    `about` says what it leads to, as the key of a row of the kind that `kind` says. It is for all
    who hold a role, or for one person.
    """

    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="alerts")
    kind = models.CharField(_("kind"), max_length=12, choices=AlertKind)
    about = models.CharField(_("about"), max_length=40, blank=True)
    for_role = models.CharField(_("for whoever is"), max_length=20, choices=StaffRole, blank=True)
    for_person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("for"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
    )
    made_at = models.DateTimeField(_("made"))
    due_at = models.DateTimeField(_("to be done by"), null=True, blank=True)
    sent_at = models.DateTimeField(_("mail sent"), null=True, blank=True)
    tries = models.PositiveSmallIntegerField(_("tries to send it"), default=0)
    done_at = models.DateTimeField(_("done"), null=True, blank=True)

    objects = AlertQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering: ClassVar[list] = ["made_at", "pk"]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_alert_is_for_somebody",
                condition=~models.Q(for_role="") | models.Q(for_person__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["council", "kind", "about", "for_role"],
                condition=models.Q(done_at=None, for_person=None),
                name="feedback_alert_tells_a_role_once",
            ),
            models.UniqueConstraint(
                fields=["council", "kind", "about", "for_role", "for_person"],
                condition=models.Q(done_at=None, for_person__isnull=False),
                name="feedback_alert_tells_a_person_once",
            ),
        ]

    def __str__(self) -> str:
        return f"Alert {self.pk}"
