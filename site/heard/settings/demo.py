"""The Larkmere demo: served as production is, over plain HTTP and without a second factor."""

import json
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet

from heard.settings.base import *  # noqa: F403
from heard.settings.base import VAR_DIR
from heard.settings.environment import database, sqlite_url

DEMO_DIR = Path(os.environ.get("HEARD_DEMO_DIR") or VAR_DIR / "demo")


def _keys() -> dict:
    """This machine's own keys, made on the first run and kept in var/demo."""
    path = DEMO_DIR / "keys.json"
    if not path.exists():
        DEMO_DIR.mkdir(parents=True, exist_ok=True)
        fresh = {
            "secret": secrets.token_urlsafe(50),
            "receipts": {"1": secrets.token_hex(32)},
            "sealing": [Fernet.generate_key().decode()],
        }
        path.touch(mode=0o600)
        path.write_text(json.dumps(fresh))
    return json.loads(path.read_text())


_found = _keys()
SECRET_KEY = _found["secret"]
HEARD_RECEIPT_KEYS = {int(number): key for number, key in _found["receipts"].items()}
HEARD_SEALING_KEYS = _found["sealing"]

ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {
    "default": database(os.environ.get("DATABASE_URL") or sqlite_url(DEMO_DIR / "heard.sqlite3"))
}
MEDIA_ROOT = DEMO_DIR / "media"
HEARD_EXPORTS_DIR = DEMO_DIR / "exports"
TASKS = {**TASKS, "exports": TASKS["default"]}  # at once: there is no worker here
STATIC_ROOT = DEMO_DIR / "static"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = DEMO_DIR / "mail"
DEFAULT_FROM_EMAIL = "heard@larkmere.example"

WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"

HEARD_DEMO = True
HEARD_REQUIRE_SECOND_FACTOR = False
HEARD_SECURE_COOKIES = False
# Whoever tries or measures the demo with a program is not stopped, unless they ask for it.
HEARD_SOONEST_SEND = int(os.environ.get("HEARD_SOONEST_SEND", "0"))
HEARD_BUSY_AFTER = int(os.environ.get("HEARD_BUSY_AFTER", "1000000"))
