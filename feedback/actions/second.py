"""A second reading: ask for it, code blind, end it, and talk about where two people differ."""

import secrets
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple

from django.db import transaction
from django.utils import timezone

from consultations.models import Consultation
from consultations.permissions import Staff
from feedback.actions.frame import must_analyse
from feedback.actions.reading import NotYours
from feedback.actions.themes import group_words
from feedback.agreement import agreement, sample
from feedback.models import (
    Coding,
    ReadTwoWays,
    SecondReading,
    SecondText,
    SeenBy,
    Theme,
    TwoWaysShown,
    Words,
)
from feedback.permissions import can_analyse


class NothingToRead(Exception):
    """No text has been coded by anybody yet."""


class HasSeenThem(Exception):
    """This person coded the texts first: they cannot read them blind."""


class AlreadyAsked(Exception):
    """This person has a second reading under way."""


class NotDone(Exception):
    """Some texts of the sample are still to be coded."""


class NotAsked(Exception):
    """The text is not in the sample of this person, or their reading is ended."""


@transaction.atomic
def ask_second(*, consultation: Consultation, coder: Staff, by: Staff) -> SecondReading:
    """Ask somebody to code a sample of what others coded. Only texts that they have not coded are
    in it. Raises NotYours, AlreadyAsked, HasSeenThem, NothingToRead."""
    must_analyse(by, consultation)
    must_analyse(coder, consultation)
    if consultation.second_readings.under_way().filter(coder=coder).exists():
        raise AlreadyAsked
    coded = Words.objects.safe_to_analyse().of(consultation).filter(codings__isnull=False)
    texts = list(coded.exclude(codings__coder=coder).distinct().values_list("pk", flat=True))
    if not texts:
        raise HasSeenThem if coded.exists() else NothingToRead
    reading = SecondReading.objects.create(
        consultation=consultation,
        coder=coder,
        asked_by=by,
        asked_at=timezone.now(),
        seed=secrets.token_hex(16),
        n_texts=len(texts),
    )
    SecondText.objects.bulk_create(
        SecondText(reading=reading, words_id=pk) for pk in sample(texts, reading.seed)
    )
    return reading


@transaction.atomic
def code_blind(*, text: SecondText, themes: Iterable[Theme], by: Staff) -> None:
    """Say what one sees in a text of the sample; nothing is an answer too. Raises NotYours,
    NotAsked, NotSafeYet."""
    reading = SecondReading.objects.select_for_update().get(pk=text.reading_id)
    if reading.coder_id != by.pk or reading.ended_at:
        raise NotAsked
    group_words(words=text.words, themes=themes, by=by)
    text.done = True
    text.save(update_fields=["done"])


@transaction.atomic
def end_second(*, reading: SecondReading, by: Staff) -> SecondReading:
    """All is coded: how far the two agreed is kept as it is now, and both see where they did not.
    Raises NotYours, NotDone."""
    reading = SecondReading.objects.select_for_update().get(pk=reading.pk)
    if reading.coder_id != by.pk:
        raise NotYours
    if reading.texts.filter(done=False).exists():
        raise NotDone
    if reading.ended_at:
        return reading
    reading.ended_at, reading.figures = timezone.now(), []
    texts, first, second = _what_they_saw(reading)
    for theme in Theme.objects.filter(pk__in={*first, *second}):
        found = agreement(texts, first[theme.pk], second[theme.pk])
        reading.figures.append(
            {"theme": str(theme.pk), "name": theme.name, "cells": list(astuple(found))}
        )
        _keep_differences(reading, theme, first[theme.pk], second[theme.pk])
    reading.save(update_fields=["ended_at", "figures"])
    return reading


def _what_they_saw(reading: SecondReading) -> tuple[list, dict, dict]:
    """The texts of the sample that can still be read, and by theme in which of them the others
    and the second person saw it."""
    safe = Words.objects.safe_to_analyse().filter(second_texts__reading=reading)
    texts = list(safe.values_list("pk", flat=True))
    first: dict = defaultdict(set)
    second: dict = defaultdict(set)
    codings = Coding.objects.filter(words__in=texts, theme__retired=False)
    for theme, words, coder in codings.values_list("theme_id", "words_id", "coder_id"):
        (second if coder == reading.coder_id else first)[theme].add(words)
    return texts, first, second


def _keep_differences(reading: SecondReading, theme: Theme, first: set, second: set) -> None:
    ReadTwoWays.objects.bulk_create(
        ReadTwoWays(reading=reading, words_id=words, theme=theme, seen_by=seen_by)
        for seen_by, only in ((SeenBy.FIRST, first - second), (SeenBy.SECOND, second - first))
        for words in only
    )


@transaction.atomic
def tell_two_ways(*, differs: ReadTwoWays, note: str, by: Staff) -> ReadTwoWays:
    """Write down how two people read a text; with no words, nothing. Both codings stay. Raises
    NotYours."""
    must_analyse(by, differs.reading.consultation)
    differs.note, differs.by = note, by if note else None
    differs.save(update_fields=["note", "by"])
    return differs


@transaction.atomic
def show_two_ways(*, theme: Theme, sentence: str, by: Staff) -> TwoWaysShown | None:
    """Say beside a theme in the findings that adults read it in two ways; without a sentence, no
    longer. Raises NotYours."""
    must_analyse(by, theme.consultation)
    if not sentence:
        TwoWaysShown.objects.filter(theme=theme).delete()
        return None
    shown, _new = TwoWaysShown.objects.update_or_create(
        theme=theme, defaults={"sentence": sentence, "by": by}
    )
    return shown


def reads_blind(user: Staff, consultation: Consultation) -> SecondReading | None:
    """The second reading that this person has under way: until it is ended they see nobody else's
    codings."""
    if not can_analyse(user, consultation.council):
        return None
    return consultation.second_readings.under_way().filter(coder=user).first()
