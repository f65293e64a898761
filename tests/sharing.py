"""Fixtures that are built once for a file of tests, because publishing is the slow part of most."""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import Parameter, Signature, signature
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.utils import translation
from wagtail.signal_handlers import disable_reference_index_auto_update

from tests import make


def once_a_file(build: Callable) -> Any:
    """A fixture whose `build` runs once for each file, outside the transaction of any one test.

    Every test gets a copy, and the database as it was when it was built: what a test does is
    undone before the next. `build` may ask only for other fixtures of this kind.
    """
    name, needs = build.__name__, list(signature(build).parameters)
    built_name = _of_the_file(name)

    def built(database_of_the_file, **given: Any) -> Any:
        with database_of_the_file():
            return build(**{need: given[_of_the_file(need)] for need in needs})

    def copied(**given: Any) -> Any:
        return copy.deepcopy(given[built_name])

    asks(built, "database_of_the_file", *map(_of_the_file, needs))
    asks(copied, built_name)
    build.__globals__[built_name] = pytest.fixture(scope="module", name=built_name)(built)
    return pytest.fixture(name=name)(copied)


def asks(function: Callable, *names: str) -> None:
    """Tell pytest what a function needs."""
    function.__signature__ = Signature(  # type: ignore[attr-defined]
        [Parameter(name, Parameter.KEYWORD_ONLY) for name in names]
    )


def _of_the_file(name: str) -> str:
    return f"{name}_of_the_file"


@pytest.fixture(scope="module")
def database_of_the_file(django_db_setup, django_db_blocker):
    """Opens the transaction of a file, and lets something be built in it."""
    with django_db_blocker.unblock():
        whole = transaction.atomic()
        whole.__enter__()

    @contextmanager
    def building() -> Iterator[None]:
        translation.activate(settings.LANGUAGE_CODE)
        with django_db_blocker.unblock(), disable_reference_index_auto_update():
            make.forget()
            yield
            make.keep()

    yield building
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        whole.__exit__(None, None, None)
    make.forget(everybody=True)
