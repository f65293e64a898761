"""Addresses of the question bank, below /admin/."""

from django.urls import path

from consultations.views import banking

urlpatterns = [
    path("bank/", banking.bank, name="consultations_bank"),
    path("bank/<uuid:pk>/", banking.entry, name="consultations_bank_entry"),
]
