"""What every page knows: the council whose site this is."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from consultations.models import CouncilSettings


def council(request: HttpRequest) -> dict:
    """The council's facts, read when a page first uses them; and whether this is the demo."""
    return {
        "council": SimpleLazyObject(lambda: CouncilSettings.for_request(request)),
        "is_demo": settings.HEARD_DEMO,
    }
