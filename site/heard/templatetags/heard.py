"""Tags that our own templates use everywhere."""

from datetime import date

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.text import show_invisible

register = template.Library()


@register.simple_tag
def symbol(name: str) -> SafeString:
    """A small drawing beside a word. It says nothing that the word does not."""
    return format_html(
        '<svg class="symbol" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
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
def days_after(later: date, earlier: date) -> int:
    """Whole days from `earlier` to `later`."""
    return (later - earlier).days


@register.filter
def lookup(mapping: dict, key: object) -> object:
    """The entry of `mapping` for `key`, or nothing."""
    return mapping.get(key, "")
