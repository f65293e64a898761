"""The published tables as open data: CSV files and what they hold, as a Frictionless data package.

Made from a frozen edition and nothing else, so that it holds no number that the page does not.

Source: Frictionless Data, "Data Package" 1.0 and "Table Schema" 1.0, specs.frictionlessdata.io.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from consultations.kinds.base import in_language
from feedback.exporting.guarding import plain_cell

HIDDEN = "[c]"
LICENCE = {
    "name": "OGL-UK-3.0",
    "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "title": "Open Government Licence 3.0 (United Kingdom)",
}
COUNTS = "counts"
COVERAGE = "coverage"
FIELDS = {
    COUNTS: (
        ("question", "string", "The question, or its number where it has no words"),
        ("about", "string", "Which of several things the answers are about; empty for none"),
        ("role", "string", "Who answered"),
        ("voice", "string", "Whose words: a person's own stand apart"),
        ("band", "string", "Age; empty for all ages together"),
        ("answer", "string", "What was answered; empty for how many answered"),
        ("n", "integer", "How many; hidden where a number could point at a person"),
    ),
    COVERAGE: (
        ("role", "string", "Who answered"),
        ("voice", "string", "Whose words: a person's own stand apart"),
        ("band", "string", "Age; empty for all ages together"),
        ("n", "integer", "How many; hidden where a number could point at a person"),
        ("at_least", "boolean", "Whether there may be more in truth"),
    ),
}


def data_package(
    document: Mapping, *, name: str, title: str, edition: int, day: str, language: str
) -> bytes:
    """A zip with datapackage.json and its tables. `document` is that of an edition of findings."""
    tables = {COUNTS: _counts(document, language), COVERAGE: _coverage(document)}
    described = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "version": f"{edition}.0.0",
        "created": f"{day}T00:00:00Z",
        "licenses": [LICENCE],
        "resources": [_resource(table) for table in tables],
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("datapackage.json", json.dumps(described, ensure_ascii=False, indent=2))
        for table, rows in tables.items():
            zipped.writestr(f"{table}.csv", _csv(table, rows))
    return made.getvalue()


def _resource(table: str) -> dict:
    fields = [
        {"name": name, "type": kind, "description": told} for name, kind, told in FIELDS[table]
    ]
    return {
        "name": table,
        "path": f"{table}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": ["", HIDDEN]},
    }


def _csv(table: str, rows: Iterator[list]) -> bytes:
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(name for name, _kind, _told in FIELDS[table])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return made.getvalue().encode()


def _cell(value: Any) -> Any:
    """A number that is hidden, as our pages show it; yes and no as the standard writes them."""
    if value is None:
        return HIDDEN
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain_cell(value)


def _counts(document: Mapping, language: str) -> Iterator[list]:
    for table in document["tables"]:
        about = in_language(table.get("part") or {}, language)
        told = [in_language(table["words"], language), about, table["role"], table["voice"]]
        columns = [in_language(column["words"], language) for column in table["columns"]]
        rows = [(row["band"], row["cells"], row["total"]) for row in table["rows"]]
        if len(rows) > 1:  # one row alone is all of it
            rows.append(("", table["column_totals"], table["total"]))
        for band, cells, total in rows:
            yield from ([*told, band, *one] for one in zip(columns, cells, strict=True))
            yield [*told, band, "", total]


def _coverage(document: Mapping) -> Iterator[list]:
    for line in document["coverage"]:
        for voice, bands in line["voices"].items():
            more = line.get("at_least", {}).get(voice, [])
            for band, n in bands.items():
                yield [line["role"], voice, band, n, band in more]
