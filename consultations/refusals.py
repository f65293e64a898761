"""What stands between a draft and a frozen questionnaire, in sentences for the officer.

Once people have answered, the words of a question may be mended but not what an answer means:
numbers under one heading must all be answers to the same thing.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from consultations.audiences import Band, Role, is_asked
from consultations.columns import clashes
from consultations.kinds import KINDS
from consultations.models import ConsultationPage, Question, Questionnaire
from consultations.routing import routing_refusals
from consultations.scoping import not_of

START_AFRESH = gettext_lazy("Take the question out and add a new one, with another data name.")


def refusals(page: ConsultationPage, council: Site | None = None) -> list[tuple[str | None, str]]:
    """Why the questions of `page` cannot be frozen: pairs of (field of the page, sentence).

    An empty list means that they can. Reads the questions and answers that were frozen before.
    `council` is needed for a page that has no place in the tree yet.
    """
    before = list(
        Question.objects.filter(consultation_id=page.translation_key).prefetch_related("options")
    )
    latest = (
        Questionnaire.objects.filter(consultation_id=page.translation_key).order_by("number").last()
    )
    answered = Questionnaire.objects.filter(
        consultation_id=page.translation_key, answered=True
    ).exists()
    return [
        *(("questions", sentence) for sentence in _nobody_left_out(page)),
        *(("questions", sentence) for sentence in _about_something(page)),
        *((None, sentence) for sentence in _about_our_own(page, council or page.get_site())),
        *(("questions", sentence) for sentence in _data_names(page, before)),
        *(("questions", sentence) for sentence in clashes(page, before)),
        *(("questions", sentence) for sentence in _same_question(page, before, answered)),
        *(("questions", sentence) for sentence in _routes(page, before, latest)),
        *(("questions", sentence) for sentence in _narrowed(page, before, latest, answered)),
        *_same_answers(page, before, latest if answered else None),
    ]


def _nobody_left_out(page: ConsultationPage) -> Iterator[str]:
    """Everyone whom the consultation is open to is asked something."""
    asked = [(block.value["roles"], block.value["bands"]) for block in page.questions]
    if not asked:
        yield _("Write at least one question.")
        return
    if Role.CHILD in page.roles and not page.bands:
        yield _("Say which ages of children and young people it is open to.")
    for role in page.roles:
        for band in page.bands if role == Role.CHILD else [""]:
            if not any(is_asked(roles, bands, role, band) for roles, bands in asked):
                who = f"{Role(role).label} {Band(band).label}" if band else Role(role).label
                yield _("It is open to “%(who)s”, but no question is asked of them.") % {"who": who}


def _about_something(page: ConsultationPage) -> Iterator[str]:
    """Every question serves an item; the one that was chosen may have been deleted since."""
    for block in page.questions:
        if block.value["item"] is None:
            yield _("Choose what “%(asked)s” is about.") % {"asked": block.value["text"]}


def _about_our_own(page: ConsultationPage, council: Site | None) -> Iterator[str]:
    """A council asks about what it writes down itself."""
    items = {line.item for line in page.about.all() if line.item_id}
    items |= {block.value["item"] for block in page.questions if block.value["item"]}
    for item in not_of(council, items):
        yield _("“%s” is in the register of another council.") % item.title


def _data_names(page: ConsultationPage, before: list[Question]) -> Iterator[str]:
    """A data name belongs to one question for ever."""
    given = [block.value["data_name"] for block in page.questions if block.value["data_name"]]
    for name, times in Counter(given).items():
        if times > 1:
            yield _("Two questions have the data name “%s”. Give one of them another.") % name
    by_key = {question.key: question for question in before}
    for block in page.questions:
        owner = by_key.get(block.value["data_name"])
        if owner and str(owner.block_id) != block.id:
            yield (
                _("The data name “%s” belongs to a question that was asked before. Choose another.")
                % owner.key
            )


def _routes(
    page: ConsultationPage, before: list[Question], latest: Questionnaire | None
) -> Iterator[str]:
    """Every question can be reached. A page in another language takes the routes of its source."""
    if latest is None or latest.document["source"] == page.locale.language_code:
        yield from routing_refusals(page, before)


def _same_question(page: ConsultationPage, before: list[Question], answered: bool) -> Iterator[str]:
    """A question that has been answered keeps its kind, its scale and its data name."""
    by_block = {str(question.block_id): question for question in before}
    for block in page.questions:
        known = by_block.get(block.id)
        if not known or not answered:
            continue
        asked = {"asked": block.value["text"], "rest": START_AFRESH}
        if known.kind != block.block_type:
            yield _("People have answered “%(asked)s”, so its kind cannot change. %(rest)s") % asked
        elif known.shape != KINDS[block.block_type].shape(block.value):
            yield (
                _(
                    "People have answered “%(asked)s”, so the length of its scale cannot change. "
                    "%(rest)s"
                )
                % asked
            )
        if block.value["data_name"] not in ("", known.key):
            yield _("People have answered “%(asked)s”, so it keeps the data name “%(key)s”.") % {
                **asked,
                "key": known.key,
            }


def _narrowed(
    page: ConsultationPage, before: list[Question], latest: Questionnaire | None, answered: bool
) -> Iterator[str]:
    """A question that has been answered goes on taking the answers that it took."""
    by_block = {str(question.block_id): question for question in before}
    for block in page.questions:
        known = by_block.get(block.id)
        frozen = _frozen_as(latest.document, known) if known and latest and answered else None
        if not frozen or frozen["kind"] != block.block_type:
            continue
        kind = KINDS[block.block_type]
        if why := kind.narrowed(frozen, block.value, page.locale.language_code):
            yield _("People have answered “%(asked)s”, so %(why)s. %(rest)s") % {
                "asked": block.value["text"],
                "why": why,
                "rest": START_AFRESH,
            }


def _same_answers(
    page: ConsultationPage, before: list[Question], latest: Questionnaire | None
) -> Iterator[tuple[str, str]]:
    """An answer keeps its meaning; better words for it need a note that says so."""
    by_block = {str(question.block_id): question for question in before}
    mended = False
    for block in page.questions:
        known = by_block.get(block.id)
        offered = KINDS[block.block_type].offered(block.value)
        yield from (("questions", sentence) for sentence in _twice(block, offered))
        yield from (("questions", sentence) for sentence in _codes(block, offered, known, latest))
        if known and latest:
            was = _labels(latest.document, known, page.locale.language_code)
            moved = _moved(known, offered, was)
            yield from (("questions", sentence) for sentence in moved)
            mended = mended or any(
                was.get(_key(known, offer)) not in (None, offer.label) for offer in offered
            )
            mended = mended or _reworded(latest.document, known, block, page)
    if mended and page.change_note.strip() in ("", latest.document.get("change_note", "")):
        yield (
            "change_note",
            _(
                "You changed words of a question that people have answered. If it still means the "
                "same, say here what you changed. If it means something else, take the question or "
                "the answer out and add a new one."
            ),
        )


def _twice(block: Any, offered: list) -> Iterator[str]:
    """Two answers with the same words cannot be told apart by whoever chooses."""
    labels = [str(offer.label).strip().casefold() for offer in offered]
    for place, offer in enumerate(offered):
        if labels[place] in labels[:place]:
            yield _("“%(asked)s” offers the answer “%(answer)s” twice. Take one of them out.") % {
                "asked": block.value["text"],
                "answer": offer.label,
            }


def _reworded(document: dict, known: Question, block: Any, page: ConsultationPage) -> bool:
    """Whether a question is asked in other words than in the last edition."""
    frozen = _frozen_as(document, known)
    was = frozen and frozen["words"].get(page.locale.language_code)
    return bool(was) and was != KINDS[block.block_type].words(block.value)


def _frozen_as(document: dict, known: Question) -> dict | None:
    """A question as it was frozen in a document, if it is in it."""
    return next((one for one in document["questions"] if one["id"] == str(known.pk)), None)


def _codes(
    block: Any, offered: list, known: Question | None, latest: Questionnaire | None
) -> Iterator[str]:
    """Codes are given once, and stay with the answer that had them first."""
    for code, times in Counter(offer.code for offer in offered if offer.code).items():
        if times > 1:
            yield _("Two answers to “%(asked)s” have the code “%(code)s”.") % {
                "asked": block.value["text"],
                "code": code,
            }
    if not known:
        return
    kept = {str(option.block_id): option for option in known.options.all() if option.block_id}
    owners = {option.code: str(option.block_id) for option in kept.values()}
    for offer in offered:
        same = kept.get(offer.block_id)
        names = {"answer": offer.label, "code": offer.code}
        if same and latest and offer.code not in ("", same.code):
            yield _("People have chosen “%(answer)s”, so it keeps the code “%(kept)s”.") % {
                **names,
                "kept": same.code,
            }
        elif offer.code and owners.get(offer.code, offer.block_id) != offer.block_id:
            yield _("The code “%(code)s” belongs to an answer that was offered before.") % names


def _moved(known: Question, offered: list, was: dict[Any, str]) -> Iterator[str]:
    """Words that belonged to one answer must not turn up on another."""
    for offer in offered:
        key = _key(known, offer)
        if key in was and was[key] != offer.label and offer.label in was.values():
            yield _(
                "“%(now)s” used to be another answer than “%(then)s”. Answers that people have "
                "chosen cannot trade places: put them back."
            ) % {"now": offer.label, "then": was[key]}


def _key(known: Question, offer: Any) -> str:
    """What identifies an offered answer among those frozen: the editor's id, or else its code."""
    return offer.block_id or offer.code


def _labels(document: dict, known: Question, language: str) -> dict[str, str]:
    """The words that each answer to a question had in the last edition, by `_key`.

    Answers that had no words in this language yet are left out: a first translation changes none.
    """
    keys = {
        str(option.pk): str(option.block_id) if option.block_id else option.code
        for option in known.options.all()
    }
    frozen = next((q for q in document["questions"] if q["id"] == str(known.pk)), {"options": []})
    return {
        keys[option["id"]]: option["words"][language]
        for option in frozen["options"]
        if language in option["words"]
    }
