"""Councils that stood before get a list of people who see what others must not."""

from django.db import migrations

from heard.councils import ROLES, add_role

ROLE = "conflict"


def add(apps, schema_editor):
    for site in apps.get_model("wagtailcore", "Site").objects.all():
        held = apps.get_model("consultations", "CouncilRole").objects.filter(council_id=site.pk)
        if not held.exists() or held.filter(role=ROLE).exists():
            continue
        name = site.site_name or site.hostname
        add_role(apps.get_model, site, ROLE, f"{ROLES[ROLE]} ({name})")


class Migration(migrations.Migration):
    dependencies = [
        ("heard", "0008_somebody_protects_data"),
        ("consultations", "0013_a_few_see_what_others_must_not"),
    ]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
