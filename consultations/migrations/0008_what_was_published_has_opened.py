"""What was published before there was a gate has opened: nothing more is asked of it."""

from django.db import migrations


def open_all(apps, schema_editor):
    openings = apps.get_model("consultations", "Opening").objects
    for consultation in apps.get_model("consultations", "Consultation").objects.filter(opening=None):
        openings.create(consultation=consultation, opened_on=consultation.opens_on, document={})


class Migration(migrations.Migration):
    dependencies = [("consultations", "0007_a_gate_stands_before_opening")]
    operations = [migrations.RunPython(open_all, migrations.RunPython.noop)]
