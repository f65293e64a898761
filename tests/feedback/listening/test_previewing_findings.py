"""An analyst looks at findings before they are published."""

from django.urls import reverse

from feedback.models import FindingsEdition, FindingsIndexPage
from tests import make
from tests.feedback.listening.counting import crowd
from tests.feedback.listening.screens import filled_in, says
from tests.sharing import once_a_file


@once_a_file
def page():
    page = make.closed_consultation()
    crowd(page, "10-12", yes=8, no=9)
    return page


@once_a_file
def theme(page):
    theme = make.theme(page, "Call me by my name")
    make.quotation(make.read_words(page, "it is cold"), theme)
    return theme


def preview(client, name, *args, **typed):
    """What the editor shows beside the form, with this typed and not saved."""
    address = reverse(f"wagtailadmin_pages:{name}", args=args)
    data = filled_in(client.get(address)) | typed
    preview = reverse(f"wagtailadmin_pages:preview_on_{name}", args=args)
    assert client.post(preview, data).json()["is_valid"]
    return client.get(preview)


def test_a_draft_shows_the_numbers_as_they_would_be(as_staff, page, theme):
    findings = make.draft_findings(page, theme)

    shown = says(preview(as_staff("analyst"), "edit", findings.pk))

    assert "17 answered this." in shown
    assert "The numbers are not fixed yet." in shown


def test_a_draft_shows_what_was_typed_with_the_words_that_were_cleared(as_staff, page, theme):
    findings = make.draft_findings(page, theme)

    typed = {"themes-0-summary": "Names matter."}
    shown = says(preview(as_staff("analyst"), "edit", findings.pk, **typed))

    assert "Call me by my name Names matter." in shown
    assert "it is cold" in shown


def test_looking_freezes_nothing(as_staff, page, theme):
    preview(as_staff("analyst"), "edit", make.draft_findings(page, theme).pk)

    assert not FindingsEdition.objects.exists()


def test_findings_that_were_never_saved_can_be_looked_at(as_staff, page, theme):
    typed = {
        "title": "What you told us",
        "slug": "told",
        "consultation_page": str(page.pk),
        "summary": "You said a lot.",
        "missing": "Many.",
        "how_read": "Two people.",
        "themes-0-theme": str(theme.pk),
        "themes-0-summary": "Names matter.",
        "themes-0-differs": "A few.",
    }
    index = FindingsIndexPage.objects.get().pk

    shown = says(preview(as_staff("analyst"), "add", "feedback", "findingspage", index, **typed))

    assert "Call me by my name Names matter." in shown
    assert "17 answered this." in shown


def test_a_new_draft_of_published_findings_shows_the_frozen_numbers(as_staff, page, theme):
    findings = make.findings(page, theme)
    crowd(page, "10-12", yes=20)

    shown = says(preview(as_staff("analyst"), "edit", findings.pk))

    assert "17 answered this." in shown
