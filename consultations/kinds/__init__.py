"""The kinds of question: one file for each, from what an officer writes to what a person sees.

A kind is a class with no state. What it works on are plain values: the frozen question (a dict of
the questionnaire's document) and an answer (a dict, as a draft keeps it).
"""

from consultations.kinds.base import Kind
from consultations.kinds.choose_one import ChooseOne
from consultations.kinds.choose_several import ChooseSeveral
from consultations.kinds.draw import Draw
from consultations.kinds.faces import Faces
from consultations.kinds.long_text import LongText
from consultations.kinds.number import Number
from consultations.kinds.order import Order
from consultations.kinds.short_text import ShortText
from consultations.kinds.sort import Sort
from consultations.kinds.voice import VoiceMessage

_ALL: tuple[Kind, ...] = (
    ChooseOne(),
    ChooseSeveral(),
    Faces(),
    Sort(),
    Order(),
    Number(),
    ShortText(),
    LongText(),
    Draw(),
    VoiceMessage(),
)
KINDS: dict[str, Kind] = {kind.code: kind for kind in _ALL}

__all__ = ["KINDS", "Kind"]
