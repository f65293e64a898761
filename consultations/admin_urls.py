"""Addresses of the officers' screens of this room, below /admin/."""

from django.urls import path

from consultations.views import spreadsheets

urlpatterns = [
    path("consultations/<int:pk>/xlsform/", spreadsheets.take_in, name="consultations_take_in"),
    path(
        "consultations/<int:pk>/xlsform/add/",
        spreadsheets.take_over,
        name="consultations_take_over",
    ),
    path(
        "consultations/<int:pk>/xlsform/file/", spreadsheets.give_out, name="consultations_give_out"
    ),
]
