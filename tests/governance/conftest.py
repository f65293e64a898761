import pytest
from pathlib import Path
from django.conf import settings

@pytest.fixture(autouse=True)
def _database(db):
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
