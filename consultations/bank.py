"""The question bank: every question that a council ever asked, to be asked again and compared.

A question is the same in two consultations when it has the same data name, kind, scale and codes of
its answers. Words may differ, by age and by year: numbers under one name still mean the same.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from consultations.kinds import KINDS
from consultations.kinds.base import in_language
from consultations.models import ConsultationPage, Question, Questionnaire
from consultations.trial import trial_document


@dataclass(frozen=True)
class Use:
    """One consultation that asked a question, and how it was asked there last."""

    question: Question
    page: ConsultationPage | None
    text: str
    answers: tuple[str, ...]
    first_on: date
    last_on: date

    @property
    def title(self) -> str:
        return self.page.title if self.page else self.question.consultation.code

    @property
    def kind(self) -> str:
        return str(KINDS[self.question.kind].label)

    @property
    def codes(self) -> list[str]:
        return [option.code for option in self.question.options.all() if not option.retired]

    @property
    def means(self) -> tuple:
        """What must be the same for two uses to be compared."""
        return self.question.kind, sorted(self.question.shape.items()), sorted(self.codes)


@dataclass(frozen=True)
class Entry:
    """A data name, with every consultation of one council that asked it, the newest first."""

    council_id: int
    key: str
    uses: tuple[Use, ...]

    @property
    def newest(self) -> Use:
        return self.uses[0]

    @property
    def kind(self) -> str:
        return self.newest.kind

    @property
    def is_comparable(self) -> bool:
        """Whether it meant the same wherever it was asked."""
        return all(use.means == self.newest.means for use in self.uses)

    def has(self, sought: str) -> bool:
        """Whether its name, or its words anywhere, hold every word that is sought."""
        said = " ".join([self.key, *(f"{use.text} {' '.join(use.answers)}" for use in self.uses)])
        return all(word in said.casefold() for word in sought.casefold().split())


def bank_of(councils: Collection[int]) -> list[Entry]:
    """The bank of these councils, by data name. Four statements, however much was asked."""
    questions = (
        Question.objects.filter(consultation__council__in=councils)
        .select_related("consultation")
        .prefetch_related("options")
    )
    editions = Questionnaire.objects.filter(consultation__council__in=councils).order_by("number")
    pages = ConsultationPage.objects.as_written().filter(
        translation_key__in=[question.consultation_id for question in questions]
    )
    uses = _uses(questions, list(editions), {page.translation_key: page for page in pages})
    found: dict[tuple[int, str], list[Use]] = {}
    for use in sorted(uses, key=lambda one: one.last_on, reverse=True):
        place = (use.question.consultation.council_id, use.question.key)
        found.setdefault(place, []).append(use)
    return [Entry(*place, tuple(uses)) for place, uses in sorted(found.items())]


def _uses(
    questions: Iterable[Question], editions: Iterable[Questionnaire], pages: dict
) -> Iterator[Use]:
    frozen: dict[str, list[tuple[Questionnaire, dict]]] = {}
    for edition in editions:
        for one in edition.document["questions"]:
            frozen.setdefault(one["id"], []).append((edition, one))
    for question in questions:
        if asked := frozen.get(str(question.pk)):
            (first, _words), (last, newest) = asked[0], asked[-1]
            source = last.document["source"]
            yield Use(
                question=question,
                page=pages.get(question.consultation_id),
                text=in_language(newest["words"], source)["text"],
                answers=tuple(in_language(one["words"], source) for one in newest["options"]),
                first_on=first.frozen_on,
                last_on=last.frozen_on,
            )


def not_comparable(page: ConsultationPage) -> list[str]:
    """What an officer is told of the data names of a draft that meant something else before.

    It stops nothing: a question may change on purpose, and then the numbers stand apart.
    """
    council = page.get_site()
    document, _left_out = trial_document(page.get_latest_revision_as_object())
    asked = {question["key"]: question for question in document["questions"]}
    others = (
        Question.objects.filter(consultation__council=council, key__in=asked)
        .exclude(consultation_id=page.translation_key)
        .prefetch_related("options")
        .order_by("consultation__opens_on")
    )
    titles = dict(
        ConsultationPage.objects.as_written()
        .filter(translation_key__in=[other.consultation_id for other in others])
        .values_list("translation_key", "title")
    )
    sentences = (
        _what_differs(asked[other.key], other, titles.get(other.consultation_id, ""))
        for other in others
    )
    return [sentence for sentence in sentences if sentence]


def _what_differs(asked: dict, other: Question, title: str) -> str:
    """How a question of a draft differs from one with the same name; "" if it can be compared."""
    told = {"name": other.key, "title": title}
    if asked["kind"] != other.kind or any(asked.get(k) != v for k, v in other.shape.items()):
        return (
            _(
                "“%(name)s” is not comparable with “%(title)s”: there it is another kind of "
                "question, or has a scale of another length."
            )
            % told
        )
    codes = {option.code for option in other.options.all() if not option.retired}
    if codes != {option["code"] for option in asked["options"]}:
        told["codes"] = ", ".join(sorted(codes))
        return (
            _(
                "“%(name)s” is not comparable with “%(title)s”: there its answers have the codes "
                "%(codes)s."
            )
            % told
        )
    return ""


def drafts_for(user: Any, council: Any) -> list[ConsultationPage]:
    """The consultations of a council to which this person can add a question."""
    pages = ConsultationPage.objects.descendant_of(council.root_page).order_by("title")
    return [
        page
        for page in pages
        if page.state != "closed" and page.permissions_for_user(user).can_edit()
    ]
