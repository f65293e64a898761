"""The words of the interface that the public reads, and how far each language has them."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
from django.utils import translation
from django.utils.functional import Promise

LOCALES = Path(__file__).resolve().parent.parent / "site" / "locale"
LANGUAGES = ("cy", "ar", "pl")
# Files of which the public reads every word. A folder ends with a stroke.
PUBLIC = (
    "consultations/audiences.py",
    "consultations/gate/public.py",
    "consultations/kinds/",
    "consultations/media/",
    "consultations/terms.py",
    "feedback/apart.py",
    "feedback/assent.py",
    "feedback/forms/answering.py",
    "feedback/forms/apart.py",
    "feedback/forms/codes.py",
    "feedback/forms/contact.py",
    "feedback/groups.py",
    "feedback/helping.py",
    "feedback/method.py",
    "feedback/route_words.py",
    "feedback/second_look.py",
    "feedback/sentences.py",
    "feedback/showing.py",
    "feedback/showing_tables.py",
    "feedback/strengths.py",
    "feedback/views/answering.py",
    "feedback/views/apart.py",
    "feedback/views/beginning.py",
    "feedback/views/coming_in.py",
    "feedback/views/door.py",
    "feedback/views/ending.py",
    "feedback/views/helping.py",
    "feedback/views/printing.py",
    "feedback/views/steps.py",
    "feedback/views/words.py",
    "governance/feeds.py",
    "governance/listing.py",
    "governance/views.py",
    "governance/words.py",
    "site/heard/easy_reading.py",
    "site/heard/look.py",
    "site/heard/months.py",
    "site/heard/templatetags/",
    "site/templates/",
)
# What stands in those folders for staff alone.
FOR_STAFF = (
    "consultations/kinds/base.py",
    "site/templates/allauth/",
    "site/templates/consultations/admin/",
    "site/templates/feedback/admin/",
    "site/templates/governance/admin/",
    "site/templates/heard/waiting.html",
    "site/templates/wagtailadmin/",
)
_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%%\w+|%[sd]|\{\w*\}")
_TAG = re.compile(r"</?(\w+)")


def public_words() -> list[polib.POEntry]:
    """Every word that the public reads, as it was extracted."""
    shown = set(shown_from_models())
    return [
        entry
        for entry in polib.pofile(str(LOCALES / "django.pot"))
        if entry.msgid in shown or any(_is_public(name) for name, _line in entry.occurrences)
    ]


def shown_from_models() -> Iterator[str]:
    """The words of models that pages show: terms, and what comes with a council's settings."""
    from consultations import hart
    from consultations.models import CouncilSettings
    from consultations.models.planning import Standing
    from feedback.models import AsideReason, Way
    from feedback.models.findings import Strength
    from governance.models import Outcome
    from governance.models.decision import Use

    with translation.override(None):
        for terms in (Strength, Outcome, Use, Standing, AsideReason, Way):
            yield from (str(label) for label in terms.labels)
        yield from (str(sentence) for sentence in hart.PLAIN.values())
        for field in CouncilSettings._meta.fields:
            if field.has_default() and isinstance(field.default, Promise):
                yield str(field.default)


def _is_public(name: str) -> bool:
    return name.startswith(PUBLIC) and not name.startswith(FOR_STAFF)


def catalogue(language: str) -> polib.POFile:
    """The words of the site in one language."""
    path = LOCALES / language / "LC_MESSAGES" / "django.po"
    return polib.pofile(str(path), wrapwidth=100)


def untranslated(language: str) -> list[polib.POEntry]:
    """What the public reads and nobody has put into a language, or only with doubt."""
    done = {_key(entry) for entry in catalogue(language) if entry.translated()}
    return [entry for entry in public_words() if _key(entry) not in done]


def merge() -> None:
    """Bring every catalogue up to date with what was extracted; what is said no more goes."""
    extracted = polib.pofile(str(LOCALES / "django.pot"))
    order = {_key(entry): place for place, entry in enumerate(extracted)}
    for language in LANGUAGES:
        po = catalogue(language)
        po.merge(extracted)
        for gone in po.obsolete_entries():
            po.remove(gone)
        for entry in po:
            if entry.msgid_plural and not entry.msgstr_plural:
                entry.msgstr_plural = dict.fromkeys(range(n_forms(po)), "")
        po.sort(key=lambda entry: order[_key(entry)])
        po.save()


def as_json(entries: dict[str, list[polib.POEntry]]) -> dict[str, dict]:
    """Entries by language, for somebody to fill in: a text, or a list of plural forms."""
    return {
        language: {
            entry.msgid: [""] * n_forms(catalogue(language)) if entry.msgid_plural else ""
            for entry in found
        }
        for language, found in entries.items()
    }


def fill(language: str, found: dict[str, str | list[str]]) -> None:
    """Put translations into a catalogue, by what they translate."""
    po = catalogue(language)
    for entry in po:
        said = found.get(entry.msgid)
        if said and entry.msgid_plural:
            entry.msgstr_plural = dict(enumerate(said))
        elif said:
            entry.msgstr = said
    po.save()


def n_forms(po: polib.POFile) -> int:
    """How many plural forms the language has."""
    return int(re.search(r"nplurals=(\d)", po.metadata["Plural-Forms"]).group(1))


def faults(language: str) -> Iterator[str]:
    """What is wrong with a translation that is there: placeholders, tags, plural forms."""
    po = catalogue(language)
    for entry in po:
        if not entry.translated():
            continue
        if entry.msgid_plural and len(entry.msgstr_plural) != n_forms(po):
            yield f"{language}: {entry.msgid!r} has not {n_forms(po)} plural forms"
        for said in entry.msgstr_plural.values() or [entry.msgstr]:
            yield from (f"{language}: {entry.msgid!r}: {what}" for what in _differs(entry, said))


def _differs(entry: polib.POEntry, said: str) -> Iterator[str]:
    """What a translation must have as its source has it."""
    sources = [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]
    if sorted(_PLACEHOLDER.findall(said)) not in [
        sorted(_PLACEHOLDER.findall(source)) for source in sources
    ]:
        yield f"other placeholders in {said!r}"
    if sorted(_TAG.findall(said)) not in [sorted(_TAG.findall(source)) for source in sources]:
        yield f"other tags in {said!r}"
    if entry.msgid[:1].isspace() != said[:1].isspace() or entry.msgid[-1:] == "\n" != said[-1:]:
        yield f"other space around {said!r}"


def _key(entry: polib.POEntry) -> tuple:
    return entry.msgctxt, entry.msgid
