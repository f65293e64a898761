"""The versions of one text, each by what it is for."""

from typing import Any, NamedTuple


class Base(NamedTuple):
    """A text that is made safe: the words as they were written, or what was made of them."""

    text: str
    language: str
    source: Any  # the version that it is, or None for the words themselves


class Texts:
    """The current versions of some words. Read from a prefetch of `versions` where there is one."""

    def __init__(self, words: Any) -> None:
        self.words = words
        self._current = [one for one in words.versions.all() if one.is_current]

    @property
    def transcript(self) -> Any:
        """What was said or drawn, written down; with it stands what was written with it."""
        return self._first("transcript")

    @property
    def translation(self) -> Any:
        """The whole of it in the language of those who analyse."""
        return self._first("translation")

    @property
    def description(self) -> Any:
        """What an adult sees in a picture."""
        return self._first("description")

    @property
    def own_safe(self) -> Any:
        """The safe version in the language in which it was said."""
        return self._first("safe", own=True)

    @property
    def translated_safe(self) -> Any:
        """The safe version that was made from a translation."""
        return self._first("safe", own=False)

    @property
    def safe(self) -> Any:
        """The safe version that analysts work with: from the translation, if there is one."""
        return self.translated_safe or self.own_safe

    @property
    def bases(self) -> list[Base]:
        """What has to be made safe: the text in its own language, then its translation."""
        words, found = self.words, []
        if self.transcript:
            found.append(Base(self.transcript.text, words.language, self.transcript))
        elif words.text:
            found.append(Base(words.text, words.language, None))
        if self.translation:
            found.append(Base(self.translation.text, self.translation.language, self.translation))
        return found

    def safe_of(self, base: Base) -> Any:
        """The safe version that was made of a text, if there is one."""
        return self._first("safe", own=base.language == self.words.language)

    def _first(self, kind: str, own: bool | None = None) -> Any:
        fitting = (one for one in self._current if one.kind == kind)
        return next(
            (one for one in fitting if own in (None, one.language == self.words.language)), None
        )
