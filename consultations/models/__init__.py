"""The council, its register, its consultations, and what publishing them froze."""

from consultations.models.apart import AskedApart
from consultations.models.approval import ApprovalByAnother
from consultations.models.consultation import (
    AboutItem,
    Consultation,
    ConsultationPage,
    CoverageTarget,
)
from consultations.models.council import CouncilRole, CouncilSettings, StaffRole
from consultations.models.have_your_say import HaveYourSayPage
from consultations.models.invitation import GroupCode, Invitation, InvitationBatch, Route
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
    "Consultation",
    "ConsultationPage",
    "CouncilRole",
    "CouncilSettings",
    "CoverageTarget",
    "GroupCode",
    "HaveYourSayPage",
    "InformationItem",
    "InformationSystem",
    "Invitation",
    "InvitationBatch",
    "Option",
    "Question",
    "Questionnaire",
    "RegisterPage",
    "ReturnLine",
    "Route",
    "StaffRole",
    "StatutoryReturn",
    "TranslationCheck",
]
