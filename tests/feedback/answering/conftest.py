"""What every test of answering starts from."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nobody_has_tried(db, settings) -> None:
    """Wrong tries are counted in a cache, which no rollback cleans."""
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    cache.clear()
