"""Check that nobody has changed or removed what the log says."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from governance import guards
from governance.actions.log import rebuild_places
from governance.actions.verifying import verify_log
from governance.log.verify import Head
from governance.models import Log

WELL, ALTERED, NOT_CHECKED = 0, 1, 2


class Command(BaseCommand):
    help = (
        "Hash every entry of the log again, and compare what it says was frozen. Exit code 0: all "
        "well; 1: something was altered; 2: it could not be checked."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--log", help="the name of one log; otherwise every log is checked")
        parser.add_argument(
            "--head", help="a head that was noted earlier, as entries:root, for example 143:9f2c…"
        )
        parser.add_argument(
            "--mend",
            action="store_true",
            help="first make the finding aid anew from the entries; the entries stay as they are",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            code = self._check(options["log"], options["head"], mend=options["mend"])
        except (ValueError, DatabaseError) as error:
            self._say(f"NOT CHECKED. {error}")
            code = NOT_CHECKED
        sys.exit(code)

    def _check(self, name: str | None, noted: str | None, *, mend: bool) -> int:
        head = Head.parse(noted) if noted else None
        logs = list(Log.objects.filter(origin=name) if name else Log.objects.all())
        if not logs:
            raise ValueError("There is no log of that name." if name else "There is no log yet.")
        if head and len(logs) > 1:
            raise ValueError("A head belongs to one log: name it with --log.")
        for log in logs if mend else ():
            self._say(f"The finding aid has {rebuild_places(log)} places again.")
        return max(self._report(log, head) for log in logs)

    def _report(self, log: Log, head: Head | None) -> int:
        report = verify_log(log, noted=head)
        now = Head(report.size, report.root)
        for name in guards.missing():
            self._say(f"Note: the guard {name} is not in place.")
        if report.ok:
            since = f" Nothing has changed since {head.size} entries." if head else ""
            self._say(f"OK. {log.origin}: {report.size} entries.{since}")
            self._say(f"Head: {now}")
            return WELL
        self._say(f"PROBLEM. {log.origin}: {report.problems[0]}")
        for problem in report.problems[1:]:
            self._say(f"  {problem}")
        return ALTERED

    def _say(self, line: str) -> None:
        self.stdout.write(line)
