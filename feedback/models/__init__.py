"""Answers on their way from a person to the page that says what was heard."""

from feedback.models.alert import Alert, AlertKind
from feedback.models.apart import Tally
from feedback.models.draft import Draft
from feedback.models.entering import PaperFile, Typed
from feedback.models.export import ExportJob, ExportKind, ExportState, Fetching
from feedback.models.files import DraftFile, Recording
from feedback.models.findings import (
    FindingsEdition,
    FindingsIndexPage,
    FindingsPage,
    FindingTheme,
    Strength,
)
from feedback.models.reading import Browsing, Concern, FollowUp, Opening, Outcome, Reading
from feedback.models.response import Answer, Channel, CouldSay, Erasure, Response, Words
from feedback.models.role_change import RoleChange
from feedback.models.shown_row import ShownRow
from feedback.models.text_version import TextVersion, VersionKind
from feedback.models.theme import Coding, Quotation, Theme

__all__ = [
    "Alert",
    "AlertKind",
    "Answer",
    "Browsing",
    "Channel",
    "Coding",
    "Concern",
    "CouldSay",
    "Draft",
    "DraftFile",
    "Erasure",
    "ExportJob",
    "ExportKind",
    "ExportState",
    "Fetching",
    "FindingTheme",
    "FindingsEdition",
    "FindingsIndexPage",
    "FindingsPage",
    "FollowUp",
    "Opening",
    "Outcome",
    "PaperFile",
    "Quotation",
    "Reading",
    "Recording",
    "Response",
    "RoleChange",
    "ShownRow",
    "Strength",
    "Tally",
    "TextVersion",
    "Theme",
    "Typed",
    "VersionKind",
    "Words",
]
