"""The lines of decisions get a row in each language: those that are there get theirs."""

import django.db.models.deletion
from django.db import migrations, models

from consultations.lines import give_languages


def give(apps, schema_editor):
    give_languages(
        apps,
        "governance",
        "DecisionPage",
        {
            "changes": ("ItemChange", "item_id"),
            "influences": ("Influence", "theme_id"),
            "alternatives": ("Alternative", ""),
        },
    )


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0002_decisions_mark_their_consultations"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="itemchange",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="itemchange",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="influence",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="influence",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="alternative",
            name="locale",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtailcore.locale",
                verbose_name="locale",
            ),
        ),
        migrations.AddField(
            model_name="alternative",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="decisionpage",
            name="promises_said",
            field=models.JSONField(
                blank=True, default=dict, editable=False, verbose_name="promise"
            ),
        ),
        migrations.RunPython(give, migrations.RunPython.noop),
    ]
