"""Editing a consultation that was published before, as the officer's editor stores it."""

import copy

from wagtail.models import Locale

from consultations.models import ConsultationPage, Questionnaire
from tests import make, translating


def stored(page: ConsultationPage) -> list[dict]:
    """The questions of a page as the editor stores them, to be changed and given back."""
    return copy.deepcopy(list(page.questions.raw_data))


def edited(page: ConsultationPage, questions: list[dict] | None = None, **more) -> ConsultationPage:
    """The page with other questions or fields: a draft that waits for approval."""
    page = ConsultationPage.objects.get(pk=page.pk)
    if questions is not None:
        page.questions = questions
    for name, value in more.items():
        setattr(page, name, value)
    page.save_revision(user=make.staff("participation"))
    return page


def again(page: ConsultationPage, questions: list[dict] | None = None, **more) -> ConsultationPage:
    """The page, edited and published again."""
    return make.approve(edited(page, questions, **more))


def editions(page: ConsultationPage) -> list[Questionnaire]:
    """Every edition of the questionnaire, oldest first."""
    return list(Questionnaire.objects.filter(consultation=page.translation_key).order_by("number"))


def asked(page: ConsultationPage) -> list[dict]:
    """The frozen questions of the latest edition, in order."""
    return editions(page)[-1].document["questions"]


def translation(page: ConsultationPage, language: str = "cy") -> ConsultationPage:
    """A page in another language that nobody has translated yet."""
    locale, _made = Locale.objects.get_or_create(language_code=language)
    return page.copy_for_translation(locale, copy_parents=True)


def translated(page: ConsultationPage, questions: list[dict], **more) -> ConsultationPage:
    """The page in another language, published with these words."""
    page.questions = questions
    for name, value in more.items():
        setattr(page, name, value)
    page.save_revision(user=make.staff("participation"))
    translating.publish(page)
    return ConsultationPage.objects.get(pk=page.pk)
