"""Pictures and sounds that analysts may open, for an export."""

from collections.abc import Iterator

from consultations.models import Consultation
from feedback.models import Recording, Words

ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "audio/mpeg": "mp3"}


def media_of(consultation: Consultation) -> Iterator[tuple[str, bytes]]:
    """(name in the zip, content) of each, one at a time. What is frozen is nowhere.

    The names are numbers in a random order: none leads to a row of the answers.
    """
    safe = Words.objects.safe_to_analyse().of(consultation)
    found = Recording.objects.filter(words__in=safe, frozen=False, shows_nobody_by__isnull=False)
    found = found.order_by("pk")
    for number, pk in enumerate(found.values_list("pk", flat=True), start=1):
        one = Recording.objects.only("content", "mime").get(pk=pk)
        yield f"media/{number:04}.{ENDINGS[one.mime]}", bytes(one.content)
