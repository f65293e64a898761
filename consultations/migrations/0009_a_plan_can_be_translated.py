"""The lines of a plan that people read get room for a language of their own."""

import django.db.models.deletion
from django.db import migrations, models

LINES = ("consideredoption", "coveragetarget", "override", "triedout")


def room(model):
    locale = models.ForeignKey(
        null=True,
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="wagtailcore.locale",
        verbose_name="locale",
    )
    key = models.UUIDField(null=True, editable=False)
    return [
        migrations.AddField(model_name=model, name="locale", field=locale),
        migrations.AddField(model_name=model, name="translation_key", field=key),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0008_what_was_published_has_opened"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [operation for model in LINES for operation in room(model)]
