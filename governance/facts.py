"""What the log says about a page: which facts in the open, which texts sealed.

One function for each kind of page gives `Facts`. The same page published twice with the same facts
gives the same value, so that nothing is entered twice and a change is seen for what it is.

What somebody typed freely is never in the open, also not as an id made from it: a name could be in
it. So who decided is sealed, and the address, which comes from the title, is left out.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.text import slugify
from wagtail.models import Page, Site

from consultations.models import ConsultationPage, InformationItem
from feedback.models import FindingsPage
from governance.models import DecisionPage
from governance.planned import planned_texts
from governance.subjects import subject_of


@dataclass(frozen=True)
class Facts:
    """What an entry about a page holds. `type` is that of its first entry."""

    council: Site
    subject: str
    type: str
    public: dict[str, Any]
    texts: dict[str, str] = field(default_factory=dict)
    reason: str = ""  # why it is corrected, for the entry that corrects it


def facts_of(page: Page) -> Facts | None:
    """The facts of a page that the log follows; None for a page of another kind, or for one that
    was never published."""
    for kind, give in _GIVERS.items():
        if isinstance(page, kind):
            return give(page)
    return None


def slug(text: str) -> str:
    """`text` as an id that may stand in the open: small letters, numbers and hyphens."""
    return slugify(text.replace("_", "-"))[:80].strip("-") or "unnamed"


def _consultation(page: ConsultationPage) -> Facts | None:
    consultation = page.identity
    questionnaire = consultation and consultation.questionnaires.order_by("number").last()
    if not questionnaire:
        return None
    return Facts(
        council=consultation.council,
        subject=subject_of("consultation", page),
        type="consultation.opened",
        public={
            "consultation": str(consultation.pk),
            "edition": questionnaire.number,
            "questionnaire": questionnaire.sha256,
            "opens_on": page.opens_on.isoformat(),
            "closes_on": page.closes_on.isoformat(),
            "findings_by": page.findings_by.isoformat(),
            "decision_by": page.decision_by.isoformat(),
            "items": [slug(item.code) for item in page.items()],
        },
        texts={
            "title": page.title,
            "summary": page.summary,
            "why": page.why,
            "can-change": page.can_change,
            "cannot-change": page.cannot_change,
            "decider": page.decider,
            **({"easy-read": _as_text(page.easy_rows)} if page.easy_read else {}),
            **{
                name: told if isinstance(told, str) else _as_text(told)
                for name, told in planned_texts(page).items()
            },
        },
    )


def _findings(page: FindingsPage) -> Facts | None:
    edition = page.edition
    if not edition:
        return None
    lines = list(page.themes.select_related("theme"))
    return Facts(
        council=page.consultation.council,
        subject=subject_of("findings", page),
        type="findings.published",
        public={
            "findings": str(page.translation_key),
            "consultation": str(page.consultation.pk),
            "edition": edition.number,
            "tables": edition.sha256,
            "themes": [str(line.theme_id) for line in lines],
        },
        texts={
            "title": page.title,
            "summary": page.summary,
            "how-read": page.how_read,
            "missing": page.missing,
            "said-once": page.said_once,
            "themes": _as_text(
                [
                    {
                        "theme": line.shown_name,
                        "summary": line.summary,
                        "said by": dict(line.strengths),
                        "seen differently by": line.differs or "no one said otherwise",
                        **({"signed on": line.signed_on.isoformat()} if line.signed_on else {}),
                    }
                    for line in lines
                ]
            ),
        },
        reason="\n".join(filter(None, [edition.what_changed, edition.why_changed])),
    )


def _decision(page: DecisionPage) -> Facts:
    changes = list(page.changes.select_related("item"))
    influences = list(page.influences.select_related("theme"))
    promises = list(page.promises.all())
    return Facts(
        council=page.findings.consultation.council,
        subject=page.subject,
        type="decision.recorded",
        public={
            "decision": str(page.translation_key),
            "reference": page.reference,
            "outcome": page.outcome,
            "decided_on": page.decided_on.isoformat(),
            "findings": str(page.findings.translation_key),
            "themes": [{"theme": str(line.theme_id), "use": line.use} for line in influences],
            "items": [slug(change.item.code) for change in changes],
            "promises": [
                {"promise": str(promise.key), "due_on": promise.due_on.isoformat()}
                for promise in promises
            ],
            "review_on": page.review_on.isoformat(),
            **_day("in_force_on", page.in_force_on),
        },
        texts=_decision_texts(page, changes, influences, promises),
        reason=page.change_note,
    )


def _decision_texts(page: DecisionPage, changes: list, influences: list, promises: list) -> dict:
    """What is sealed of a decision."""
    return {
        "title": page.title,
        "summary": page.summary,
        "decided-by": page.decided_by,
        "decision": page.decision,
        "reasons": page.reasons,
        "instead": page.instead,
        "how-to-disagree": page.how_to_disagree,
        "changes": _as_text(
            [
                {
                    "item": line.item.title,
                    "before": line.before,
                    "after": line.after,
                    "from": line.from_label,
                }
                for line in changes
            ]
        ),
        "influences": _as_text(
            [{"theme": line.theme.name, "use": line.use, "why": line.why} for line in influences]
        ),
        "alternatives": _as_text(
            [{"option": one.option, "why not": one.why_not} for one in page.alternatives.all()]
        ),
        "promises": _promises(page, promises),
    }


def _promises(page: DecisionPage, promises: list) -> str:
    """What is promised. A translation promises nothing of its own; where somebody translated what
    its source promises, those words are sealed."""
    told = page.promises_made if page.promises_said else promises
    return _as_text(
        [
            {
                "promise": page.promise_text(one, "text"),
                "who": page.promise_text(one, "owner"),
                "by": one.due_on.isoformat(),
            }
            for one in told
        ]
    )


def _item(page: InformationItem) -> Facts:
    return Facts(
        council=page.get_site(),
        subject=subject_of("item", page),
        type="item.changed",
        public={
            "item": str(page.translation_key),
            "code": slug(page.code),
            "kind": slug(page.kind),
            "about_whom": [slug(one) for one in page.about_whom],
            "how_obtained": slug(page.how_obtained),
            "purposes": [slug(one) for one in page.purposes],
            "lawful_basis": [slug(one) for one in page.lawful_basis],
            "origin": slug(page.origin),
            "can_change": slug(page.can_council_change),
            **_day("review_on", page.review_on),
        },
        texts={
            **{slug(name): getattr(page, name) for name in _ITEM_TEXTS},
            "systems": "\n".join(system.name for system in page.systems.all()),
            "returns": _as_text(_return_lines(page)),
        },
    )


_ITEM_TEXTS = (
    "title",
    "plain_name",
    "what_it_records",
    "special_category",
    "chosen_by",
    "chosen_when",
    "why_chosen",
    "purpose_note",
    "stands_in_for",
    "known_gaps",
    "law",
    "who_can_see",
    "shared_with",
    "kept_for",
    "kept_because",
    "how_to_challenge",
    "checked_against",
)


def _return_lines(page: InformationItem) -> list[dict]:
    return [
        {
            "return": line.statutory_return.name,
            "table": line.table,
            "tag": line.tag,
            "number": line.cbds,
            "codes": line.codes,
        }
        for line in page.return_lines.select_related("statutory_return")
    ]


_GIVERS = {
    ConsultationPage: _consultation,
    FindingsPage: _findings,
    DecisionPage: _decision,
    InformationItem: _item,
}


def _day(name: str, day: date | None) -> dict[str, str]:
    """A day under its name; nothing if there is none."""
    return {name: day.isoformat()} if day else {}


def _as_text(lines: list[dict]) -> str:
    """Several lines as one sealed text: JSON, in one fixed form. Nothing for nothing."""
    return json.dumps(lines, ensure_ascii=False, sort_keys=True) if lines else ""
