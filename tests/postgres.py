"""A PostgreSQL of our own for the tests: a fresh cluster in a temporary folder, on a free port."""

import getpass
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt/postgresql@15")


def binaries() -> Path | None:
    """The folder with `initdb` and `pg_ctl`, or None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    for place in PLACES:
        for folder in sorted(Path(place).glob("**/bin"), reverse=True):
            if (folder / "initdb").exists():
                return folder
    return None


# Tests may forget what they wrote when the power fails; measurements may not.
FORGETFUL = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def cluster(*, durable: bool = False) -> Iterator[str]:
    """Start a server, give its DATABASE_URL, and take everything away afterwards.

    PostgreSQL refuses to run as root, so there it runs as another user. A `durable` one has every
    commit on disk before it says so.
    """
    folder, user = Path(tempfile.mkdtemp(prefix="heard-postgres-")), _user()
    place, port = binaries(), _free_port()
    if os.geteuid() == 0:
        shutil.chown(folder, user)
    data, sockets = folder / "data", folder

    def run(*command: str) -> None:
        as_user = ["setpriv", f"--reuid={user}", f"--regid={_group(user)}", "--clear-groups"]
        prefix = as_user if os.geteuid() == 0 else []
        subprocess.run([*prefix, *command], check=True, stdout=subprocess.DEVNULL, cwd=folder)

    run(str(place / "initdb"), "-D", str(data), "-U", "heard", "-A", "trust", "-E", "UTF8")
    options = (
        f"-p {port} -k {sockets} -c listen_addresses=127.0.0.1 -c shared_buffers=256MB -c jit=off "
        + ("" if durable else FORGETFUL)
    )
    log = str(folder / "log")
    run(str(place / "pg_ctl"), "-D", str(data), "-o", options, "-l", log, "-w", "start")
    try:
        run(str(place / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", "heard", "heard")
        yield f"postgres://heard@127.0.0.1:{port}/heard"
    finally:
        run(str(place / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str:
    if os.geteuid() != 0:
        return getpass.getuser()
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    raise RuntimeError("PostgreSQL needs a user other than root, and there is none here.")


def _group(user: str) -> str:
    return str(pwd.getpwnam(user).pw_gid)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
