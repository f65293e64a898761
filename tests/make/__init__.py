"""Builders: each makes one thing through the software's own actions, and says only what matters."""

from tests.make.answering import (
    draft,
    frozen,
    option,
    read_words,
    response,
    responses,
    words,
)
from tests.make.asking import (
    WITH_OPTIONS,
    approve,
    block,
    closed_consultation,
    consultation,
    draft_consultation,
    item,
    long_closed_consultation,
)
from tests.make.deciding import (
    decision,
    draft_decision,
    promise,
)
from tests.make.listening import (
    draft_findings,
    findings,
    quotation,
    theme,
)
from tests.make.people import (
    PASSWORD,
    council,
    forget,
    keep,
    known,
    noon,
    section,
    staff,
    superuser,
    today,
)
from tests.make.worrying import concern, contact, settled_concern

__all__ = [
    "PASSWORD",
    "WITH_OPTIONS",
    "approve",
    "block",
    "closed_consultation",
    "concern",
    "consultation",
    "contact",
    "council",
    "decision",
    "draft",
    "draft_consultation",
    "draft_decision",
    "draft_findings",
    "findings",
    "forget",
    "frozen",
    "item",
    "keep",
    "known",
    "long_closed_consultation",
    "noon",
    "option",
    "promise",
    "quotation",
    "read_words",
    "response",
    "responses",
    "section",
    "settled_concern",
    "staff",
    "superuser",
    "theme",
    "today",
    "words",
]
