"""Rows that are written once: what somebody did, which nobody changes afterwards."""

from typing import Any, ClassVar

from django.db import models


class WrittenDown(TypeError):
    """This row says what somebody did: it stays as it is."""


class WrittenOnce(models.Model):
    """A row that our own code can neither change nor delete.

    What it hangs on may be deleted, such as words that a person takes back, and it with them.
    """

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True
        ordering: ClassVar[list] = ["pk"]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise WrittenDown
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise WrittenDown
