"""What kinds share whose answer is one file, or words, or both."""

from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise

from consultations.kinds.long_text import LongText, TypedField
from consultations.media import CannotOpen, Made, TooBig, TooLong


@dataclass(frozen=True)
class Given:
    """What stands on a page with a file: the words, a new file, and whether the old one goes."""

    text: str
    made: Made | None = None
    drop: bool = False


class FileWidget(forms.Widget):
    """Several fields that are one answer: words, a file, the lines of a drawing, a tick.

    A template of the kind shows them, because they look different for each.
    """

    needs_multipart_form = True

    def value_from_datadict(self, data: Any, files: MultiValueDict, name: str) -> dict:
        return {
            "text": data.get(name, ""),
            "file": files.get(f"{name}_file"),
            "strokes": data.get(f"{name}_strokes", ""),
            "drop": bool(data.get(f"{name}_drop")),
        }

    def subwidgets(self, name: str, value: Any, attrs: dict | None = None) -> list[dict]:
        """Where a sentence about what is wrong leads: to a file that was sent, or to the words."""
        place = (attrs or {}).get("id", "")
        has_file = bool(value and value.get("file"))
        return [{"attrs": {"id": f"{place}_file" if has_file else place}}]


class FileField(forms.Field):
    """One file, made anew, and words beside it or instead."""

    widget = FileWidget

    def __init__(self, *, kind: "FileKind", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kind, self.typed = kind, TypedField(limit=kind.limit, required=False)

    def clean(self, value: dict) -> Given:
        text = self.typed.clean(value.get("text", ""))
        try:
            made = self.kind.make(value)
        except (TooBig, TooLong, CannotOpen) as error:
            raise forms.ValidationError(self.kind.sentences[type(error)]) from error
        wiped = bool(value.get("strokes")) and made is None
        return Given(text, made, drop=wiped or bool(value.get("drop")))


class FileKind(LongText):
    """A kind whose answer is one file, or words, or both.

    A draft keeps {"file": "<name of the file>", "medium": "drawn", "seconds": 0, "text": "…"}. The
    file itself lies beside the draft; `in_draft` are the parts of an answer that speak of it.
    """

    is_group: ClassVar[bool] = True
    takes_file: ClassVar[bool] = True
    in_draft: ClassVar[tuple[str, ...]] = ("file", "medium", "seconds")
    most_bytes: ClassVar[int]
    sentences: ClassVar[dict[type[Exception], str | Promise]]

    def field(self, question: dict, words: dict) -> forms.Field:
        return FileField(kind=self, required=False)

    def make(self, value: dict) -> Made | None:
        """The new file in what was sent, made anew; None where there is none.

        Raises TooBig, TooLong, CannotOpen.
        """
        file = value.get("file")
        if file is None:
            return None
        if file.size > self.most_bytes:
            raise TooBig
        return self.opened(file.read())

    def opened(self, content: bytes) -> Made:
        """The file in `content`, made anew."""
        raise NotImplementedError

    def answer(self, cleaned: Given) -> dict | None:
        return {"text": cleaned.text} if cleaned.text else None

    def initial(self, answer: dict) -> dict:
        return {"text": answer.get("text", "")}

    def file(self, answer: dict) -> str:
        return answer.get("file", "")

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        file = [self.in_words(answer)] if answer.get("file") else []
        return [*file, *super().lines(question, answer, language)]

    def in_words(self, answer: dict) -> str:
        """What kind of file an `answer` has, such as "A drawing"."""
        raise NotImplementedError
