"""Published findings, and what they say."""

from feedback.models import FindingsPage
from tests import make
from tests.feedback.listening.screens import says


def seen(visitor, findings):
    return says(visitor.get(findings.url))


def with_line(page, theme=None, **said):
    """Published findings with one theme, of which `said` is said."""
    findings = make.draft_findings(page, theme or make.theme(page, "Call me by my name"))
    line = findings.themes.get()
    said = {"summary": "Names matter.", "differs": "A few."} | said
    for name, value in said.items():
        setattr(line, name, value)
    findings.themes = [line]
    findings.save_revision().publish()
    return FindingsPage.objects.get(pk=findings.pk)
