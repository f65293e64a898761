"""What every test starts from."""

import pytest
from django.core.cache import cache
from django.test import Client

from tests import make


def pytest_collection_modifyitems(items):
    """Nearly every test needs the database; a rollback cleans up after it. Tests in a browser
    have a site of their own."""
    for item in items:
        if "journeys" not in item.path.parts:
            item.add_marker("django_db")


@pytest.fixture(autouse=True)
def _nobody_is_known():
    """The database forgets between tests, and so do the builders and the caches."""
    make.forget()
    cache.clear()


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
