"""What was made of what people said."""

from typing import Any

from consultations.models import ConsultationPage
from feedback.actions import themes
from feedback.actions.readers import skip_check
from feedback.models import FindingsIndexPage, FindingsPage, FindingTheme, Theme, Words
from tests.make.answering import read_words
from tests.make.asking import long_closed_consultation
from tests.make.people import numbers, section, staff


def theme(page: ConsultationPage, name: str = "") -> Theme:
    """A theme of a consultation."""
    return themes.name_theme(
        consultation=page.identity,
        name=name or f"Theme {next(numbers)}",
        definition="About it.",
        by=staff("analyst"),
    )


def quotation(words: Words, theme: Theme, *, cleared: bool = True, **more: Any) -> Any:
    """Words that were offered to be shown, and cleared by somebody else."""
    themes.group_words(words=words, themes=[theme], by=staff("analyst"))
    facts = {"text": words.safe_text, "differs": False} | more
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
    number = next(numbers)
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
    if not page.identity.checks.exists():
        skip_check(consultation=page.identity, why="No time.", by=staff("analyst"))
    section(FindingsIndexPage).add_child(instance=findings)
    findings.save_revision(user=staff("analyst"))
    return findings


def findings(page: ConsultationPage | None = None, *found: Theme, **more: Any) -> FindingsPage:
    """Published findings, with their tables frozen."""
    made = draft_findings(page or long_closed_consultation(), *found, **more)
    made.get_latest_revision().publish(user=staff("analyst"))
    return FindingsPage.objects.get(pk=made.pk)
