"""What is never written to a log: when somebody answered, and where."""

import logging
import re
import traceback

ANSWERING = re.compile(r"^/([a-z-]+/)?(say|j|my-words|leave)(/|$)")


class NoTraceOfAnswering(logging.Filter):
    """Lets no line about a page for answering through, unless something of ours failed; and then
    without saying which page it was, or what a database said about the row that it refused.

    A line has a time, to the second (see decision 0004).
    """

    def filter(self, record: logging.LogRecord) -> bool:
        request = getattr(record, "request", None)
        if not ANSWERING.match(getattr(request, "path_info", "")):
            return True
        if record.levelno < logging.ERROR or record.name.startswith("django.security"):
            return False
        record.msg, record.args, record.request = "A page for answering failed", (), None
        if record.exc_info:
            kind, _error, place = record.exc_info
            record.exc_text = "".join([*traceback.format_tb(place), kind.__name__])
            record.exc_info = None
        return True
