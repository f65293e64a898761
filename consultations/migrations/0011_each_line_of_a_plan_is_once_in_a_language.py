"""Nothing in a plan is without a language, and nothing is twice in one."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

LINES = {
    "consideredoption": "option",
    "coveragetarget": "group that we reach",
    "override": "reason given at the gate",
    "triedout": "group with whom it was tried out",
}


def settled(model):
    locale = models.ForeignKey(
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="wagtailcore.locale",
        verbose_name="locale",
    )
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    return [
        migrations.AlterField(model_name=model, name="locale", field=locale),
        migrations.AlterField(model_name=model, name="translation_key", field=key),
        migrations.AlterModelOptions(
            name=model, options={"ordering": ["sort_order"], "verbose_name": LINES[model]}
        ),
        migrations.AlterUniqueTogether(
            name=model, unique_together={("translation_key", "locale")}
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("consultations", "0010_lines_of_a_plan_know_their_language")]
    operations = [operation for model in LINES for operation in settled(model)]
