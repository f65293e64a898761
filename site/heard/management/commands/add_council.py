"""Add a council: a site of its own, with its pages, its roles and, in time, its log."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Page, Site

from consultations.models import CouncilSettings
from heard.councils import add_home, give_plain_words, set_up_council


class Command(BaseCommand):
    help = "Add a council with its own host name, pages and roles."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="what the council is called, such as 'Larkmere Council'")
        parser.add_argument("host", help="its host name, such as heard.larkmere.example")
        parser.add_argument("--port", type=int, default=443)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        name, host, port = options["name"], options["host"], options["port"]
        if Site.objects.filter(hostname=host, port=port).exists():
            raise CommandError(f"There is a council at {host} already.")
        home = add_home(
            apps.get_model,
            root=Page.get_first_root_node(),
            title="What is written about you should sound like you.",
            slug=slugify(name),
        )
        site = Site.objects.create(hostname=host, port=port, site_name=name, root_page_id=home.pk)
        set_up_council(apps.get_model, site=site, home=home, name=name)
        give_plain_words(apps.get_model, site.pk)
        settings = CouncilSettings.for_site(site)
        settings.name, settings.log_origin = name, f"{host}/accountability"
        settings.save()
        self.stdout.write(f"{name} stands at {host}. Give its staff their groups at /admin/.")
