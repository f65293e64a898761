"""Councils that stood before get the role of the data protection officer."""

from django.db import migrations

from heard.councils import ROLES, add_role

ROLE = "data_protection"


def add(apps, schema_editor):
    for site in apps.get_model("wagtailcore", "Site").objects.all():
        held = apps.get_model("consultations", "CouncilRole").objects.filter(council_id=site.pk)
        if not held.exists() or held.filter(role=ROLE).exists():
            continue
        name = site.site_name or site.hostname
        add_role(apps.get_model, site, ROLE, f"{ROLES[ROLE]} ({name})")


class Migration(migrations.Migration):
    dependencies = [
        ("heard", "0007_councils_have_plain_words_and_a_rota"),
        ("consultations", "0012_somebody_protects_data"),
    ]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
