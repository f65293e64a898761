"""What this site is, in Easy Read, and which consultations can be answered in it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET
from wagtail.models import Page

from consultations.models import ConsultationPage
from heard.frame import frame_for

ROWS = [
    ("1f4dd", _("The council writes things down about children and families.")),
    ("1f5e3", _("This is where you can say what you think about that.")),
    ("1f4ac", _("We ask questions. You can skip any question.")),
    ("1f910", _("You do not tell us your name.")),
    ("1f4d6", _("A trained person reads what you say.")),
    ("1f6df", _("If someone is not safe, we may have to tell a person who can help.")),
    ("1f4e2", _("We show what everyone said. There are no names in it.")),
    ("2696", _("Then the council decides. It must say why.")),
    ("1f4c5", _("We write down every decision here, with the day.")),
    ("1f519", _("You can come back and see what became of it.")),
]


@require_GET
def easy_read(request: HttpRequest) -> HttpResponse:
    """The page that “Easy Read” leads to, where a page has no such version of its own."""
    context = {
        "rows": [{"picture": f"openmoji/{code}.svg", "text": text} for code, text in ROWS],
        "pages": open_in_easy_read(request),
    }
    return render(request, "heard/easy_read.html", context)


def open_in_easy_read(request: HttpRequest) -> list[ConsultationPage]:
    """Consultations of this council that are open and have an Easy Read version, those that close
    first before the others."""
    frame, today = frame_for(request), timezone.localdate()
    if frame is None:
        return []
    pages = ConsultationPage.objects.live().descendant_of(frame.root)
    pages = pages.filter(opens_on__lte=today, closes_on__gte=today).order_by("closes_on", "title")
    return [page for page in pages if page.easy_read]


def link_for(page: object, path: str) -> str:
    """Where the link “Easy Read” leads from a page: to its own version, where it has one."""
    own = isinstance(page, Page) and bool(getattr(page, "easy_read", None))
    return f"{path}?easy=1" if own else ""
