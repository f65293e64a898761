"""Check everything that a program can check. Runs all, then says which failed.

Run it as `python -m tests.check`. `extract` writes the words of the interface anew, `untranslated`
prints those that a language lacks, and `fill <file>` takes them back.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import django

from tests import words

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ["consultations", "feedback", "governance", "site/heard", "tests", "bench", "manage.py"]
# Types are checked where we own the signature.
TYPED = [
    "consultations/actions",
    "consultations/audiences.py",
    "consultations/codes.py",
    "consultations/holdings.py",
    "consultations/keyed.py",
    "consultations/names.py",
    "consultations/permissions.py",
    "consultations/text.py",
    "feedback/actions",
    "feedback/came_by.py",
    "feedback/days.py",
    "feedback/disclosure.py",
    "feedback/flow.py",
    "feedback/journey.py",
    "feedback/permissions.py",
    "feedback/pointing.py",
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
    if not (_translations_extracted() and _public_words_translated()):
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


def _public_words_translated() -> bool:
    """Whether the public can read every word of the interface in every language."""
    _set_up()
    missing = {language: words.untranslated(language) for language in words.LANGUAGES}
    wrong = [fault for language in words.LANGUAGES for fault in words.faults(language)]
    for language, entries in missing.items():
        if entries:
            print(f"FAIL {len(entries)} public words are not in {language} yet.")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    return not wrong and not any(missing.values())


def untranslated() -> None:
    """Print what the public reads and is missing, by language, as JSON: to be filled in and given
    back to `fill`."""
    _set_up()
    missing = {language: words.untranslated(language) for language in words.LANGUAGES}
    print(json.dumps(words.as_json(missing), ensure_ascii=False, indent=1))


def fill(name: str) -> None:
    """Put the translations of a JSON file, as `untranslated` printed it, into the catalogues."""
    for language, found in json.loads(Path(name).read_text()).items():
        words.fill(language, found)


def _set_up() -> None:
    sys.path[:0] = [str(ROOT / "site")]
    django.setup()


def extract() -> None:
    """Write every word of the interface to site/locale/django.pot."""
    subprocess.run(
        [
            sys.executable,
            "manage.py",
            "makemessages",
            *(f"--exclude={language}" for language in words.LANGUAGES),
            "--keep-pot",
            "--add-location=file",
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
    os.environ |= {"DJANGO_SETTINGS_MODULE": "heard.settings.test"}
    match sys.argv[1:]:
        case ["extract"]:
            extract()
            words.merge()
        case ["untranslated"]:
            untranslated()
        case ["fill", name]:
            fill(name)
        case _:
            sys.exit(main())
