"""The terms of the register, as the field uses them (UK GDPR article 30, W3C DPV 2.3).

The codes are ours and stay; what each is called in other vocabularies belongs to the exports.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What sort of thing is written down."""

    HEADING = "heading", _("Heading")
    BOX = "box", _("Box")
    CODE = "code", _("Code")
    WORD = "word", _("Word")
    MEASURE = "measure", _("Measure")
    SHARING_RULE = "sharing_rule", _("Sharing rule")
    RETENTION_RULE = "retention_rule", _("Retention rule")


class Whom(models.TextChoices):
    """Categories of individuals."""

    CHILD = "child", _("Children and young people")
    PARENT = "parent", _("Parents")
    CARER = "carer", _("Carers")
    SIBLING = "sibling", _("Brothers and sisters")
    WORKER = "worker", _("People who work with them")


class Purpose(models.TextChoices):
    """Purposes of the processing."""

    LEGAL_COMPLIANCE = "legal_compliance", _("To comply with the law")
    OFFICIAL_STATISTICS = "official_statistics", _("For official statistics")
    POLICY_MAKING = "policy_making", _("To make policy")
    IMPROVE_SERVICES = "improve_services", _("To improve services")
    RECORD_MANAGEMENT = "record_management", _("To keep the record")
    SERVICE_PROVISION = "service_provision", _("To provide a service")
    SERVICE_MONITORING = "service_monitoring", _("To check how a service does")
    SOCIAL_WELFARE_PROVISION = "social_welfare_provision", _("To provide social care")
    RISK_ASSESSMENT = "risk_assessment", _("To judge risk")
    ELIGIBILITY_ASSESSMENT = "eligibility_assessment", _("To decide who gets a service")


class Basis(models.TextChoices):
    """Lawful basis, with the condition for special category data where it applies."""

    LEGAL_OBLIGATION = "a6_1_c", _("Legal obligation, UK GDPR article 6(1)(c)")
    PUBLIC_TASK = "a6_1_e", _("Public task, UK GDPR article 6(1)(e)")
    PUBLIC_INTEREST = "a9_2_g", _("Substantial public interest, UK GDPR article 9(2)(g)")
    CARE = "a9_2_h", _("Health or social care, UK GDPR article 9(2)(h)")
    STATISTICS = "a9_2_j", _("Statistics, UK GDPR article 9(2)(j)")


class Obtained(models.TextChoices):
    """How the information comes about."""

    PROVIDED = "provided", _("Somebody told us")
    OBSERVED = "observed", _("A worker saw or noticed it")
    DERIVED = "derived", _("Worked out from other records")
    INFERRED = "inferred", _("A judgement made from other records")


class Origin(models.TextChoices):
    """Why it is in our systems at all."""

    STATUTORY_RETURN = "statutory_return", _("A return to the government that the law requires")
    LOCAL_FORM = "local_form", _("A form of the council's own")
    LOCAL_REPORT = "local_report", _("A report of the council's own")
    PARTNER = "partner", _("It comes from a partner")


class CanChange(models.TextChoices):
    """Whether the council can change it."""

    YES = "yes", _("Yes, the council can change it")
    ADD_BESIDE = "add_beside", _("The council can add something beside it")
    NO = "no", _("No, the government decides it")
