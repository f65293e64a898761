"""What the log says of the plan of a consultation: sealed texts, none for what is empty.

Codes stand for our own words, so that the same plan is the same in every language."""

from typing import Any

from consultations.models import ConsultationPage


def planned_texts(page: ConsultationPage) -> dict[str, Any]:
    """What people read of the plan, by the names of sealed texts: words, or lists of lines."""
    told: dict[str, Any] = {
        "say": str(page.rung or ""),
        "undecided-on": page.undecided_on.isoformat() if page.undecided_on else "",
        "read-by": page.read_by.isoformat() if page.read_by else "",
        "options": [
            {"option": one.text, "standing": one.standing, "reasons": one.reasons}
            for one in page.considered.all()
        ],
        "reaching": [
            {
                "group": one.label,
                "reached": one.reach,
                **({"might be missed": "yes"} if one.might_be_missed else {}),
            }
            for one in page.expected.all()
            if one.reach
        ],
        "tried-out": [
            {
                "with": f"{one.who}: {one.number} ({', '.join(one.bands)})",
                "on": one.tried_on.isoformat(),
                "changed": one.changed,
            }
            for one in page.tried_out.all()
        ],
        "without": [{"without": one["code"], "why": one["reason"]} for one in page.excuses],
    }
    return {name: value for name, value in told.items() if value}
