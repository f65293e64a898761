"""Tags that our own templates use everywhere."""

from datetime import date, datetime
from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from consultations.text import show_invisible
from feedback import asked, ready
from heard.easy_reading import link_for
from heard.frame import Section, frame_for

register = template.Library()


@register.simple_tag
def symbol(name: str) -> SafeString:
    """A small drawing beside a word. It says nothing that the word does not."""
    return format_html(
        '<svg class="symbol symbol--{}" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        name,
        static("symbols.svg"),
        name,
    )


@register.filter
def closes_in(days: int) -> str:
    """How long something is still open, in a few words."""
    if days == 0:
        return _("Closes today")
    if days < 21:
        return ngettext("Closes in %d day", "Closes in %d days", days) % days
    weeks = days // 7
    return ngettext("Closes in %d week", "Closes in %d weeks", weeks) % weeks


@register.filter
def visible(text: str) -> str:
    """Text in which characters that would change its direction can be seen."""
    return show_invisible(text)


@register.filter
def initials(person: Any) -> str:
    """The initials of a member of staff."""
    return ready.initials(person)


@register.filter
def language_name(code: str) -> str:
    """A language in the reader's own, such as "Polish"."""
    return asked.language_name(code)


@register.filter
def is_to_translate(code: str) -> bool:
    """Whether a language is not the one in which analysts read."""
    return code != ready.LANGUAGE


@register.filter
def days_after(later: date, earlier: date) -> int:
    """Whole days from `earlier` to `later`."""
    return (later - earlier).days


@register.filter
def lookup(mapping: dict, key: object) -> object:
    """The entry of `mapping` for `key`, or nothing."""
    return mapping.get(key, "")


@register.filter
def is_past(day: date) -> bool:
    """Whether a day lies before today."""
    return day < timezone.localdate()


@register.filter
def date_of(moment: datetime) -> date:
    """The day of a moment, here."""
    return timezone.localdate(moment)


@register.filter
def hidden_as_c(number: int | None) -> str:
    """A published number, or the sign that it was hidden (requirements R5)."""
    return "[c]" if number is None else str(number)


@register.filter
def short_hash(value: bytes) -> str:
    """The beginning of a hash, in groups that can be read out."""
    digits = bytes(value).hex()[:12]
    return f"{digits[:4]} {digits[4:8]} {digits[8:]} …"


_SYMBOLS = {
    "changed": "tick",
    "partly_changed": "half",
    "not_changed": "bar",
    "passed_on": "onward",
    "more_work": "dots",
}


@register.filter
def outcome_symbol(outcome: str) -> str:
    """The shape that goes with an outcome: never a colour alone."""
    return _SYMBOLS[outcome]


@register.simple_tag
def terms(page: Page, field: str) -> list[str]:
    """The words for the codes in one of a page's fields."""
    return page._meta.get_field(field).labels(getattr(page, field))


@register.simple_tag(takes_context=True)
def main_menu(context: Context) -> list[dict]:
    """The sections of this council's site that stand in the menu."""
    shown = context.get("page")
    path = getattr(shown, "path", "") or ""
    return [
        {
            "title": one.title,
            "url": one.url,
            "lang": one.lang,
            "current": path.startswith(one.path),
        }
        for one in _sections(context)
        if one.in_menu
    ]


@register.simple_tag(takes_context=True)
def footer_links(context: Context) -> list[Section]:
    """The sections that do not stand in the menu."""
    return [one for one in _sections(context) if not one.in_menu]


@register.simple_tag(takes_context=True)
def record_links(context: Context) -> dict | None:
    """Where the record, the spreadsheet and the feed are."""
    for one in _sections(context):
        if one.slug == "what-changed":
            return {
                "log": f"{one.url}log/",
                "spreadsheet": f"{one.url}spreadsheet/",
                "feed": f"{one.url}feed/",
            }
    return None


@register.simple_tag(takes_context=True)
def easy_read_link(context: Context) -> str:
    """Where “Easy Read” leads from the page that is shown."""
    return link_for(context.get("page"), context["request"].path) or reverse("easy_read")


def _sections(context: Context) -> tuple[Section, ...]:
    frame = frame_for(context["request"])
    return frame.sections if frame else ()
