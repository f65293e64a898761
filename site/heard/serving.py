"""How a public page reaches a visitor: found in one statement, made once, shown again.

Wagtail's own way takes one statement for each step of the address. Ours gives the same page, and
leaves pages that are not for everyone to Wagtail. A kind of page names in `shown_with` what it is
never shown without, which is then read with it.
"""

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from wagtail import views
from wagtail.models import Page

from heard.frame import Frame, frame_for, stamp_for
from heard.look import look_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """The public page at `path`, such as "have-your-say/who-sees-it/". Raises Http404."""
    frame = frame_for(request)
    if frame is None:
        raise Http404
    key = _key(request)
    if key and (kept := caches["pages"].get(key)):
        return HttpResponse(kept, content_type="text/html; charset=utf-8")
    page, rest = _find(frame, path)
    if frame.is_restricted(page):
        return views.serve(request, path)
    response = _make(page, request, rest)
    if key and _may_be_kept(response):
        caches["pages"].set(key, response.content)
    return response


def _find(frame: Frame, path: str) -> tuple[Page, list[str]]:
    """The deepest published page on the way to `path`, and what of the way is left."""
    steps = [step for step in path.split("/") if step]
    ways = [
        "".join([frame.root.url_path, *(f"{step}/" for step in steps[:n])])
        for n in range(len(steps) + 1)
    ]
    found = list(
        Page.objects.live()
        .filter(url_path__in=ways, path__startswith=frame.root.path)
        .select_related("content_type")
        .order_by("-depth")[:2]
    )
    if not found:
        raise Http404
    model = found[0].content_type.model_class()
    shown_with = getattr(model, "shown_with", ())
    page = model.objects.select_related("locale", *shown_with).get(pk=found[0].pk)
    if found[1:] and found[1].depth == page.depth - 1:
        page._cached_parent_obj = found[1]  # where `get_parent` looks first
    return page, steps[found[0].depth - frame.root.depth :]


def _make(page: Page, request: HttpRequest, rest: list[str]) -> HttpResponse:
    """The page itself, or what it serves at an address of its own below it."""
    routed, args, kwargs = page.route(request, rest)
    response = routed.serve(request, *args, **kwargs)
    return response.render() if hasattr(response, "render") else response


def _key(request: HttpRequest) -> str:
    """Under which name a page may be kept, or "" for what is not the same for everyone.

    The day is part of it: what is late, or closes in three days, changes by itself.
    """
    if request.method != "GET" or request.GET or request.user.is_authenticated:
        return ""
    stamp = stamp_for(request).pages
    seen = f"{timezone.localdate()}:{look_of(request).replace(' ', '.')}"
    return f"{stamp}:{seen}:{request.get_host()}{request.path}"


def _may_be_kept(response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and response["Content-Type"].startswith("text/html")
    )
