"""Whoever writes pages may begin to translate them, also in councils that stood before this."""

from django.db import migrations

from heard.councils import TRANSLATE, let_translate


def grant(apps, schema_editor):
    roles = apps.get_model("consultations", "CouncilRole").objects.filter(role__in=TRANSLATE)
    for held in roles.select_related("group"):
        let_translate(apps.get_model, held.group)


class Migration(migrations.Migration):
    dependencies = [
        ("heard", "0005_somebody_writes_for_others"),
        ("consultations", "0001_initial"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
