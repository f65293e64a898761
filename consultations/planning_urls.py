"""Addresses of the screens on which officers plan, below /admin/."""

from django.urls import path

from consultations.views import planning

urlpatterns = [
    path("gate/<int:page_id>/", planning.gate, name="consultations_gate"),
    path("readability/", planning.readability, name="consultations_readability"),
]
