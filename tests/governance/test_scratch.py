from django.db import connection
from tests import make
from tests.governance.screens import *
from governance.actions.log import append
from governance.actions import recording
from governance.models import *
from governance import guards
import pytest, json, datetime
from wagtail.models import Locale
from consultations.models import *

def errs(r):
    s = BeautifulSoup(r.content, "html.parser")
    return {" ".join(e.get_text(" ").split()) for e in s.select(".error-message, .messages")}-{""}

def bulk(c, page, action="publish"):
    return c.post(f"/admin/bulk/wagtailcore/page/{action}/?id={page.pk}&next=/admin/", {"include_descendants": ""})

def tr(f):
    try:
        r = f()
        print("   ->", getattr(r, "status_code", r), getattr(r, "headers", {}).get("Location"))
        return r
    except Exception as e:
        print("   EXC", type(e), str(e)[:300])

def test_copy(as_staff):
    d = make.decision()
    c = as_staff("decision_maker")
    print("copy"); r= tr(lambda: c.post(f"/admin/pages/{d.pk}/copy/", {"new_title":"x","new_slug":"x2","new_parent_page":d.get_parent().pk,"copy_subpages":"", "publish_copies":""}))

def test_bulk(as_staff):
    d = make.draft_decision(reasons="", decided_on=None)
    c = as_staff("decision_maker")
    print("bulk"); r = tr(lambda: bulk(c, d))

def test_bulk2(as_staff):
    d = make.draft_decision(reasons="n/a")
    c = as_staff("decision_maker")
    print("bulk n/a"); r = tr(lambda: bulk(c, d))

def test_promise_hole(as_staff):
    d = make.decision()
    c = as_staff("decision_maker")
    r = edit(c, d, "", **{"promises-0-DELETE": "1"})
    print(r.status_code, errs(r))
    print("bulk promise", Promise.objects.count()); r = tr(lambda: bulk(c, d)); print(Promise.objects.count())

def test_schedule(as_staff):
    d = make.draft_decision()
    c = as_staff("decision_maker")
    r = edit(c, d, "publish", go_live_at=(make.noon(make.today(5))).strftime("%Y-%m-%d %H:%M"))
    print(r.status_code, errs(r), DecisionPage.objects.get().live, [p.type for p in LogPlace.objects.all()])

def test_item_bidi(as_staff):
    i = make.item(live=False)
    c = as_staff("governance")
    print("bidi item"); r = tr(lambda: edit(c, i, "publish", known_gaps="abc\u202edef"))
    if r is not None: print(errs(r))

def test_unpublish(as_staff):
    p = make.promise(due_on=make.today(-1))
    c = as_staff("decision_maker")
    print("unpub"); tr(lambda: c.post(f"/admin/pages/{p.page_id}/unpublish/"))
    print(DecisionPage.objects.get().live, recording.record_missed_promises(today=make.today()))

def test_translation():
    i = make.item()
    cy = Locale.objects.create(language_code="cy")
    t = i.copy_for_translation(cy, copy_parents=True)
    t.title = "Cymraeg"
    t.save_revision().publish()
    print([ (p.type,p.subject) for p in LogPlace.objects.all()])
    print(recording.record_missed_publications(), recording.record_missed_publications())

def test_translation_decision():
    d = make.decision()
    cy = Locale.objects.create(language_code="cy")
    print("trans dec"); tr(lambda: d.copy_for_translation(cy, copy_parents=True))
