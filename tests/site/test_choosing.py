"""Choosing a page begins where such pages are, however many languages they are in."""

import pytest
from django.urls import reverse

from feedback.models import FindingsIndexPage
from tests import make, translating

ADDRESS = "/admin/choose-page/"


@pytest.fixture
def findings():
    made = make.findings()
    make.findings()
    translating.translated(made)
    return made


def begun_at(response) -> int:
    return response.json()["parent_page_id"]


def test_findings_are_chosen_from_their_list(as_staff, findings):
    response = as_staff("decision_maker").get(ADDRESS, {"page_type": "feedback.FindingsPage"})

    assert begun_at(response) == make.section(FindingsIndexPage).pk
    assert findings.title in response.json()["html"]


def test_any_page_is_chosen_from_the_root(as_staff):
    response = as_staff("decision_maker").get(ADDRESS)

    assert response.status_code == 200


@pytest.mark.parametrize("kind", ["nonsense", "feedback.Nothing", ","])
def test_a_kind_that_does_not_exist_is_no_fault_of_ours(as_staff, kind):
    response = as_staff("decision_maker").get(ADDRESS, {"page_type": kind})

    assert response.status_code in (200, 404)


def test_a_visitor_chooses_nothing(visitor):
    assert visitor.get(ADDRESS).status_code == 302
    assert reverse("wagtailadmin_choose_page") == ADDRESS
