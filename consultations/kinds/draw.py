"""A drawing or a picture, with the words of whoever made it."""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from consultations.kinds.base import QuestionBlock
from consultations.kinds.with_file import FileKind
from consultations.media import (
    CannotOpen,
    Made,
    Medium,
    TooBig,
    picture_from_strokes,
    picture_from_upload,
)
from consultations.media.pictures import MOST_BYTES


class DrawBlock(QuestionBlock):
    class Meta:
        icon = "image"
        label = _("Drawing or picture")


class Draw(FileKind):
    code = "draw"
    label = _("Drawing or picture")
    block = DrawBlock
    template: ClassVar[str] = "components/drawing.html"
    paper: ClassVar[str] = "components/paper/drawing.html"
    script: ClassVar[str] = "js/draw.js"
    welcome: ClassVar[str | Promise] = _("You can draw, send a picture, or write. Or all of it.")
    most_bytes: ClassVar[int] = MOST_BYTES
    colours: ClassVar[dict] = {
        "black": _("Black"),
        "red": _("Red"),
        "orange": _("Orange"),
        "yellow": _("Yellow"),
        "green": _("Green"),
        "blue": _("Blue"),
        "purple": _("Purple"),
        "brown": _("Brown"),
        "white": _("Rubber"),
    }
    widths: ClassVar[dict] = {"thin": _("Thin"), "middle": _("Middle"), "thick": _("Thick")}
    sentences: ClassVar[dict[type[Exception], str | Promise]] = {
        TooBig: _(
            "That picture is too big for us. Try a smaller one, or tell us about it in words."
        ),
        CannotOpen: _("We can't open that kind of file. Try a photo or a PNG."),
    }

    def make(self, value: dict) -> Made | None:
        made = super().make(value)
        return made or (picture_from_strokes(value["strokes"]) if value.get("strokes") else None)

    def opened(self, content: bytes) -> Made:
        return picture_from_upload(content)

    def in_words(self, answer: dict) -> str:
        return gettext("A drawing") if answer["medium"] == Medium.DRAWN else gettext("A picture")
