"""What every page knows: the council whose site this is."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from consultations.models import CouncilSettings
from heard.frame import frame_for
from heard.look import look_of


def council(request: HttpRequest) -> dict:
    """The council's facts, read when a page first uses them; and whether this is the demo; how
    somebody wants to see it."""

    def facts() -> CouncilSettings:
        frame = frame_for(request)
        return frame.council if frame else CouncilSettings()

    return {
        "council": SimpleLazyObject(facts),
        "is_demo": settings.HEARD_DEMO,
        "look": look_of(request),
    }
