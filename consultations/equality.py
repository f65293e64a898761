"""Questions about the people who answer: versioned sets that follow published standards.

The sets are in `data/equality.toml`. A consultation asks some of them apart from its questions;
publishing freezes which version it asks (see decision 0018).
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band, Role, is_asked
from consultations.kinds.base import in_language

SETS_FILE = Path(__file__).parent / "data" / "equality.toml"
YOUNGER = (Band.UNDER_6, Band.SIX, Band.TEN)
NOT_SAID = "not_said"  # stands below every question


class EqualitySet(models.TextChoices):
    """What can be asked about a person. None is asked unless an officer chooses it."""

    AGE = "age", _("Age, of adults")
    SEX = "sex", _("Sex")
    ETHNICITY = "ethnicity", _("Ethnic group")
    DISABILITY = "disability", _("Disability")
    LANGUAGE = "language", _("Main language")
    GENDER = "gender", _("Gender identity, from 16")


@dataclass(frozen=True)
class Line:
    """An answer, or the wider group that published numbers use for it."""

    code: str
    words: Mapping[str, str]
    younger: Mapping[str, str]
    parent: str = ""


@dataclass(frozen=True)
class Asked:
    """One version of a set. `parents` is empty where the answers are wide enough."""

    code: str
    version: str
    standard: str
    valid_from: date
    roles: tuple[str, ...]
    bands: tuple[str, ...]
    words: Mapping[str, str]
    younger: Mapping[str, str]
    options: tuple[Line, ...]
    parents: tuple[Line, ...]

    def text(self, band: str, language: str) -> str:
        """The question, in the words for an age and a language."""
        return in_language(self.younger if band in YOUNGER else self.words, language)

    def language(self, wanted: str) -> str:
        """The language in which a reader of `wanted` gets this set."""
        return wanted if wanted in self.words else next(iter(self.words))

    def groups(self, band: str, language: str) -> list[tuple[str, list[tuple[str, str]]]]:
        """(heading, [(code, label)]): the answers below their wider groups, or below ""."""
        return [
            (
                in_language(parent.words, language) if parent else "",
                [
                    (one.code, in_language(one.younger if band in YOUNGER else one.words, language))
                    for one in self.options
                    if not parent or one.parent == parent.code
                ],
            )
            for parent in self.parents or (None,)
        ]

    def is_for(self, role: str, band: str) -> bool:
        """Whether the standard asks this of somebody of this role and age at all."""
        return is_asked(self.roles, self.bands, role, band)


@cache
def all_sets() -> tuple[Asked, ...]:
    """Every version of every set."""
    return tuple(_read(told) for told in tomllib.loads(SETS_FILE.read_text())["set"])


def version_on(code: str, day: date) -> Asked:
    """The version of a set that counts on a day: the newest that has begun."""
    begun = [one for one in all_sets() if one.code == code and one.valid_from <= day]
    return max(begun, key=lambda one: one.valid_from)


def asked_apart(lines: Iterable[Mapping], role: str, band: str) -> list[Asked]:
    """The sets that a frozen questionnaire asks of somebody. `lines` is its "apart"."""
    chosen = [
        (line["set"], line["version"])
        for line in lines
        if is_asked(line["roles"], line["bands"], role, band)
    ]
    return [
        one
        for key in chosen
        for one in all_sets()
        if (one.code, one.version) == key and one.is_for(_path(role), band)
    ]


def _path(role: str) -> str:
    """Somebody who would rather not say who they are is asked what children are."""
    return Role.CHILD if role == Role.NOT_SAID else role


def _read(told: Mapping) -> Asked:
    return Asked(
        code=told["code"],
        version=told["version"],
        standard=told["standard"],
        valid_from=told["valid_from"],
        roles=tuple(told["roles"]),
        bands=tuple(told["bands"]),
        words=told["words"],
        younger=told["younger"],
        options=tuple(_line(one) for one in told["option"]),
        parents=tuple(_line(one) for one in told.get("parent", ())),
    )


def _line(told: Mapping) -> Line:
    words = told["words"]
    return Line(told["code"], words, told.get("younger", words), told.get("parent", ""))
