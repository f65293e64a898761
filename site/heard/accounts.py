"""How accounts come about: the council makes them; nobody makes one for themselves."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class StaffOnly(DefaultAccountAdapter):
    """allauth's rules, with the front door closed to newcomers."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the staff's screens, for those who have any."""
        if request.user.has_perm("wagtailadmin.access_admin"):
            return super().get_login_redirect_url(request)
        return "/"

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
