"""All forms in the manner of the field, by what they try."""

from tests.consultations.xlsform.field import book_of, saved
from tests.consultations.xlsform.field_types import TYPES
from tests.consultations.xlsform.field_words import WORDS

__all__ = ["FIELDED", "book_of", "saved"]
FIELDED = {**TYPES, **WORDS}
