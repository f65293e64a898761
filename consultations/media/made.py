"""What is kept of a picture or a recording, and why one can be refused."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _


class Medium(models.TextChoices):
    """In what way somebody said something."""

    WRITTEN = "written", _("Text")
    DRAWN = "drawn", _("Drawing")
    PICTURE = "picture", _("Picture")
    SPOKEN = "spoken", _("Voice message")


class CannotOpen(Exception):
    """It is not a file of a kind that we take, or it is broken."""


class TooBig(Exception):
    """It has too many bytes or too many points to be opened safely."""


class TooLong(Exception):
    """It takes longer to listen to than we keep."""


@dataclass(frozen=True)
class Made:
    """A picture or a sound that we made ourselves.

    `size` is (width, height) in points, (0, 0) for a sound. `seconds` is 0 for a picture.
    `strokes` are the lines of a drawing, so that it can be gone on with.
    """

    medium: Medium
    content: bytes = field(repr=False)
    mime: str
    size: tuple[int, int] = (0, 0)
    seconds: int = 0
    strokes: list = field(default_factory=list, repr=False)
