"""What must be there before a decision is published, in sentences for the decision maker."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page, Site

from consultations.scoping import not_of
from feedback.models import FindingsPage, Theme
from governance import possible
from governance.log.text import (
    CONTROL,
    ISOLATE,
    OVERRIDE,
    SURROGATE,
    Unsealable,
    normalise,
    refuse_unsealable,
)
from governance.promised import promised

if TYPE_CHECKING:
    from governance.models import DecisionPage

SHORTEST_REASON = 40  # letters; "n/a" is not a reason (requirements, case 44)
TOO_SHORT = gettext_lazy(
    "Give the reasons in at least %(n)s letters, so that somebody who disagrees can see them."
)
NO_CHANGES = gettext_lazy(
    "Name at least one information item, before and after, even if it stays as it is."
)
ANOTHER_COUNCIL = gettext_lazy("Choose findings of your own council.")
NO_ALTERNATIVES = gettext_lazy(
    "Say what else was thought about, and why not. Leaving things as they are counts."
)
_KINDS = {
    CONTROL: gettext_lazy("a control character"),
    SURROGATE: gettext_lazy("half of a character"),
    OVERRIDE: gettext_lazy("a mark that overrides the direction of text"),
    ISOLATE: gettext_lazy("a mark that isolates the direction of text"),
}
TEXTS = ("title", "summary", "decided_by", "decision", "reasons", "instead", "how_to_disagree")


class NotReady(Exception):
    """A page cannot be published yet. `sentences` says what is missing."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def missing_from_decision(page: "DecisionPage") -> list[str]:
    """Sentences that say what is missing from `page`; empty when it can be published."""
    lines = [(line.theme_id, line.use, line.why) for line in page.influences.all()]
    council, promises = page.get_site(), list(page.promises.all())
    missing = empty_fields(page) + [sentence for _field, sentence in missing_facts(page, council)]
    if page.findings_id:
        missing += missing_influences(page.findings, lines)
        missing += of_another_council(page)
    if not page.changes.all():
        missing.append(str(NO_CHANGES))
    if not page.alternatives.all():
        missing.append(str(NO_ALTERNATIVES))
    missing += changed_promises(page, promises)
    for promise, sentence in possible.impossible_promises(page, promises):
        missing.append(f"“{promise}”: {sentence}")
    return missing or possible.without_reason(page)


def missing_facts(page: "DecisionPage", council: Site | None) -> list[tuple[str, str]]:
    """Pairs of (field, sentence) for what the page's own fields lack."""
    missing = []
    if page.findings_id and not page.findings.live:
        missing.append(("findings", _("These findings are not published yet.")))
    if len((page.reasons or "").strip()) < SHORTEST_REASON:
        missing.append(("reasons", TOO_SHORT % {"n": SHORTEST_REASON}))
    missing += possible.impossible_facts(page)
    missing += possible.refused_reference(page, council)
    for name in TEXTS:
        if sentence := why_unsealable(getattr(page, name) or ""):
            missing.append((name, sentence))
    return missing


def of_another_council(page: "DecisionPage") -> list[str]:
    """Sentences for what a decision names that is not its own council's."""
    council = page.get_site()
    items = [line.item for line in page.changes.all()]
    return [
        *([str(ANOTHER_COUNCIL)] if page.findings.consultation.council != council else []),
        *(
            _("“%s” is in the register of another council.") % item.title
            for item in not_of(council, items)
        ),
    ]


def empty_fields(page: "DecisionPage") -> list[str]:
    """Sentences for what a draft may leave empty and a published decision may not."""
    lines = [
        line
        for name in ("changes", "alternatives", "promises")
        for line in getattr(page, name).all()
    ]
    return [sentence for thing in (page, *lines) for sentence in unfinished(thing)]


def unfinished(thing: Model) -> list[str]:
    """Sentences for what its own fields lack, as the editor would say them."""
    try:
        thing.full_clean(exclude=["path", "depth", "page", "locale"])
    except ValidationError as refusal:
        return [
            " ".join(sentences)
            if name == NON_FIELD_ERRORS
            else f"{capfirst(thing._meta.get_field(name).verbose_name)}: {' '.join(sentences)}"
            for name, sentences in refusal.message_dict.items()
        ]
    return []


def missing_influences(
    findings: FindingsPage, lines: Iterable[tuple[object, str, str]]
) -> list[str]:
    """Sentences for each theme of `findings` that has no use, or no reason for it.

    `lines` are (theme, use, why).
    """
    said = {str(theme): (use, why) for theme, use, why in lines}
    missing = []
    for theme in Theme.objects.filter(published_in__page=findings).order_by("name"):
        use, why = said.get(str(theme.pk), ("", ""))
        names = {"theme": theme.name}
        if not use:
            missing.append(_("Say how the theme “%(theme)s” was used.") % names)
        elif not (why or "").strip():
            missing.append(_("Say why the theme “%(theme)s” was used so.") % names)
    return missing


def changed_promises(page: "DecisionPage", promises: list) -> list[str]:
    """Sentences for promises that were made in public and are gone, or whose day has moved."""
    now = {str(promise.key): promise for promise in promises}
    changed = []
    for made in promised(page.subject):
        draft = now.get(made.key)
        names = {"promise": made.text[:80]}
        if draft is None:
            changed.append(_("“%(promise)s” was promised in public, so it stays.") % names)
        elif draft.due_on != made.due_on:
            changed.append(
                _("“%(promise)s” was promised by a day that cannot be moved. Make another promise.")
                % names
            )
    return changed


def unsealable_texts(page: Page) -> list[str]:
    """Sentences for texts anywhere in a page that the log would refuse to seal."""
    texts = _texts_in(page.serializable_data())
    return [sentence for text in texts if (sentence := why_unsealable(text))]


def why_unsealable(text: str) -> str:
    """Why the log would refuse to seal a text, or nothing."""
    try:
        refuse_unsealable(normalise(text))
    except Unsealable as refusal:
        facts = {"kind": _KINDS[refusal.kind], "code": refusal.code, "place": refusal.place}
        return (
            _(
                "The text holds %(kind)s (%(code)s) at character %(place)s. "
                "Take it out and try again."
            )
            % facts
        )
    return ""


def _texts_in(value: object) -> Iterator[str]:
    """Every text in a value made of dicts and lists, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts_in(inner)
