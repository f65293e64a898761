"""Compile the words of the site, so that its pages can be read in other languages."""

from typing import Any

from django.core.management.base import BaseCommand

from heard.words_of_the_site import compile_words


class Command(BaseCommand):
    requires_system_checks = []  # one of them warns of what is done here
    help = "Compile the words of the site in every language. Needs no gettext."

    def handle(self, *args: Any, **options: Any) -> None:
        done = compile_words()
        if options["verbosity"]:
            self.stdout.write(f"Compiled: {', '.join(done)}." if done else "Nothing is newer.")
