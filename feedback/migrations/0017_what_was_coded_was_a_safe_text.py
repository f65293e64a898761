"""Say of everything that was coded until now which text the coder had before them."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def say_what_was_coded(apps, schema_editor):
    """It was a whole text, as it is safe to read today."""
    Coding = apps.get_model("feedback", "Coding")
    TextVersion = apps.get_model("feedback", "TextVersion")
    safe = TextVersion.objects.filter(words=OuterRef("words"), kind="safe", is_current=True)
    Coding.objects.update(text_version=Subquery(safe.values("pk")[:1]))


class Migration(migrations.Migration):
    dependencies = [("feedback", "0016_codes_have_a_history")]
    operations = [migrations.RunPython(say_what_was_coded, migrations.RunPython.noop)]
