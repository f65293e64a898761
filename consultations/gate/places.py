"""Where each line of the gate is mended: a place in the editor, or a screen of its own."""

from typing import Any

from django.urls import reverse

# What the element is called that the editor opens at.
IN_THE_EDITOR = {
    "summary": "id_summary",
    "about": "id_about-TOTAL_FORMS",
    "why": "id_why",
    "can_change": "id_can_change",
    "cannot_change": "id_cannot_change",
    "decider": "id_decider",
    "dates": "id_opens_on",
    "who": "id_roles",
    "expected": "id_expected-TOTAL_FORMS",
    "questions": "questions-root",
    "easy_read": "panel-child-content-easy_read-section",
    "rung": "id_rung",
    "read_by": "id_read_by",
    "considered": "id_considered-TOTAL_FORMS",
    "tried_out": "id_tried_out-TOTAL_FORMS",
    "space": "id_space",
    "voice": "id_voice",
    "audience": "id_audience",
    "influence": "id_influence",
    "checks": "id_checks-TOTAL_FORMS",
}


def address_of(place: str, page: Any) -> str:
    """The address of the place where a line of this page's gate is mended."""
    if place == "cover":
        return reverse("wagtailsnippets_consultations_readingcover:list")
    gate = reverse("consultations_gate", args=[page.pk])
    if place in ("undecided", "decided"):
        return f"{gate}#{place}"
    return f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}#{IN_THE_EDITOR[place]}"
