"""Fill a site with its six questions, and count what a step asks of the database.

Run it as `python -m bench.load heard` with the site's own settings; it prints JSON.
"""

import json
import os
import sys

import django
from django.core.management import call_command

from bench.browser import HOST, InProcess
from bench.questions import QUESTIONS
from bench.respondents import RESPONDENTS

TITLE = "What is written down about you"


def main(name: str) -> None:
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    place = {"heard": load_heard, "forms": load_forms}[name]()
    print(json.dumps(place | {"statements": count_statements(name, place)}))


def load_heard() -> dict:
    """A council with one open consultation, made through the site's own actions."""
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    return ask()


def ask() -> dict:
    """Open a consultation with the six questions, and say where it is."""
    from tests import make

    page = make.consultation(*[_block(*question) for question in QUESTIONS], title=TITLE)
    return {"page": page.get_url(), "say": f"/say/{page.identity.code}/"}


def _block(kind: str, text: str, offered: list[str]) -> dict:
    from tests import make

    if kind == "faces":
        return make.block(kind, text, words=offered)
    return make.block(kind, text, **({"options": offered} if offered else {}))


def load_forms() -> dict:
    """A site whose one page is the form."""
    from wagtail.models import Page, Site

    from bench.forms.models import FormField, FormPage

    fields = {
        "choose_one": "radio",
        "faces": "radio",
        "choose_several": "checkboxes",
        "short_text": "singleline",
        "long_text": "multiline",
    }
    page = FormPage(title=TITLE, slug="form")
    page.form_fields = [
        FormField(label=text, field_type=fields[kind], choices="\n".join(offered), required=False)
        for kind, text, offered in QUESTIONS
    ]
    Page.objects.get(depth=2).add_child(instance=page)
    Site.objects.update(hostname=HOST)
    return {"page": page.get_url()}


def count_statements(name: str, place: dict) -> dict:
    """How many statements each request of a step takes, when others were there before."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    for _person in range(2):
        respondent = RESPONDENTS[name](InProcess(Client()), place)
        respondent.whole()
    respondent = RESPONDENTS[name](InProcess(Client()), place)
    respondent.prepare()
    with CaptureQueriesContext(connection) as asked:
        respondent.step()
    return {"step": len(asked), "sql": [one["sql"][:200] for one in asked]}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"bench.{sys.argv[1]}_settings")
    main(sys.argv[1])
