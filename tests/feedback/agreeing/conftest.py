"""What every test of agreeing starts from."""

import pytest


@pytest.fixture(autouse=True)
def _one_factor(settings):
    """Nobody has to set up a second factor here, as in the demo."""
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
