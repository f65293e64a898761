"""A served demo for the browser: the same command, server, files and policy as `make demo`."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import FLAGS, executable

ROOT = Path(__file__).resolve().parents[2]
ON_POSTGRES = bool(os.environ.get("DATABASE_URL"))
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "")  # each has a served site of its own
LOADED = "heard_loaded"
ELSEWHERE = "/how-this-works/"  # where "Leave this page now" leads here: no test leaves the machine
SIZES = {"phone": {"width": 360, "height": 640}, "desktop": {"width": 1280, "height": 800}}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


class ServedSite:
    """A demo of its own: a folder, a database, a port."""

    def __init__(self, folder: Path, database: str) -> None:
        self.folder, self.database = folder, database
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "heard.settings.demo",
            "HEARD_DEMO_DIR": str(folder),
            "DATABASE_URL": database,
        }

    def manage(self, *command: str, check: bool = True) -> subprocess.CompletedProcess:
        """Run a command of manage.py against this site."""
        return subprocess.run(
            [sys.executable, "manage.py", *command],
            env=self.env,
            cwd=ROOT,
            check=check,
            capture_output=True,
            text=True,
        )

    def python(self, code: str) -> str:
        """Run a few lines inside the site, and give what they print."""
        return self.manage("shell", "-v0", "-c", code).stdout.strip()

    def start(self) -> None:
        """Serve it, and wait until it answers."""
        self.log = (self.folder / "server.log").open("w")
        self.server = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(self.port)],
            env=self.env,
            cwd=ROOT,
            stdout=self.log,
            stderr=self.log,
        )
        for _try in range(200):
            try:
                with urllib.request.urlopen(f"{self.url}/robots.txt", timeout=2):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError((self.folder / "server.log").read_text())

    def stop(self) -> None:
        """Stop serving."""
        self.server.terminate()
        self.server.wait(20)
        self.log.close()


@pytest.fixture(scope="session")
def loaded(tmp_path_factory) -> ServedSite:
    """The demo, loaded once for all workers; every served site is a copy of it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if WORKER else base) / "loaded"
    with _alone(folder.with_suffix(".lock")):
        if (folder / "done").exists():
            return ServedSite(folder, _address(folder, LOADED))
        folder.mkdir()
        site = ServedSite(folder, _database(folder, LOADED, template="template0"))
        site.manage("migrate", "--no-input", "-v0")
        site.manage("collectstatic", "--no-input", "-v0")
        site.manage("demo")
        (folder / "done").touch()
    return site


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """No other worker does this meanwhile."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _copy(loaded: ServedSite, folder: Path, name: str) -> ServedSite:
    for part in ("static", "keys.json"):
        source = loaded.folder / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / part)
    if not ON_POSTGRES:
        shutil.copy(loaded.folder / "heard.sqlite3", folder / "heard.sqlite3")
    return ServedSite(folder, _database(folder, name, template=LOADED))


@pytest.fixture(scope="session")
def site(loaded, tmp_path_factory) -> ServedSite:
    """A served demo that all read-only tests share."""
    served = _copy(loaded, tmp_path_factory.mktemp("shared"), f"heard_shared{WORKER}")
    served.python(
        "from consultations.models import CouncilSettings;"
        f"CouncilSettings.objects.update(leave_to='{served.url}{ELSEWHERE}')"
    )
    served.start()
    yield served
    served.stop()


@pytest.fixture
def unserved_site(loaded, tmp_path) -> ServedSite:
    """A demo for one test alone, which nobody serves yet."""
    return _copy(loaded, tmp_path, f"heard_own_{_free_port()}")


@pytest.fixture
def own_site(unserved_site) -> ServedSite:
    """A served demo for one test alone, to do with as it likes."""
    unserved_site.start()
    yield unserved_site
    unserved_site.stop()


@pytest.fixture(scope="session")
def browser() -> Browser:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_browser(browser):
    """A window: `open_browser(site, "phone", js=False)`. Anything wrong in it fails the test."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_window(site: ServedSite, size: str = "desktop", *, js: bool = True, **more) -> Page:
        context = browser.new_context(
            base_url=site.url,
            viewport=SIZES[size],
            has_touch=size == "phone",
            java_script_enabled=js,
            **more,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        watch(page, site, wrong)
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not wrong


def watch(page: Page, site: ServedSite, wrong: list[str]) -> None:
    """Note in `wrong` what a person would not see: faults of scripts, policy and requests."""
    page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
    page.on("console", lambda message: _note(message, wrong))
    page.on("request", lambda request: _must_be_ours(request, site, wrong))


def _note(message, wrong: list[str]) -> None:
    """Broken policy and missing files are faults; an answer of 4xx to a wrong form is not."""
    if message.type == "error" and "status of 4" not in message.text:
        wrong.append(f"console: {message.text}")


def _must_be_ours(request, site: ServedSite, wrong: list[str]) -> None:
    ours = (site.url, "data:", "blob:", "about:")
    if not request.url.startswith(ours):
        wrong.append(f"asked another site: {request.url}")


def _database(folder: Path, name: str, template: str) -> str:
    """The address of a database: a file in the folder, or a copy of a template on PostgreSQL."""
    if ON_POSTGRES:
        with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return _address(folder, name)


def _address(folder: Path, name: str) -> str:
    if not ON_POSTGRES:
        return f"sqlite:///{folder / 'heard.sqlite3'}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
