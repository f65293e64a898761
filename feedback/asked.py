"""What was asked, as the person who answered read it."""

from collections.abc import Mapping

from django.conf import settings
from django.utils.translation import gettext as _

from feedback.journey import Journey
from feedback.models import Words


def question_as_read(words: Words) -> str:
    """The question that a text answers, in the words of the writer's age and language.

    Where the text is about the question itself, that is said before it.
    """
    return asked_in(words.response.questionnaire.document, words)


def asked_in(document: Mapping, words: Words) -> str:
    """The same, from the frozen questionnaire that was answered."""
    if words.is_about_question:
        return _("About the question itself: %s") % _asked(document, words)
    return _asked(document, words)


def _asked(document: Mapping, words: Words) -> str:
    response = words.response
    journey = Journey(document, response.role, response.band, response.language)
    for question in journey.possible:
        if question["id"] == str(words.question_id):
            return journey.words(question)["text"]
    return words.question.key


def language_name(code: str) -> str:
    """A language in the reader's own, such as "Polish"."""
    return str(dict(settings.LANGUAGES).get(code, code))
