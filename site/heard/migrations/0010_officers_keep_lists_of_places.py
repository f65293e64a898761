"""Whoever reads or asks for a council may keep its list of local places."""

from django.db import migrations

from heard.councils import grant_on_models


def give(apps, schema_editor):
    get_model = apps.get_model
    for held in get_model("consultations", "CouncilRole").objects.select_related("group"):
        grant_on_models(get_model, held.group, held.council_id, held.role)


class Migration(migrations.Migration):
    dependencies = [
        ("heard", "0009_a_few_see_what_others_must_not"),
        ("feedback", "0015_a_person_makes_texts_safe"),
    ]
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
