"""Every line of a plan is in the language of its page, and has a key by which its translations are
found: in the database and in the versions of drafts, the same in both."""

import uuid

from django.db import migrations

LISTS = {  # the model of each list, and what tells its lines apart
    "considered": ("ConsideredOption", "text"),
    "expected": ("CoverageTarget", "label"),
    "overrides": ("Override", "code"),
    "tried_out": ("TriedOut", "who"),
}


def fill(apps, schema_editor):
    keys = {name: _fill_rows(apps, *told) for name, told in LISTS.items()}
    kind = apps.get_model("contenttypes", "ContentType").objects.filter(
        app_label="consultations", model="consultationpage"
    )
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(content_type__in=kind).iterator():
        if _fill_version(revision.content, keys):
            revision.save(update_fields=["content"])


def _fill_rows(apps, model, name):
    """Fill the rows of a list; the key of each by its page and what it says."""
    keys = {}
    for row in apps.get_model("consultations", model).objects.select_related("page"):
        row.locale_id = row.page.locale_id
        row.translation_key = keys[row.page_id, getattr(row, name)] = uuid.uuid4()
        row.save(update_fields=["locale_id", "translation_key"])
    return keys


def _fill_version(content, keys):
    """Fill the lines of one version of a draft; whether there are any. A line that was published
    from it has no number there, so what it says must do. No key is there twice."""
    lines = [(name, line) for name in LISTS for line in content.get(name) or ()]
    known = {name: dict(found) for name, found in keys.items()}
    for name, line in lines:
        says = content["pk"], line.get(LISTS[name][1])
        line["translation_key"] = str(known[name].pop(says, None) or uuid.uuid4())
        line["locale"] = content.get("locale")
    return bool(lines)


class Migration(migrations.Migration):
    dependencies = [("consultations", "0009_a_plan_can_be_translated")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
