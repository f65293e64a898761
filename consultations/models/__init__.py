"""The council, its register, its consultations, and what publishing them froze."""

from consultations.models.approval import ApprovalByAnother
from consultations.models.consultation import (
    AboutItem,
    Consultation,
    ConsultationPage,
    HaveYourSayPage,
)
from consultations.models.council import CouncilRole, CouncilSettings, StaffRole
from consultations.models.cover import CouncilPeriod, PeriodKind, ReadingCover
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

__all__ = [
    "AboutItem",
    "ApprovalByAnother",
    "Check",
    "CheckStatus",
    "ConsideredOption",
    "Consultation",
    "ConsultationPage",
    "CouncilPeriod",
    "CouncilRole",
    "CouncilSettings",
    "CoverageTarget",
    "HaveYourSayPage",
    "ImpactCheck",
    "InformationItem",
    "InformationSystem",
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
    "StaffRole",
    "Standing",
    "StatutoryReturn",
    "TriedOut",
]
