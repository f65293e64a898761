"""The council, its register, its consultations, and what publishing them froze."""

from consultations.models.approval import ApprovalByAnother
from consultations.models.consultation import (
    AboutItem,
    Consultation,
    ConsultationPage,
    CoverageTarget,
)
from consultations.models.council import CouncilRole, CouncilSettings, StaffRole
from consultations.models.have_your_say import HaveYourSayPage
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
    "Consultation",
    "ConsultationPage",
    "CouncilRole",
    "CouncilSettings",
    "CoverageTarget",
    "HaveYourSayPage",
    "InformationItem",
    "InformationSystem",
    "Option",
    "Question",
    "Questionnaire",
    "RegisterPage",
    "ReturnLine",
    "StaffRole",
    "StatutoryReturn",
    "TranslationCheck",
]
