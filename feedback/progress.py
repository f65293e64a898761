"""How far somebody has come with reading all texts, question by question (requirements Q1)."""

from typing import Any
from uuid import UUID

from django.core.cache import cache
from django.db.models import Count

from consultations.models import Consultation
from feedback.choosing import questions_of
from feedback.models import Seen, Words

_KEPT_FOR = 60  # seconds
_MANY = 2000  # texts: from then on it is not counted anew for each page


def progress_of(consultation: Consultation, analyst: Any) -> dict:
    """How many texts somebody has read of how many: {"seen", "ready", "questions": [the same]}."""
    key = f"feedback.progress.{consultation.pk}.{analyst.pk}"
    if kept := cache.get(key):
        return kept
    counted = _count(consultation, analyst)
    if counted["ready"] > _MANY:
        cache.set(key, counted, _KEPT_FOR)
    return counted


def _count(consultation: Consultation, analyst: Any) -> dict:
    questions = questions_of(consultation)
    ready = Words.objects.safe_to_analyse().filter(question__in=questions.values())
    n_ready = _by_question(ready)
    n_seen = _by_question(ready.filter(pk__in=Seen.objects.filter(by=analyst).values("words")))
    lines = [
        {"key": key, "seen": n_seen.get(pk, 0), "ready": n_ready[pk]}
        for key, pk in questions.items()
        if pk in n_ready
    ]
    return {
        "seen": sum(line["seen"] for line in lines),
        "ready": sum(line["ready"] for line in lines),
        "questions": lines,
    }


def _by_question(texts: Any) -> dict[UUID, int]:
    return dict(texts.order_by().values_list("question_id").annotate(n=Count("pk")))
