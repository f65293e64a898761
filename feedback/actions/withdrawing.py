"""Taking answers back."""

from datetime import date

from django.db import transaction

from feedback.actions.exporting import end_exports_with
from feedback.models import Erasure, Response
from feedback.text_search import clean_index


@transaction.atomic
def withdraw_response(*, response: Response, today: date) -> Erasure:
    """Delete a response with its answers, words, readings, codings and quotations. Twice is once.

    What stays: that a response was taken back on this day, and a safeguarding note if there is
    one, which no longer points at the words. Nothing is left of it in the index of words. Tables
    that were published stay as they are.
    """
    erasure, _new = Erasure.objects.get_or_create(
        response_id=response.pk,
        defaults={
            "council": response.questionnaire.consultation.council,
            "erased_on": today,
        },
    )
    end_exports_with(consultation=response.questionnaire.consultation)
    response.delete()
    clean_index()
    return erasure
