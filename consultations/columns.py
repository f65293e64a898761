"""The names of the columns of an export: none may stand for two things."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from consultations.kinds import KINDS
from consultations.kinds.outputs import REMARK
from consultations.models import ConsultationPage, Question


def column_names(kind: str, key: str, codes: Iterable[str]) -> list[str]:
    """The columns that a question of this kind, data name and codes has in an export."""
    options = [{"id": code, "code": code, "value": 0, "words": {}} for code in codes]
    question = {"key": key, "words": {}, "options": options}
    return [*(column.name for column in KINDS[kind].columns(question)), key + REMARK]


def clashes(page: ConsultationPage, before: list[Question]) -> Iterator[str]:
    """Sentences about columns that would hold two things: "share" with the answer "with_school"
    and "share_with" with the answer "school" would both be "share_with_school"."""
    known = {str(question.block_id): question for question in before}
    asked = {block.id for block in page.questions}
    gone = [question for question in before if str(question.block_id) not in asked]
    taken = {name: question.key for question in gone for name in _names_before(question)}
    for block in page.questions:
        key, names = _names(block, known.get(block.id))
        for name in names:
            if taken.get(name, key) != key:  # one data name for two is refused by itself
                yield _(
                    "“%(asked)s” would have the column “%(name)s” in the export, which another "
                    "question has. Choose another data name."
                ) % {"asked": block.value["text"], "name": name}
            taken[name] = key


def _names_before(question: Question) -> list[str]:
    codes = [option.code for option in question.options.all()]
    return column_names(question.kind, question.key, codes)


def _names(block: Any, known: Question | None) -> tuple[str, list[str]]:
    """The data name and the columns of a block, as far as they are known before it is frozen."""
    key = block.value["data_name"] or (known.key if known else "")
    if not key:
        return "", []
    kept = {str(option.block_id): option.code for option in known.options.all()} if known else {}
    offered = KINDS[block.block_type].offered(block.value)
    codes = [offer.code or kept.get(offer.block_id, "") for offer in offered]
    return key, column_names(block.block_type, key, dict.fromkeys(filter(None, codes)))
