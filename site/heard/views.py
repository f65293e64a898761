"""Pages for when something is wrong. Each says so plainly, and loses nothing that was typed."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

SECRET = ("csrfmiddlewaretoken", "password", "words", "ticket")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request that makes no sense, or that is too much at once: then the page says what to do."""
    if not isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
        return render(request, "400.html", {"bare": True}, status=400)
    status = 413 if isinstance(exception, RequestDataTooBig) else 400
    response = render(request, "too_much.html", status=status)
    response["Cache-Control"] = "no-store, private"
    return response


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something went wrong. Uses no database: that may be what is wrong."""
    return render(request, "500.html", {"bare": True}, status=500)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """This is for somebody else."""
    return render(request, "403.html", status=403)


def tampered(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from our page, or the page is too old. What was typed is shown."""
    return render(request, "tampered.html", {"typed": typed(request), "bare": True}, status=403)


def database_away(request: HttpRequest) -> HttpResponse:
    """The database is locked or away. What was typed can be sent again from the page."""
    context = {"again": request.method == "POST", "typed": typed(request), "bare": True}
    response = render(request, "database_away.html", context, status=503)
    response["Retry-After"] = "10"
    response["Cache-Control"] = "no-store, private"
    return response


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The fields of a form that did not arrive, to be shown and sent again; never a secret."""
    if request.method != "POST":
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        if name not in SECRET
        for value in values
    ]


@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read what is published, and nothing of what people do."""
    lines = ["User-agent: *", "Disallow: /say/", "Disallow: /my-words/", "Disallow: /admin/"]
    if settings.HEARD_DEMO:
        lines = ["User-agent: *", "Disallow: /"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")
