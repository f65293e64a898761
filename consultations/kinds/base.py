"""What every kind of question can do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from consultations.audiences import ASKED_ROLES, Band
from consultations.easy_read import MOST_ROWS, EasyRowBlock, rows_of
from consultations.hearing import SOUND, FileBlock, SignedBlock, signed_of
from consultations.kinds.outputs import NOT_ASKED, SKIPPED, Column, Part
from consultations.only_after import OnlyAfterBlock

SEVERAL = forms.CheckboxSelectMultiple


class WordingBlock(blocks.StructBlock):
    """The same question in other words, for some age bands."""

    bands = blocks.MultipleChoiceBlock(label=_("For"), choices=Band.choices, widget=SEVERAL)
    text = blocks.CharBlock(label=_("Question"), max_length=300)

    class Meta:
        label_format = "{text}"


class SameInEveryLanguage(blocks.PageChooserBlock):
    """A page that a question is about: no language has a choice of its own."""

    def get_translatable_segments(self, value: Any) -> list:
        return []

    def restore_translated_segments(self, value: Any, segments: Any) -> Any:
        return value


class QuestionBlock(blocks.StructBlock):
    """What every question has, whatever its kind."""

    text = blocks.CharBlock(
        label=_("Question"),
        max_length=300,
        help_text=_(
            "Read by everyone who has no wording below. A child without one reads that of the next "
            "younger age, never one for older people."
        ),
    )
    hint = blocks.CharBlock(label=_("Hint"), required=False, max_length=300)
    item = SameInEveryLanguage(
        label=_("What it is about"), page_type="consultations.InformationItem"
    )
    roles = blocks.MultipleChoiceBlock(
        label=_("Asked of"),
        required=False,
        choices=[(role.value, role.label) for role in ASKED_ROLES],
        widget=SEVERAL,
        help_text=_("Nobody ticked means everyone."),
    )
    bands = blocks.MultipleChoiceBlock(
        label=_("At the ages of"),
        required=False,
        choices=Band.choices,
        widget=SEVERAL,
        help_text=_("For children and young people. Nothing ticked means every age."),
    )
    only_after = OnlyAfterBlock(
        label=_("Only after a certain answer"),
        required=False,
        help_text=_("Left empty, it is asked of everyone whom it is for."),
    )
    wordings = blocks.ListBlock(
        WordingBlock(), label=_("Other wordings"), default=[], collapsed=True
    )
    facts = blocks.TextBlock(
        label=_("Background facts"),
        required=False,
        help_text=_("What somebody may want to know before they answer. Plain words."),
    )
    easy_read = blocks.ListBlock(
        EasyRowBlock(),
        label=_("Easy Read"),
        default=[],
        max_num=MOST_ROWS,
        collapsed=True,
        help_text=_("A picture and one idea on each row. The last row is the question."),
    )
    audio = FileBlock(
        label=_("Recording of the question"),
        required=False,
        endings=SOUND,
        help_text=_("Without one, the phone reads the question out in its own voice."),
    )
    signed = SignedBlock(label=_("In British Sign Language"), required=False, collapsed=True)
    data_name = blocks.RegexBlock(
        regex=r"^[a-z][a-z0-9_]{0,23}\Z",
        label=_("Data name"),
        required=False,
        help_text=_(
            "The name of the column in every export, such as feels_heard. Left empty, it is made "
            "when the questionnaire is frozen. It never changes after that."
        ),
        error_messages={
            "invalid": _(
                "Use up to 24 small letters, numbers and low lines, and begin with a letter."
            )
        },
    )


class OptionBlock(blocks.StructBlock):
    """One answer that can be chosen."""

    label = blocks.CharBlock(label=_("Answer"), max_length=200)
    code = blocks.RegexBlock(
        regex=r"^[a-z][a-z0-9_]{0,23}\Z",
        label=_("Code"),
        required=False,
        help_text=_("Left empty, it is made when the questionnaire is frozen."),
    )
    picture = ImageChooserBlock(
        label=_("Picture"),
        required=False,
        help_text=_("Shown beside the words. It says nothing that the words do not."),
    )

    class Meta:
        label_format = "{label}"


@dataclass(frozen=True)
class Offered:
    """An answer that a question offers: its stable code, its words, and whether it stands apart.

    `block_id` is the identity that the editor gave it, "" where the software made it. `value` is
    its place on a scale, None where there is no scale. `alone` answers go with no other answer.
    """

    code: str
    label: str
    block_id: str = ""
    value: int | None = None
    apart: bool = False
    alone: bool = False
    picture: Any = None  # an image, or None


@dataclass(frozen=True)
class Chosen:
    """One value that was chosen: an option's id, a number, or an option with its number.

    The number is a bucket of a sort, a place in an order, or what was typed for a number.
    """

    option: str | None
    number: Decimal | int | None = None


class Kind:
    """A kind of question. Subclasses say what is particular to theirs.

    `is_closed` kinds store values that are counted; others store what somebody wrote, drew or said.
    A `is_group` field is several boxes under one heading; any other is one box with one label.
    """

    code: ClassVar[str]
    label: ClassVar[str | Promise]
    block: ClassVar[type[QuestionBlock]]
    is_closed: ClassVar[bool]
    can_lead: ClassVar[bool] = False  # whether another question can hang on an answer to it
    is_group: ClassVar[bool] = False
    template: ClassVar[str]
    paper: ClassVar[str]  # how it is printed, to be filled in by hand
    script: ClassVar[str] = ""  # a module that makes the page better; the page works without it
    welcome: ClassVar[str | Promise] = ""  # how much of an answer is wanted, said beside the field
    takes_file: ClassVar[bool] = False
    plays_at_once: ClassVar[bool] = False  # the page plays a sound that was not sent yet

    def offered(self, value: Any) -> list[Offered]:
        """The answers that the block `value` offers, in order. Empty for text."""
        return []

    def shape(self, value: Any) -> dict:
        """What may not change once answered, besides the kind: such as the length of a scale."""
        return {}

    def frozen(self, value: Any) -> dict:
        """What else the frozen question says of the block `value`: it may be mended later, unlike
        its `shape`. Its names must differ from those of the document."""
        return {}

    def words(self, value: Any) -> dict:
        """The words of the question in one language, as the block `value` has them."""
        return words_of(value)

    def field(self, question: dict, words: dict) -> forms.Field:
        """A form field for the frozen `question`, in the `words` of one language and band."""
        raise NotImplementedError

    def answer(self, cleaned: Any) -> dict | None:
        """The cleaned value of the field as a draft keeps it, or None when it was skipped."""
        raise NotImplementedError

    def initial(self, answer: dict) -> Any:
        """The value to show in the field for an `answer` given before."""
        raise NotImplementedError

    def too_long(self, answer: dict) -> str:
        """What has to be cut before this `answer` can be sent, as a sentence; "" if nothing."""
        return ""

    def mend(self, question: dict, answer: dict) -> str:
        """What has to be put right before this `answer` can be sent, as a sentence; "" if nothing.

        A draft keeps such an answer, so that nobody is held on a page by it.
        """
        return self.too_long(answer)

    def arranged(self, posted: Mapping, answer: dict | None) -> str:
        """What a button inside the `answer` changed, for the page to come back to it, such as
        "up-2"; "" if none did."""
        return ""

    def narrowed(self, before: dict, value: Any, language: str) -> str:
        """Why the block `value` cannot follow the frozen question `before`, which people have
        answered, in half a sentence; "" if it can."""
        return ""

    def advice(self, value: Any) -> list[str]:
        """What an officer may want to think over in the block `value`. It stops nothing."""
        return []

    def lines(self, question: dict, answer: dict, language: str) -> list[str]:
        """What the check page says for `answer`, line by line."""
        raise NotImplementedError

    def chosen(self, question: dict, answer: dict) -> list[Chosen]:
        """The values to count in an `answer` that is sent. Empty for what was written."""
        return []

    def written(self, answer: dict) -> str:
        """The text to read in an `answer` that is sent; "" where nothing was written."""
        return ""

    def file(self, answer: dict) -> str:
        """The name of the file that a draft keeps for an `answer`; "" where there is none."""
        return ""

    def parts(self, question: dict) -> list[Part]:
        """The tables that count the answers to the frozen `question`. None for what was written."""
        return []

    def columns(self, question: dict) -> list[Column]:
        """The columns of an export that hold the answers to the frozen `question`."""
        return [Column(question["key"], "text")]

    def cells(self, question: dict, chosen: Sequence[Chosen], text: str) -> list:
        """What one response holds in those columns, from what is stored of it."""
        return [text]

    def blank(self, question: dict, *, asked: bool) -> list:
        """What a response holds in those columns that has no answer."""
        missing: Any = SKIPPED if asked else NOT_ASKED
        return ["" if one.holds in ("text", "codes") else missing for one in self.columns(question)]


def in_language(words: dict, language: str) -> Any:
    """The entry of `words` for `language`, or its first: a page may not be translated yet."""
    return words.get(language) or next(iter(words.values()), "")


def words_of(value: Any) -> dict:
    """The words of a question in one language, as the block `value` has them.

    What it does not have ("facts", "easy", "audio", "signed") is left out.
    """
    more = {
        "facts": value["facts"],
        "easy": rows_of(value["easy_read"]),
        "audio": value["audio"].url if value["audio"] else "",
        "signed": signed_of(value["signed"]),
    }
    return {
        "text": value["text"],
        "hint": value["hint"],
        "bands": {band: line["text"] for line in value["wordings"] for band in line["bands"]},
        **{name: found for name, found in more.items() if found},
    }
