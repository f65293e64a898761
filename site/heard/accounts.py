"""How accounts come about: the council makes them; nobody makes one for themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffOnly(DefaultAccountAdapter):
    """allauth's rules, with the front door closed to newcomers."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
