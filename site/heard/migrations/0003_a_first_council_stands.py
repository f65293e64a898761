"""A first council stands: its front page, its sections, its roles as groups.

Wagtail comes with a welcome page and with two groups of its own; ours take their place.
"""

from django.conf import settings
from django.core.management import call_command
from django.db import migrations

from heard.councils import add_home, set_up_council


def stand(apps, schema_editor):
    get_model = apps.get_model
    pages = get_model("wagtailcore", "Page").objects
    root = pages.get(depth=1)
    welcome = list(pages.filter(depth=2).values_list("pk", flat=True))
    home = add_home(
        get_model, root=root, title="What is written about you should sound like you.", slug="heard"
    )
    site = get_model("wagtailcore", "Site").objects.order_by("-is_default_site").first()
    if site is None:
        site = get_model("wagtailcore", "Site").objects.create(
            hostname="localhost", port=80, is_default_site=True, root_page_id=home.pk
        )
    site.root_page_id = home.pk
    site.save()
    for model in ("WorkflowPage", "WorkflowTask", "Workflow", "GroupApprovalTask", "Task"):
        get_model("wagtailcore", model).objects.all().delete()
    pages.filter(pk__in=welcome).delete()
    pages.filter(pk=root.pk).update(numchild=1)
    get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]).delete()
    set_up_council(get_model, site=site, home=home, name="the council")


def cache_table(apps, schema_editor):
    if settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache"):
        call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [
        ("heard", "0002_pages_pictures_and_files"),
        ("consultations", "0001_initial"),
        ("feedback", "0001_initial"),
        ("governance", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        migrations.RunPython(cache_table, migrations.RunPython.noop),
        migrations.RunPython(stand, migrations.RunPython.noop),
    ]
