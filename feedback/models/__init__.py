"""Answers on their way from a person to the page that says what was heard."""

from feedback.models.acted import Outcome
from feedback.models.alert import Alert, AlertKind
from feedback.models.apart import Tally
from feedback.models.coding import Coding, Note, Seen
from feedback.models.conflict import Conflict, Involved, Part
from feedback.models.contact import CameOfIt, Contact, ContactOpening, Way
from feedback.models.draft import Draft
from feedback.models.edition import FindingsEdition
from feedback.models.entering import PaperFile, Typed
from feedback.models.export import ExportJob, ExportKind, ExportState, Fetching
from feedback.models.files import DraftFile, Recording
from feedback.models.findings import (
    FindingsIndexPage,
    FindingsPage,
    FindingTheme,
    Strength,
)
from feedback.models.frame import FrameChange, FrameVersion
from feedback.models.freezing import Freezing
from feedback.models.handing import ConcernOpening, HandingOver, Shift
from feedback.models.local_place import LocalPlace, PlaceKind
from feedback.models.matrix import MatrixCell
from feedback.models.pathway import Pathway
from feedback.models.readers import (
    CheckBack,
    CheckedTheme,
    Link,
    Standpoint,
    Verdict,
    WorksIn,
)
from feedback.models.reading import Browsing, Concern, FollowUp, Opening, Reading
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
from feedback.models.theme import Doubt, Quotation, Theme

__all__ = [
    "Alert",
    "AlertKind",
    "Answer",
    "AsideReason",
    "Browsing",
    "CameOfIt",
    "Channel",
    "CheckBack",
    "CheckedTheme",
    "Coding",
    "Concern",
    "ConcernOpening",
    "Conflict",
    "Contact",
    "ContactOpening",
    "CouldSay",
    "Doubt",
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
    "FrameChange",
    "FrameVersion",
    "Freezing",
    "HandingOver",
    "Involved",
    "Link",
    "LocalPlace",
    "MatrixCell",
    "Note",
    "Opening",
    "Outcome",
    "PaperFile",
    "Part",
    "Pathway",
    "PlaceKind",
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
    "Shift",
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
    "Way",
    "Words",
    "WorksIn",
]
