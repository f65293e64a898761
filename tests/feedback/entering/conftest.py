"""What every test of entering starts from."""

import pytest


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    settings.STATIC_ROOT.mkdir(exist_ok=True)
