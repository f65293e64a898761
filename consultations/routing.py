"""What is wrong with the routes of a draft, in sentences for the officer."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from consultations.kinds import KINDS
from consultations.models import ConsultationPage, Question
from consultations.only_after import misrouted, named_in
from consultations.routes import people_of, unreachable


def routing_refusals(page: ConsultationPage, before: Iterable[Question]) -> Iterator[str]:
    """Why the questions of `page` cannot be asked in the order that its routes say."""
    known = {str(question.block_id): question for question in before}
    earlier: dict[str, Any] = {}
    asked: list[dict] = []
    for block in page.questions:
        named = named_in(block.value)
        key = block.value["data_name"] or (known[block.id].key if block.id in known else "")
        wrong = [] if named.is_empty else list(misrouted(named, block.value["text"], earlier))
        yield from wrong
        leads = not named.is_empty and not wrong
        asked.append(
            {
                "id": key or block.id,
                "text": block.value["text"],
                "roles": block.value["roles"],
                "bands": block.value["bands"],
                "after": {"question": named.question} if leads else None,
            }
        )
        if key:
            earlier[key] = _names_of_answers(block, known.get(block.id))
    yield from _never_asked(page, asked)


def _never_asked(page: ConsultationPage, asked: list[dict]) -> Iterator[str]:
    """Questions that hang on an answer which nobody who is asked them can give."""
    if not page.roles:
        return
    for question in unreachable(asked, people_of(page.roles, page.bands)):
        if question["after"]:
            yield _(
                "Nobody is ever asked “%(asked)s”: those whom it is for are not asked “%(first)s” "
                "before it. Ask both of the same people."
            ) % {"asked": question["text"], "first": question["after"]["question"]}


def _names_of_answers(block: Any, known: Question | None) -> list[tuple[str, str]] | None:
    """The codes and words of the answers that a question offers; None where none are chosen."""
    kind = KINDS[block.block_type]
    if not kind.can_lead:
        return None
    codes = {str(option.block_id): option.code for option in known.options.all()} if known else {}
    return [
        (offer.code or codes.get(offer.block_id, ""), str(offer.label))
        for offer in kind.offered(block.value)
    ]
