"""The screens of ours that staff work on, and public pages that few people ever meet: no barriers,
nothing from elsewhere, and no sideways scrolling where a phone may be used."""

import json

import pytest

from tests.journeys.checks import barriers, scrolls_sideways
from tests.journeys.conftest import SIZES, watch
from tests.journeys.staff import sign_in

pytestmark = pytest.mark.only_on("sqlite")  # what a browser makes of a page asks no database

FACTS = """
import json
from consultations.models import ConsultationPage as P, InvitationBatch
from feedback.models import FindingsPage
page = P.objects.get(slug='who-gets-to-see-it', locale__language_code='en-gb')
decided = P.objects.get(slug='the-words-in-your-record', locale__language_code='en-gb')
print(json.dumps({
    'pk': page.pk, 'code': page.identity.code, 'decided': decided.identity.code,
    'question': str(page.identity.questions.first().pk),
    'batch': str(InvitationBatch.objects.filter(consultation=page.identity).first().pk),
    'findings': FindingsPage.objects.live().first().pk,
}))
"""
SCREENS = {
    "what is waiting": ("officer", "/admin/"),
    "gate": ("officer", "/admin/gate/{pk}/"),
    "preview": ("officer", "/admin/preview/{pk}/"),
    "preview of everything": ("officer", "/admin/preview/{pk}/everything/"),
    "paths": ("officer", "/admin/preview/{pk}/paths/"),
    "bank": ("officer", "/admin/bank/"),
    "bank: a question": ("officer", "/admin/bank/{question}/"),
    "invitations": ("officer", "/admin/invitations/{code}/"),
    "new codes": ("officer", "/admin/invitations/{code}/codes/"),
    "new group": ("officer", "/admin/invitations/{code}/group/"),
    "spreadsheet in": ("officer", "/admin/consultations/{pk}/xlsform/"),
    "how many came": ("officer", "/admin/how-many/{code}/"),
    "entering": ("recorder", "/admin/entering/"),
    "enter one": ("recorder", "/admin/entering/{code}/"),
    "bring a file": ("recorder", "/admin/entering/{code}/file/"),
    "reading": ("reader", "/admin/reading/"),
    "concerns": ("safeguarding", "/admin/concerns/"),
    "themes": ("analyst", "/admin/themes/{decided}/"),
    "code frame": ("analyst", "/admin/themes/{decided}/frame/"),
    "young checkers": ("analyst", "/admin/themes/{decided}/checkers/"),
    "where I stand": ("analyst", "/admin/themes/{decided}/standpoint/"),
    "quotations": ("analyst", "/admin/themes/{decided}/quotations/"),
    "numbers": ("analyst", "/admin/numbers/{findings}/"),
    "typing a code": ("", "/j/"),
    "a wrong code": ("", "/j/no-such-code/"),
    "who may answer": ("", "/say/{code}/"),
    "printing": ("", "/paper/{code}/"),
    "poster": ("", "/paper/{code}/poster/"),
    "text size and colours": ("", "/look/"),
    "Easy Read, what it is": ("", "/easy-read/"),
    "no thanks": ("", "/say/{code}/no-thanks/"),
    "finished": ("", "/say/{code}/finished/"),
}


@pytest.fixture(scope="module")
def facts(site) -> dict:
    return json.loads(site.python(FACTS).splitlines()[-1])


@pytest.fixture(scope="module")
def known(site, browser) -> dict:
    """Browsers in which somebody is signed in already, by who."""
    contexts = {"": browser.new_context(base_url=site.url, viewport=SIZES["desktop"])}
    for who in {who for who, _address in SCREENS.values()} - {""}:
        contexts[who] = browser.new_context(base_url=site.url, viewport=SIZES["desktop"])
        page = contexts[who].new_page()
        sign_in(page, who)
        page.close()
    yield contexts
    for context in contexts.values():
        context.close()


@pytest.mark.parametrize(("who", "address"), SCREENS.values(), ids=SCREENS)
def test_a_screen_has_no_barriers(site, known, facts, who, address):
    page, wrong = known[who].new_page(), []
    watch(page, site, wrong)

    answer = page.goto(address.format(**facts), wait_until="networkidle")
    found = barriers(page)
    page.set_viewport_size({"width": 320, "height": 640})
    is_wide = not who and scrolls_sideways(page)
    page.close()

    assert answer.status == (422 if "no-such" in address else 200)
    assert found == []
    assert wrong == []
    assert not is_wide
