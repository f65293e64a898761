"""Do what time brings."""

from typing import Any

from django.core.management.base import BaseCommand

from heard.time_passing import let_time_pass


class Command(BaseCommand):
    help = (
        "Publish what is scheduled, close consultations, wipe old drafts, enter missed promises. "
        "Run it every few minutes."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        done = {what: n for what, n in let_time_pass().items() if n}
        if done and options["verbosity"]:
            self.stdout.write(", ".join(f"{what}: {n}" for what, n in done.items()))
