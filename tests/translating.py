"""Builders for translations: begun through wagtail-localize, checked, published."""

from datetime import date
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.operations import translate_object

from consultations.actions.translations import check_translation
from consultations.models import TranslationCheck
from tests import make


def language(code: str = "cy") -> Locale:
    """A language of the house, added if it is not there yet."""
    return Locale.objects.get_or_create(language_code=code)[0]


def begun(page: Page, code: str = "cy") -> Page:
    """A page submitted for translation, with nothing translated yet."""
    translate_object(page, [language(code)], user=make.staff("participation"))
    return page.get_translation(language(code)).specific


def put(page: Page, words: dict[str, str] | None = None) -> Page:
    """Every text of a begun translation put into other words: "[cy] text", or those given for a
    text of the source."""
    translation = translation_of(page)
    for segment in StringSegment.objects.filter(source=translation.source):
        text = segment.string.data
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=page.locale,
            context=segment.context,
            defaults={"data": (words or {}).get(text, f"[{page.locale.language_code}] {text}")},
        )
    return page


def translation_of(page: Page) -> Translation:
    """What wagtail-localize keeps about a translated page."""
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale=page.locale
    )


def check(page: Page, by: Any = None, on: date | None = None, **more: Any) -> TranslationCheck:
    """Somebody read the translation beside its source."""
    return check_translation(
        page=page,
        checked_by="Welsh language officer",
        checked_on=on or make.today(),
        by=by or make.staff("participation"),
        **more,
    )


def publish(page: Page, **more: Any) -> Page:
    """The translation, checked and published."""
    checked = check(page, **more)
    checked.revision.publish()
    return Page.objects.get(pk=page.pk).specific


def translated(page: Page, code: str = "cy", words: dict[str, str] | None = None) -> Page:
    """A published translation of a page."""
    return publish(put(begun(page, code), words))
