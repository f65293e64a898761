from django.db import connection
from tests import make
from governance.actions.log import append
from governance.models import *
from governance import guards
import pytest, json

def test_rowid_replace():
    if connection.vendor != "sqlite": return
    item = make.item()
    log = Log.objects.get()
    with connection.cursor() as c:
        c.execute("select sql from sqlite_master where name='governance_logentry'"); print(c.fetchall())
        c.execute('select rowid, log_id, "index" from governance_logentry'); print(c.fetchall())
        c.execute('INSERT OR REPLACE INTO governance_logentry (rowid, log_id, "index", leaf, leaf_hash) VALUES (1, %s, 2, %s, %s)', [log.pk, "x", b"x"*32])
        c.execute('select rowid, log_id, "index" from governance_logentry'); print(c.fetchall())

def test_filters(client):
    d = make.decision()
    for q in ["outcome=zzz", "item=²", "item=99999999999999999999999", "item=0", "page=zzz", "item=-1"]:
        try:
            r = client.get("/what-changed/?"+q)
            print(q, r.status_code)
        except Exception as e:
            print(q, repr(e))
    for p in ["/what-changed/log/1/", "/what-changed/log/99/", "/what-changed/log/999999999999999999999999999/"]:
        try:
            r = client.get(p)
            print(p, r.status_code)
        except Exception as e:
            print(p, repr(e))
    print(client.get("/what-changed/feed/").content.decode())
    print(LogEntry.objects.last().leaf)
