"""How far somebody has come with reading all texts, question by question (requirements Q1)."""

from typing import Any

from django.core.cache import caches
from django.db.models import Count, FilteredRelation, Q

from consultations.models import Consultation
from feedback.models import Words

_KEPT_FOR = 60  # seconds
_MANY = 2000  # texts: from then on it is not counted anew for each page, in each process


def progress_of(consultation: Consultation, analyst: Any) -> dict:
    """How many texts somebody has read of how many: {"seen", "ready", "questions": [the same]}.

    The questions are those that were answered in words, each with its key and id.
    """
    key = f"feedback.progress.{consultation.pk}.{analyst.pk}"
    if kept := caches["pages"].get(key):
        return kept
    counted = _count(consultation, analyst)
    if counted["ready"] > _MANY:
        caches["pages"].set(key, counted, _KEPT_FOR)
    return counted


def _count(consultation: Consultation, analyst: Any) -> dict:
    ready = Words.objects.safe_to_analyse().filter(question__consultation=consultation)
    mine = FilteredRelation("seen", condition=Q(seen__by=analyst))
    counted = (
        ready.annotate(mine=mine)
        .order_by("question__key")
        .values_list("question__key", "question_id")
        .annotate(n=Count("pk"), n_seen=Count("mine"))
    )
    lines = [{"key": key, "id": pk, "seen": n_seen, "ready": n} for key, pk, n, n_seen in counted]
    return {
        "seen": sum(line["seen"] for line in lines),
        "ready": sum(line["ready"] for line in lines),
        "questions": lines,
    }
