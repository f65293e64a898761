"""Answers on their way from a person to the page that says what was heard."""

from feedback.models.alert import Alert, AlertKind
from feedback.models.apart import Tally
from feedback.models.coding import Coding, Note, Seen
from feedback.models.draft import Draft
from feedback.models.entering import PaperFile, Typed
from feedback.models.files import DraftFile, Recording
from feedback.models.findings import (
    FindingsEdition,
    FindingsIndexPage,
    FindingsPage,
    FindingTheme,
    Strength,
)
from feedback.models.frame import FrameChange, FrameVersion
from feedback.models.matrix import MatrixCell
from feedback.models.readers import (
    CheckBack,
    CheckedTheme,
    Link,
    Standpoint,
    Verdict,
    WorksIn,
)
from feedback.models.reading import Browsing, Concern, FollowUp, Opening, Outcome, Reading
from feedback.models.response import Answer, Channel, CouldSay, Erasure, Response, Words
from feedback.models.role_change import RoleChange
from feedback.models.second import (
    ReadTwoWays,
    SecondReading,
    SecondText,
    SeenBy,
    TwoWaysShown,
)
from feedback.models.set_aside import AsideReason, SetAside
from feedback.models.shown_row import ShownRow
from feedback.models.text_version import TextVersion, VersionKind
from feedback.models.theme import Quotation, Theme

__all__ = [
    "Alert",
    "AlertKind",
    "Answer",
    "AsideReason",
    "Browsing",
    "Channel",
    "CheckBack",
    "CheckedTheme",
    "Coding",
    "Concern",
    "CouldSay",
    "Draft",
    "DraftFile",
    "Erasure",
    "FindingTheme",
    "FindingsEdition",
    "FindingsIndexPage",
    "FindingsPage",
    "FollowUp",
    "FrameChange",
    "FrameVersion",
    "Link",
    "MatrixCell",
    "Note",
    "Opening",
    "Outcome",
    "PaperFile",
    "Quotation",
    "ReadTwoWays",
    "Reading",
    "Recording",
    "Response",
    "RoleChange",
    "SecondReading",
    "SecondText",
    "Seen",
    "SeenBy",
    "SetAside",
    "ShownRow",
    "Standpoint",
    "Strength",
    "Tally",
    "TextVersion",
    "Theme",
    "TwoWaysShown",
    "Typed",
    "Verdict",
    "VersionKind",
    "Words",
    "WorksIn",
]
