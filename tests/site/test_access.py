"""Every address and who may open it. An address without a row fails."""

import re
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from consultations.models import ConsultationPage, StaffRole
from feedback.actions import concerns, frame, reading
from feedback.actions.exporting import ask_for_export
from feedback.models import Concern, ExportKind
from tests import inviting, make, media, translating

EVERYONE = frozenset({"visitor", *StaffRole.values, "superuser"})
SIGNED_IN = EVERYONE - {"visitor"}
NOBODY: frozenset[str] = frozenset()
PLANNERS = frozenset({"participation", "approver", "superuser"})
ENTERERS = frozenset({"participation", "recorder"})
ACTS_ON_CONCERNS = frozenset({"safeguarding", "conflict"})
READS_ALONE = frozenset({"reader", "safeguarding", "recorder", "data_protection", "conflict"})
WRITERS = SIGNED_IN - {"councillor"} - READS_ALONE


def code() -> list:
    return [make.consultation().identity.code]


def closed_code() -> list:
    return [make.closed_consultation().identity.code]


def unread() -> list:
    return [make.words().pk]


def concern() -> list:
    words = make.words()
    worry = Concern.objects.create(
        council=make.council(),
        words=words,
        raised_by=make.staff("reader"),
        raised_at=make.noon(make.today()),
        sealed_words=Concern.sealed("text"),
    )
    return [worry.pk]


def themed() -> list:
    words = make.read_words()
    make.quotation(words, make.theme(ConsultationPage.objects.get()))
    return [words.response.questionnaire.consultation.code, words.pk]


def theme() -> list:
    page = make.closed_consultation()
    return [page.identity.code, make.theme(page).pk]


def merged() -> list:
    page = make.closed_consultation()
    one, other = make.theme(page), make.theme(page)
    version = frame.merge_themes(theme=one, into=other, by=make.staff("analyst"))
    return [page.identity.code, version.number]


def offered() -> list:
    page = make.closed_consultation()
    quotation = make.quotation(make.read_words(page), make.theme(page), cleared=False)
    return [page.identity.code, quotation.pk]


def draft_page() -> list:
    return [make.draft_consultation().pk]


def asked_before() -> list:
    return [make.consultation().identity.questions.first().pk]


def drafted() -> list:
    return [make.draft_consultation().pk]


def batch() -> list:
    page = make.consultation()
    return [page.identity.code, str(inviting.batch(page)[0].pk)]


def group() -> list:
    page = make.consultation()
    return [page.identity.code, str(inviting.group(page).pk)]


def brought() -> list:
    return [*code(), uuid4()]


def welsh() -> list:
    return [translating.begun(make.consultation()).pk]


def drawn_and_opened() -> list:
    """A drawing that everybody who reads has opened."""
    words = media.drawn()
    for role in ("reader", "safeguarding"):
        reading.open_words(words=words, by=make.staff(role))
    return [words.pk]


def drawn_and_read() -> list:
    words = media.shareable(media.drawn(text="my house"))
    return [words.response.questionnaire.consultation.code, words.pk]


def worry_about_a_drawing() -> list:
    worry = reading.raise_concern(words=media.drawn(), by=make.staff("reader"), note="")
    concerns.open_concern(concern=worry, by=make.staff("safeguarding"))
    return [worry.pk]


def asked_for_contact() -> list:
    return [make.contact().pk]


def exported() -> list:
    page = make.closed_consultation()
    job = ask_for_export(
        consultation=page.identity,
        kind=ExportKind.CODEBOOK,
        why="For the matrix of who may",
        by=make.staff("analyst"),
        language="en-gb",
    )
    return [page.identity.code, job.pk]


def nothing() -> list:
    return []


# name: (who may open it, what stands in the address)
ADDRESSES = {
    "wagtail_serve": (EVERYONE, lambda: ["have-your-say/"]),
    "robots": (EVERYONE, nothing),
    "look": (EVERYONE, nothing),
    "easy_read": (EVERYONE, nothing),
    "feedback:who": (EVERYONE, code),
    "feedback:voice": (EVERYONE, code),
    "feedback:helper": (EVERYONE, code),
    "feedback:own_view": (EVERYONE, code),
    "feedback:about_you": (EVERYONE, code),
    "feedback:agree": (EVERYONE, code),
    "feedback:no_thanks": (EVERYONE, code),
    "feedback:question": (EVERYONE, lambda: [*code(), 1]),
    "feedback:check": (EVERYONE, code),
    "feedback:sent_file": (EVERYONE, lambda: [*code(), uuid4()]),
    "feedback:thanks": (EVERYONE, code),
    "feedback:after": (EVERYONE, code),
    "feedback:after_sent": (EVERYONE, code),
    "feedback:stop": (EVERYONE, code),
    "feedback:finished": (EVERYONE, code),
    "feedback:enter": (EVERYONE, nothing),
    "feedback:enter_with": (EVERYONE, code),
    "feedback:next_person": (EVERYONE, code),
    "feedback:another_code": (EVERYONE, code),
    "feedback:leave": (EVERYONE, nothing),
    "feedback:my_words": (EVERYONE, nothing),
    "feedback:status": (EVERYONE, nothing),
    "feedback:delete": (EVERYONE, nothing),
    "feedback:deleted": (EVERYONE, nothing),
    "feedback:short": (EVERYONE, code),
    "feedback:print": (EVERYONE, code),
    "feedback:paper": (EVERYONE, lambda: [*code(), "parent"]),
    "feedback:paper_pdf": (EVERYONE, lambda: [*code(), "parent"]),
    "feedback:poster": (EVERYONE, code),
    "feedback:poster_pdf": (EVERYONE, lambda: [*code(), "a5"]),
    "feedback_preview": (PLANNERS, draft_page),
    "feedback_walk": (PLANNERS, draft_page),
    "feedback_everything": (PLANNERS, draft_page),
    "feedback_preview_about": (PLANNERS, draft_page),
    "feedback_paths": (PLANNERS, draft_page),
    "feedback_draft_form": (PLANNERS, draft_page),
    "consultations_bank": (PLANNERS, nothing),
    "consultations_bank_entry": (PLANNERS, asked_before),
    "feedback_reading": ({"reader", "safeguarding"}, nothing),
    "feedback_text": ({"reader", "safeguarding"}, unread),
    "feedback_file": ({"reader", "safeguarding"}, drawn_and_opened),
    "feedback_freeze": ({"reader", "safeguarding"}, drawn_and_opened),
    "feedback_sealed_file": ({"safeguarding"}, worry_about_a_drawing),
    "feedback_original": ({"analyst"}, drawn_and_read),
    "feedback_ready": ({"reader", "safeguarding"}, nothing),
    "feedback_make_ready": ({"reader", "safeguarding"}, lambda: [make.read_words().pk]),
    "feedback_mark": ({"reader", "safeguarding"}, unread),
    "feedback_put_back": ({"reader", "safeguarding"}, unread),
    "feedback_concerns": (ACTS_ON_CONCERNS, nothing),
    "feedback_concern": ({"safeguarding"}, concern),
    "feedback_follow_up": (ACTS_ON_CONCERNS, concern),
    "feedback_open_concern": (ACTS_ON_CONCERNS, concern),
    "feedback_hand_over": (ACTS_ON_CONCERNS, concern),
    "feedback_conflict": (ACTS_ON_CONCERNS, concern),
    "feedback_end_conflict": (ACTS_ON_CONCERNS, concern),
    "feedback_freeze_sealed": (ACTS_ON_CONCERNS, concern),
    "feedback_release": (ACTS_ON_CONCERNS, concern),
    "feedback_text_conflict": ({"reader", "safeguarding"}, unread),
    "feedback_hand_on": ({"safeguarding"}, nothing),
    "feedback_take_over": ({"safeguarding"}, lambda: [1]),
    "feedback_pathways": ({"safeguarding"}, nothing),
    "feedback_contact": ({"safeguarding"}, asked_for_contact),
    "feedback_end_contact": (ACTS_ON_CONCERNS, asked_for_contact),
    "feedback_themes": ({"analyst"}, nothing),
    "feedback_workspace": ({"analyst"}, closed_code),
    "feedback_begin_findings": ({"analyst"}, closed_code),
    "feedback_new_theme": ({"analyst"}, closed_code),
    "feedback_theme": ({"analyst"}, theme),
    "feedback_group": ({"analyst"}, closed_code),
    "feedback_code": ({"analyst"}, themed),
    "feedback_seen": ({"analyst"}, closed_code),
    "feedback_frame": ({"analyst"}, closed_code),
    "feedback_undo_merge": ({"analyst"}, merged),
    "feedback_standpoint": ({"analyst"}, closed_code),
    "feedback_checkers": ({"analyst"}, closed_code),
    "feedback_quote": ({"analyst"}, themed),
    "feedback_clear": ({"analyst", "reader"}, offered),
    "feedback_quotations": ({"analyst", "reader"}, closed_code),
    "feedback_second": ({"analyst"}, closed_code),
    "feedback_blind": (NOBODY, lambda: [*closed_code(), 1]),
    "feedback_end_second": ({"analyst"}, lambda: [*closed_code(), 1]),
    "feedback_agreement": (NOBODY, lambda: [*closed_code(), 1]),
    "feedback_aside": ({"analyst"}, closed_code),
    "feedback_offer_aside": ({"analyst"}, themed),
    "feedback_settle_aside": ({"analyst"}, themed),
    "feedback_matrix": ({"analyst"}, closed_code),
    "feedback_matrix_csv": ({"analyst"}, closed_code),
    "feedback_cell": (NOBODY, lambda: [*theme(), "child", "own", "13-15"]),
    "feedback_exports": ({"analyst"}, closed_code),
    "feedback_export_file": ({"analyst"}, exported),
    "feedback_export_again": ({"analyst"}, exported),
    "feedback_export_drop": ({"analyst"}, exported),
    "feedback_numbers": ({"analyst"}, lambda: [make.findings().pk]),
    "feedback_new_edition": ({"analyst"}, lambda: [make.findings().pk]),
    "feedback_entering": (ENTERERS, nothing),
    "feedback_enter": (ENTERERS, code),
    "feedback_slip": (ENTERERS, code),
    "feedback_template": (ENTERERS, code),
    "feedback_bring": (ENTERERS, code),
    "feedback_look": (ENTERERS, brought),
    "feedback_slips": (ENTERERS, brought),
    "feedback_how_many": ({"participation", "approver", "analyst", "superuser"}, code),
    "consultations_take_in": ({"participation", "approver", "superuser"}, drafted),
    "consultations_take_over": ({"participation", "approver", "superuser"}, drafted),
    "consultations_give_out": ({"participation", "approver", "superuser"}, drafted),
    "feedback_today": ({"participation", "approver", "analyst", "superuser"}, code),
    "consultations_invitations": ({"participation"}, code),
    "consultations_new_batch": ({"participation"}, code),
    "consultations_files": ({"participation"}, lambda: [*batch(), "letters.pdf"]),
    "consultations_stop_batch": ({"participation"}, lambda: batch()),
    "consultations_new_group": ({"participation"}, code),
    "consultations_group": ({"participation"}, lambda: group()),
    "consultations_poster": ({"participation"}, lambda: [*group(), "html"]),
    "consultations_stop_group": ({"participation"}, lambda: group()),
    "consultations_translations": (WRITERS, nothing),
    "consultations_translation": ({"participation", "approver", "superuser"}, welsh),
    "consultations_gate": (
        {"participation", "approver", "decision_maker", "superuser"},
        lambda: [make.draft_consultation().pk],
    ),
    "consultations_readability": (EVERYONE - {"visitor", "councillor"}, nothing),
    "governance_promises": ({"decision_maker"}, nothing),
    "governance_keep": ({"decision_maker"}, lambda: [make.promise().pk]),
    "account_login": (EVERYONE, nothing),
    "account_logout": (EVERYONE, nothing),
    "account_inactive": (EVERYONE, nothing),
    "account_reset_password": (EVERYONE, nothing),
    "account_reset_password_done": (EVERYONE, nothing),
    "account_reset_password_from_key": (EVERYONE, lambda: ["1", "x"]),
    "account_reset_password_from_key_done": (EVERYONE, nothing),
    "account_confirm_login_code": (EVERYONE, nothing),
    "account_change_password": (SIGNED_IN, nothing),
    "account_set_password": (SIGNED_IN, nothing),
    "account_reauthenticate": (SIGNED_IN, nothing),
    "account_email": (SIGNED_IN, nothing),
    "account_email_verification_sent": (EVERYONE, nothing),
    "account_confirm_email": (EVERYONE, lambda: ["x"]),
    "mfa_index": (SIGNED_IN, nothing),
    "mfa_authenticate": (SIGNED_IN, nothing),
    "mfa_reauthenticate": (SIGNED_IN, nothing),
    "mfa_activate_totp": (SIGNED_IN, nothing),
    "mfa_deactivate_totp": (SIGNED_IN, nothing),
    "mfa_generate_recovery_codes": (SIGNED_IN, nothing),
    "mfa_view_recovery_codes": (SIGNED_IN, nothing),
    "mfa_download_recovery_codes": (SIGNED_IN, nothing),
    "mfa_list_webauthn": (SIGNED_IN, nothing),
    "mfa_add_webauthn": (SIGNED_IN, nothing),
    "mfa_edit_webauthn": (SIGNED_IN, lambda: [1]),
    "mfa_remove_webauthn": (SIGNED_IN, lambda: [1]),
    "mfa_reauthenticate_webauthn": (SIGNED_IN, nothing),
    "side_door_admin": (EVERYONE - {"councillor"}, nothing),
    "side_door_reset": (NOBODY, nothing),
    "side_door_actions": (NOBODY, nothing),
    "wagtailcore_login": (EVERYONE, nothing),
    "no_signup": (NOBODY, nothing),
    "account_signup": (NOBODY, nothing),
    "wagtaildocs_serve": (EVERYONE, lambda: [1, "a.pdf"]),
    "wagtaildocs_authenticate_with_password": (EVERYONE, lambda: [1]),
}
# Wagtail's own screens, below /admin/: closed to visitors and councillors as a whole (see below).
OURS = re.compile(r"^(consultations|feedback|governance)_")


def every_address(patterns=None, route="", space="") -> list[tuple[str, str]]:
    """(name, route) of every address of the site."""
    found = []
    for pattern in patterns or get_resolver().url_patterns:
        below = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found += every_address(pattern.url_patterns, below, inner)
        elif isinstance(pattern, URLPattern):
            found.append((f"{space}{pattern.name}", below))
    return found


def client_for(who: str) -> Client:
    client = Client()
    if who == "superuser":
        client.force_login(make.superuser())
    elif who != "visitor":
        client.force_login(make.staff(who))
    return client


def is_let_in(who: str, address: str) -> bool:
    """Whether an address answers this person, rather than sending them to sign in or refusing."""
    response = client_for(who).get(address)
    if response.status_code == 302 and "/accounts/login/" in response.url:
        return "/login/" in address  # the door itself
    if response.status_code == 302 and response.url == "/admin/" and "/admin/" in address:
        return False  # Wagtail's way of refusing somebody who is signed in
    if response.status_code == 404:
        return any(name in address for name in NEED_A_THING)
    return response.status_code != 403


# Addresses that answer 404 because there is no document or key of that number here.
NEED_A_THING = ("/documents/", "/2fa/", "/entering/", "/say/")


def test_every_address_has_a_row():
    without = {
        name
        for name, route in every_address()
        if name not in ADDRESSES and (not route.startswith("admin/") or OURS.match(name))
    }

    assert without == set()


def test_every_row_has_an_address():
    names = {name for name, _route in every_address()}

    assert set(ADDRESSES) - names == set()


@pytest.mark.parametrize("name", ADDRESSES)
def test_those_who_may_are_let_in_and_no_one_else(name, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    allowed, build = ADDRESSES[name]
    address = reverse(name, args=build())

    let_in = {who for who in EVERYONE if is_let_in(who, address)}

    assert let_in == set(allowed)


STAFF = frozenset(EVERYONE - {"visitor", "councillor"})
EXPLORERS = STAFF - READS_ALONE
ADMINISTRATORS = frozenset({"superuser"})
TERMS = frozenset({"governance", "superuser"})
LIBRARIANS = frozenset({"governance", "participation", "superuser"})
PLACES = frozenset({"participation", "reader", "safeguarding", "superuser"})
PERIODS = frozenset({"participation", "safeguarding", "superuser"})
# Wagtail's own screens: what an address below /admin/ begins with, and who may open it. The longest
# beginning counts.
WAGTAILS = {
    "account/": STAFF,
    "block-preview/": NOBODY,
    "choose-": STAFF,
    "collections/": ADMINISTRATORS,
    "dismissibles/": STAFF,
    "documents/": LIBRARIANS,
    "documents/chooser/": STAFF,
    "documents/chooser/create/": LIBRARIANS,
    "embeds/chooser/": STAFF,
    "symbols/": STAFF,
    "groups/": ADMINISTRATORS,
    "images/": LIBRARIANS,
    "images/chooser/": STAFF,
    "images/chooser/create/": LIBRARIANS,
    "jsi18n/": STAFF,
    "locales/": ADMINISTRATORS,
    "localize/jsi18n/": STAFF,
    "localize/reports/": EXPLORERS,
    "pages/": EXPLORERS,
    "redirects/": ADMINISTRATORS,
    "reports/": ADMINISTRATORS,
    "sites/": ADMINISTRATORS,
    "snippets/": NOBODY,
    "snippets/choose/": STAFF,
    "snippets/choose/consultations/informationsystem/create/": TERMS,
    "snippets/choose/consultations/statutoryreturn/create/": TERMS,
    "snippets/consultations/": TERMS,
    "snippets/consultations/councilperiod/": PERIODS,
    "snippets/consultations/plainword/": TERMS | {"participation"},
    "snippets/consultations/readingcover/": PERIODS,
    "snippets/choose/consultations/councilperiod/create/": PERIODS,
    "snippets/choose/consultations/plainword/create/": TERMS | {"participation"},
    "snippets/choose/consultations/readingcover/create/": PERIODS,
    "snippets/feedback/localplace/": PLACES,
    "snippets/choose/feedback/localplace/create/": PLACES,
    "sprite/": STAFF,
    "tag-autocomplete/": STAFF,
    "test404/": STAFF,
    "users/": ADMINISTRATORS,
    "workflows/": ADMINISTRATORS,
    "workflows/task_chooser/": STAFF,
}
# Signing out, a screen that fails on purpose, and the doors that have rows of their own above.
NOT_SCREENS = ("", "logout/", "failwhale/", "login/", "password_reset/")


def wagtails_screens() -> list[str]:
    """What follows /admin/ in the address of each of Wagtail's screens that needs nothing more."""
    routes = {route for name, route in every_address() if not OURS.match(name)}
    below = {route.removeprefix("admin/") for route in routes if route.startswith("admin/")}
    return sorted(one for one in below if not re.search(r"[<(^]", one))


def row_for(screen: str) -> str | None:
    """The longest beginning in the table that this screen has."""
    return max((one for one in WAGTAILS if screen.startswith(one)), key=len, default=None)


def test_every_screen_of_wagtails_own_has_a_row():
    screens = [one for one in wagtails_screens() if not one.startswith(NOT_SCREENS[1:]) and one]

    assert [screen for screen in screens if row_for(screen) is None] == []
    assert {row_for(screen) for screen in screens} == set(WAGTAILS)


@pytest.mark.parametrize("who", sorted(STAFF))
def test_staff_open_those_of_wagtails_screens_that_are_their_work(who, settings):
    settings.HEARD_REQUIRE_SECOND_FACTOR = False
    client = client_for(who)
    screens = [one for one in wagtails_screens() if row_for(one)]

    opened = {screen for screen in screens if is_opened(client.get(f"/admin/{screen}"))}

    assert opened == {screen for screen in screens if who in WAGTAILS[row_for(screen)]}


def is_opened(response) -> bool:
    """Whether a screen answered; those that only take a form say so, or lead on."""
    if response.status_code == 302:
        return response.url.startswith("/admin/pages/")
    return response.status_code in (200, 400, 405)


def test_no_screen_of_wagtails_own_is_open_to_a_visitor_or_a_councillor():
    routes = [route for _name, route in every_address() if route.startswith("admin/")]
    addresses = {"/" + re.sub(r"<[^>]+>", "1", route) for route in routes if "(" not in route}
    visitor, councillor = client_for("visitor"), client_for("councillor")

    open_to = {
        address
        for address in addresses - {"/admin/login/"}
        if visitor.get(address).status_code == 200 or councillor.get(address).status_code == 200
    }

    assert len(addresses) > 100
    assert open_to == {"/admin/sprite/", "/admin/jsi18n/"} & open_to
