"""A voice message, or words instead."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from consultations.kinds.base import QuestionBlock
from consultations.kinds.with_file import FileKind
from consultations.media import CannotOpen, Made, TooBig, TooLong, sound_from_upload
from consultations.media.sounds import MOST_BYTES, MOST_SECONDS


class VoiceBlock(QuestionBlock):
    class Meta:
        icon = "media"
        label = _("Voice message")


class VoiceMessage(FileKind):
    code = "voice"
    label = _("Voice message")
    block = VoiceBlock
    template: ClassVar[str] = "components/recording.html"
    script: ClassVar[str] = "js/voice.js"
    welcome: ClassVar[str | Promise] = _("You can say it, or write it. Or both.")
    most_bytes: ClassVar[int] = MOST_BYTES
    most_seconds: ClassVar[int] = MOST_SECONDS
    plays_at_once: ClassVar[bool] = True
    sentences: ClassVar[dict[type[Exception], str | Promise]] = {
        TooBig: _("That recording is too big for us. Try a shorter one, or tell us in words."),
        TooLong: _(
            "That is longer than two minutes. Say the part that matters most again, or tell us the "
            "rest in words."
        ),
        CannotOpen: _("We can't play that kind of file. Record it again, or tell us in words."),
    }

    def opened(self, content: bytes) -> Made:
        return sound_from_upload(content)

    def in_words(self, answer: dict) -> str:
        seconds = answer.get("seconds", 0)
        return ngettext(
            "A voice message of %(n)s second", "A voice message of %(n)s seconds", seconds
        ) % {"n": seconds}
