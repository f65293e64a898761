"""Whether a person has checked the words of the site in a language.

The translations of the interface were made by a machine. site/locale/checked.toml says who checked
each of them, and when; until it does, the foot of every page says that nobody has.
"""

import tomllib
from functools import cache

from django.conf import settings


@cache
def checks() -> dict[str, dict]:
    """What the file says, by language."""
    path = settings.LOCALE_PATHS[0] / "checked.toml"
    return tomllib.loads(path.read_text())


def checked_by_a_person(code: str) -> bool:
    """Whether a person checked the words in this language, or wrote them."""
    if code == settings.LANGUAGE_CODE:
        return True
    told = checks().get(code, {})
    return bool(told.get("checked_by") and told.get("checked_on"))
