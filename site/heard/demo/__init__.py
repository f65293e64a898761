"""The Larkmere demo: a made-up council, loaded through the same actions as people's clicks.

The texts are in the TOML files beside this one; days in them count from the day of loading.
"""

import tomllib
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

FOLDER = Path(__file__).parent


def read(name: str) -> dict:
    """The contents of one of the TOML files."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text())


def day(offset: int) -> date:
    """The day that lies `offset` days after today; before it when negative."""
    return timezone.localdate() + timedelta(days=offset)
