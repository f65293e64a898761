"""Two councils in one installation: the staff of one neither see nor touch what is the other's."""

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, Page, Site

from consultations.models import (
    AboutItem,
    CouncilRole,
    CouncilSettings,
    HaveYourSayPage,
    InformationSystem,
)
from consultations.refusals import refusals
from consultations.scoping import own_pages
from feedback.gates import ANOTHER_COUNCIL, missing_from_findings
from feedback.models import FindingsIndexPage
from governance import gates
from governance.models import LogEntry, WhatChangedPage
from heard.models import User
from heard.waiting import waiting_for
from tests import inviting, make, translating


@pytest.fixture
def ferndale() -> Site:
    """Another council, with nothing in it yet."""
    call_command("add_council", "Ferndale Council", "ferndale.example", verbosity=0)
    return Site.objects.get(hostname="ferndale.example")


def officer(council: Site, role: str) -> User:
    """Somebody who holds a role in this council, and in no other."""
    user = User.objects.create_user(f"{role}@ferndale.example", make.PASSWORD)
    user.groups.add(CouncilRole.objects.get(council=council, role=role).group)
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def moved(page: Page, council: Site, section: type[Page]) -> Page:
    """A draft, put into the section of another council."""
    target = section.objects.descendant_of(council.root_page).get()
    page.move(target, pos="last-child")
    return type(page).objects.get(pk=page.pk)


@pytest.fixture(autouse=True)
def _one_factor(settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False


def test_findings_are_about_a_consultation_of_their_own_council(ferndale):
    findings = moved(make.draft_findings(make.closed_consultation()), ferndale, FindingsIndexPage)

    assert missing_from_findings(findings) == [str(ANOTHER_COUNCIL)]


@pytest.mark.parametrize("screen", ["enter", "slip", "template", "bring"])
def test_answers_are_entered_for_ones_own_council_alone(ferndale, screen):
    asked = make.consultation()
    address = reverse(f"feedback_{screen}", args=[asked.identity.code])

    response = signed_in(officer(ferndale, "recorder")).get(address)

    assert (response.status_code, response.url) == (302, "/admin/")


def test_the_list_of_what_can_be_entered_shows_ones_own_council_alone(ferndale):
    asked = make.consultation()

    shown = signed_in(officer(ferndale, "recorder")).get(reverse("feedback_entering"))

    assert asked.title not in shown.content.decode()


def test_not_even_a_draft_of_findings_shows_another_councils_numbers(ferndale):
    asked = make.closed_consultation()
    parent = FindingsIndexPage.objects.descendant_of(ferndale.root_page).get()
    names = ["feedback", "findingspage", parent.pk]
    data = {"consultation_page": asked.pk, "title": "Theirs", "slug": "theirs"}

    address = reverse("wagtailadmin_pages:add", args=names)
    response = signed_in(officer(ferndale, "analyst")).post(address, data)

    assert str(ANOTHER_COUNCIL) in response.content.decode()


def test_a_decision_rests_on_findings_of_its_own_council(ferndale):
    page = moved(make.draft_decision(), ferndale, WhatChangedPage)
    n_entries = LogEntry.objects.count()

    with pytest.raises(gates.NotReady, match=str(gates.ANOTHER_COUNCIL)):
        page.get_latest_revision().publish()

    assert LogEntry.objects.count() == n_entries


def test_a_decision_changes_items_of_its_own_council(ferndale):
    page = moved(make.draft_decision(), ferndale, WhatChangedPage)

    assert any(
        "in the register of another council" in one for one in gates.of_another_council(page)
    )


def test_a_consultation_is_about_items_of_its_own_council(ferndale):
    page = make.draft_consultation()
    page.about.add(AboutItem(item=make.item("Ours")))
    page = moved(page, ferndale, HaveYourSayPage)

    said = [sentence for _field, sentence in refusals(page)]

    assert any("in the register of another council" in one for one in said)


@pytest.mark.parametrize("view", ["edit", "delete", "history", "usage", "copy"])
def test_a_system_of_another_council_is_not_touched(ferndale, view):
    system = InformationSystem.objects.create(council=make.council(), name="Case system")
    address = reverse(f"wagtailsnippets_consultations_informationsystem:{view}", args=[system.pk])

    response = signed_in(officer(ferndale, "governance")).post(address, {"name": "Mine"})

    system.refresh_from_db()
    assert system.name == "Case system"
    assert response.status_code in (302, 405)


def test_only_the_systems_of_ones_own_council_are_listed(ferndale):
    InformationSystem.objects.create(council=make.council(), name="Larkmere's system")
    InformationSystem.objects.create(council=ferndale, name="Ferndale's system")
    address = reverse("wagtailsnippets_consultations_informationsystem:list")

    listed = signed_in(officer(ferndale, "governance")).get(address).content.decode()

    assert "Ferndale&#x27;s system" in listed
    assert "Larkmere&#x27;s system" not in listed


def test_the_settings_of_another_council_are_not_touched(ferndale):
    theirs = CouncilSettings.for_site(make.council())
    address = reverse("wagtailsettings:edit", args=["consultations", "councilsettings", 1])

    signed_in(officer(ferndale, "governance")).post(address, {"childline": "0000"})

    theirs.refresh_from_db()
    assert theirs.childline == "0800 1111"


def test_choosers_offer_pages_of_ones_own_council(ferndale, rf):
    make.consultation()
    request = rf.get("/")
    request.user = officer(ferndale, "analyst")

    offered = own_pages(Page.objects.filter(depth__gt=2), request)

    assert all(page.path.startswith(ferndale.root_page.path) for page in offered)
    assert offered.exists()


def test_what_changed_offers_no_item_of_another_council(ferndale, visitor):
    decision = make.decision()
    item = decision.changes.get().item

    response = visitor.get("/what-changed/", headers={"host": "ferndale.example"})

    assert response.status_code == 200
    assert item.plain_name not in response.content.decode()


@pytest.mark.parametrize(
    ("role", "section"),
    [("participation", HaveYourSayPage), ("decision_maker", WhatChangedPage)],
)
def test_staff_are_led_to_the_section_of_their_own_council(ferndale, role, section):
    target = section.objects.descendant_of(ferndale.root_page).get()

    home = signed_in(officer(ferndale, role)).get("/admin/").content.decode()

    assert f"/{target.pk}/" in home
    assert f"/admin/pages/{section.objects.exclude(pk=target.pk).get().pk}/" not in home


def test_what_waits_in_another_council_does_not_wait_for_us(ferndale):
    make.promise(due_on=make.today(-1))
    make.draft_decision()

    waiting = waiting_for(officer(ferndale, "decision_maker"))

    assert {line["n"] for line in waiting} == {0}


@pytest.mark.parametrize("report", ["site-history", "workflow", "workflow_tasks", "locked"])
def test_reports_across_councils_are_for_administrators(ferndale, report):
    address = f"/admin/reports/{report}/"

    assert signed_in(officer(ferndale, "participation")).get(address).status_code == 403
    administrator = User.objects.create_superuser("a@ferndale.example", make.PASSWORD)
    assert signed_in(administrator).get(address).status_code == 200


def test_a_draft_is_previewed_by_its_own_council_alone(ferndale):
    page = make.draft_consultation()
    address = reverse("feedback_walk", args=[page.pk])

    theirs = signed_in(officer(ferndale, "participation")).get(address)

    assert signed_in(make.staff("participation")).get(address).status_code == 200
    assert theirs.status_code in (302, 403)


def test_the_question_bank_of_another_council_is_neither_seen_nor_used(ferndale):
    question = make.consultation().identity.questions.get(key="heard")
    client = signed_in(officer(ferndale, "participation"))

    assert client.get(reverse("consultations_bank")).context["entries"].paginator.count == 0
    address = reverse("consultations_bank_entry", args=[question.pk])
    assert client.post(address, {"page": make.draft_consultation().pk}).status_code == 404


def test_paper_and_the_short_link_are_found_on_the_councils_own_host_alone(ferndale):
    code = make.consultation().identity.code

    for address in (f"/c/{code}/", f"/paper/{code}/", f"/paper/{code}/poster/"):
        assert Client(headers={"host": "ferndale.example"}).get(address).status_code == 404


def test_each_council_has_a_library_that_no_other_sees(ferndale):
    ours, theirs = (
        Collection.objects.get(
            group_permissions__group__council_role__council=council,
            group_permissions__group__council_role__role="participation",
            group_permissions__permission__codename="add_image",
        )
        for council in (make.council(), ferndale)
    )
    get_document_model().objects.create(
        title="Their film", file=ContentFile(b"x", "film.mp4"), collection=theirs
    )

    seen = signed_in(make.staff("participation")).get("/admin/documents/chooser/")
    seen_there = signed_in(officer(ferndale, "participation")).get("/admin/documents/chooser/")

    assert ours != theirs
    assert "Their film" not in seen.content.decode()
    assert "Their film" in seen_there.content.decode()


def test_nobody_invites_to_another_councils_consultation(ferndale):
    page = make.consultation()
    batch, _codes = inviting.batch(page)
    group, client = inviting.group(page), signed_in(officer(ferndale, "participation"))
    below = f"/admin/invitations/{page.identity.code}/"

    for address in ("", "codes/", f"codes/{batch.pk}/stop/", "group/", f"group/{group.pk}/stop/"):
        assert client.get(below + address).status_code == 302
        client.post(below + address)

    assert batch.unused.count() == 3
    assert type(group).objects.exists()


@pytest.mark.parametrize("name", ["submit_page_translation", "update_translations"])
def test_pages_of_another_council_are_not_translated(ferndale, name):
    welsh = translating.begun(make.consultation())
    source = translating.translation_of(welsh).source
    number = source.get_source_instance().pk if "submit" in name else source.pk
    address = reverse(f"wagtail_localize:{name}", args=[number])

    client = signed_in(officer(ferndale, "participation"))

    assert refuses(client.get(address))
    assert refuses(client.post(address, {"locales": welsh.locale_id}))


def test_a_translation_of_another_council_is_neither_seen_nor_changed(ferndale):
    welsh = translating.begun(make.consultation())
    translation = translating.translation_of(welsh)
    segment = translation.source.stringsegment_set.first()
    client = signed_in(officer(ferndale, "participation"))
    seen = [
        ("edit_string_translation", [translation.pk, segment.pk], client.put),
        ("download_pofile", [translation.pk], client.get),
        ("upload_pofile", [translation.pk], client.post),
        ("preview_translation", [translation.pk], client.get),
        ("stop_translation", [translation.pk], client.post),
    ]

    for name, args, ask in seen:
        assert refuses(ask(reverse(f"wagtail_localize:{name}", args=args))), name
    assert refuses(client.get(reverse("consultations_translation", args=[welsh.pk])))
    assert refuses(client.get(reverse("wagtailadmin_pages:edit", args=[welsh.pk])))


def test_the_report_of_translations_tells_of_ones_own_council(ferndale):
    ours = make.consultation(title="Larkmere asks")
    translating.begun(ours)

    shown = signed_in(officer(ferndale, "participation")).get("/admin/translations/")

    assert shown.status_code == 200
    assert ours.title not in shown.content.decode()


def test_screens_that_go_across_councils_stay_shut(ferndale):
    address = "/admin/localize/api/snippets/consultations/informationsystem/"

    assert signed_in(officer(ferndale, "governance")).get(address).status_code == 404


def test_whoever_works_on_a_section_works_on_it_in_every_language(ferndale):
    section = HaveYourSayPage.objects.descendant_of(ferndale.root_page).get()
    welsh = section.copy_for_translation(translating.language(), copy_parents=True)
    writer = officer(ferndale, "participation")

    assert welsh.permissions_for_user(writer).can_edit()
    assert not welsh.permissions_for_user(make.staff("participation")).can_edit()


def test_choosers_offer_pages_of_ones_own_council_in_every_language(ferndale, rf):
    welsh = translating.begun(make.consultation())
    request = rf.get("/")
    request.user = make.staff("participation")

    assert own_pages(Page.objects.all(), request).filter(pk=welsh.pk).exists()
    request.user = officer(ferndale, "participation")
    assert not own_pages(Page.objects.all(), request).filter(pk=welsh.pk).exists()


def refuses(response) -> bool:
    """Whether a screen says no: outright, or in Wagtail's way, by leading to its front page."""
    return response.status_code in (403, 404) or getattr(response, "url", "") == "/admin/"
