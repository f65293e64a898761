"""What is published of the second look: what was set aside and why, how far two people agreed, and
where adults read what was said in two ways. Frozen with the numbers."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from consultations.models import Consultation
from feedback.agreement import Agreement
from feedback.models import AsideReason, SetAside, TwoWaysShown

FEWEST_TOLD = 6  # of fewer, we say that they are fewer: a number could point at somebody


def second_look_of(consultation: Consultation) -> dict:
    """{"aside": {reason: how many}, "texts": how many a second person read, "themes": how many
    themes that was about, "talk": of how many of them people have to talk, "two_ways": [sentences]}
    """
    set_aside = SetAside.objects.confirmed().filter(
        words__response__questionnaire__consultation=consultation
    )
    ended = consultation.second_readings.exclude(ended_at=None).values_list("figures", flat=True)
    found = [Agreement(*one["cells"]) for figures in ended for one in figures]
    shown = TwoWaysShown.objects.filter(theme__consultation=consultation)
    return {
        "aside": dict(Counter(set_aside.values_list("reason", flat=True))),
        "texts": sum(_texts(figures) for figures in ended),
        "themes": len(found),
        "talk": sum(1 for one in found if one.is_to_talk_about),
        "two_ways": list(shown.order_by("theme__name").values_list("sentence", flat=True)),
    }


def _texts(figures: list) -> int:
    """How many texts one second reading was of."""
    return max((Agreement(*one["cells"]).n for one in figures), default=0)


def shown_second_look(document: dict) -> dict[str, Any]:
    """The same in sentences; nothing for numbers from before this was kept."""
    told = document.get("second_look")
    if not told:
        return {}
    return {
        "aside": [_aside(reason, n) for reason, n in told["aside"].items()],
        "read": _read(told) if told["texts"] else "",
        "two_ways": told["two_ways"],
    }


def _aside(reason: str, n: int) -> str:
    why = AsideReason(reason).label
    if n < FEWEST_TOLD:
        return _("Fewer than %(least)s: %(why)s") % {"least": FEWEST_TOLD, "why": why}
    return _("%(n)s: %(why)s") % {"n": n, "why": why}


def _read(told: dict) -> str:
    """How far two people agreed, without a figure that says more than it knows."""
    said = ngettext(
        "A second person read %(n)s text without seeing what the first saw in it.",
        "A second person read %(n)s texts without seeing what the first saw in them.",
        told["texts"],
    ) % {"n": told["texts"]}
    if not told["talk"]:
        return said
    talked = _(
        "Of %(themes)s themes they often saw %(talk)s differently, and they talked about that."
    )
    return f"{said} {talked % told}"
