"""Answers on their way from a person to the page that says what was heard."""

from feedback.models.draft import Draft
from feedback.models.findings import (
    FindingsEdition,
    FindingsIndexPage,
    FindingsPage,
    FindingTheme,
    ShownRow,
    Strength,
)
from feedback.models.reading import Concern, Outcome, Reading
from feedback.models.response import Answer, Channel, Erasure, Response, Words
from feedback.models.theme import Coding, Quotation, Theme

__all__ = [
    "Answer",
    "Channel",
    "Coding",
    "Concern",
    "Draft",
    "Erasure",
    "FindingTheme",
    "FindingsEdition",
    "FindingsIndexPage",
    "FindingsPage",
    "Outcome",
    "Quotation",
    "Reading",
    "Response",
    "ShownRow",
    "Strength",
    "Theme",
    "Words",
]
