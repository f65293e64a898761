"""Pictures and files. What a camera wrote into a picture never reaches the disk."""

from typing import ClassVar

from django.db import models
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from heard.metadata import without_metadata


class HeardImage(AbstractImage):
    """A picture, stripped of place, time and camera when it is uploaded."""

    admin_form_fields = Image.admin_form_fields

    def save(self, *args, **kwargs):
        if self.file and not self.file._committed:
            self.file.file = without_metadata(self.file.file, self.file.name)
        super().save(*args, **kwargs)


class HeardRendition(AbstractRendition):
    """A size of a picture."""

    image = models.ForeignKey(HeardImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints: ClassVar[list] = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"],
                name="heard_rendition_is_made_once",
            ),
        ]


class HeardDocument(AbstractDocument):
    """A file that staff publish."""

    admin_form_fields = Document.admin_form_fields
