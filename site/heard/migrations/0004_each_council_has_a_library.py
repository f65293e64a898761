"""Officers bring pictures and files, and no council sees those of another."""

from django.db import migrations

from heard.councils import open_library


def open_each(apps, schema_editor):
    for site in apps.get_model("wagtailcore", "Site").objects.all():
        open_library(apps.get_model, site=site, name=site.site_name or "the council")


class Migration(migrations.Migration):
    dependencies = [
        ("heard", "0003_a_first_council_stands"),
        ("wagtailimages", "0027_image_description"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]
    operations = [migrations.RunPython(open_each, migrations.RunPython.noop)]
