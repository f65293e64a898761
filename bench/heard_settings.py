"""Heard as a council runs it, with a folder of its own for what `collectstatic` writes."""

import os
from pathlib import Path

from heard.settings.production import *  # noqa: F403

STATIC_ROOT = Path(os.environ["BENCH_FOLDER"]) / "static"
# Sixteen respondents who need no time to think would be taken for robots.
HEARD_SOONEST_SEND = 0
HEARD_BUSY_AFTER = 1_000_000
