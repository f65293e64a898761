"""Heard as a council runs it, with a folder of its own for what `collectstatic` writes."""

import os
from pathlib import Path

from heard.settings.production import *  # noqa: F403

STATIC_ROOT = Path(os.environ["BENCH_FOLDER"]) / "static"
