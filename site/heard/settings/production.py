"""Heard for a council in earnest. Everything secret comes from the environment."""

from heard.settings.base import *  # noqa: F403
from heard.settings.environment import database, numbered_keys, required

SECRET_KEY = required("HEARD_SECRET_KEY", "a long random text that only this site knows.")
ALLOWED_HOSTS = required("HEARD_HOSTS", "the host names of the site, with commas.").split(",")
DATABASES = {
    "default": database(
        required("DATABASE_URL", "for example postgres://heard@localhost/heard"), pool=True
    )
}
HEARD_RECEIPT_KEYS = numbered_keys(
    "HEARD_RECEIPT_KEYS", "the keys that receipts are checked with, such as 1:<64 characters>."
)
HEARD_SEALING_KEYS = required(
    "HEARD_SEALING_KEYS", "the Fernet keys that seal notes on a concern, newest first, with commas."
).split(",")

WAGTAILADMIN_BASE_URL = f"https://{ALLOWED_HOSTS[0]}"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
DEFAULT_FROM_EMAIL = required("HEARD_MAIL_FROM", "the address that mail to staff comes from.")
ALLAUTH_TRUSTED_PROXY_COUNT = int(required("HEARD_PROXIES", "how many proxies stand before it."))

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
