"""What somebody drew, photographed or said: made anew from what arrived, so that only the picture
or the sound is left. Knows no Django but for words; takes and returns plain values."""

from consultations.media.made import CannotOpen, Made, Medium, TooBig, TooLong
from consultations.media.pictures import picture_from_upload
from consultations.media.sounds import sound_from_upload
from consultations.media.strokes import picture_from_strokes

__all__ = [
    "CannotOpen",
    "Made",
    "Medium",
    "TooBig",
    "TooLong",
    "picture_from_strokes",
    "picture_from_upload",
    "sound_from_upload",
]
