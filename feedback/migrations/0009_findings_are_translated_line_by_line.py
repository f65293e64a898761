"""The lines of findings get a row in each language: those that are there get theirs."""

import django.db.models.deletion
from django.db import migrations, models

from consultations.lines import give_languages


def give(apps, schema_editor):
    give_languages(
        apps,
        "feedback",
        "FindingsPage",
        {
            "themes": ("FindingTheme", "theme_id"),
        },
    )


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0008_what_is_drawn_or_said_is_kept"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="findingtheme",
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
            model_name="findingtheme",
            name="translation_key",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="findingtheme",
            name="name",
            field=models.CharField(
                blank=True, default="", editable=False, max_length=240, verbose_name="name of the theme"
            ),
        ),
        migrations.RunPython(give, migrations.RunPython.noop),
    ]
