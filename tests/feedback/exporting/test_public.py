"""The published tables as open data."""

import csv
import io
import json
import zipfile

from frictionless import Package, system, validate

from feedback.exporting.public import data_package
from tests import make

DOCUMENT = {
    "tables": [
        {
            "question": "1",
            "words": {"en-gb": "=Do you feel heard?", "cy": "Ydych chi?"},
            "role": "child",
            "voice": "own",
            "columns": [{"words": {"en-gb": "Yes"}}, {"words": {"en-gb": "No"}}],
            "rows": [
                {"band": "6-9", "cells": [14, None], "total": 17},
                {"band": "10-12", "cells": [20, None], "total": None},
            ],
            "column_totals": [34, 0],
            "total": None,
        },
    ],
    "coverage": [
        {"role": "child", "voices": {"own": {"6-9": 17, "": None}}, "at_least": {"own": ["6-9"]}}
    ],
}


def files() -> dict[str, bytes]:
    made = data_package(
        DOCUMENT, name="heard", title="Heard", edition=2, day="2026-11-26", language="en-gb"
    )
    with zipfile.ZipFile(io.BytesIO(made)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def test_frictionless_finds_nothing_wrong(tmp_path):
    for name, content in files().items():
        (tmp_path / name).write_bytes(content)

    with system.use_context(trusted=True):
        report = validate(str(tmp_path / "datapackage.json"))
        package = Package(str(tmp_path / "datapackage.json"))

    assert report.valid, report.flatten(["message"])
    assert [one.name for one in package.resources] == ["counts", "coverage"]


def test_a_number_that_is_hidden_is_hidden_here():
    rows = list(csv.reader(io.StringIO(files()["counts.csv"].decode())))

    assert rows[1:] == [
        ["'=Do you feel heard?", "", "child", "own", "6-9", "Yes", "14"],
        ["'=Do you feel heard?", "", "child", "own", "6-9", "No", "[c]"],
        ["'=Do you feel heard?", "", "child", "own", "6-9", "", "17"],
        ["'=Do you feel heard?", "", "child", "own", "10-12", "Yes", "20"],
        ["'=Do you feel heard?", "", "child", "own", "10-12", "No", "[c]"],
        ["'=Do you feel heard?", "", "child", "own", "10-12", "", "[c]"],
        ["'=Do you feel heard?", "", "child", "own", "", "Yes", "34"],
        ["'=Do you feel heard?", "", "child", "own", "", "No", "0"],
        ["'=Do you feel heard?", "", "child", "own", "", "", "[c]"],
    ]
    assert files()["coverage.csv"].decode().splitlines()[1:] == [
        "child,own,6-9,17,true",
        "child,own,,[c],false",
    ]


def test_it_says_what_it_is_and_under_which_licence():
    told = json.loads(files()["datapackage.json"])

    assert (told["version"], told["licenses"][0]["name"]) == ("2.0.0", "OGL-UK-3.0")
    assert told["resources"][0]["schema"]["missingValues"] == ["", "[c]"]


def test_each_edition_can_be_taken_away_from_its_page(visitor, tmp_path):
    findings = make.findings()
    address = f"{findings.get_url()}edition/1/tables/"

    page = visitor.get(findings.get_url()).content.decode()
    given = visitor.get(address)

    assert f'href="{address}"' in page
    assert f'filename="{findings.slug}-edition-1.zip"' in given["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(given.content)) as zipped:
        zipped.extractall(tmp_path)
    with system.use_context(trusted=True):
        assert validate(str(tmp_path / "datapackage.json")).valid
    assert visitor.get(f"{findings.get_url()}edition/2/tables/").status_code == 404
