"""Load the Larkmere demo, unless it is there already."""

from collections.abc import Callable
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from wagtail.models import Site

from consultations.models import ConsultationPage
from heard.demo.answering import load_answers
from heard.demo.asking import load_consultations
from heard.demo.deciding import load_decisions
from heard.demo.entering import load_entered
from heard.demo.inviting import load_invitations
from heard.demo.listening import load_findings, load_readings
from heard.demo.people import PASSWORD, STAFF, load_people
from heard.demo.planning import load_rota
from heard.demo.register import load_register
from heard.demo.translating import load_translated_findings, load_translations
from heard.time_passing import let_time_pass


class Command(BaseCommand):
    help = "Load the made-up Larkmere Council, through the same actions as people's clicks."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.HEARD_DEMO:
            raise CommandError("This is not the demo: nothing was loaded.")
        port = options["port"]
        if ConsultationPage.objects.exists():
            Site.objects.filter(is_default_site=True).exclude(port=port).update(port=port)
            self.stdout.write("The demo is loaded already; what was entered is kept.")
        else:
            self._load(port)
        self._say_where(port)

    def _load(self, port: int) -> None:
        staff = self._step(
            "Larkmere Council and its staff", load_people, host="127.0.0.1", port=port
        )
        self._step("who reads when", load_rota, staff=staff)
        items = self._step("what is written down", load_register, by=staff["register"])
        pages = self._step(
            "consultations",
            load_consultations,
            items=items,
            officer=staff["officer"],
            approver=staff["approver"],
        )
        self._step("answers", load_answers, pages)
        self._step("invitations", load_invitations, pages, officer=staff["officer"])
        self._step("what came on paper", load_entered, pages, by=staff["recorder"])
        self._step("reading", load_readings, pages, reader=staff["reader"])
        findings, themes = self._step(
            "findings", load_findings, pages, analyst=staff["analyst"], second=staff["reader"]
        )
        decisions = self._step(
            "decisions and promises",
            load_decisions,
            findings=findings,
            themes=themes,
            items=items,
            by=staff["decider"],
        )
        self._step(
            "translations",
            load_translations,
            pages["sharing"],
            officer=staff["officer"],
            approver=staff["approver"],
        )
        self._step(
            "translated findings",
            load_translated_findings,
            findings,
            decisions,
            analyst=staff["analyst"],
            decider=staff["decider"],
        )
        self._step("what time brought", let_time_pass)

    def _step(self, what: str, load: Callable, *args: Any, **kwargs: Any) -> Any:
        began = monotonic()
        done = load(*args, **kwargs)
        self.stdout.write(f"Loaded {what} ({monotonic() - began:.1f} s)")
        return done

    def _say_where(self, port: int) -> None:
        names = ", ".join(f"{name}@larkmere.example" for name, *_rest in (*STAFF, ("admin",)))
        self.stdout.write(f"\nThe site:  http://127.0.0.1:{port}/")
        self.stdout.write(f"For staff: http://127.0.0.1:{port}/admin/")
        self.stdout.write(f"Sign in as {names}")
        self.stdout.write(f"Password:  {PASSWORD}\n")
