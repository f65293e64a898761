"""The code frame: every change of its themes is written down as a new version, with who and why."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from consultations.models import Consultation
from consultations.permissions import Staff
from feedback.actions.reading import NotYours
from feedback.models import Coding, FrameChange, FrameVersion, Theme
from feedback.permissions import can_analyse

WORDS = ("name", "child_name", "definition", "use_when", "not_when", "example")


class InUse(Exception):
    """The theme holds texts, or stands in findings that were published."""


class NotTogether(Exception):
    """These themes cannot be merged, split or put under each other like this."""


class CannotUndo(Exception):
    """This version is no merge, or what was merged has changed since."""


class Part(NamedTuple):
    """One of the themes that a theme is split into."""

    name: str
    definition: str = ""


def must_analyse(by: Staff, consultation: Consultation) -> None:
    """Do nothing for an analyst of the council. Raises NotYours."""
    if not can_analyse(by, consultation.council):
        raise NotYours


def is_published(theme: Theme) -> bool:
    """Whether a theme stands in findings that were published, which keep its name."""
    return theme.published_in.filter(page__editions__isnull=False).exists()


def latest_version(consultation: Consultation) -> FrameVersion | None:
    """The version of the code frame that holds now."""
    return consultation.frame_versions.order_by("-number").first()


@transaction.atomic
def keep_frame(
    *,
    consultation: Consultation,
    change: FrameChange,
    by: Staff,
    why: str = "",
    before: Sequence[Theme] = (),
    after: Sequence[Theme] = (),
    moved: Iterable[int] = (),
) -> FrameVersion:
    """Write down the themes as they are after a change from `before` to `after`."""
    Consultation.objects.select_for_update().get(pk=consultation.pk)  # one change at a time
    last = latest_version(consultation)
    codes = [_as_kept(theme) for theme in Theme.objects.filter(consultation=consultation)]
    known = {code["id"] for code in codes}
    touched = [*before, *after]
    return FrameVersion.objects.create(
        consultation=consultation,
        number=last.number + 1 if last else 1,
        change=change,
        why=why,
        document={
            "codes": codes,
            "from": [str(theme.pk) for theme in before],
            "to": [str(theme.pk) for theme in after],
            "gone": {str(one.pk): one.name for one in touched if str(one.pk) not in known},
        },
        moved=list(moved),
        by=by,
        made_at=timezone.now(),
    )


@transaction.atomic
def merge_themes(*, theme: Theme, into: Theme, by: Staff, why: str = "") -> FrameVersion:
    """Put what stands under a theme under another, and retire it. Where somebody has put the same
    words under both, theirs stays where it was. Raises NotYours, NotTogether, InUse."""
    must_analyse(by, theme.consultation)
    theme, into = _locked(theme, into)
    if theme == into or theme.consultation_id != into.consultation_id or into.retired:
        raise NotTogether
    _must_be_free(theme)
    moved = _move(theme.codings.all(), into)
    theme.quotations.filter(words__in=into.codings.values("words")).exclude(
        words__in=into.quotations.values("words")
    ).update(theme=into)
    _retire(theme)
    return keep_frame(
        consultation=theme.consultation,
        change=FrameChange.MERGED,
        by=by,
        why=why,
        before=[theme],
        after=[into],
        moved=moved,
    )


@transaction.atomic
def split_theme(
    *, theme: Theme, parts: Sequence[Part], by: Staff, why: str = "", keep_in: int | None = None
) -> list[Theme]:
    """Make new themes of a theme, and retire it.

    What stands under it goes to the part `keep_in`, or where it is None stays where it was, until
    somebody has looked at it again. Raises NotYours, NotTogether, InUse.
    """
    must_analyse(by, theme.consultation)
    (theme,) = _locked(theme)
    if len(parts) < 2:
        raise NotTogether
    _must_be_free(theme)
    made = [
        Theme.objects.create(
            consultation=theme.consultation,
            name=part.name,
            definition=part.definition,
            parent=theme.parent,
        )
        for part in parts
    ]
    moved = [] if keep_in is None else _move(theme.codings.all(), made[keep_in])
    if keep_in is not None:
        theme.quotations.update(theme=made[keep_in])
    _retire(theme)
    keep_frame(
        consultation=theme.consultation,
        change=FrameChange.SPLIT,
        by=by,
        why=why,
        before=[theme],
        after=made,
        moved=moved,
    )
    return made


@transaction.atomic
def retire_theme(*, theme: Theme, by: Staff, why: str = "") -> FrameVersion:
    """Use a theme no longer; what stands under it stays. Raises NotYours, NotTogether, InUse."""
    must_analyse(by, theme.consultation)
    (theme,) = _locked(theme)
    _must_be_free(theme)
    _retire(theme)
    return _keep(theme, FrameChange.RETIRED, by, why)


@transaction.atomic
def bring_back(*, theme: Theme, by: Staff, why: str = "") -> FrameVersion:
    """Use a theme again. Raises NotYours, NotTogether."""
    must_analyse(by, theme.consultation)
    (theme,) = _locked(theme)
    if not theme.retired:
        raise NotTogether
    _use_again(theme)
    return _keep(theme, FrameChange.BROUGHT_BACK, by, why)


@transaction.atomic
def undo_merge(*, version: FrameVersion, by: Staff, why: str = "") -> FrameVersion:
    """Bring back a theme that was merged into another, with what it held and still stands there.

    The merge stays in the history: this is a new version. Raises NotYours, CannotUndo.
    """
    must_analyse(by, version.consultation)
    if version.change != FrameChange.MERGED:
        raise CannotUndo
    found = Theme.objects.select_for_update().filter(
        pk__in=[*version.document["from"], *version.document["to"]]
    )
    themes = {str(theme.pk): theme for theme in found}
    (merged,), (into,) = (
        [themes.get(pk) for pk in version.document[which]] for which in ("from", "to")
    )
    if merged is None or into is None or not merged.retired or _is_undone(version):
        raise CannotUndo
    _use_again(merged)
    moved = _move(Coding.objects.filter(pk__in=version.moved, theme=into), merged)
    into.quotations.exclude(words__in=into.codings.values("words")).update(theme=merged)
    return keep_frame(
        consultation=version.consultation,
        change=FrameChange.UNMERGED,
        by=by,
        why=why,
        before=[into],
        after=[merged, into],
        moved=moved,
    )


def _is_undone(version: FrameVersion) -> bool:
    """Whether the theme was brought back, and perhaps merged anew, since that version."""
    later = version.consultation.frame_versions.filter(number__gt=version.number)
    (merged,) = version.document["from"]
    return any(
        merged in [*one.document["from"], *one.document["to"]]
        for one in later.exclude(change=FrameChange.REWORDED)
    )


def _keep(theme: Theme, change: FrameChange, by: Staff, why: str) -> FrameVersion:
    return keep_frame(
        consultation=theme.consultation, change=change, by=by, why=why, before=[theme]
    )


def _locked(*themes: Theme) -> list[Theme]:
    """The themes as they are now, in this order; nobody else changes them meanwhile."""
    found = Theme.objects.select_for_update().in_bulk([theme.pk for theme in themes])
    return [found[theme.pk] for theme in themes]


def _must_be_free(theme: Theme) -> None:
    """Do nothing if a theme can be retired. Raises NotTogether, InUse."""
    if theme.retired or theme.parts.filter(retired=False).exists():
        raise NotTogether
    if is_published(theme):
        raise InUse


def _retire(theme: Theme) -> None:
    theme.retired = True
    theme.save(update_fields=["retired"])


def _use_again(theme: Theme) -> None:
    theme.retired = False
    theme.save(update_fields=["retired"])


def _move(codings: Iterable[Coding], to: Theme) -> list[int]:
    """Put codings under a theme, but for those whose coder has put the same words there."""
    place = ("words_id", "text_version_id", "coder_id", "start", "end")
    there = {tuple(one) for one in to.codings.passages().values_list(*place)}
    whole = {tuple(one) for one in to.codings.whole().values_list("words_id", "coder_id")}
    moved = [
        coding.pk
        for coding in codings
        if (
            tuple(getattr(coding, name) for name in place) not in there
            if coding.is_passage
            else (coding.words_id, coding.coder_id) not in whole
        )
    ]
    for first in range(0, len(moved), 500):  # a database takes only so many at once
        Coding.objects.filter(Q(pk__in=moved[first : first + 500])).update(theme=to)
    return moved


def _as_kept(theme: Theme) -> dict:
    """A theme as it stands in the history."""
    return {
        "id": str(theme.pk),
        **{name: getattr(theme, name) for name in WORDS},
        "parent": str(theme.parent_id) if theme.parent_id else None,
        "retired": theme.retired,
    }
