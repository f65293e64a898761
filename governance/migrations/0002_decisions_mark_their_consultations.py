"""A consultation on which a decision rests knows it: what is decided is not asked again."""

from django.db import migrations


def mark(apps, schema_editor):
    decisions = apps.get_model("governance", "DecisionPage").objects.filter(live=True)
    consultations = apps.get_model("consultations", "Consultation").objects
    keys = "findings__consultation_page__translation_key"
    rows = decisions.exclude(outcome="more_work").order_by("-decided_on")
    for key, day in rows.values_list(keys, "decided_on"):
        consultations.filter(pk=key).update(decided_on=day)


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0001_initial"),
        ("feedback", "0001_initial"),
        ("consultations", "0007_a_gate_stands_before_opening"),
    ]
    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
