"""Builders: each makes one thing through the software's own actions, and says only what matters."""

import copy
import itertools
import uuid
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from consultations.models import (
    AboutItem,
    ConsultationPage,
    CouncilRole,
    HaveYourSayPage,
    InformationItem,
    RegisterPage,
    StaffRole,
)
from feedback.actions import answering, reading, sending, themes
from feedback.models import (
    FindingsIndexPage,
    FindingsPage,
    FindingTheme,
    Response,
    Theme,
    Words,
)
from governance.models import (
    Alternative,
    DecisionPage,
    Influence,
    ItemChange,
    Outcome,
    Promise,
    WhatChangedPage,
)
from governance.possible import published_on
from heard.models import User
from tests import answers, planned

WITH_OPTIONS = ("choose_one", "choose_several", "sort", "order")
PASSWORD = "correct horse battery staple"
_numbers = itertools.count(1)
_people: dict[tuple, User] = {}
_kept: dict[tuple, User] = {}


def forget(*, everybody: bool = False) -> None:
    """Between tests nobody is known but those whom the file keeps: the database forgot them too."""
    if everybody:
        _kept.clear()
    _people.clear()
    _people.update(copy.deepcopy(_kept))


def keep() -> None:
    """Whoever is known now stays known until `forget(everybody=True)`."""
    _kept.update(_people)


def council() -> Site:
    """The council that the migrations made."""
    return Site.objects.get(is_default_site=True)


def section(kind: type[Page]) -> Page:
    """A section of that council, such as its register."""
    return kind.objects.descendant_of(council().root_page).get()


def today(offset: int = 0) -> date:
    """Today, or so many days later."""
    return timezone.localdate() + timedelta(days=offset)


def noon(day: date) -> datetime:
    """The middle of a day."""
    return timezone.make_aware(datetime.combine(day, time(12)))


def staff(*roles: str, again: bool = False, **more: Any) -> User:
    """A member of staff with these roles, such as "reader": the same one each time in a test,
    unless `again` asks for another."""
    key = (*roles, *more)
    if key in _people and not again:
        return _people[key]
    name = "-".join(roles) or "nobody"
    user = User.objects.create_user(f"{name}-{next(_numbers)}@example.org", PASSWORD, **more)
    for role in roles:
        held = CouncilRole.objects.get(council=council(), role=StaffRole(role))
        user.groups.add(held.group)
    _people.setdefault(key, user)
    return user


def superuser() -> User:
    """Somebody who looks after accounts, and holds no role."""
    return User.objects.create_superuser(f"admin-{next(_numbers)}@example.org", PASSWORD)


def item(title: str = "Reason for moving", *, live: bool = True, **more: Any) -> InformationItem:
    """Something that is written down."""
    number = next(_numbers)
    facts = {
        "code": f"item-{number}",
        "slug": f"item-{number}",
        "plain_name": f"Plain {title}",
        "kind": "code",
        "what_it_records": "One code for each move.",
        "how_obtained": "inferred",
        "chosen_by": "Department for Education",
        "why_chosen": "To count.",
        "known_gaps": "Whether the move was good.",
        "origin": "statutory_return",
        "can_council_change": "no",
        "who_can_see": "The social worker.",
        "kept_for": "75 years",
        "how_to_challenge": "Ask the Records Desk, at any time.",
    }
    page = InformationItem(title=title, live=False, **(facts | more))
    section(RegisterPage).add_child(instance=page)
    revision = page.save_revision(user=staff("governance"))
    if live:
        revision.publish(user=staff("governance"))
        page.refresh_from_db()
    return page


def block(kind: str, text: str = "How was it?", **value: Any) -> dict:
    """One question as the editor stores it. `options` are labels, or (code, label) and what
    else the answer has."""
    about = value.pop("about", None) or InformationItem.objects.first() or item()
    options = value.pop("options", ["Yes", "No"] if kind in WITH_OPTIONS else None)
    stored = {
        "text": text,
        "hint": "",
        "item": about.pk,
        "roles": [],
        "bands": [],
        "only_after": {"question": "", "answers": "", "unanswered": False},
        "wordings": [],
        "facts": "",
        "easy_read": [],
        "audio": None,
        "signed": {"film": None, "captions": None, "transcript": ""},
        "data_name": "",
        **answers.composed(kind),
    } | value
    if options:
        pairs = [option if isinstance(option, tuple) else ("", option) for option in options]
        stored["options"] = [
            _listed({"code": code, "label": label} | (more[0] if more else {}))
            for code, label, *more in pairs
        ]
    for name in ("words", "starts"):
        if name in stored:
            stored[name] = [_listed(one) for one in stored[name]]
    stored["wordings"] = [_listed(one) for one in stored["wordings"]]
    return {"type": kind, "value": stored, "id": str(uuid.uuid4())}


def _listed(value: Any) -> dict:
    return {"type": "item", "value": value, "id": str(uuid.uuid4())}


def draft_consultation(*questions: dict, **more: Any) -> ConsultationPage:
    """A consultation that nobody has approved yet, open from yesterday for four weeks."""
    number = next(_numbers)
    about = more.pop("about", None) or [InformationItem.objects.first() or item()]
    lists = {name: more.pop(name) for name in planned.LISTS if name in more}
    facts = {
        "title": f"Consultation {number}",
        "slug": f"consultation-{number}",
        "summary": "What do you think?",
        "why": "We want to know.",
        "can_change": "The words.",
        "cannot_change": "The law.",
        "decider": "Director of Children's Services",
        "opens_on": today(-1),
        "closes_on": today(27),
        "findings_by": today(55),
        "decision_by": today(111),
        "roles": ["child", "parent"],
        "bands": ["10-12", "13-15"],
    }
    facts |= more
    page = ConsultationPage(live=False, **(planned.facts(facts["decision_by"]) | facts))
    page.about = [AboutItem(item=one) for one in about]
    planned.complete(page, **lists)
    page.questions = list(questions) or [
        block("choose_one", "Do you feel heard?", data_name="heard"),
        block("long_text", "Tell us more.", data_name="more"),
    ]
    section(HaveYourSayPage).add_child(instance=page)
    planned.excuse(page)
    page.save_revision(user=staff("participation"))
    return page


def approve(page: ConsultationPage) -> ConsultationPage:
    """Submit a consultation and have another officer approve it, so that it is published."""
    page.get_workflow().start(page, staff("participation"))
    waiting = page.current_workflow_task_state
    waiting.task.specific.on_action(waiting, staff("approver"), "approve")
    page = ConsultationPage.objects.get(pk=page.pk)
    assert page.live
    return page


def consultation(*questions: dict, **more: Any) -> ConsultationPage:
    """A published consultation, open today unless its days say otherwise. Published as approval
    publishes it, without the steps of approving, which take most of the time."""
    page = draft_consultation(*questions, **more)
    page.get_latest_revision().publish(user=staff("approver"))
    return ConsultationPage.objects.get(pk=page.pk)


def closed_consultation(*questions: dict, **more: Any) -> ConsultationPage:
    """A published consultation whose last day was last week."""
    days = {
        "opens_on": today(-40),
        "closes_on": today(-7),
        "findings_by": today(20),
        "decision_by": today(80),
    }
    return consultation(*questions, **(days | more))


def long_closed_consultation(**more: Any) -> ConsultationPage:
    """A published consultation that closed long before any decision of these tests."""
    days = {"opens_on": today(-120), "closes_on": today(-60), "findings_by": today(-30)}
    return closed_consultation(**(days | more))


def frozen(page: ConsultationPage, key: str) -> dict:
    """The frozen question with this data name, in the latest edition."""
    document = page.identity.questionnaires.latest("number").document
    return next(question for question in document["questions"] if question["key"] == key)


def option(page: ConsultationPage, key: str, code: str) -> str:
    """The id of an answer that can be chosen."""
    return next(one["id"] for one in frozen(page, key)["options"] if one["code"] == code)


def draft(page: ConsultationPage, *, role: str = "child", band: str = "13-15", **more: Any) -> str:
    """Somebody began to answer, and agreed: their four words."""
    on = noon(more.pop("on", max(page.opens_on, min(page.closes_on, today()))))
    voice = more.pop("voice", "me")
    words = answering.begin(
        questionnaire=page.identity.questionnaires.latest("number"),
        role=role,
        band=band if role == "child" else "",
        language=more.pop("language", "en-gb"),
        now=on,
        hours=24,
    )
    if role == "child":
        answering.say_whose_words(words=words, voice=voice, now=on)
    answering.agree(words=words, version="older-1", now=on)
    for key, answer in more.items():
        answering.save_answer(
            words=words,
            question_id=frozen(page, key)["id"],
            answer=answers.kept(frozen(page, key), answer),
            now=on,
        )
    return words


def response(page: ConsultationPage, **more: Any) -> Response:
    """Somebody answered and sent: `response(page, heard="yes", more=("text", True))`."""
    on = more.setdefault("on", max(page.opens_on, min(page.closes_on, today())))
    words = draft(page, **more)
    return sending.send(words=words, now=noon(on), today=on)


def responses(page: ConsultationPage, n: int, **more: Any) -> None:
    """`n` people gave the same answers."""
    for _person in range(n):
        response(page, **dict(more))


def words(page: ConsultationPage | None = None, text: str = "My words", **more: Any) -> Words:
    """A text that somebody sent, not read yet."""
    page = page or closed_consultation()
    may_show = more.pop("may_show", True)
    return response(page, more=(text, may_show), **more).words.get()


def read_words(page: ConsultationPage | None = None, text: str = "My words", **more: Any) -> Words:
    """A text that a reader has read."""
    made = words(page, text, **more)
    reading.mark_read(words=made, by=staff("reader"))
    return made


def theme(page: ConsultationPage, name: str = "") -> Theme:
    """A theme of a consultation."""
    return themes.name_theme(
        consultation=page.identity,
        name=name or f"Theme {next(_numbers)}",
        definition="About it.",
        by=staff("analyst"),
    )


def quotation(words: Words, theme: Theme, *, cleared: bool = True, **more: Any) -> Any:
    """Words that were offered to be shown, and cleared by somebody else."""
    themes.group_words(words=words, themes=[theme], by=staff("analyst"))
    facts = {"text": words.text, "differs": False} | more
    made = themes.propose_quotation(words=words, theme=theme, by=staff("analyst"), **facts)
    if cleared:
        themes.clear_quotation(quotation=made, by=staff("reader"))
    return made


def _said_by(theme: Theme) -> dict[str, str]:
    """A group that said it: one that stands under the theme, or a practitioner who says it now."""
    own = theme.codings.filter(words__response__voice__in=["me", "with_help"])
    coding = own.select_related("words__response").first()
    if coding is None:
        page = ConsultationPage.objects.get(translation_key=theme.consultation_id)
        said = read_words(page, "It is so.", role="practitioner")
        themes.group_words(words=said, themes=[theme], by=staff("analyst"))
        return {"said_by_practitioner": "a_few"}
    return {f"said_by_{coding.words.response.role}": "a_few"}


def draft_findings(page: ConsultationPage, *found: Theme, **more: Any) -> FindingsPage:
    """Findings that are not published yet, with these themes, or with one of their own."""
    number = next(_numbers)
    facts = {
        "title": f"Findings {number}",
        "slug": f"findings-{number}",
        "summary": "You said a lot.",
        "how_read": "Two people read it.",
        "missing": "We did not hear from many disabled children.",
    }
    findings = FindingsPage(live=False, consultation_page=page, **(facts | more))
    findings.themes = [
        FindingTheme(theme=one, summary="It is so.", differs="A few parents.", **_said_by(one))
        for one in found or [theme(page)]
    ]
    section(FindingsIndexPage).add_child(instance=findings)
    findings.save_revision(user=staff("analyst"))
    return findings


def findings(page: ConsultationPage | None = None, *found: Theme, **more: Any) -> FindingsPage:
    """Published findings, with their tables frozen."""
    made = draft_findings(page or long_closed_consultation(), *found, **more)
    made.get_latest_revision().publish(user=staff("analyst"))
    return FindingsPage.objects.get(pk=made.pk)


def draft_decision(rests_on: FindingsPage | None = None, **more: Any) -> DecisionPage:
    """A decision that is whole but not published yet."""
    number = next(_numbers)
    rests_on = rests_on or findings()
    promises = more.pop("promises", [{"due_on": today(30)}])
    days = [one["due_on"] for one in promises]
    items = more.pop("items", None) or [InformationItem.objects.first()]
    facts = {
        "title": f"Decision {number}",
        "slug": f"decision-{number}",
        "reference": f"ld-{number}",
        "outcome": Outcome.CHANGED,
        # After people were asked, and before everything that it promises.
        "decided_on": max(rests_on.consultation_page.closes_on, min([today(-2), *days])),
        "decided_by": "Director of Children's Services",
        "summary": "We changed it.",
        "decision": "The heading changes.",
        "reasons": "Because most children told us that the old heading hurts.",
        "instead": "A note is added." if more.get("outcome") == Outcome.NOT_CHANGED else "",
        "how_to_disagree": "Ask for an advocate, or complain to the council.",
        "review_on": today(300),
    }
    page = DecisionPage(live=False, findings=rests_on, **(facts | more))
    page.changes = [ItemChange(item=one, before="Contact", after="Family time") for one in items]
    page.influences = [
        Influence(theme=line.theme, use="followed", why="It was right.")
        for line in rests_on.themes.all()
    ]
    page.alternatives = [Alternative(option="Leave it", why_not="It hurts.")]
    page.promises = [
        Promise(**({"text": "Build the form.", "owner": "Head of Systems"} | one))
        for one in promises
    ]
    section(WhatChangedPage).add_child(instance=page)
    page.save_revision(user=staff("decision_maker"))
    return page


def decision(rests_on: FindingsPage | None = None, **more: Any) -> DecisionPage:
    """A published decision."""
    page = draft_decision(rests_on, **more)
    with published_on(page.decided_on):
        page.get_latest_revision().publish(user=staff("decision_maker"))
    return DecisionPage.objects.get(pk=page.pk)


def promise(**more: Any) -> Promise:
    """A promise of a published decision, due in a month unless `due_on` says otherwise."""
    due_on = more.pop("due_on", today(30))
    return decision(promises=[{"due_on": due_on}], **more).promises.get()
