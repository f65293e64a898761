"""An analyst asks for a new edition of published numbers: old beside new, with a note."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from consultations.models import CouncilSettings
from feedback.actions.editions import issue_edition, proposed_edition
from feedback.actions.findings import NotReady
from feedback.actions.reading import NotYours
from feedback.actions.withdrawing import withdraw_response
from feedback.models import FindingsEdition, FindingsPage, Response
from governance.actions.verifying import verify_log
from governance.models import Disclosure, Log
from tests import make
from tests.feedback.listening.counting import crowd
from tests.feedback.listening.screens import elsewhere, is_refused, n_queries, says
from tests.governance import record
from tests.sharing import once_a_file

NOTE = {"what": "Some answers were counted twice.", "why": "A form was entered twice."}


@once_a_file
def findings():
    """Published findings of a consultation that fifty children answered."""
    page = make.long_closed_consultation()
    crowd(page, "13-15", yes=20, no=30)
    return make.findings(page)


def withdraw(n: int, code: str = "yes") -> None:
    answered = Response.objects.filter(role="child", answers__option__code=code)
    for response in answered[:n]:
        withdraw_response(response=response, today=make.today())


def issue(findings, *, keeps=True, by=None, **more):
    seen = proposed_edition(FindingsPage.objects.get(pk=findings.pk), keeps=keeps).seen
    facts = NOTE | {"seen": seen, "keeps": keeps, "by": by or make.staff("analyst")} | more
    return issue_edition(page=findings, today=make.today(), **facts)


def cells(edition) -> list:
    return edition.document["tables"][0]["rows"][0]["cells"]


def address(findings) -> str:
    return reverse("feedback_new_edition", args=[findings.pk])


def test_six_who_took_their_answers_back_make_a_new_edition(findings):
    withdraw(6)

    edition = issue(findings)

    assert (edition.number, cells(edition)) == (2, [14, 30])
    assert (edition.what_changed, edition.why_changed) == (NOTE["what"], NOTE["why"])
    assert edition.issued_by == make.staff("analyst")
    first = FindingsEdition.objects.get(number=1)
    assert cells(first) == [20, 30]
    assert FindingsPage.objects.get().edition == edition


def test_five_do_not(findings):
    withdraw(5)

    with pytest.raises(NotReady, match="No number may change"):
        issue(findings)

    assert FindingsEdition.objects.count() == 1


def test_numbers_that_are_wrong_can_be_taken_away(visitor, findings):
    withdraw(5)

    edition = issue(findings, keeps=False)

    assert cells(edition) == [None, None]
    assert edition.document["coverage"][0]["voices"]["own"]["13-15"] is None
    shown = says(visitor.get(findings.url))
    assert "Some numbers here were wrong. We do not show them any more." in shown
    assert "Too few people answered" not in shown
    assert "We did not hear from many, so" not in shown


def test_the_guard_is_a_setting_that_never_falls_below_six(findings):
    council = CouncilSettings.for_site(make.council())
    council.edition_guard = 7
    council.save()
    withdraw(6)

    with pytest.raises(NotReady, match="No number may change"):
        issue(findings)
    with pytest.raises(IntegrityError), transaction.atomic():
        CouncilSettings.objects.update(edition_guard=5)
    council.edition_guard, council.hide_up_to = 6, 9
    assert council.least_change == 10, "what is hidden as small is no change to show"


@pytest.mark.parametrize("missing", ["what", "why"])
def test_there_is_no_edition_without_a_note(findings, missing):
    withdraw(6)

    with pytest.raises(NotReady, match="Say what is changed in the numbers, and why"):
        issue(findings, **{missing: " \u200b "})
    with pytest.raises(IntegrityError), transaction.atomic():
        FindingsEdition.objects.create(
            page=findings, number=2, document={}, sha256="", frozen_on=make.today()
        )


def test_numbers_that_changed_since_somebody_looked_are_looked_at_again(findings):
    withdraw(6)
    seen = proposed_edition(findings).seen
    withdraw(1)

    with pytest.raises(NotReady, match="not what you looked at any more"):
        issue(findings, seen=seen)


def test_answers_that_nobody_read_make_no_edition(findings):
    withdraw(6)
    words = make.words(role="parent")
    words.response.questionnaire = findings.consultation.questionnaires.get()
    words.response.save()

    with pytest.raises(NotReady, match="has not been read yet"):
        issue(findings)


def test_a_new_edition_is_in_the_record_with_its_note(findings):
    withdraw(6)

    edition = issue(findings)

    entry = record.last("findings.corrected")
    assert entry["public"]["edition"] == 2
    assert entry["public"]["tables"] == edition.sha256
    assert entry["public"]["fields"] == ["edition", "tables"]
    reason = Disclosure.objects.get(index=entry["seq"], name="correction-reason")
    assert reason.value == f"{NOTE['what']}\n{NOTE['why']}"
    assert not verify_log(Log.objects.get()).problems


def test_a_draft_that_somebody_works_on_is_not_published_with_it(findings):
    draft = findings.get_latest_revision_as_object()
    draft.summary = "Not ready yet."
    draft.save_revision()
    withdraw(6)

    issue(findings)

    page = FindingsPage.objects.get()
    assert page.summary == "You said a lot."
    assert page.get_latest_revision_as_object().summary == "Not ready yet."
    assert page.has_unpublished_changes


def test_nobody_else_asks_for_an_edition(as_staff, findings):
    withdraw(6)

    for stranger in (make.staff("reader"), make.staff("participation"), elsewhere("analyst")):
        assert is_refused(as_staff(user=stranger).get(address(findings)))
        with pytest.raises(NotYours):
            issue(findings, by=stranger)


# The analyst's screen


def test_old_and_new_stand_beside_each_other(as_staff, findings):
    withdraw(6)

    shown = says(as_staff("analyst").get(address(findings)))

    assert "Would be new" in shown
    assert "Before: 20 Now: 14" in shown
    assert "Before: 50 Now: 44" in shown


def test_the_screen_says_why_a_number_may_not_change(as_staff, findings):
    withdraw(5)

    shown = says(as_staff("analyst").get(address(findings)))

    assert "No number may change." in shown
    assert "Stays as it was. A number would change by a few people" in shown


def test_where_nothing_differs_there_is_nothing_to_ask_for(as_staff, findings):
    shown = says(as_staff("analyst").get(address(findings)))

    assert "Nothing differs from the edition that is public." in shown
    assert "Publish this edition" not in shown


def post(client, findings, **typed):
    seen = proposed_edition(findings, keeps=True).seen
    typed = NOTE | {"held": "keep", "seen": seen, "issue": "1"} | typed
    given = {name: value for name, value in typed.items() if value is not None}
    return client.post(address(findings), given, follow=True)


def test_an_analyst_publishes_an_edition(as_staff, findings):
    withdraw(6)

    response = post(as_staff("analyst"), findings)

    assert "Edition 2 of the numbers is public, with your note." in says(response)
    assert FindingsEdition.objects.count() == 2


def test_what_was_typed_is_not_lost(as_staff, findings):
    withdraw(6)
    client = as_staff("analyst")

    refused = post(client, findings, why="")
    looked_again = post(client, findings, held="withhold", issue=None)
    stale = post(client, findings, seen="x")

    assert refused.status_code == stale.status_code == 422
    assert "Say it in a sentence or two." in says(refused)
    assert "not what you looked at any more" in says(stale)
    for response in (refused, looked_again, stale):
        assert NOTE["what"] in response.content.decode()
    assert FindingsEdition.objects.count() == 1


def test_looking_takes_the_same_few_statements_however_many_answered(as_staff, findings):
    withdraw(6)

    assert n_queries(as_staff("analyst"), address(findings)) <= 36


# What everybody reads


def test_the_newest_edition_says_what_is_changed_and_why(visitor, findings):
    withdraw(6)
    issue(findings)

    shown = says(visitor.get(findings.url))

    assert f"What is changed: {NOTE['what']}" in shown
    assert f"Why: {NOTE['why']}" in shown
    assert "We show a change only if it is of 6 people or more" in shown
    assert f'href="{findings.url}edition/1/"' in visitor.get(findings.url).content.decode()


def test_an_old_edition_stays_at_its_address(visitor, findings):
    first = f"{findings.url}edition/1/"
    before = says(visitor.get(first))
    withdraw(6)
    issue(findings)

    after = says(visitor.get(first))

    assert "These are the newest numbers." in before
    assert "There are newer numbers." in after
    assert "50 answered this." in before
    assert "50 answered this." in after
    assert "44 answered this." in says(visitor.get(f"{findings.url}edition/2/"))
    assert n_queries(visitor, f"{first}?") <= 12


@pytest.mark.parametrize("number", ["0", "2", "x"])
def test_an_edition_that_never_was_is_not_found(visitor, findings, number):
    assert visitor.get(f"{findings.url}edition/{number}/").status_code == 404


def test_what_is_out_of_sight_has_no_editions(visitor, findings):
    findings.unpublish()

    assert visitor.get(f"{findings.url}edition/1/").status_code == 404


def test_the_method_note_says_what_is_hidden(visitor, findings):
    assert "We hide every number from 1 to 5," in says(visitor.get(findings.url))
    assert "This council hides more." not in says(visitor.get(findings.url))


def test_the_method_note_says_that_a_council_hides_more(visitor):
    council = CouncilSettings.for_site(make.council())
    council.hide_up_to = 8
    council.save()
    page = make.long_closed_consultation()
    crowd(page, "13-15", yes=20, no=30)

    shown = says(visitor.get(make.findings(page).url))

    assert "We hide every number from 1 to 8," in shown
    assert "This council hides more." in shown
