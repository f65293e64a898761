"""Check everything that a program can check. Runs all, then says which failed.

Run it as `python -m tests.check`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ["consultations", "feedback", "governance", "site/heard", "tests", "bench", "manage.py"]
# Types are checked where we own the signature.
TYPED = [
    "consultations/actions",
    "consultations/audiences.py",
    "consultations/holdings.py",
    "consultations/names.py",
    "consultations/permissions.py",
    "consultations/text.py",
    "feedback/actions",
    "feedback/days.py",
    "feedback/disclosure.py",
    "feedback/flow.py",
    "feedback/journey.py",
    "feedback/permissions.py",
    "feedback/quoting.py",
    "feedback/receipts.py",
    "feedback/sealing.py",
    "feedback/skipped.py",
    "governance/actions",
    "governance/log",
    "governance/permissions.py",
]


def main() -> int:
    """Run every check; the exit code is 0 when all are clean."""
    os.chdir(ROOT)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "heard.settings.test",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)]),
    }
    checks = {
        "style": ["ruff", "check", *SOURCES],
        "formatting": ["ruff", "format", "--check", *SOURCES],
        "rooms": ["lint-imports"],
        "templates": ["djhtml", "--check", "-t", "2", "site/templates"],
        "types": ["mypy", *TYPED],
        "system": [sys.executable, "manage.py", "check"],
        "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
    }
    failed = [name for name, command in checks.items() if not _clean(name, command)]
    if not _translations_extracted():
        failed.append("translations")
    print(f"\nNot clean: {', '.join(failed)}" if failed else "\nClean.")
    return 1 if failed else 0


def _clean(name: str, command: list[str]) -> bool:
    done = subprocess.run(command, capture_output=True, text=True)
    print(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {name}")
    if done.returncode:
        print(done.stdout + done.stderr)
    return done.returncode == 0


def _translations_extracted() -> bool:
    """Whether the catalogue of words holds every word of the interface."""
    if not shutil.which("xgettext"):
        print("FAIL translations: gettext is not installed (apt-get install gettext)")
        return False
    catalogue = ROOT / "site" / "locale" / "django.pot"
    before = catalogue.read_text() if catalogue.exists() else ""
    with tempfile.TemporaryDirectory() as kept:
        Path(kept, "django.pot").write_text(before)
        extract()
        after = catalogue.read_text()
        catalogue.write_text(before)
    same = _words(before) == _words(after)
    print("ok   translations" if same else "FAIL translations: run `make fix`")
    return same


def extract() -> None:
    """Write every word of the interface to site/locale/django.pot."""
    subprocess.run(
        [
            sys.executable,
            "manage.py",
            "makemessages",
            "--all",
            "--keep-pot",
            "--no-location",
            "--no-obsolete",
            "--ignore=.venv",
            "--ignore=var",
            "--ignore=tests",
            "--ignore=bench",
            "-v0",
        ],
        check=True,
        cwd=ROOT,
    )
    catalogue = ROOT / "site" / "locale" / "django.pot"
    catalogue.write_text("\n".join(_words(catalogue.read_text())) + "\n")


def _words(text: str) -> list[str]:
    """The lines of a catalogue, less the date on which it was made."""
    return [line for line in text.splitlines() if not line.startswith('"POT-Creation-Date')]


if __name__ == "__main__":
    if sys.argv[1:] == ["extract"]:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "heard.settings.test"}
        extract()
        sys.exit(0)
    sys.exit(main())
