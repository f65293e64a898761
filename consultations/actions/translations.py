"""Checking translations: a person says that one is right, and the source says when it moves."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page, Revision
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from consultations.models.translation import TranslationCheck
from consultations.translations import as_written, seen_sha256, source_of, words_sha256

PLANNED_LINES = ("considered", "expected", "overrides", "tried_out")


class NotReady(Exception):
    """A translation cannot be checked yet. Its text says why, in the officer's words."""


@transaction.atomic
def check_translation(
    *, page: Page, checked_by: str, checked_on: date, by: Any, note: str = ""
) -> TranslationCheck:
    """Record that somebody read a translation beside its source and found it right.

    What was checked becomes the latest version of the page. `note` says what changed in the words
    of a consultation that people have answered. Raises NotReady.
    """
    source = source_of(page)
    if source is None:
        raise NotReady(_("This page is not a translation."))
    source = as_written(source)
    check = TranslationCheck.objects.create(
        page=page,
        council=source.get_site(),
        revision=_with_note(_written(page, source, by), note, by),
        checked_by=checked_by,
        checked_on=checked_on,
        source_sha256=words_sha256(source),
    )
    log(instance=page, action="consultations.check_translation", user=by)
    return check


def show_as_it_is(*, page: Page) -> None:
    """Let translators see what a page says now, also one that is not public yet.

    wagtail-localize reads the page itself, which in a draft keeps what its first version said, and
    for another language it would take what it read for the one before.
    """
    if not page.live:
        as_written(page).save()
    known = TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id
    ).first()
    if known:
        known.update_from_db()
        _carry_over(known)


def note_moved_source(*, source: Page, today: date) -> None:
    """A page was published: whoever translated what it said before is out of date."""
    if source_of(source) is not None:
        return  # a translation is nobody's source
    now = words_sha256(source)
    checks = TranslationCheck.objects.filter(page__translation_key=source.translation_key).exclude(
        page__locale=source.locale_id
    )
    for check in checks:
        moved_on = None if check.source_sha256 == now else check.source_moved_on or today
        if moved_on != check.source_moved_on:
            check.source_moved_on = moved_on
            check.save(update_fields=["source_moved_on"])


def tell_translators(*, source: Page, today: date) -> None:
    """A public page came to say more without being published: what translators see follows, and
    its translations are out of date."""
    if source.live:
        show_as_it_is(page=source)
        note_moved_source(source=source, today=today)


def _carry_over(source: TranslationSource) -> None:
    """Keep the translation of a line of a plan that says what it said: the editor makes a line
    anew that it has not saved before, and what is translated hangs on the line."""
    translated = StringTranslation.objects.filter(context__object_id=source.object_id)
    known = list(translated.select_related("context"))
    there = {(one.locale_id, one.context_id) for one in known}
    segments = StringSegment.objects.filter(source=source).select_related("context")
    for segment in segments:
        text = (segment.string_id, _place(segment.context.path))
        for one in known:
            new = (one.locale_id, segment.context_id)
            said = (one.translation_of_id, _place(one.context.path))
            if text == said and text[1] and new not in there:
                there.add(new)
                StringTranslation.objects.create(
                    translation_of_id=segment.string_id,
                    locale_id=one.locale_id,
                    context=segment.context,
                    data=one.data,
                )


def _place(path: str) -> tuple[str, ...]:
    """Where a text stands in a plan, whichever line it is in; () for any other text."""
    parts = path.split(".")
    return (parts[0], parts[-1]) if parts[0] in PLANNED_LINES else ()


def _written(page: Page, source: Page, by: Any) -> Revision:
    """The latest version of a translation, with everything that translators wrote."""
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation is None:
        latest = Page.objects.get(pk=page.pk).get_latest_revision()
        return latest or page.specific.save_revision(user=by)
    total, done = translation.get_progress()
    if total > done:
        raise NotReady(
            ngettext(
                "%d text is not translated yet.", "%d texts are not translated yet.", total - done
            )
            % (total - done)
        )
    if seen_sha256(translation.source) != words_sha256(source):
        raise NotReady(
            _(
                "The page has changed since the translator last saw it. "
                "Press “Sync translated pages” on it, then translate what is new."
            )
        )
    translation.save_target(user=by, publish=False)
    return Page.objects.get(pk=page.pk).get_latest_revision()


def _with_note(revision: Revision, note: str, by: Any) -> Revision:
    if not note:
        return revision
    page = revision.as_object()
    page.change_note = note
    return page.save_revision(user=by)
