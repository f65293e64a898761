"""Every address. The order matters: Wagtail's pages take whatever is left."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import Http404, HttpRequest
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from heard import choosing, easy_reading, look, serving, views

handler400 = views.bad_request
handler404 = views.not_found
handler403 = views.forbidden
handler500 = views.server_error


def closed(request: HttpRequest, *args: object, **kwargs: object) -> None:
    """A side door that stays shut."""
    raise Http404


# Every way in goes through allauth, with its limits and its second factor (see decision 0007).
to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("admin/login/", to_login, name="side_door_admin"),
    path("_util/login/", to_login, name="wagtailcore_login"),
    re_path(r"^admin/password_reset/", closed, name="side_door_reset"),
    # Wagtail's screens do not use it, and it asks none of our hooks before it publishes or deletes.
    re_path(r"^admin/api/main/pages/\d+/action/", closed, name="side_door_actions"),
    path("admin/choose-page/", choosing.choose_page, name="choose_page"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("accounts/signup/", closed, name="no_signup"),
    path("accounts/", include("allauth.urls")),
    path("robots.txt", views.robots, name="robots"),
    *i18n_patterns(
        path("", include("feedback.urls")),
        path("look/", look.look, name="look"),
        path("easy-read/", easy_reading.easy_read, name="easy_read"),
        re_path(wagtail_urls.serve_pattern, serving.serve, name="wagtail_serve"),
        prefix_default_language=False,
    ),
]
if settings.HEARD_DEMO:  # in production the web server in front serves uploaded files
    uploads = path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}, "media")
    urlpatterns.insert(0, uploads)
