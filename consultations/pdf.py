"""A page of ours as a PDF file. Only our own files are read for it, and nothing from a network."""

import hashlib
import mimetypes
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.files.storage import default_storage

KEPT = "pages"  # the cache for what is the same for everyone


class NoPdf(Exception):
    """This machine lacks what PDF files are made with."""


def pdf_of(page: str, *, keep: bool = True) -> bytes:
    """The page, as HTML, printed to a PDF file. Raises NoPdf.

    It takes a second of work, so what was made once is kept under the fingerprint of the page: but
    for what only one person may see, without `keep`.
    """
    if not keep:
        return _make(page)
    key = f"pdf:{hashlib.sha256(page.encode()).hexdigest()}"
    if kept := caches[KEPT].get(key):
        return kept
    made = _make(page)
    caches[KEPT].set(key, made)
    return made


def _make(page: str) -> bytes:
    try:
        import weasyprint
    except OSError as error:  # it comes with us; Pango, which it needs, comes with the machine
        raise NoPdf from error

    class OursAlone(weasyprint.urls.URLFetcher):
        """Gives our static files and pictures; anything else is left out of the page."""

        def fetch(self, url, headers=None):
            kind, _encoding = mimetypes.guess_type(urlsplit(url).path)
            sent = {"Content-Type": kind or "application/octet-stream"}
            return weasyprint.urls.URLFetcherResponse(url, body=_read(url), headers=sent)

    fetcher = OursAlone()
    return weasyprint.HTML(string=page, base_url=BASE, url_fetcher=fetcher).write_pdf()


BASE = (
    "https://heard.invalid/"  # where the addresses of the page begin; it is no place in a network
)


def _read(url: str) -> bytes:
    """The contents of one of our files. Raises ValueError for any other address."""
    path = unquote(urlsplit(url).path)
    if url.startswith(BASE) and path.startswith(settings.STATIC_URL):
        name = path.removeprefix(settings.STATIC_URL)
        if found := finders.find(name):
            with open(found, "rb") as file:
                return file.read()
        with staticfiles_storage.open(name) as file:
            return file.read()
    if url.startswith(BASE) and path.startswith(settings.MEDIA_URL + "images/"):
        with default_storage.open(path.removeprefix(settings.MEDIA_URL)) as file:
            return file.read()
    raise ValueError("Nothing from outside is printed.")
