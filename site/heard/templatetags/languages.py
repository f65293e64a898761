"""Tags about languages: which a page can be read in, and which one some words are in."""

from collections.abc import Iterable
from typing import Any

from django import template
from django.conf import settings
from django.template import Context
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from consultations.first_words import in_its_language
from consultations.languages import comma, direction, listed, own_name
from consultations.translations import source_of
from heard.frame import frame_for
from heard.words_of_the_site import checked_by_a_person

register = template.Library()
register.simple_tag(comma)
register.filter(listed)


@register.simple_tag(takes_context=True)
def languages(context: Context, answering: bool = False) -> list[dict]:
    """The languages in which this page can be read, the one that is shown among them; none where
    there is only one. While answering, a page that is linked to is not the page shown."""
    request, page = context["request"], context.get("page")
    if answering and "languages" in context:
        codes: Iterable[str] = context["languages"]
        found = {code: translate_url(request.get_full_path(), code) for code in codes}
    elif isinstance(page, Page) and not answering:
        found = _translations(request, page)
    else:
        frame = frame_for(request)
        codes = frame.locales.values() if frame else ()
        found = {code: translate_url(request.get_full_path(), code) for code in codes}
    if not set(found) - {get_language()}:
        return []
    return [_choice(code, found[code]) for code, _name in settings.LANGUAGES if code in found]


@register.simple_tag(takes_context=True)
def translation_note(context: Context) -> dict | None:
    """Who checked the translation that is shown, and whether its source has changed since."""
    page, request = context.get("page"), context["request"]
    match = request.resolver_match
    if not isinstance(page, Page) or not match or match.url_name != "wagtail_serve":
        return None
    frame = frame_for(request)
    if not frame or page.locale_id == frame.root_locale or page.alias_of_id:
        return None
    check = page.check_in_public
    behind = bool(check and check.source_moved_on)
    source = source_of(page) if behind else None
    return {
        "check": check,
        "behind": behind,
        "source": source and _choice(source.locale.language_code, source.get_url(request)),
    }


@register.simple_tag(takes_context=True)
def lang_of(context: Context, page: Page) -> str:
    """The attributes for words of a page, where they are not in the language around them."""
    frame = frame_for(context["request"])
    if not frame or not getattr(page, "locale_id", None):
        return ""
    locale = frame.root_locale if page.alias_of_id else page.locale_id
    return lang(frame.locales.get(locale, settings.LANGUAGE_CODE))


@register.simple_tag
def lang(code: str, inside: str = "") -> str:
    """The attributes for words in a language, "" where everything around them is in it too."""
    if not code or code == (inside or get_language()):
        return ""
    return format_html(' lang="{}" dir="{}"', code, direction(code))


register.filter(in_its_language)


@register.filter
def said(text: str) -> SafeString | str:
    """A council's own words in the reader's language, where they are the ones that come with the
    software; otherwise as they were written, marked as English."""
    if not text:
        return ""
    put = gettext(text)
    if put != text or get_language() == settings.LANGUAGE_CODE:
        return put
    code = settings.LANGUAGE_CODE
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', code, direction(code), text)


@register.filter
def subject_language(subject: str) -> str:
    """The language of what an entry of the record is about, such as "decision:<key>:cy"."""
    parts = subject.split(":")
    return parts[2] if len(parts) > 2 else settings.LANGUAGE_CODE


@register.simple_tag
def made_by_a_machine() -> str:
    """The name of the language that is shown, if no person has checked the words of the site."""
    code = get_language() or settings.LANGUAGE_CODE
    return "" if checked_by_a_person(code) else own_name(code)


def _translations(request: Any, page: Page) -> dict[str, str]:
    """Where a page is in each of its languages, with what follows its own address."""
    frame = frame_for(request)
    if not frame or not page.pk or len(frame.locales) < 2:
        return {}
    here = page.get_url(request) or ""
    rest = request.path[len(here) :] if here and request.path.startswith(here) else ""
    found = {frame.locales.get(page.locale_id, get_language()): request.get_full_path()}
    others = page.get_translations().filter(live=True, alias_of=None)
    for other in others:
        if other.locale_id in frame.locales:
            found[frame.locales[other.locale_id]] = (other.get_url(request) or "") + rest
    return found


def _choice(code: str, url: str) -> dict:
    return {
        "code": code,
        "name": own_name(code),
        "dir": direction(code),
        "url": url,
        "current": code == get_language(),
    }
