"""What the public pages of this room show, gathered with a fixed number of statements."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from consultations.audiences import Role, Voice
from consultations.first_words import FirstWords, marked, said
from consultations.languages import listed
from consultations.models import Route
from feedback import translated
from feedback.apart import shown_apart
from feedback.asked import language_name
from feedback.groups import MIN_GROUP, OWN, TALKED_OVER, whose_answers, wide_group
from feedback.method import shown_method
from feedback.models import (
    CouldSay,
    FindingsEdition,
    FindingsPage,
    FindingTheme,
    Quotation,
    Response,
    Strength,
)
from feedback.quoting import evident_language
from feedback.second_look import shown_second_look
from feedback.showing_editions import shown_editions
from feedback.showing_tables import by_question

FEW = 25  # per cent of those hoped for: below it, we say that we did not hear from many

GROUPS = {
    "child:0-12": gettext_lazy("Child, 12 or under"),
    "child:13-17": gettext_lazy("Young person, 13 to 17"),
    "child:18-25": gettext_lazy("Young adult, 18 to 25"),
    "parent": gettext_lazy("Parent or carer"),
    "practitioner": gettext_lazy("Practitioner"),
    "chooser": gettext_lazy("Somebody who chooses the boxes"),
}


def shown_findings(page: FindingsPage) -> dict[str, Any]:
    """Everything on a page of findings: themes, tables, coverage, and what was decided."""
    document = document_of(page)
    words = FirstWords(page)
    (consultation,) = words.beside([page.consultation_page]).values()
    return {
        **shown_numbers(page, document),
        "said": words.own("title", "summary", "how_read", "missing"),
        "consultation": consultation,
        "decisions": _decisions(words),
        "themes": _themes(words, document),
        "heard": heard_from(document),
        "said_once": _said_once(words),
        "editions": shown_editions(page),
    }


def shown_numbers(page: FindingsPage, document: dict) -> dict[str, Any]:
    """The numbers of one edition, as a page shows them."""
    return {
        "questions": by_question(document["tables"]),
        "coverage": document["coverage"],
        "expected": _expected(page, document["coverage"]),
        "routes": [route.label for route in Route],
        "came_by": _came_by(document),
        "apart": shown_apart(document),
        "talked_over": talked_over(document["coverage"]),
        "method": shown_method(document),
        "second_look": shown_second_look(document),
    }


def shown_edition(page: FindingsPage, edition: FindingsEdition) -> dict[str, Any]:
    """An edition of the numbers at its own address, whether or not there is a newer one."""
    return shown_numbers(page, edition.document) | {
        "said": FirstWords(page).own("title", "missing"),
        "editions": shown_editions(page, edition),
    }


def _decisions(words: FirstWords) -> list[Any]:
    """The published decisions that rest on findings, each once: in the language of the page, or as
    it was written."""
    findings = words.source or words.page
    public = findings.decisions.live().select_related("locale") if findings.pk else ()
    first = {one.translation_key: one for one in public if one.locale.is_default}
    own = {one.translation_key: one for one in public if one.locale_id == words.page.locale_id}
    return [*(first | own).values()]


def heard_from(document: dict) -> str:
    """How many answered for themselves, group by group, in half a sentence. Hidden numbers are
    left out; nothing is added up."""
    groups = [
        _some_people(group) for group in document["coverage"] if group["role"] != Role.NOT_SAID
    ]
    return listed(filter(None, groups))


def _some_people(group: dict) -> str:
    """How many of one role answered for themselves; nothing where that is hidden or nobody."""
    n = group["voices"][OWN][""]
    if not n:
        return ""
    told = {"n": n, "people": _people(group["role"])}
    if "" in group["at_least"].get(OWN, ()):
        return _("at least %(n)s %(people)s") % told
    return f"{n} {told['people']}"


def document_of(page: FindingsPage) -> dict:
    """The frozen tables; in a preview before publishing, what they would be."""
    from feedback.actions.findings import numbers_now

    return page.edition.document if page.edition else numbers_now(page)


def shown_themes(page: FindingsPage, document: dict, *, source: Any, inside: Any) -> list[dict]:
    """The published themes with the words that were cleared for them, for the page `inside` which
    they are shown. `source` is the page of findings in its first language."""
    return _themes(FirstWords(page, source=source, inside=inside), document)


def _themes(words: FirstWords, document: dict) -> list[dict]:
    attributable = set(document["attributable"])
    cleared = Quotation.objects.public().select_related("words__response")
    pairs = [*words.lines("themes", "theme")]
    prefetch_related_objects(
        [line for line, _written in pairs],
        Prefetch("theme__quotations", cleared, to_attr="cleared"),
    )
    return [_theme(line, written, attributable) for line, written in pairs]


def _said_once(words: FirstWords) -> list[str]:
    """The lines of what only one person said, all marked where nobody translated them."""
    text = words.page.said_once
    written = words.source and words.source.said_once
    return [
        marked(line, line if text == written else None)
        for line in text.splitlines()
        if line.strip()
    ]


def _theme(line: FindingTheme, written: FindingTheme | None, attributable: set[str]) -> dict:
    """One theme, in words."""
    quotations = [
        {
            "text": quotation.text,
            "language": language_shown(quotation, attributable),
            "who": attribution_of(quotation, attributable),
            "differs": quotation.differs,
        }
        for quotation in line.theme.cleared
    ]
    return {
        "id": str(line.theme_id),
        "name": marked(line.shown_name, written and written.shown_name),
        **said(line, written, "summary", "differs"),
        "strengths": [
            f"{Strength(strength).label.lower()} {_people(role)}"
            for role, strength in line.strengths
        ],
        "agreeing": [quotation for quotation in quotations if not quotation["differs"]],
        "differing": [quotation for quotation in quotations if quotation["differs"]],
        "nobody_differs": line.nobody_differs,
        "signed_on": line.signed_on,
    }


def language_shown(quotation: Quotation, attributable: Iterable[str]) -> str:
    """The language that we say a quotation is in, or "" where that could point at a person.

    We know what a person read, not what they wrote in, so it is said only of a group in which many
    read that language, unless the letters say it anyway.
    """
    if quotation.translated_from:
        return translated.language_shown(quotation)
    words = quotation.words
    response = words.response
    group = wide_group(response.role, response.band, words.language)
    many = response.is_own_voice and group in attributable
    known = evident_language(quotation.text) or (words.language if many else "")
    return "" if known == get_language() else known


def attribution_of(quotation: Quotation, attributable: Iterable[str]) -> str:
    """Whose words these are. Where the letters show a language, that is all that we say."""
    if quotation.translated_from:
        who = attribution(quotation.words.response, attributable)
        return translated.attribution(quotation, who, attributable)
    language = evident_language(quotation.text)
    if language:
        return _("In %s") % language_name(language)
    return attribution(quotation.words.response, attributable)


def attribution(response: Response, attributable: Iterable[str]) -> str:
    """Whose words these are, as widely as it takes for nobody to be picked out."""
    if response.could_say == CouldSay.NO:
        return _("Somebody who answered")
    if not response.is_own_voice:
        return {
            Voice.EXACT_WORDS: _("A child's own words, written down by an adult"),
            Voice.ADULT_VIEW: _("An adult's view of what a child feels"),
            Voice.NOTICED: _("What an adult noticed"),
        }.get(response.voice, _("Somebody who answered"))
    group = wide_group(response.role, response.band)
    return str(GROUPS[group]) if group in attributable else _("Somebody who answered")


def _people(role: str) -> str:
    """A group in the middle of a sentence."""
    return {
        Role.CHILD: _("children and young people"),
        Role.PARENT: _("parents and carers"),
        Role.PRACTITIONER: _("practitioners"),
        Role.CHOOSER: _("people who choose the boxes"),
    }[Role(role)]


def _came_by(document: dict) -> list[dict]:
    """How many came by each route, in words; editions from before routes were counted have none."""
    return [
        {
            "who": whose_answers(line["role"], line["voice"]),
            "numbers": [line["routes"][route] for route in Route.values],
        }
        for line in document.get("came_by", [])
    ]


def talked_over(coverage: list[dict]) -> str:
    """How many children with help could not say what they wanted: "" for none, "[c]" if hidden."""
    for group in coverage:
        if TALKED_OVER in group["voices"]:
            n = group["voices"][TALKED_OVER][""]
            return "[c]" if n is None else str(n)
    return ""


def _expected(page: FindingsPage, coverage: list[dict]) -> list[dict]:
    """The groups that the officer hoped to hear from, beside how many were heard.

    A group that the consultation was not open to was not heard from.
    """
    heard = {group["role"]: group for group in coverage}
    nobody: dict = {"voices": {OWN: {"": 0}}, "at_least": {}}
    return [
        _hoped(target, heard.get(target.role, nobody))
        for target in page.consultation_page.localized.expected.all()
    ]


def _hoped(target: Any, group: dict) -> dict:
    """One group beside how many were heard: for themselves, and apart in other people's words."""
    line = group["voices"][OWN]
    own = line.get(target.band, 0)
    others = {
        voice: numbers.get(target.band, 0)
        for voice, numbers in group["voices"].items()
        if voice != OWN
    }
    more = group["at_least"].get(OWN, ())
    most = own if own is not None else None if "" in more else _at_most(line)
    few = most is not None and 100 * most < FEW * target.number
    share = None if own is None else min(round(100 * own / max(target.number, 1)), 100)
    return {
        "target": target,
        "own": own,
        "at_least": target.band in more,
        "others": [(n, whose_answers(target.role, voice)) for voice, n in others.items() if n],
        "share": share,
        "few": "none" if own == 0 and set(others.values()) <= {0} else "few" if few else "",
    }


def _at_most(line: dict) -> int:
    """The most that a hidden number of a line of coverage can be, as any reader can tell.

    It may be the partner of a small one: only this says that it is small.
    """
    if line[""] is None:
        return MIN_GROUP - 1
    return line[""] - sum(shown for age, shown in line.items() if age and shown)
