"""Files on their way to us: of people who answer, none ever touches the disk."""

from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopFutureHandlers

from consultations.media.pictures import MOST_BYTES as MOST_OF_A_PICTURE
from consultations.media.sounds import MOST_BYTES as MOST_OF_A_SOUND

MOST_BYTES = max(MOST_OF_A_PICTURE, MOST_OF_A_SOUND)
MOST_AT_ONCE = 40 * 1024 * 1024  # above this we do not even listen
STAFF = "/admin/"


class InMemory(FileUploadHandler):
    """Holds the file of an answer in memory, and no more of it than we can open.

    Of a larger one the rest is let go of as it comes, so that the page can say that it is too big
    and keep the words that came with it. Files that staff send are left to the next handler.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict,
        content_length: int,
        boundary: bytes,
        encoding: Any = None,
    ) -> None:
        self.is_ours = not META.get("PATH_INFO", "").startswith(STAFF)
        if self.is_ours and content_length > MOST_AT_ONCE:
            raise RequestDataTooBig("Files are larger than we take.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.is_ours:
            self.held = BytesIO()
            raise StopFutureHandlers

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if not self.is_ours:
            return raw_data
        if start <= MOST_BYTES:
            self.held.write(raw_data)
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile | None:
        if not self.is_ours:
            return None
        self.held.seek(0)
        return InMemoryUploadedFile(
            file=self.held,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
        )
