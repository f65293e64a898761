"""A council: a Wagtail Site, its facts, and its people's roles."""

from typing import ClassVar

from django.contrib.auth.models import Group
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Site


class NetworkAddresses(models.TextChoices):
    """Which addresses of phones and computers are kept, outside of this site (requirement S9)."""

    NONE = "none", _("None are kept")
    WEEK = "week", _("A security log keeps them for 7 days")


@register_setting(icon="home", order=100)
class CouncilSettings(BaseSiteSetting):
    """The facts that our sentences are made from: a promise on a page is a setting here."""

    name = models.CharField(_("council"), max_length=80, default=_("The council"))
    service = models.CharField(
        _("service"), max_length=120, default=_("children's services"), blank=True
    )
    childline = models.CharField(_("Childline"), max_length=20, default="0800 1111")
    text_line = models.CharField(
        _("text line"), max_length=60, blank=True, default=_("text SHOUT to 85258")
    )
    adult_line = models.CharField(_("NSPCC, for adults"), max_length=20, default="0808 800 5000")
    duty_line = models.CharField(_("our duty team, by day"), max_length=20, blank=True)
    night_line = models.CharField(_("our duty team, at night"), max_length=20, blank=True)
    numbers_checked_on = models.DateField(_("numbers checked on"), null=True, blank=True)
    statement_checked_on = models.DateField(
        _("accessibility statement checked on"), null=True, blank=True
    )
    reading_hours = models.CharField(
        _("when somebody reads"), max_length=80, default=_("Monday to Friday, 9am to 5pm")
    )
    read_within_days = models.PositiveSmallIntegerField(
        _("read within (working days)"), default=1, validators=[MinValueValidator(1)]
    )
    draft_hours = models.PositiveSmallIntegerField(
        _("unsent answers are kept for (hours)"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(24 * 28)],
    )
    post_days = models.PositiveSmallIntegerField(
        _("paper is entered for (days after the last day)"), default=14
    )
    backup_days = models.PositiveSmallIntegerField(
        _("old copies are gone after (days)"), default=35
    )
    contact_days = models.PositiveSmallIntegerField(
        _("how to contact somebody is deleted after (days)"),
        default=30,
        validators=[MaxValueValidator(365)],
        help_text=_("Counted from the day on which somebody wrote down what came of it."),
    )
    network_addresses = models.CharField(
        _("addresses of phones and computers"),
        max_length=10,
        choices=NetworkAddresses,
        default=NetworkAddresses.NONE,
        help_text=_(
            "This site keeps none with answers. Say here whether your web server keeps some for "
            "security: what children are told is made from this."
        ),
    )
    whistleblowing = models.CharField(
        _("where staff tell of unsafe practice"),
        max_length=120,
        blank=True,
        help_text=_("A phone number or an address, shown to practitioners who have answered."),
    )
    hide_up_to = models.PositiveSmallIntegerField(
        _("hide numbers up to"),
        default=5,
        validators=[MinValueValidator(5)],
        help_text=_(
            "Published tables hide numbers from 1 to this. It may be raised; 5 is the least."
        ),
    )
    edition_guard = models.PositiveSmallIntegerField(
        _("a number changes in a new edition by at least"),
        default=6,
        validators=[MinValueValidator(6)],
        help_text=_(
            "In a new edition of findings, a number that would change by fewer people stays as it "
            "was. It may be raised; 6 is the least. It is always above the small numbers that are "
            "hidden."
        ),
    )
    least_open_days = models.PositiveSmallIntegerField(
        _("a consultation is open for at least (days)"), default=28
    )
    most_questions_young = models.PositiveSmallIntegerField(
        _("most questions for children under 10"), default=10
    )
    most_questions = models.PositiveSmallIntegerField(_("most questions for others"), default=15)
    reading_age = models.PositiveSmallIntegerField(
        _("reading age of public texts"), default=9, validators=[MinValueValidator(5)]
    )
    longest_sentence = models.PositiveSmallIntegerField(
        _("longest sentence (words)"), default=25, validators=[MinValueValidator(5)]
    )
    leave_to = models.URLField(
        _("where 'Leave this page now' goes"), default="https://www.bbc.co.uk/weather"
    )
    contact_email = models.EmailField(_("email for the public"), blank=True)
    contact_phone = models.CharField(_("phone for the public"), max_length=30, blank=True)
    paper_to = models.TextField(
        _("where paper forms go"),
        blank=True,
        max_length=400,
        help_text=_(
            "A place to hand them in, or an address to post them to. Printed on each form."
        ),
    )
    privacy_email = models.EmailField(_("data protection officer"), blank=True)
    log_origin = models.CharField(
        _("name of the log"),
        max_length=120,
        blank=True,
        help_text=_(
            "An identity for the accountability log, such as council.example/accountability. "
            "It is fixed when the first entry is written."
        ),
    )

    panels: ClassVar[list] = [
        MultiFieldPanel(
            ["name", "service", "contact_email", "contact_phone", "paper_to"], _("Who we are")
        ),
        MultiFieldPanel(
            [
                "childline",
                "text_line",
                "adult_line",
                "duty_line",
                "night_line",
                "whistleblowing",
                "numbers_checked_on",
                "leave_to",
            ],
            _("Help now"),
        ),
        MultiFieldPanel(["statement_checked_on"], _("Accessibility")),
        MultiFieldPanel(
            [
                "reading_hours",
                "read_within_days",
                "draft_hours",
                "post_days",
                "backup_days",
                "contact_days",
                "network_addresses",
                "privacy_email",
            ],
            _("What we promise"),
        ),
        MultiFieldPanel(
            [
                "least_open_days",
                "most_questions_young",
                "most_questions",
                "reading_age",
                "longest_sentence",
            ],
            _("What the gate asks of a consultation"),
        ),
        MultiFieldPanel(["hide_up_to", "edition_guard", "log_origin"], _("Publishing")),
    ]

    class Meta:
        verbose_name = _("council")
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="consultations_council_never_hides_less_than_five",
                condition=models.Q(hide_up_to__gte=5),
                violation_error_message=_("Numbers from 1 to 5 are always hidden."),
            ),
            models.CheckConstraint(
                name="consultations_council_tells_no_change_of_five",
                condition=models.Q(edition_guard__gte=6),
                violation_error_message=_("A change of 1 to 5 people is never shown."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def least_change(self) -> int:
        """The least that a number may change by from one edition of findings to another."""
        return max(self.edition_guard, self.hide_up_to + 1)


class StaffRole(models.TextChoices):
    """What a member of staff does here. Each is a group, granted for one council."""

    PARTICIPATION = "participation", _("Participation officer")
    APPROVER = "approver", _("Approver")
    GOVERNANCE = "governance", _("Information governance officer")
    READER = "reader", _("Reader")
    SAFEGUARDING = "safeguarding", _("Safeguarding lead")
    ANALYST = "analyst", _("Analyst")
    DECISION_MAKER = "decision_maker", _("Decision maker")
    COUNCILLOR = "councillor", _("Councillor")
    RECORDER = "recorder", _("Writer of others' answers")
    DATA_PROTECTION = "data_protection", _("Data protection officer")
    CONFLICT = "conflict", _("Conflict list")


class CouncilRole(models.Model):
    """Which group holds which role in which council."""

    council = models.ForeignKey(
        Site, verbose_name=_("council"), on_delete=models.CASCADE, related_name="roles"
    )
    role = models.CharField(_("role"), max_length=20, choices=StaffRole)
    group = models.OneToOneField(
        Group, verbose_name=_("group"), on_delete=models.PROTECT, related_name="council_role"
    )

    class Meta:
        verbose_name = _("role in a council")
        verbose_name_plural = _("roles in councils")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["council", "role"], name="consultations_one_group_for_a_role_in_a_council"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council}: {self.get_role_display()}"
