"""What tests of this room start from."""

import pytest


@pytest.fixture(autouse=True)
def _one_factor(settings):
    """Staff here sign in with a password alone: the second factor has tests of its own."""
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
