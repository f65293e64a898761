"""Every line of a plan is in the language of its page, and has a key by which its translations are
found: in the database and in the versions of drafts, the same in both."""

import uuid

from django.db import migrations

LISTS = {
    "considered": "ConsideredOption",
    "expected": "CoverageTarget",
    "overrides": "Override",
    "tried_out": "TriedOut",
}


def fill(apps, schema_editor):
    keys = {name: _fill_rows(apps, model) for name, model in LISTS.items()}
    kind = apps.get_model("contenttypes", "ContentType").objects.filter(
        app_label="consultations", model="consultationpage"
    )
    revisions = apps.get_model("wagtailcore", "Revision").objects
    for revision in revisions.filter(content_type__in=kind).iterator():
        if _fill_version(revision.content, keys):
            revision.save(update_fields=["content"])


def _fill_rows(apps, model):
    """Fill the rows of a list; the key of each by its number."""
    keys = {}
    for row in apps.get_model("consultations", model).objects.select_related("page"):
        row.locale_id = row.page.locale_id
        row.translation_key = keys[row.pk] = uuid.uuid4()
        row.save(update_fields=["locale_id", "translation_key"])
    return keys


def _fill_version(content, keys):
    """Fill the lines of one version of a draft; whether there are any."""
    lines = [(name, line) for name in LISTS for line in content.get(name) or ()]
    for name, line in lines:
        line["translation_key"] = str(keys[name].get(line.get("pk")) or uuid.uuid4())
        line["locale"] = content.get("locale")
    return bool(lines)


class Migration(migrations.Migration):
    dependencies = [("consultations", "0009_a_plan_can_be_translated")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
