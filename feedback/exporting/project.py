"""Texts and codes for programs of qualitative analysis, from what was coded here."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from django.db.models import Q
from django.utils.translation import gettext as _

from consultations.models import Consultation, ConsultationPage
from feedback.exporting.refi import Code, Coded, Source, guid_of, write_codebook, write_project
from feedback.models import Coding, TextVersion, Theme, Words

A_CHUNK = 500


class NothingToExport(Exception):
    """There is no code yet."""


def write_codes(consultation: Consultation, *, out: IO[bytes]) -> None:
    """The codes as a .qdc file. Raises NothingToExport."""
    codes = codes_of(consultation)
    if not codes:
        raise NothingToExport
    write_codebook(out, codes)


def write_texts(consultation: Consultation, *, beside: Path, out: IO[bytes]) -> int:
    """The safe texts with what was coded in them as a .qdpx file. Gives how many texts.

    Coders are numbered: who they are is for the council to know.
    """
    coders = Coding.objects.filter(theme__consultation=consultation)
    known = sorted(set(coders.order_by().values_list("coder_id", flat=True)))
    users = {
        pk: (guid_of("coder", pk), _("Coder %d") % number)
        for number, pk in enumerate(known, start=1)
    }
    page = ConsultationPage.objects.as_written().filter(translation_key=consultation.pk).first()
    return write_project(
        out,
        beside=beside,
        name=page.title if page else consultation.code,
        users=list(users.values()),
        codes=codes_of(consultation),
        variables=list(VARIABLES),
        sources=_sources(consultation, {pk: guid for pk, (guid, _name) in users.items()}),
    )


def codes_of(consultation: Consultation) -> list[Code]:
    """The codes of a consultation with what belongs to each, those below others where they stand.
    One that is no longer used is there as long as a text stands under it."""
    themes = Theme.objects.filter(consultation=consultation)
    used = list(themes.filter(Q(retired=False) | Q(codings__isnull=False)).distinct())
    kept = {theme.pk for theme in used}
    return [_code(theme, used) for theme in used if theme.parent_id not in kept]


def _code(theme: Theme, used: list[Theme]) -> Code:
    told = [
        theme.definition,
        _("Use it when: %s") % theme.use_when if theme.use_when else "",
        _("Do not use it when: %s") % theme.not_when if theme.not_when else "",
        _("For example: %s") % theme.example if theme.example else "",
    ]
    parts = [_code(one, used) for one in used if one.parent_id == theme.pk]
    return Code(str(theme.pk), theme.name, "\n".join(filter(None, told)), parts)


VARIABLES = {
    "question": lambda words: words.question.key,
    "role": lambda words: words.response.role,
    "band": lambda words: words.response.band,
    "voice": lambda words: words.response.voice,
    "channel": lambda words: words.response.channel,
    "language": lambda words: words.language,
}


def _sources(consultation: Consultation, users: dict) -> Iterator[Source]:
    """Each safe text, in the order of random keys: none tells when it came."""
    safe = Words.objects.safe_to_analyse().of(consultation)
    versions = (
        TextVersion.objects.safe()
        .filter(words__in=safe)
        .exclude(text="")
        .select_related("words__question", "words__response")
        .prefetch_related("words__codings__text_version")
        .order_by("pk")
    )
    found = versions.iterator(chunk_size=A_CHUNK)
    number = 0
    while chunk := list(islice(found, A_CHUNK)):
        for version in chunk:
            number += 1
            yield _source(version, number, users)


def _source(version: TextVersion, number: int, users: dict) -> Source:
    words = version.words
    coded = [
        Coded(
            code=str(coding.theme_id),
            user=users[coding.coder_id],
            at=coding.coded_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            start=coding.start if coding.text_version_id == version.pk else None,
            end=coding.end if coding.text_version_id == version.pk else None,
        )
        for coding in words.codings.all()
        if coding.text_version_id == version.pk or not _is_current(coding)
    ]
    values = [(name, value) for name, of in VARIABLES.items() if (value := of(words))]
    return Source(
        guid=guid_of("text", version.pk),
        name=f"{words.question.key} {number:05}",
        text=version.text,
        coded=coded,
        values=values,
    )


def _is_current(coding: Coding) -> bool:
    """Whether the text that was coded is still the one that people work with: if not, the coding
    is of the whole of the text that took its place."""
    return bool(coding.text_version and coding.text_version.is_current)
