"""The words of the site in each language: made ready for use, and whether a person checked them.

The translations of the interface were made by a machine. site/locale/checked.toml says who checked
each of them, and when; until it does, the foot of every page says that nobody has.
"""

import os
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.checks import CheckMessage, Warning


@cache
def checks() -> dict[str, dict]:
    """What the file says, by language."""
    return tomllib.loads((settings.LOCALE_PATHS[0] / "checked.toml").read_text())


def checked_by_a_person(code: str) -> bool:
    """Whether a person checked the words in this language, or wrote them."""
    if code == settings.LANGUAGE_CODE:
        return True
    told = checks().get(code, {})
    return bool(told.get("checked_by") and told.get("checked_on"))


def compile_words() -> list[str]:
    """Compile every catalogue that is newer than what was made of it. Gives their languages.

    Needs no gettext on the machine. Another process may do the same at the same moment.
    """
    done = []
    for source in _not_compiled():
        fresh = source.with_suffix(f".mo.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(fresh))
        fresh.replace(source.with_suffix(".mo"))
        done.append(source.parent.parent.name)
    return done


def words_are_compiled(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """A system check: without this, pages in other languages show English words."""
    behind = [source.parent.parent.name for source in _not_compiled()]
    if not behind:
        return []
    hint = "Run `manage.py compile_words`."
    return [Warning(f"Words are not compiled: {', '.join(behind)}.", hint=hint, id="heard.W001")]


def _not_compiled() -> Iterator[Path]:
    for source in sorted(settings.LOCALE_PATHS[0].glob("*/LC_MESSAGES/django.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            yield source
