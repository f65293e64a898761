"""What was asked, as the person who answered read it."""

from django.conf import settings

from feedback.journey import Journey
from feedback.models import Words


def question_as_read(words: Words) -> str:
    """The question that a text answers, in the words of the writer's age and language."""
    response = words.response
    journey = Journey(
        response.questionnaire.document, response.role, response.band, response.language
    )
    for question in journey.possible:
        if question["id"] == str(words.question_id):
            return journey.words(question)["text"]
    return words.question.key


def language_name(code: str) -> str:
    """A language in the reader's own, such as "Polish"."""
    return str(dict(settings.LANGUAGES).get(code, code))
