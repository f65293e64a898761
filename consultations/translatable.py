"""What of a page is put into another language, and what is the same in all of them."""

from wagtail_localize.fields import BaseTranslatableField, SynchronizedField, TranslatableField


def in_words(*names: str) -> list[BaseTranslatableField]:
    """Fields that people read: each language has its own words."""
    return [TranslatableField(name) for name in names]


def the_same(*names: str) -> list[BaseTranslatableField]:
    """Days, codes, roles and what a page is about: copied from the source, changed only there."""
    return [SynchronizedField(name, overridable=False) for name in names]
