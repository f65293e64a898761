"""What waits between reading a text and looking for what people said: four lists for readers."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from consultations.media import Medium
from feedback.models import TextVersion, VersionKind, Words

LANGUAGE = settings.LANGUAGE_CODE  # in which those who analyse read; the languages are fixed


def _has(kind: VersionKind, **more: Any) -> Exists:
    """Whether a text has a current version of a kind."""
    return Exists(TextVersion.objects.current().filter(words=OuterRef("pk"), kind=kind, **more))


_TRANSCRIPT = _has(VersionKind.TRANSCRIPT)
_TRANSLATION = _has(VersionKind.TRANSLATION)
_OWN_SAFE = _has(VersionKind.SAFE, language=OuterRef("language"))
_TRANSLATED_SAFE = _has(VersionKind.SAFE, language=LANGUAGE)
_CAN_BE_READ = ~Q(text="") | Q(_TRANSCRIPT)


def to_write_down(read: QuerySet) -> QuerySet:
    """Voice messages that nobody wrote down, and pictures with neither words nor description."""
    said = Q(medium=Medium.SPOKEN) & ~Q(_TRANSCRIPT)
    bare = Q(medium__in=[Medium.DRAWN, Medium.PICTURE], text="")
    bare &= ~Q(_TRANSCRIPT) & ~Q(_has(VersionKind.DESCRIPTION))
    return read.filter(said | bare).exclude(recording__frozen=True)


def to_translate(read: QuerySet) -> QuerySet:
    """Texts in another language that nobody translated."""
    return read.exclude(language=LANGUAGE).filter(_CAN_BE_READ & ~Q(_TRANSLATION))


def to_make_safe(read: QuerySet) -> QuerySet:
    """Texts, and translations, of which no person has made a safe version."""
    own = _CAN_BE_READ & ~Q(_OWN_SAFE)
    translated = Q(_TRANSLATION) & ~Q(_TRANSLATED_SAFE)
    return read.filter(own | translated)


def to_confirm(read: QuerySet, by: Any) -> QuerySet:
    """Safe texts whose writer allowed them to be shown, and that nobody but their maker has seen.
    Nobody confirms their own."""
    waiting = TextVersion.objects.safe().filter(confirmed_by=None).exclude(made_by=by)
    return read.filter(Exists(waiting.filter(words=OuterRef("pk"))), may_show=True)


LISTS: dict[str, tuple[Any, Callable[..., QuerySet]]] = {
    "safe": (_("To be made safe"), lambda read, by: to_make_safe(read)),
    "down": (_("To be written down"), lambda read, by: to_write_down(read)),
    "translate": (_("To be translated"), lambda read, by: to_translate(read)),
    "confirm": (_("To be confirmed by a second person"), to_confirm),
}


def in_councils(councils: Iterable[int]) -> QuerySet:
    """Texts of these councils that were read and worry nobody: what the lists are made of."""
    return Words.objects.in_councils(list(councils)).calm()


def initials(person: Any) -> str:
    """A person's initials, such as "AK": of their name, or else of their address."""
    name = person.get_full_name() or person.get_username().partition("@")[0]
    parts = name.replace(".", " ").replace("-", " ").replace("_", " ").split()
    return "".join(part[0] for part in parts).upper()


def counted(read: QuerySet, by: Any) -> list[dict]:
    """Each list with how many texts wait in it."""
    return [
        {"key": key, "label": label, "n": of(read, by).count()}
        for key, (label, of) in LISTS.items()
    ]


def not_safe(texts: QuerySet) -> QuerySet:
    """Those of `texts` that were read, and of which analysts see nothing yet."""
    safe = texts.safe_to_analyse()
    return texts.calm().exclude(pk__in=safe.values("pk"))
