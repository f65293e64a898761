"""How the translations of pages stand: missing, being made, checked, out of date."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale, Page, Revision
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from consultations.languages import own_name
from consultations.models.translation import TranslationCheck


class NotChecked(Exception):
    """A translation cannot be public yet. Its text says why, in the officer's words."""


class State(TextChoices):
    """Where a page stands in one language."""

    MISSING = "missing", gettext_lazy("Missing")
    BEING_MADE = "being_made", gettext_lazy("Being made")
    CHECKED = "checked", gettext_lazy("Checked")
    OUT_OF_DATE = "out_of_date", gettext_lazy("Out of date")


@dataclass(frozen=True)
class Standing:
    """One page in one language: its state, and the page in that language where there is one."""

    source: Page
    language: str
    state: State
    page: Page | None = None
    check: TranslationCheck | None = None

    @property
    def name(self) -> str:
        """The language by its own name."""
        return own_name(self.language)


def translations_behind(page: Page) -> list[Standing]:
    """The languages in which `page`, as it is given, cannot be read as it stands: those that
    somebody began and nobody finished or checked, and those that say what the page said before.

    For a source page that is not published yet, give its latest version.
    """
    pages = page.get_translations().filter(alias_of=None).select_related("locale")
    now = words_sha256(page)
    standings = [_standing(page, other, _last_check(other), now) for other in pages]
    return [one for one in standings if one.state != State.CHECKED]


def shown_below(section: Page, model: type[Page]) -> QuerySet:
    """The published pages below a section: in its language, or as they were written where nobody
    has put them into it."""
    own = model.objects.live().descendant_of(section)
    if section.locale.language_code == settings.LANGUAGE_CODE:
        return own
    for source in section.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE):
        written = model.objects.live().descendant_of(source)
        own = own | written.exclude(translation_key__in=own.values("translation_key"))
    return own


def source_of(page: Page) -> Page | None:
    """The page that this one is a translation of; None for one that is no translation."""
    if page.alias_of_id:
        return None
    translated = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id
    )
    locale = translated.values_list("source__locale_id", flat=True).first()
    locale = locale or Locale.get_default().pk
    if locale == page.locale_id:
        return None
    found = page.get_translations().filter(locale_id=locale, alias_of=None).first()
    return found.specific if found else None


def as_written(source: Page) -> Page:
    """A source as a translator has it: what is public, or the latest draft of what is not."""
    return source if source.live else source.get_latest_revision_as_object()


def words_sha256(page: Page) -> str:
    """What a page and its lines say, and the facts that all its languages share, in one number."""
    page = page.specific
    said = [
        (segment.path, segment.string.data)
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    ]
    return _sha256(said, page)


def seen_sha256(source: TranslationSource) -> str:
    """The same of what translators were last shown."""
    said = source.stringsegment_set.values_list("context__path", "string__data")
    return _sha256([*said], source.as_instance())


def why_not_public(page: Page, revision: Revision) -> str:
    """A sentence why this version of a translation cannot be published; "" when it can, and for
    a page that is no translation."""
    if not (source := source_of(page)):
        return ""
    names = {"language": own_name(source.locale.language_code)}
    check = TranslationCheck.objects.filter(revision=revision).last()
    if check is None:
        return _("A person who reads the language must check this translation first.")
    if not source.live:
        return _("Publish the page in %(language)s first.") % names
    if check.source_sha256 != words_sha256(source):
        return _("The page in %(language)s has changed since this translation was checked.") % names
    return ""


def standing_of(page: Page) -> Standing | None:
    """How a translation stands; None for a page in the language of the house."""
    if page.locale.is_default or not (source := source_of(page)):
        return None
    return _standing(source, page, _last_check(page))


def standings(sources: Iterable[Page]) -> Iterator[tuple[Page, list[Standing]]]:
    """Each of `sources` with how it stands in every other language of the house."""
    sources = list(sources)
    locales = list(Locale.objects.exclude(language_code=Locale.get_default().language_code))
    keys = [source.translation_key for source in sources]
    found = Page.objects.filter(translation_key__in=keys, alias_of=None).select_related("locale")
    pages = {(page.translation_key, page.locale_id): page for page in found}
    checks = {
        check.page_id: check
        for check in TranslationCheck.objects.filter(page__translation_key__in=keys)
    }
    for source in sources:
        yield (
            source,
            [
                _in(source, locale, pages.get((source.translation_key, locale.pk)), checks)
                for locale in locales
                if locale.pk != source.locale_id
            ],
        )


def _in(source: Page, locale: Locale, page: Page | None, checks: dict) -> Standing:
    if page is None:
        return Standing(source, locale.language_code, State.MISSING)
    return _standing(source, page, checks.get(page.pk))


def _standing(
    source: Page, page: Page, check: TranslationCheck | None, now: str | None = None
) -> Standing:
    """How `page` stands. `now` is what the source says now, where that may be unpublished."""
    moved = check and (check.source_moved_on or (now and check.source_sha256 != now))
    state = State.BEING_MADE
    if moved:
        state = State.OUT_OF_DATE
    elif check and check.revision_id == page.latest_revision_id:
        state = State.CHECKED
    return Standing(source, page.locale.language_code, state, page, check)


def _last_check(page: Page) -> TranslationCheck | None:
    return TranslationCheck.objects.filter(page=page).last()


def _sha256(said: list[tuple[str, str]], page: Page) -> str:
    shared = [
        (one.field_name, one.get_field(type(page)).value_to_string(page))
        for one in get_translatable_fields(type(page))
        if not one.is_translated(page) and one.field_name != "slug" and _is_plain(page, one)
    ]
    exact = json.dumps([sorted(said), sorted([*shared, *_of_lines(page)])], ensure_ascii=False)
    return hashlib.sha256(exact.encode()).hexdigest()


def _of_lines(page: Page) -> Iterator[tuple[str, str]]:
    """The facts of the lines of a page that all its languages share."""
    for relation in get_translatable_fields(type(page)):
        field = relation.get_field(type(page))
        if not (field.one_to_many and relation.is_translated(page)):
            continue
        for line in getattr(page, relation.field_name).all():
            for one in get_translatable_fields(type(line)):
                if not one.is_translated(line):
                    value = one.get_field(type(line)).value_to_string(line)
                    yield f"{relation.field_name}.{line.translation_key}.{one.field_name}", value


def _is_plain(page: Page, field: Any) -> bool:
    """Whether a field is a value of the page itself, not rows of another table."""
    found = field.get_field(type(page))
    return bool(getattr(found, "concrete", False)) and not found.is_relation
