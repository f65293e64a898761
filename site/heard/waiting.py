"""What is waiting for a member of staff, when they come in."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState

from consultations.models import (
    Consultation,
    ConsultationPage,
    CouncilSettings,
    InformationItem,
    StaffRole,
)
from consultations.permissions import councils_of, holds, sections_of
from feedback.models import Concern, FindingsPage, Quotation, Words
from feedback.permissions import (
    can_clear_quotations,
    can_read_raw_answers,
    can_see_concerns,
)
from feedback.queue import late
from governance.models import DecisionPage, Promise
from governance.permissions import can_keep_promises
from heard.waiting_gates import gates

A_YEAR = timedelta(days=365)


class WaitingPanel(Component):
    """The first thing on the staff's front page: what waits for this person, and where it is."""

    name = "waiting"
    template_name = "heard/waiting.html"
    order = 50

    def get_context_data(self, parent_context: dict) -> dict:
        user = parent_context["request"].user
        return {"lines": list(waiting_for(user)), "begin": list(_to_begin(user))}


def waiting_for(user: Any) -> Iterator[dict]:
    """Lines of {"n", "what", "url"}: only what this person's roles let them do."""
    yield from _reading(user)
    yield from _quotations(user)
    yield from _approvals(user)
    yield from _drafts(user)
    yield from gates(user)
    yield from _promises(user)
    yield from _facts_to_check(user)
    yield from _answering(user)


def _answering(user: Any) -> Iterator[dict]:
    """Consultations that are open, each with how many have answered so far."""
    mine = councils_of(user, StaffRole.PARTICIPATION, StaffRole.APPROVER)
    open_now = Consultation.objects.open_on(timezone.localdate()).filter(council__in=mine)
    counted = open_now.annotate(n=Count("questionnaires__responses")).order_by("closes_on")
    titles = dict(
        ConsultationPage.objects.as_written()
        .filter(translation_key__in=counted)
        .values_list("translation_key", "title")
    )
    for one in counted:
        what = ngettext("answer so far: %s", "answers so far: %s", one.n)
        url = reverse("feedback_how_many", args=[one.code])
        yield _line(one.n, what % titles.get(one.pk, one.code), url)


def _reading(user: Any) -> Iterator[dict]:
    if can_see_concerns(user):
        n = Concern.objects.visible_to(user).waiting().count()
        yield _line(
            n, ngettext("concern to act on", "concerns to act on", n), reverse("feedback_concerns")
        )
    if can_read_raw_answers(user):
        mine = councils_of(user, StaffRole.READER, StaffRole.SAFEGUARDING)
        unread = Words.objects.in_councils(mine).visible_to(user).unread()
        n, n_late = unread.count(), late(unread, mine, timezone.localdate()).count()
        what = ngettext("text to read", "texts to read", n)
        if n_late:
            what = f"{what}, {ngettext('%d late', '%d late', n_late) % n_late}"
        yield _line(n, what, reverse("feedback_reading"))


def _quotations(user: Any) -> Iterator[dict]:
    """Words that somebody else offered to show, and that this person may clear."""
    if not can_clear_quotations(user):
        return
    mine = councils_of(user, StaffRole.READER, StaffRole.ANALYST)
    offered = (
        Quotation.objects.to_clear().visible_to(user).filter(theme__consultation__council__in=mine)
    )
    offered = offered.exclude(proposed_by=user)
    for code, title, n in _by_consultation(offered):
        what = ngettext("quotation to clear: %s", "quotations to clear: %s", n) % title
        yield _line(n, what, reverse("feedback_quotations", args=[code]))


def _by_consultation(quotations: Any) -> list[tuple[str, str, int]]:
    """(code, title, how many) for each consultation that has some of `quotations`."""
    counted = quotations.values_list(
        "theme__consultation__code", "theme__consultation_id"
    ).annotate(n=Count("pk"))
    titles = dict(
        ConsultationPage.objects.as_written()
        .filter(translation_key__in=[key for _code, key, _n in counted])
        .values_list("translation_key", "title")
    )
    return [(code, titles.get(key, code), n) for code, key, n in counted]


def _approvals(user: Any) -> Iterator[dict]:
    if holds(user, StaffRole.APPROVER):
        waiting = TaskState.objects.reviewable_by(user)
        n = waiting.count()
        first = waiting.first()
        url = (
            reverse("wagtailadmin_pages:edit", args=[first.workflow_state.object_id])
            if first
            else _where(Page.objects.none(), _section(user, ConsultationPage, StaffRole.APPROVER))
        )
        yield _line(n, ngettext("page to approve", "pages to approve", n), url)


def _drafts(user: Any) -> Iterator[dict]:
    for role, model, what in (
        (
            StaffRole.PARTICIPATION,
            ConsultationPage,
            lambda n: ngettext("consultation in draft", "consultations in draft", n),
        ),
        (
            StaffRole.ANALYST,
            FindingsPage,
            lambda n: ngettext("set of findings in draft", "sets of findings in draft", n),
        ),
        (
            StaffRole.DECISION_MAKER,
            DecisionPage,
            lambda n: ngettext("decision in draft", "decisions in draft", n),
        ),
    ):
        if holds(user, role):
            drafts = sections_of(user, model, role).filter(has_unpublished_changes=True)
            n = drafts.count()
            yield _line(n, what(n), _where(drafts, _section(user, model, role)))


def _promises(user: Any) -> Iterator[dict]:
    if can_keep_promises(user):
        mine = sections_of(user, DecisionPage, StaffRole.DECISION_MAKER)
        n = Promise.objects.public().late(timezone.localdate()).filter(page__in=mine).count()
        yield _line(n, ngettext("late promise", "late promises", n), reverse("governance_promises"))


def _facts_to_check(user: Any) -> Iterator[dict]:
    """Facts of our councils that nobody has checked for a year (requirements A9)."""
    for council in councils_of(user, StaffRole.GOVERNANCE):
        facts = CouncilSettings.objects.filter(site=council).first()
        days = facts and (facts.numbers_checked_on, facts.statement_checked_on)
        n = sum(day is None or day < timezone.localdate() - A_YEAR for day in days or ())
        if n:
            what = ngettext(
                "fact not checked for a year: helplines, accessibility",
                "facts not checked for a year: helplines, accessibility",
                n,
            )
            address = ["consultations", "councilsettings", council]
            yield _line(n, what, reverse("wagtailsettings:edit", args=address))


def _to_begin(user: Any) -> Iterator[dict]:
    """What this person can begin to write, each with where."""
    for role, model, what in (
        (StaffRole.PARTICIPATION, ConsultationPage, _("Write a new consultation")),
        (StaffRole.GOVERNANCE, InformationItem, _("Add something that is written down")),
        (StaffRole.DECISION_MAKER, DecisionPage, _("Record a decision")),
    ):
        section = _section(user, model, role) if holds(user, role) else None
        if section:
            names = [model._meta.app_label, model._meta.model_name, section.pk]
            yield {"what": what, "url": reverse("wagtailadmin_pages:add", args=names)}


def _section(user: Any, model: type[Page], role: StaffRole) -> Page | None:
    """Where pages of a kind are begun, in the first council in which this person holds the role."""
    return sections_of(user, model.allowed_parent_page_models()[0], role).first()


def _where(drafts: Any, section: Page | None) -> str:
    """The draft, if there is one; otherwise where one is begun."""
    if draft := drafts.first():
        return reverse("wagtailadmin_pages:edit", args=[draft.pk])
    if section:
        return reverse("wagtailadmin_explore", args=[section.pk])
    return reverse("wagtailadmin_home")


def _line(n: int, what: str, url: str) -> dict:
    return {"n": n, "what": what, "url": url}
