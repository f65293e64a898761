"""Settings for the tests: the demo's, with what makes tests quick and strict."""

import os
import tempfile
from pathlib import Path

from heard.settings.base import *  # noqa: F403
from heard.settings.environment import database, sqlite_url

SECRET_KEY = "only-for-tests-only-for-tests-only-for-tests-only-for-tests"
HEARD_RECEIPT_KEYS = {1: "a-key-for-tests-a-key-for-tests-a-key"}
HEARD_SEALING_KEYS = ["MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="]

_FOLDER = tempfile.TemporaryDirectory(prefix="heard-test-")  # gone when the tests end
_SCRATCH = Path(_FOLDER.name)
(_SCRATCH / "static").mkdir()
DATABASES = {"default": database(os.environ.get("DATABASE_URL") or sqlite_url(_SCRATCH / "db"))}
MEDIA_ROOT = _SCRATCH / "media"
HEARD_EXPORTS_DIR = _SCRATCH / "exports"
TASKS = {**TASKS, "exports": TASKS["default"]}
STATIC_ROOT = _SCRATCH / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {**CACHES, "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WAGTAILSEARCH_BACKENDS = {"default": {**WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": False}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1", ".example"]
HEARD_SECURE_COOKIES = False
HEARD_SOONEST_SEND = 0  # tests are robots
