"""How pages look for one person: larger letters, other colours. Kept in their browser alone."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

COOKIE = "look"
A_YEAR = 365 * 24 * 60 * 60  # seconds
SIZES = [("", _("As usual")), ("large", _("Large")), ("largest", _("Very large"))]
COLOURS = [
    ("", _("As usual")),
    ("strong", _("Black on white, with strong lines")),
    ("dark", _("Yellow on black")),
]


class LookForm(forms.Form):
    """Size and colours."""

    size = forms.ChoiceField(
        label=_("How big should the letters be?"),
        choices=SIZES,
        required=False,
        widget=forms.RadioSelect,
    )
    colours = forms.ChoiceField(
        label=_("Which colours are easy to read?"),
        choices=COLOURS,
        required=False,
        widget=forms.RadioSelect,
    )

    @property
    def look(self) -> str:
        """What the cookie holds: "large dark"; "" for as usual."""
        return " ".join(filter(None, (self.cleaned_data["size"], self.cleaned_data["colours"])))


def look_of(request: HttpRequest) -> str:
    """The classes for the page that somebody chose, such as "look-large look-dark"; "" for none.

    A cookie can hold anything: only what is offered here gets into a page.
    """
    chosen = request.COOKIES.get(COOKIE, "").split()
    known = [value for value, _label in (*SIZES, *COLOURS) if value]
    return " ".join(f"look-{value}" for value in known if value in chosen)


@never_cache
@require_http_methods(["GET", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """Choose how pages look, then go back to the page that one came from."""
    back = _back(request)
    form = LookForm(request.POST if request.method == "POST" else None, initial=_initial(request))
    if form.is_valid():
        response = redirect(back)
        if form.look:
            secure = request.is_secure()
            response.set_cookie(
                COOKIE, form.look, A_YEAR, httponly=True, samesite="Lax", secure=secure
            )
        else:
            response.delete_cookie(COOKIE)
        return response
    status = 422 if form.is_bound else 200
    return render(request, "heard/look.html", {"form": form, "back": back}, status=status)


def _initial(request: HttpRequest) -> dict[str, Any]:
    chosen = request.COOKIES.get(COOKIE, "").split()
    return {
        "size": next((value for value, _label in SIZES if value in chosen), ""),
        "colours": next((value for value, _label in COLOURS if value in chosen), ""),
    }


def _back(request: HttpRequest) -> str:
    """The page to go back to: one of ours, or the front page."""
    wanted = request.POST.get("back") or request.GET.get("back", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return reverse("wagtail_serve", args=[""])
