"""What every test starts from."""

import gc
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import translation
from wagtail.signal_handlers import disable_reference_index_auto_update

from heard.words_of_the_site import compile_words
from tests import make, migrated
from tests.sharing import database_of_the_file  # noqa: F401  a fixture

gc.set_threshold(100_000, 50, 50)  # a test lives too briefly to be worth searching for cycles


def pytest_configure(config):
    """A fresh clone has no compiled words yet."""
    compile_words()


TESTS = Path(__file__).parent
# Tests of plain values, which are shut out of the database and so run once, whatever it is.
NO_DATABASE = (
    "consultations/test_audiences.py",
    "consultations/test_cleaning_html.py",
    "consultations/test_cleaning_text.py",
    "consultations/test_naming.py",
    "consultations/test_numbers.py",
    "consultations/test_pictures_and_sounds.py",
    "consultations/test_readability.py",
    "consultations/test_rules_of_the_gate.py",
    "consultations/test_working_days.py",
    "feedback/test_agreement.py",
    "feedback/exporting/test_labels.py",
    "feedback/exporting/test_refi.py",
    "feedback/test_days.py",
    "feedback/test_disclosure.py",
    "feedback/test_disclosure_choices.py",
    "feedback/test_disclosure_choices_oracle.py",
    "feedback/test_disclosure_oracle.py",
    "feedback/test_editions.py",
    "feedback/test_following.py",
    "feedback/test_no_number_can_be_worked_out.py",
    "feedback/test_pointing.py",
    "feedback/redaction/",
    "feedback/test_quoting.py",
    "feedback/test_settling.py",
    "feedback/test_skipped.py",
    "feedback/test_sought.py",
    "governance/log/",
)


def pytest_collection_modifyitems(config, items):
    """Nearly every test needs the database; a rollback cleans up after it. Tests in a browser
    have a site of their own. What is true of one kind of database is tested on that alone."""
    for item in items:
        if str(item.path.relative_to(TESTS)).startswith(NO_DATABASE):
            item.add_marker(pytest.mark.only_on("sqlite"))
        elif "journeys" not in item.path.parts:
            item.add_marker("django_db")
    elsewhere = [item for item in items if not _is_for(item, connection.vendor)]
    config.hook.pytest_deselected(items=elsewhere)
    items[:] = [item for item in items if item not in elsewhere]


def _is_for(item, vendor: str) -> bool:
    """Whether a test is about this kind of database, or about all."""
    return all(mark.args == (vendor,) for mark in item.iter_markers("only_on"))


def pytest_sessionfinish(session, exitstatus):
    """With HEARD_TEST_ALL nothing may be skipped."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("HEARD_TEST_ALL") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(autouse=True)
def _nobody_is_known():
    """The database forgets between tests, and so do the builders and the caches."""
    make.forget()
    cache.clear()
    translation.activate(settings.LANGUAGE_CODE)  # a request leaves its own behind


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """Called by pytest-django before it makes the test database."""
    with migrated.copied():
        yield


@pytest.fixture(autouse=True)
def _references(request):
    """Wagtail's index of what refers to what is kept only for tests about it: it takes a fifth of
    the time that publishing takes."""
    if request.node.get_closest_marker("references"):
        yield
    else:
        with disable_reference_index_auto_update():
            yield


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
