import pytest
from django.urls import reverse
from tests import make
from feedback.models import *
from feedback.actions import reading, themes, findings as fa

def test_numbers_bad(as_staff):
    f = make.draft_findings(make.closed_consultation())
    c = as_staff("analyst"); c.raise_request_exception=False
    for row in ["", "x:y", "a:b:c:d", "::: :"]:
        print(repr(row), c.post(reverse("feedback_numbers",args=[f.pk]),{"row":row}).status_code)

def test_quot_bad(as_staff):
    page = make.closed_consultation()
    c = as_staff("analyst"); c.raise_request_exception=False
    print(c.post(reverse("feedback_quotations",args=[page.identity.code]),{"quotation":"x"}).status_code)
    print(c.get(reverse("feedback_workspace",args=[page.identity.code]),{"theme":"x","page":"x"}).status_code)

def test_null_worry(as_staff):
    w = make.words()
    c = as_staff("reader")
    r = c.post(reverse("feedback_mark",args=[w.pk]),{"go":"worried","note":"a\x00b"})
    print(r.status_code, Concern.objects.count(), Reading.objects.values())

def test_publish_open(as_staff):
    page = make.consultation()
    f = make.draft_findings(page)
    with pytest.raises(fa.NotReady) as e:
        f.get_latest_revision().publish()
    print(e.value)
    f.refresh_from_db(); print("live?", f.live)

def test_preview():
    page = make.closed_consultation()
    make.responses(page, 12, heard="yes")
    w = make.read_words(page)
    t = make.theme(page)
    make.quotation(w, t)
    f = make.draft_findings(page, t)
    p = f.get_latest_revision_as_object()
    r = p.make_preview_request()
    print(r.status_code, "My words" in r.content.decode())

def test_unpublished_consultation(as_staff):
    page = make.draft_consultation()
    f = make.draft_findings(make.closed_consultation())
    f.consultation_page = page; f.save()
    c = as_staff("analyst"); c.raise_request_exception=False
    for u in [reverse("wagtailadmin_pages:edit",args=[f.pk]), reverse("wagtailadmin_explore",args=[f.get_parent().pk]), reverse("feedback_numbers",args=[f.pk])]:
        print(c.get(u).status_code)
    print(c.post(reverse("wagtailadmin_pages:preview_on_edit", args=[f.pk]), {}).status_code)
    try: print(f.make_preview_request().status_code)
    except Exception as e: print(repr(e))

def test_begin(as_staff):
    page = make.closed_consultation()
    make.theme(page)
    c = as_staff("analyst")
    r = c.post(reverse("feedback_begin_findings",args=[page.identity.code]))
    print(r.status_code, r.url)
    print(c.get(r.url).status_code)
    f = FindingsPage.objects.get(); print(f.title, f.slug, f.live, f.themes.count())
