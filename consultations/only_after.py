"""“Only after a certain answer”: as officers write it, what it stands for, and what is wrong."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks


class LinesBlock(blocks.FieldBlock):
    """A few lines that are the same in every language: a translator is not asked for them."""

    def __init__(self, help_text: Any = "", max_length: int = 2000, **kwargs: Any) -> None:
        self.field_options = {"required": False, "help_text": help_text, "max_length": max_length}
        super().__init__(**kwargs)

    @cached_property
    def field(self) -> forms.Field:
        from wagtail.admin.widgets import AdminAutoHeightTextInput

        return forms.CharField(widget=AdminAutoHeightTextInput(), **self.field_options)


class OnlyAfterBlock(blocks.StructBlock):
    """After which answers to which earlier question this one is asked. Left empty: always."""

    question = blocks.RegexBlock(
        regex=r"^[a-z][a-z0-9_]{0,23}\Z",
        label=gettext_lazy("Data name of an earlier question"),
        required=False,
        help_text=gettext_lazy("One where answers are chosen. Give it a data name first."),
        error_messages={
            "invalid": gettext_lazy("Write the data name of an earlier question, such as heard.")
        },
    )
    answers = LinesBlock(
        label=gettext_lazy("Answers that lead here"),
        help_text=gettext_lazy("One on each line: its words, or its code."),
    )
    unanswered = blocks.BooleanBlock(
        label=gettext_lazy("Also ask whoever skipped that question"), required=False
    )

    class Meta:
        label_format = "{question}"
        collapsed = True


@dataclass(frozen=True)
class Named:
    """What an officer wrote under “only after”: a data name, answers, and the tick."""

    question: str
    answers: tuple[str, ...]
    unanswered: bool

    @property
    def is_empty(self) -> bool:
        return not (self.question or self.answers or self.unanswered)


def named_in(value: Mapping) -> Named:
    """What the value of a question's block says under “only after”."""
    written = value.get("only_after") or {}
    lines = (written.get("answers") or "").splitlines()
    return Named(
        question=written.get("question") or "",
        answers=tuple(line.strip() for line in lines if line.strip()),
        unanswered=bool(written.get("unanswered")),
    )


def found_among(wanted: str, offered: Iterable[tuple[Any, Collection[str]]]) -> Any | None:
    """Which of the answers `offered` an officer means: pairs of what identifies one, and the words
    and codes that it goes by. A code counts before words, and how it is typed does not."""
    known = [(key, [str(name).strip().casefold() for name in names]) for key, names in offered]
    for place in range(max((len(names) for _key, names in known), default=0)):
        for key, names in known:
            if names[place : place + 1] == [wanted.casefold()]:
                return key
    return None


def after_in(value: Mapping, before: Mapping[str, dict], language: str) -> dict | None:
    """What “only after” means among the frozen questions `before` this one, by data name.

    None where it is always asked, and where what was written means nothing (see `misrouted`).
    """
    named = named_in(value)
    first = before.get(named.question)
    if not first:
        return None
    offered = [
        (option["id"], (option["code"], option["words"].get(language, "")))
        for option in first["options"]
    ]
    options = [found_among(answer, offered) for answer in named.answers]
    if None in options or not (options or named.unanswered):
        return None
    return {
        "question": first["id"],
        "options": list(dict.fromkeys(options)),
        "unanswered": named.unanswered,
    }


def misrouted(named: Named, asked: str, earlier: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the “only after” of the question `asked`, in sentences for the officer.

    `earlier` maps the data name of each earlier question to the names of the answers that it
    offers, [(code, words)], or to None where answers are not chosen.
    """
    names = {"asked": asked, "name": named.question}
    if not named.question:
        yield _("“%(asked)s”: say after which question it is asked, by its data name.") % names
    elif named.question not in earlier:
        known = ", ".join(name for name, offered in earlier.items() if offered)
        yield _(
            "“%(asked)s” is asked only after “%(name)s”, but no question before it has that data "
            "name. These have one: %(known)s."
        ) % {**names, "known": known or _("none yet")}
    elif not earlier[named.question]:
        yield (
            _(
                "“%(asked)s” is asked only after “%(name)s”, but there no answers are chosen. "
                "Name a question where they are."
            )
            % names
        )
    elif not (named.answers or named.unanswered):
        yield _("“%(asked)s”: say after which answers to “%(name)s” it is asked.") % names
    else:
        yield from _unknown_answers(named, names, earlier[named.question])


def _unknown_answers(named: Named, names: dict, offered: list) -> Iterator[str]:
    for answer in named.answers:
        if found_among(answer, [(place, one) for place, one in enumerate(offered)]) is None:
            yield _(
                "“%(asked)s” is asked only after the answer “%(answer)s” to “%(name)s”, which "
                "does not offer it. It offers: %(known)s."
            ) % {
                **names,
                "answer": answer,
                "known": ", ".join(str(words) for _code, words in offered),
            }
