"""A question that can be heard, or seen in British Sign Language (requirements A11 and B13)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

SOUND = ("mp3", "m4a")  # what every phone plays
FILM = ("mp4",)
CAPTIONS = ("vtt",)


class FileBlock(DocumentChooserBlock):
    """A file from the council's documents, of one of the kinds that every browser plays."""

    def __init__(self, *, endings: tuple[str, ...], **kwargs: Any) -> None:
        self.endings = endings
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if value and value.file_extension.lower() not in self.endings:
            raise ValidationError(
                _("Choose a file that ends in %(endings)s: every phone can play that.")
                % {"endings": ", ".join(f".{ending}" for ending in self.endings)}
            )
        return value


class SignedBlock(blocks.StructBlock):
    """The question in British Sign Language: a film, its captions, and what it says in words."""

    film = FileBlock(label=_("Film"), required=False, endings=FILM)
    captions = FileBlock(label=_("Captions"), required=False, endings=CAPTIONS)
    transcript = blocks.TextBlock(label=_("What is said, in words"), required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["film"]:
            missing = {
                name: ValidationError(_("A film needs its captions and what is said, in words."))
                for name in ("captions", "transcript")
                if not cleaned[name]
            }
            if missing:
                raise blocks.StructBlockValidationError(missing)
        return cleaned


def signed_of(value: Any) -> dict:
    """{"film", "captions", "transcript"} as a questionnaire freezes them; {} without a film."""
    if not value or not value["film"]:
        return {}
    return {
        "film": value["film"].url,
        "captions": value["captions"].url if value["captions"] else "",
        "transcript": value["transcript"],
    }
