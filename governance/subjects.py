"""What entries of the log are about: one short id for all that happens to one thing."""

from wagtail.models import Page


def subject_of(kind: str, page: Page) -> str:
    """The id of what a page is about. A translation has entries, and so an id, of its own."""
    subject = f"{kind}:{page.translation_key}"
    return subject if page.locale.is_default else f"{subject}:{page.locale.language_code.lower()}"


def kind_of(subject: str) -> tuple[str, str]:
    """The kind of page and its key, from what `subject_of` made."""
    kind, _colon, rest = subject.partition(":")
    return kind, rest.partition(":")[0]
