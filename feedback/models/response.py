"""What somebody sent. No account, no address, no time of day, no order (see decision 0004)."""

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from consultations.audiences import HELPED_VOICES, OWN_VOICES, Band, Role, Voice, is_own_voice
from consultations.media import Medium
from consultations.models import Consultation, Option, Question, Questionnaire, Route
from feedback.models.conflict import kept_from, standing
from feedback.models.texts import Texts


class Channel(models.TextChoices):
    """How an answer reached us."""

    WEB = "web", _("On this site")
    PAPER = "paper", _("On paper")
    FACE_TO_FACE = "face_to_face", _("Face to face")
    PHONE = "phone", _("By phone")


class CouldSay(models.TextChoices):
    """Whether a child who had help could say what they wanted (requirements W13)."""

    YES = "yes", _("Yes")
    NOT_REALLY = "not_really", _("Not really")
    NO = "no", _("No")


class ResponseQuerySet(models.QuerySet):
    """Responses by whose words they hold."""

    def spoke_for_themselves(self) -> "ResponseQuerySet":
        """Those of people who spoke for themselves, and were not talked over."""
        return self.filter(voice__in=OWN_VOICES).exclude(could_say=CouldSay.NO)


class Response(models.Model):
    """One person's answers to one questionnaire. We never ask who they are."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    questionnaire = models.ForeignKey(
        Questionnaire,
        on_delete=models.PROTECT,  # what has been answered is closed, never deleted
        related_name="responses",
    )
    role = models.CharField(_("role"), max_length=20, choices=Role)
    band = models.CharField(_("age"), max_length=10, choices=Band, blank=True)
    voice = models.CharField(_("whose words"), max_length=20, choices=Voice)
    channel = models.CharField(_("way"), max_length=20, choices=Channel, default=Channel.WEB)
    route = models.CharField(_("came by"), max_length=10, choices=Route, default=Route.OPEN)
    language = models.CharField(_("language"), max_length=10)
    agreed = models.CharField(_("agreed to"), max_length=40)
    could_say = models.CharField(
        _("could say what they wanted"), max_length=12, choices=CouldSay, blank=True
    )
    asked_apart = models.BooleanField(_("asked about themselves"), default=False)
    asked = models.JSONField(_("questions asked"), default=list)
    received_on = models.DateField(_("received"))  # a day: a time could point at a person
    receipt_digest = models.CharField(_("digest of the receipt"), max_length=64, unique=True)
    receipt_key = models.PositiveSmallIntegerField(_("number of the key"))

    objects = ResponseQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        indexes: ClassVar[list] = [
            models.Index(  # everything that analysts choose texts by
                fields=["questionnaire", "role", "band", "voice", "channel", "language"],
                name="feedback_response_chosen_by",
            ),
        ]
        constraints: ClassVar[list] = [
            models.CheckConstraint(
                name="feedback_response_band_is_for_children",
                condition=models.Q(role=Role.CHILD) | models.Q(band=""),
            ),
            models.CheckConstraint(
                name="feedback_response_was_agreed_to", condition=~models.Q(agreed="")
            ),
            models.CheckConstraint(
                name="feedback_response_could_say_is_asked_of_the_helped",
                condition=models.Q(could_say="") | models.Q(voice__in=HELPED_VOICES),
            ),
        ]

    def __str__(self) -> str:
        return "A response"  # never more: this text can end up in a log

    @property
    def is_own_voice(self) -> bool:
        """Whether a person speaks for themselves here, and was not talked over."""
        return is_own_voice(self.voice) and self.could_say != CouldSay.NO


class Answer(models.Model):
    """One value that was chosen: counts run on these rows alone.

    An option, a number, or an option with its number (a place in an order, a side of a sort).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    option = models.ForeignKey(
        Option, on_delete=models.PROTECT, related_name="answers", null=True, blank=True
    )
    number = models.DecimalField(
        _("number"), max_digits=12, decimal_places=2, null=True, blank=True
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("chosen answer")
        verbose_name_plural = _("chosen answers")
        indexes: ClassVar[list] = [
            models.Index(fields=["question", "option"], name="feedback_answer_counts"),
        ]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["response", "option"], name="feedback_answer_is_chosen_once"
            ),
            models.UniqueConstraint(
                fields=["response", "question"],
                condition=models.Q(option=None),
                name="feedback_answer_is_one_number",
            ),
            models.CheckConstraint(
                name="feedback_answer_holds_something",
                condition=models.Q(option__isnull=False) | models.Q(number__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return "A chosen answer"


class WordsQuerySet(models.QuerySet):
    """Texts by where they are on their way to being understood."""

    def in_councils(self, councils: list[int]) -> "WordsQuerySet":
        """Texts of consultations of these councils."""
        return self.filter(response__questionnaire__consultation__council__in=councils)

    def of(self, consultation: Consultation) -> "WordsQuerySet":
        """Texts that answer one consultation."""
        return self.filter(response__questionnaire__consultation=consultation)

    def visible_to(self, user: Any) -> "WordsQuerySet":
        """All but those of a response that is about this person, or that only the conflict list
        sees. Every screen that shows words to staff asks this (see decision 0023)."""
        return self.exclude(kept_from(user, "response_id"))

    def unread(self) -> "WordsQuerySet":
        """Texts that no person has marked yet."""
        return self.exclude(reading__read_at__isnull=False)

    def calm(self) -> "WordsQuerySet":
        """Texts that were read, and about which nobody is still worried. Nor are they about
        somebody who works here, unless the conflict list lets others work with them."""
        read = self.filter(reading__read_at__isnull=False).exclude(concerns__outcome="")
        return read.exclude(standing("response_id"))

    def not_set_aside(self) -> "WordsQuerySet":
        """The calm ones but for those that two people set aside. Whoever asks for their safe texts
        has those that may be analysed."""
        return self.calm().exclude(set_aside__confirmed_at__isnull=False)

    def safe_to_analyse(self) -> "WordsQuerySet":
        """Those of them of which there is something that analysts may see: a safe text, or what an
        adult sees in a picture. What two people set aside is not among them."""
        made = self.model.objects.filter(
            versions__is_current=True, versions__kind__in=("safe", "description")
        )
        return self.not_set_aside().filter(pk__in=made.values("pk"))


class About(models.TextChoices):
    """What a text is about: it answers the question, or it says something of the question."""

    ANSWER = "answer", _("The answer")
    QUESTION = "question", _("The question itself")


class Words(models.Model):
    """One text, as somebody wrote it. Plain text; templates escape it when it is shown.

    Of what was drawn or said, the text is what they wrote with it, if anything; the picture or the
    sound is its Recording.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="words")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="words")
    about = models.CharField(_("about"), max_length=10, choices=About, default=About.ANSWER)
    text = models.TextField(_("text"), blank=True)
    medium = models.CharField(
        _("in what way"), max_length=10, choices=Medium, default=Medium.WRITTEN
    )
    language = models.CharField(_("language"), max_length=10)
    may_show = models.BooleanField(_("may be shown"), default=False)

    objects = WordsQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("words")
        verbose_name_plural = _("words")
        indexes: ClassVar[list] = [
            # The order in which analysts read, which tells nothing of the order of arrival.
            models.Index(fields=["question", "id"], name="feedback_words_by_question"),
        ]
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["response", "question", "about"],
                name="feedback_words_are_about_something_once",
            ),
            models.CheckConstraint(
                name="feedback_words_are_not_empty",
                condition=~models.Q(text="") | ~models.Q(medium=Medium.WRITTEN),
            ),
        ]

    def __str__(self) -> str:
        return "Words"  # never the text: this text can end up in a log

    @property
    def is_file(self) -> bool:
        """Whether there is something to look at or to listen to."""
        return self.medium != Medium.WRITTEN

    @property
    def is_about_question(self) -> bool:
        """Whether it says that the question was wrong, rather than answer it."""
        return self.about == About.QUESTION

    @property
    def safe_text(self) -> str:
        """What analysts see of it; "" until a person made it safe. Read from a prefetch where there
        is one."""
        return self.safe_version.text if self.safe_version else ""

    @property
    def texts(self) -> Texts:
        """Its versions. Read from a prefetch where there is one."""
        return Texts(self)

    @property
    def safe_version(self) -> Any:
        """The version that analysts see; None until a person made one. Read from a prefetch where
        there is one."""
        return self.texts.safe

    def theme_ids_of(self, coder: Any) -> set:
        """The themes that somebody put this whole text under. Read from a prefetch where there is
        one."""
        return {
            coding.theme_id
            for coding in self.codings.all()
            if coding.coder_id == coder.pk and not coding.is_passage
        }


class Erasure(models.Model):
    """A response that was taken back: that it was, and nothing of what it held.

    Kept so that a restored backup can be made to forget again.
    """

    response_id = models.UUIDField(primary_key=True, editable=False)
    council = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="erasures")
    erased_on = models.DateField(_("erased"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")

    def __str__(self) -> str:
        return f"Erased on {self.erased_on}"
