"""Every council has its list of plain words, and its officers the rights to plan."""

from django.db import migrations

from heard.councils import give_plain_words, grant_on_models


def give(apps, schema_editor):
    get_model = apps.get_model
    for held in get_model("consultations", "CouncilRole").objects.select_related("group"):
        grant_on_models(get_model, held.group, held.council_id, held.role)
    sites = get_model("consultations", "CouncilRole").objects.values_list("council", flat=True)
    for site in set(sites):
        give_plain_words(get_model, site)


class Migration(migrations.Migration):
    dependencies = [
        ("heard", "0006_those_who_write_may_translate"),
        ("consultations", "0008_what_was_published_has_opened"),
    ]
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
