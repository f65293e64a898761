"""What an officer plans before a consultation opens. It stands on the page and its lines, so that
drafts, history and approval carry it (see decision 0015)."""

from collections import Counter
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from consultations.audiences import Band, Role
from consultations.fields import ManyOf
from consultations.gate.public import public_words
from consultations.hart import Rung, in_plain_words
from consultations.languages import comma
from consultations.models.line import Line
from consultations.translatable import in_words

PAGE = "consultations.ConsultationPage"
CHECKLIST = ("space", "voice", "audience", "influence")


class AskedRole(models.TextChoices):
    """The roles that a consultation can be open to."""

    CHILD = Role.CHILD.value, Role.CHILD.label
    PARENT = Role.PARENT.value, Role.PARENT.label
    PRACTITIONER = Role.PRACTITIONER.value, Role.PRACTITIONER.label
    CHOOSER = Role.CHOOSER.value, Role.CHOOSER.label


class Planned(models.Model):
    """What a consultation page says of its own planning, beside its lines below."""

    rung = models.PositiveSmallIntegerField(
        _("what kind of say people have"),
        choices=Rung,
        null=True,
        blank=True,
        help_text=_("People read it in plain words. Nothing on the rungs 1 to 3 can open."),
    )
    read_by = models.DateField(
        _("the one who decides has read it by"),
        null=True,
        blank=True,
        help_text=_("The day by which whoever decides has read what people said."),
    )
    undecided_on = models.DateField(_("no decision has been taken: said on"), null=True, blank=True)
    undecided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("said by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    space = models.TextField(
        _("space"),
        blank=True,
        help_text=_("How do people get a safe chance to say what they think, in a way they like?"),
    )
    voice = models.TextField(
        _("voice"),
        blank=True,
        help_text=_("How are they helped to form a view and to say it, and not only in words?"),
    )
    audience = models.TextField(
        _("audience"),
        blank=True,
        help_text=_("Who listens, do they have the power to act, and how does it reach them?"),
    )
    influence = models.TextField(
        _("influence"),
        blank=True,
        help_text=_("How is it taken seriously, and how do people learn what came of it?"),
    )

    class Meta:
        abstract = True

    @property
    def say(self) -> str:
        """What kind of say people have, in plain words."""
        return in_plain_words(self.rung)

    @property
    def excuses(self) -> list[dict]:
        """{"code", "reason", "language"} of each line of the gate that it opens without; once it
        has opened, as it was on that day, in the words of a translation where they are known."""
        from consultations.models.opening import Opening

        language = self.locale.language_code
        own = [
            {"code": one.code, "reason": one.reason, "language": language}
            for one in self.overrides.all()
        ]
        opening = Opening.objects.filter(pk=self.translation_key).first()
        if not opening:
            return own
        opened_in = opening.document.get("language", language)
        put = {one["code"]: one for one in own} if opened_in != language else {}
        return [
            put.get(one["code"]) or {"language": opened_in, **one}
            for one in opening.document.get("without", [])
        ]

    @property
    def without(self) -> list[dict]:
        """The same for everybody: {"what", "reason", "language", "times"}. One reason for many
        texts is told once."""
        told = Counter(
            (public_words(one["code"]), one["reason"], one["language"]) for one in self.excuses
        )
        return [
            {"what": what, "reason": reason, "language": language, "times": times}
            for (what, reason, language), times in told.items()
            if what
        ]


class Standing(models.TextChoices):
    """Where an option stands when people are asked."""

    OPEN = "open", _("We could do this")
    PREFERRED = "preferred", _("We think this is best so far")
    SET_ASIDE = "set_aside", _("We looked at this and set it aside")


class CoverageTarget(Line):
    """A group that a consultation affects, and how many of them there are or are hoped for."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="expected")
    label = models.CharField(_("group, in plain words"), max_length=120)
    role = models.CharField(_("role"), max_length=20, choices=AskedRole)
    band = models.CharField(_("age"), max_length=10, choices=Band, blank=True)
    number = models.PositiveIntegerField(_("how many we hope to hear from"))
    source = models.CharField(_("how we know"), max_length=200, blank=True)
    local_size = models.PositiveIntegerField(_("how many there are here"), null=True, blank=True)
    reach = models.TextField(_("how we reach them"), blank=True)
    might_be_missed = models.BooleanField(_("they might be missed"), default=False)

    translatable_fields: ClassVar[list] = in_words("label", "reach")
    panels: ClassVar[list] = [
        "label",
        FieldRowPanel(["role", "band"]),
        FieldRowPanel(["number", "local_size"]),
        "source",
        "reach",
        "might_be_missed",
    ]

    class Meta(Line.Meta):
        verbose_name = _("group that we reach")

    def __str__(self) -> str:
        return f"{self.label}: {self.number}"


class ConsideredOption(Line):
    """Something that could be done: also what was set aside, with the reason (requirements B2)."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="considered")
    text = models.CharField(_("option, in plain words"), max_length=200)
    standing = models.CharField(
        _("where it stands"), max_length=10, choices=Standing, default=Standing.OPEN
    )
    reasons = models.TextField(_("reasons"))

    translatable_fields: ClassVar[list] = in_words("text", "reasons")
    panels: ClassVar[list] = ["text", "standing", "reasons"]

    class Meta(Line.Meta):
        verbose_name = _("option")

    def __str__(self) -> str:
        return self.text


class TriedOut(Line):
    """A group with whom the questions were tried out first (requirements B7)."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="tried_out")
    who = models.CharField(
        _("with whom"), max_length=160, help_text=_("Such as “the young people's panel”. No names.")
    )
    number = models.PositiveIntegerField(_("how many people"))
    bands = ManyOf(_("ages"), terms=Band)
    tried_on = models.DateField(_("on"))
    changed = models.TextField(
        _("what changed because of it"), help_text=_("If nothing changed, say so.")
    )

    translatable_fields: ClassVar[list] = in_words("who", "changed")
    panels: ClassVar[list] = ["who", FieldRowPanel(["number", "tried_on"]), "bands", "changed"]

    class Meta(Line.Meta):
        verbose_name = _("group with whom it was tried out")

    def __str__(self) -> str:
        return f"{self.who}: {self.number}"

    @property
    def ages(self) -> str:
        """How old they were, after a comma; "" when nobody said."""
        labels = self._meta.get_field("bands").labels(self.bands)
        return "".join(f"{comma()}{label}" for label in labels)


class Check(models.TextChoices):
    """What is checked before children are asked (requirements B15)."""

    DPIA = "dpia", _("Data protection impact assessment (DPIA)")
    EQIA = "eqia", _("Equality impact assessment (EqIA)")
    SAFEGUARDING = "safeguarding", _("Safeguarding plan")
    ETHICS = "ethics", _("Ethics review")


class CheckStatus(models.TextChoices):
    """How far a check has come."""

    BEGUN = "begun", _("Begun")
    APPROVED = "approved", _("Approved")
    NOT_NEEDED = "not_needed", _("Not needed")


class ImpactCheck(Orderable):
    """One check: how far it is, whose it is, since when, and where it is filed."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="checks")
    kind = models.CharField(_("check"), max_length=20, choices=Check)
    status = models.CharField(
        _("how far"), max_length=20, choices=CheckStatus, default=CheckStatus.BEGUN
    )
    owner = models.CharField(_("whose it is (a post)"), max_length=160)
    checked_on = models.DateField(_("on"))
    reference = models.CharField(
        _("where it is filed"), max_length=200, blank=True, help_text=_("A reference or a link.")
    )

    panels: ClassVar[list] = [
        FieldRowPanel(["kind", "status"]),
        FieldRowPanel(["owner", "checked_on"]),
        "reference",
    ]

    def clean(self) -> None:
        super().clean()
        if self.checked_on and self.checked_on > timezone.localdate():
            raise ValidationError({"checked_on": _("This day is still to come.")})

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.get_status_display()}"


class Override(Line):
    """Why a consultation opens without something that the gate asks for. The reason is public."""

    page = ParentalKey(PAGE, on_delete=models.CASCADE, related_name="overrides")
    code = models.CharField(_("line of the gate"), max_length=80)
    reason = models.TextField(_("reason, which everybody can read"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    given_on = models.DateField(_("given on"))

    translatable_fields: ClassVar[list] = in_words("reason")

    class Meta(Line.Meta):
        verbose_name = _("reason given at the gate")

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"
