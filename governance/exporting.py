"""The record to the byte, for those who check it with a program of their own."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from django.http import StreamingHttpResponse

from governance.models import Log

if TYPE_CHECKING:
    from governance.models import WhatChangedPage


def entries_as_lines(page: "WhatChangedPage") -> StreamingHttpResponse:
    """Every entry of a council's log, the first one first: a JSON object a line, in two statements.

    `leaf` is the exact text that was hashed; `disclosures` has the words behind its digests, each
    under its name with its salt. Words that were taken away are not there.
    """
    log = Log.objects.filter(council=page.get_site()).first()
    lines = _lines(log) if log else iter(())
    response = StreamingHttpResponse(lines, content_type="application/x-ndjson; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="entries.ndjson"'
    return response


def _lines(log: Log) -> Iterator[str]:
    words = groupby(
        log.disclosures.order_by("index", "name").iterator(), key=lambda words: words.index
    )
    index, shown = next(words, (None, iter(())))
    for number, leaf in log.entries.exactly().values_list("index", "exact").iterator():
        while index is not None and index < number:
            index, shown = next(words, (None, iter(())))
        mine = list(shown) if index == number else []
        disclosures = {one.name: {"salt": one.salt, "value": one.value} for one in mine}
        line = {"leaf": bytes(leaf).decode(errors="replace"), "disclosures": disclosures}
        yield json.dumps(line, ensure_ascii=False) + "\n"
