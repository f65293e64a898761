"""Addresses of the screens for codes, below /admin/."""

from django.urls import path, re_path

from consultations.views import inviting

_BATCH = r"^invitations/(?P<code>[a-z0-9]+)/codes/(?P<pk>[0-9a-f-]{36})/"
_FILES = r"(?P<name>letters\.pdf|letters\.html|cards\.pdf|cards\.html|sheet\.xlsx|sheet\.csv)$"

urlpatterns = [
    path("invitations/<str:code>/", inviting.invitations, name="consultations_invitations"),
    path("invitations/<str:code>/codes/", inviting.new_batch, name="consultations_new_batch"),
    re_path(_BATCH + _FILES, inviting.files, name="consultations_files"),
    path(
        "invitations/<str:code>/codes/<uuid:pk>/stop/",
        inviting.stop_batch,
        name="consultations_stop_batch",
    ),
    path("invitations/<str:code>/group/", inviting.new_group, name="consultations_new_group"),
    path("invitations/<str:code>/group/<uuid:pk>/", inviting.group, name="consultations_group"),
    re_path(
        r"^invitations/(?P<code>[a-z0-9]+)/group/(?P<pk>[0-9a-f-]{36})/poster\.(?P<end>pdf|html)$",
        inviting.poster,
        name="consultations_poster",
    ),
    path(
        "invitations/<str:code>/group/<uuid:pk>/stop/",
        inviting.stop_group,
        name="consultations_stop_group",
    ),
]
