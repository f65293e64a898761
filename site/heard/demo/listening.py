"""Readers read, an analyst finds themes, words are cleared, and findings are published."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate
from wagtail.models import Site

from consultations.models import ConsultationPage
from feedback.actions import coding, contacting, making_ready, readers, reading, themes
from feedback.models import (
    CheckedTheme,
    FindingsIndexPage,
    FindingsPage,
    FindingTheme,
    LocalPlace,
    Theme,
    Words,
)
from heard.demo import read

LEFT_UNREAD = {"sharing": 9, "fourth": 14}
SAFELY = {
    "way": "phone",
    "when": "After school on a Tuesday. Not when mum is home.",
    "not_to": "Anyone at home",
    "not_worker": True,
    "may_name": "no",
    "where": "07700 900123",
}


def load_places() -> None:
    """Places in Larkmere that readers are told to take out."""
    council = Site.objects.get(is_default_site=True)
    LocalPlace.objects.bulk_create(
        LocalPlace(council=council, **one) for one in read("places")["place"]
    )


def load_readings(pages: dict[str, ConsultationPage], *, reader: Any) -> None:
    """Texts are read, but for a few that arrived last; one of them worries the reader. Pictures
    show nobody, so analysts may open them; the one without words waits to be described."""
    load_places()
    worries = {
        text for one in read("phrases")["phrases"] if one.get("worry") for text in one["texts"]
    }
    for key, page in pages.items():
        every = Words.objects.filter(response__questionnaire__consultation=page.identity)
        texts = list(
            every.select_related(*_PATH).order_by("response__received_on", "-medium", "pk")
        )
        worrying = [words for words in texts if words.text in worries]
        calm = [words for words in texts if words.text not in worries]
        for words in calm[: len(calm) - LEFT_UNREAD.get(key, 0)]:
            reading.mark_read(words=words, by=reader)
            if words.is_file:
                making_ready.let_analysts_open(words=words, allowed=True, by=reader)
        for words in worrying[:1]:
            reading.raise_concern(
                words=words, by=reader, note="It could be nothing, but I would like you to look."
            )
            contacting.ask_for_contact(
                response=words.response, details=SAFELY, today=words.response.received_on
            )


_PATH = ("question", "response__questionnaire__consultation__council")


def load_findings(
    pages: dict[str, ConsultationPage], *, analyst: Any, second: Any
) -> tuple[dict[str, FindingsPage], dict[str, Theme]]:
    """Group texts, clear quotations, publish. Gives the findings and the themes by key."""
    numbered = {told["number"]: told for told in read("answers")["answer"]}
    findings, every_theme = {}, {}
    for told in read("findings")["findings"]:
        page = pages[told["consultation"]]
        found = {one["key"]: _theme(one, page, numbered, analyst, second) for one in told["theme"]}
        _read_from(told, page, found, analyst)
        findings[told["consultation"]] = _publish(told, page, found, analyst)
        every_theme |= found
    return findings, every_theme


def _theme(told: dict, page: ConsultationPage, numbered: dict, analyst: Any, second: Any) -> Theme:
    theme = themes.name_theme(
        consultation=page.identity,
        name=told["name"],
        definition=told["summary"],
        by=analyst,
        **told.get("code", {}),
    )
    said = told["quotes"] + told["differing_quotes"]
    texts = {numbered[number]["text"] for number in said} | set(told["phrases_match"])
    kept = Words.objects.filter(
        response__questionnaire__consultation=page.identity, text__in=texts
    ).select_related(*_PATH)
    for words in kept:
        held = [coding.theme for coding in words.codings.select_related("theme")]
        themes.group_words(words=words, themes=[*held, theme], by=analyst)
    for number in said:
        words = kept.filter(text=numbered[number]["text"]).first()
        _code_beginning(words, theme, analyst)
        quotation = themes.propose_quotation(
            words=words,
            theme=theme,
            text=words.safe_text,
            differs=number in told["differing_quotes"],
            by=analyst,
        )
        themes.open_original(words=words, by=second)
        themes.clear_quotation(quotation=quotation, by=second)
    return theme


def _code_beginning(words: Words, theme: Theme, analyst: Any) -> None:
    """Put the first sentence of a text under a theme, as somebody who reads closely would."""
    version = words.safe_version
    end = version.text.find(". ") + 1
    if end:
        coding.code_passage(words=words, version=version, start=0, end=end, theme=theme, by=analyst)


def _read_from(told: dict, page: ConsultationPage, found: dict, analyst: Any) -> None:
    """The analyst says where they stand, and young people look at the themes."""
    where = told["standpoint"]
    readers.say_standpoint(consultation=page.identity, by=analyst, **where)
    check = told["check"]
    if "why_skipped" in check:
        readers.skip_check(consultation=page.identity, why=check["why_skipped"], by=analyst)
        return
    said = [
        CheckedTheme(
            theme=found[one["key"]], verdict=one["verdict"], changed=one.get("changed", "")
        )
        for one in check["said"]
    ]
    group = {name: check[name] for name in ("who", "youngest", "oldest")}
    held_on = localdate() - timedelta(days=check["days_ago"])
    readers.record_check(
        consultation=page.identity, said=said, held_on=held_on, by=analyst, **group
    )


def _publish(told: dict, page: ConsultationPage, found: dict, analyst: Any) -> FindingsPage:
    findings = FindingsPage(
        live=False,
        owner=analyst,
        consultation_page=page,
        said_once="\n".join(told["said_once"] if "said_once" in told else _once(told)),
        **{name: told[name] for name in ("title", "slug", "summary", "how_read", "missing")},
    )
    findings.themes = [
        FindingTheme(
            theme=found[one["key"]],
            summary=one["summary"],
            differs=one["differs"],
            nobody_differs=not one["differs"],
            signed_by=None if one["differs"] else analyst,
            signed_on=None if one["differs"] else localdate(),
            **{f"said_by_{line['role']}": line["strength"] for line in one["strengths"]},
        )
        for one in told["theme"]
    ]
    FindingsIndexPage.objects.get().add_child(instance=findings)
    findings.save_revision(user=analyst).publish(user=analyst)
    findings.refresh_from_db()
    return findings


def _once(told: dict) -> list[str]:
    return [line for one in told["theme"] for line in one.get("said_once", [])]
