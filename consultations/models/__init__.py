"""The council, its register, its consultations, and what publishing them froze."""

from consultations.models.apart import AskedApart
from consultations.models.approval import ApprovalByAnother
from consultations.models.consultation import (
    AboutItem,
    Consultation,
    ConsultationPage,
)
from consultations.models.council import (
    CouncilRole,
    CouncilSettings,
    NetworkAddresses,
    StaffRole,
)
from consultations.models.cover import CouncilPeriod, PeriodKind, ReadingCover
from consultations.models.have_your_say import HaveYourSayPage
from consultations.models.invitation import GroupCode, Invitation, InvitationBatch, Route
from consultations.models.opening import Opening
from consultations.models.plain_word import PlainWord
from consultations.models.planning import (
    Check,
    CheckStatus,
    ConsideredOption,
    CoverageTarget,
    ImpactCheck,
    Override,
    Standing,
    TriedOut,
)
from consultations.models.questionnaire import Option, Question, Questionnaire
from consultations.models.register import (
    InformationItem,
    InformationSystem,
    RegisterPage,
    ReturnLine,
    StatutoryReturn,
)
from consultations.models.translation import TranslationCheck

__all__ = [
    "AboutItem",
    "ApprovalByAnother",
    "AskedApart",
    "Check",
    "CheckStatus",
    "ConsideredOption",
    "Consultation",
    "ConsultationPage",
    "CouncilPeriod",
    "CouncilRole",
    "CouncilSettings",
    "CoverageTarget",
    "GroupCode",
    "HaveYourSayPage",
    "ImpactCheck",
    "InformationItem",
    "InformationSystem",
    "Invitation",
    "InvitationBatch",
    "NetworkAddresses",
    "Opening",
    "Option",
    "Override",
    "PeriodKind",
    "PlainWord",
    "Question",
    "Questionnaire",
    "ReadingCover",
    "RegisterPage",
    "ReturnLine",
    "Route",
    "StaffRole",
    "Standing",
    "StatutoryReturn",
    "TranslationCheck",
    "TriedOut",
]
