"""A page in another language beside what was written first, so that words which nobody has put
into that language are shown as what they are."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.models import Page

from consultations.languages import direction


def marked(text: str, written: str | None) -> str:
    """A text, marked as English where it still is what was `written` first. That is None for words
    that are in their first language here."""
    if written is None or not text or text != written:
        return text
    return in_its_language(text, settings.LANGUAGE_CODE)


def in_its_language(text: str, code: str) -> str:
    """A text, with the mark of its language where everything around it is in another."""
    if not text or code == get_language():
        return text
    return format_html('<span lang="{}" dir="{}">{}</span>', code, direction(code), text)


class FirstWords:
    """What a page and its lines say, each text marked where nobody has translated it.

    With `inside`, the page of another kind that shows them: there, all of a page in its first
    language is marked.
    """

    def __init__(
        self, page: Page, *, source: Page | None = None, inside: Page | None = None
    ) -> None:
        self.page = page
        self.is_foreign = inside is not None and inside.locale_id != page.locale_id
        if source is not None and source.pk != page.pk:
            self.source = source

    @cached_property
    def source(self) -> Page | None:
        """The page as it was written; None where `page` is that."""
        if self.page.locale.is_default:
            return None
        pages = type(self.page).objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        return pages.filter(translation_key=self.page.translation_key).first()

    def own(self, *names: str) -> dict[str, str]:
        """Texts of the page itself, by name."""
        return said(self.page, self.source, *names)

    def lines(self, name: str, *related: str) -> Iterator[tuple[Any, Any]]:
        """The lines of one list, each with the line as it was written, or None."""
        own = _with(getattr(self.page, name).all(), related)
        written = {}
        if self.source and isinstance(own, QuerySet):  # both at once
            both = _with(own.model.objects.filter(page__in=[self.page, self.source]), related)
            lines = [*both.order_by("sort_order")]
            own = [line for line in lines if line.page_id == self.page.pk]
            written = {line.translation_key: line for line in lines if line not in own}
        elif self.source:  # a version that is not stored in rows
            first = _with(getattr(self.source, name).all(), related)
            written = {line.translation_key: line for line in first}
        for line in own:
            yield line, line if self.is_foreign else written.get(line.translation_key)

    def beside(self, others: Iterable[Page]) -> dict[int, Page]:
        """Other pages of one kind in the language of this one, as far as they are public in it, by
        the number of the page that is named."""
        others = [*others]
        found: dict = {}
        if others and self.source:
            pages = type(others[0]).objects.filter(locale=self.page.locale_id, alias_of=None)
            keys = {other.translation_key for other in others}
            pages = pages.live().filter(translation_key__in=keys).select_related("locale")
            found = {page.translation_key: page for page in pages}
        return {other.pk: found.get(other.translation_key, other) for other in others}


def _with(lines: Any, related: tuple[str, ...]) -> Any:
    return lines.select_related(*related) if related else lines


def said(thing: Model, written: Model | None, *names: str) -> dict[str, str]:
    """Texts of a page or of a line, by name, each marked where it is as it was written."""
    return {
        name: marked(getattr(thing, name), getattr(written, name) if written else None)
        for name in names
    }
