"""Which texts an analyst works on: what stands in the address of the workspace."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Self
from uuid import UUID

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from consultations.audiences import Band, Role, Voice
from feedback.models import Channel, Coding, Seen, Theme, Words
from feedback.text_search import has_words

A_PAGE = 20
NONE, MINE, AGAIN = "none", "mine", "again"  # in the place of a theme
SEEN, UNSEEN = "seen", "unseen"
_OF_RESPONSE = ("role", "band", "voice", "channel", "language")
_COUNTED = 1000  # texts: beyond that we say "more than", which takes no longer however many


@dataclass(frozen=True)
class Choice:
    """What was chosen. Nothing that could not be chosen is in it."""

    q: str = ""
    question: str = ""
    theme: str = ""
    state: str = ""
    role: str = ""
    band: str = ""
    voice: str = ""
    channel: str = ""
    language: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, Any], can_be: Mapping[str, Mapping[str, Any]]) -> Self:
        """What somebody asked for in an address, as far as it can be."""
        chosen = {one.name: str(asked.get(one.name, "")) for one in fields(cls)}
        known = {name: value for name, value in chosen.items() if value in can_be.get(name, {})}
        return cls(**known, q=chosen["q"].replace("\x00", "")[:200].strip())

    @property
    def is_narrow(self) -> bool:
        """Whether anything but the question, the theme and what was read narrows it."""
        return any(getattr(self, name) for name in _OF_RESPONSE)

    def known_count(self, progress: Mapping[str, Any]) -> int | None:
        """How many texts were chosen, where counting how far somebody has come has told it."""
        if any(getattr(self, one.name) for one in fields(self) if one.name != "question"):
            return None
        lines = progress["questions"]
        return sum(line["ready"] for line in lines if self.question in ("", line["key"]))

    def texts(self, questions: Mapping[str, UUID], analyst: Any) -> QuerySet:
        """The chosen texts of these questions, in an order that stays and tells nothing of when
        they came."""
        wanted = [questions[self.question]] if self.question else list(questions.values())
        texts = Words.objects.safe_to_analyse().visible_to(analyst).filter(question__in=wanted)
        for name in _OF_RESPONSE:
            if value := getattr(self, name):
                texts = texts.filter(**{f"response__{name}": value})
        if self.q:
            texts = texts.filter(has_words(self.q))
        texts = self._of_theme(texts, analyst)
        if self.state:
            seen = Exists(Seen.objects.filter(words=OuterRef("pk"), by=analyst))
            texts = texts.filter(seen if self.state == SEEN else ~seen)
        return texts.order_by("question_id", "pk")

    def _of_theme(self, texts: QuerySet, analyst: Any) -> QuerySet:
        """Those that stand under a theme, under none, or that this analyst put under any."""
        codings = Coding.objects.filter(words=OuterRef("pk"))
        if self.theme == NONE:
            return texts.filter(~Exists(codings))
        if self.theme == MINE:
            return texts.filter(Exists(codings.filter(coder=analyst)))
        if self.theme == AGAIN:
            again = codings.filter(look_again=True) | codings.filter(theme__retired=True)
            return texts.filter(Exists(again))
        return texts.filter(Exists(codings.filter(theme=self.theme))) if self.theme else texts


class CountedSoFar(Paginator):
    """Pages that are counted up to a thousand texts: nobody leafs through more."""

    def __init__(self, *args: Any, known: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known

    @cached_property
    def count(self) -> int:
        if self.known is not None:
            return self.known
        return self.object_list.order_by()[: _COUNTED + 1].count()

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.known is None and self.count > _COUNTED


def what_can_be(questions: Mapping[str, str], themes: Iterable[Theme]) -> dict[str, dict[str, Any]]:
    """What can be chosen, in the order in which it is shown: {name: {value: words}}. `questions`
    are the words of each, by its key."""
    return {
        "question": questions,
        "theme": {
            NONE: _("None yet"),
            MINE: _("Any that I put them under"),
            AGAIN: _("To look at again"),
            **{str(theme.pk): _called(theme) for theme in themes},
        },
        "state": {UNSEEN: _("I have not read"), SEEN: _("I have read")},
        "role": dict(Role.choices),
        "band": dict(Band.choices),
        "voice": dict(Voice.choices),
        "channel": dict(Channel.choices),
        "language": dict(settings.LANGUAGES),
    }


def _called(theme: Theme) -> str:
    return str(_("%s (no longer used)") % theme.name) if theme.retired else theme.name
