"""What every test starts from."""

import pytest
from django.test import Client

from tests import make


@pytest.fixture(autouse=True)
def _db(request):
    """Nearly every test needs the database; a rollback cleans up after it. Tests in a browser
    have a site of their own."""
    if not request.node.get_closest_marker("browser"):
        request.getfixturevalue("db")
        make.forget()


@pytest.fixture
def visitor() -> Client:
    """Somebody with a browser and no account."""
    return Client()


@pytest.fixture
def as_staff():
    """A browser in which somebody with the given roles is signed in: `as_staff("reader")`."""

    def sign_in(*roles: str, user=None) -> Client:
        client = Client()
        client.force_login(user or make.staff(*roles))
        return client

    return sign_in
