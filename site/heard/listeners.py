"""When something that the public can see has changed, pages are made anew."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import post_page_move

from consultations.models import Consultation, CouncilSettings, TranslationCheck
from feedback.models import Concern, FindingsEdition, Quotation
from governance.models import LogPlace, PromiseUpdate
from heard.frame import DEEPEST_SECTION
from heard.models import PublicStamp

AROUND_EVERY_PAGE = (CouncilSettings, Locale, PageViewRestriction, Site)
SEEN = (
    *AROUND_EVERY_PAGE,
    Concern,
    Consultation,
    FindingsEdition,
    LogPlace,
    Page,
    PromiseUpdate,
    Quotation,
    TranslationCheck,
)


def connect() -> None:
    """Called once, when the application is ready."""
    for signal in (post_save, post_delete):
        signal.connect(renew_if_seen, dispatch_uid="heard.stamp")
    post_page_move.connect(renew_all, dispatch_uid="heard.stamp")


def renew_if_seen(sender: type[Model], instance: Model, **kwargs: Any) -> None:
    """Something was saved or deleted: is it part of what the public sees?"""
    if kwargs.get("raw") or not issubclass(sender, SEEN):
        return
    section = isinstance(instance, Page) and (instance.depth or 0) <= DEEPEST_SECTION
    PublicStamp.renew(frame=section or issubclass(sender, AROUND_EVERY_PAGE))


def renew_all(sender: type[Model], **kwargs: Any) -> None:
    """Pages were moved."""
    PublicStamp.renew(frame=True)
