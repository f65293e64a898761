"""Words that were translated: what is said beside them, so that it points at nobody."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from feedback.asked import language_name
from feedback.groups import wide_group
from feedback.models import Quotation
from feedback.ready import LANGUAGE


def language_shown(quotation: Quotation) -> str:
    """The language of a translation, or "" where the page is in it too."""
    return "" if get_language() == LANGUAGE else LANGUAGE


def attribution(quotation: Quotation, who: str, attributable: Iterable[str]) -> str:
    """Whose words these are, and from which language they were translated.

    Both only of a group in which many read that language; else the fact alone, and no group.
    """
    response = quotation.words.response
    group = wide_group(response.role, response.band, quotation.translated_from)
    if response.is_own_voice and group in attributable:
        told = {"who": who, "language": language_name(quotation.translated_from)}
        return _("%(who)s, translated from %(language)s") % told
    return _("Translated from another language")
