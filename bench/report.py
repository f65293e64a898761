"""Medians of rounds, medians of ratios, and a table that can be read."""

import json
import os
import platform
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

from bench.rounds import AT_ONCE, Round
from bench.served import WORKERS, Served

PACKAGES = ("Django", "wagtail", "granian", "psycopg")
UNITS = {"step": "one step (GET and POST)", "whole": "the whole way"}


def figures(sites: list[Served], measured: dict, cluster: str) -> dict:
    """Everything that was measured, and on what."""
    return {
        "on": _machine(cluster),
        "statements": {site.name: site.place["statements"] for site in sites},
        "units": {unit: _unit(unit, by_site) for unit, by_site in measured.items()},
    }


def as_json(found: dict) -> str:
    return json.dumps(found, indent=2) + "\n"


def table(found: dict) -> str:
    """The figures in lines for people."""
    lines = ["", ", ".join(f"{name} {value}" for name, value in found["on"].items()), ""]
    lines.append(f"{'':44}{'Heard':>10}{'forms':>10}{'ratio':>8}   (lowest to highest)")
    for unit, label in UNITS.items():
        lines += [_line(f"{label}: {name}", row) for name, row in found["units"][unit].items()]
    counts = {name: one["step"] for name, one in found["statements"].items()}
    lines.append(_line("SQL statements in a step", {"heard": counts["heard"], **counts}))
    return "\n".join(lines)


def _line(label: str, row: dict) -> str:
    text = f"{label:44}{row['heard']:>10}{row['forms']:>10}"
    if "ratio" not in row:
        return text
    low, high = row["range"]
    return f"{text}{row['ratio']:>8}   ({low} to {high})"


def _unit(unit: str, by_site: dict[str, list[Round]]) -> dict:
    n_requests = 2 if unit == "step" else 1
    rate = "requests a second" if unit == "step" else "done a second"
    rows = {
        rate: _row(by_site, lambda one: one.per_second * n_requests),
        "p50, ms": _row(by_site, lambda one: one.percentile(0.50)),
        "p99, ms": _row(by_site, lambda one: one.percentile(0.99)),
        "server's processor time, ms": _row(by_site, lambda one: one.cpu_each),
        "the driver's share of all processors, %": _row(
            by_site, lambda one: one.driver_share * 100, ratio=False
        ),
        "load average when it began": _row(by_site, lambda one: one.load, ratio=False),
    }
    return rows


def _row(by_site: dict[str, list[Round]], measure: Any, *, ratio: bool = True) -> dict:
    """Medians of a measure, and the median of the ratios of rounds that stood side by side."""
    values = {name: [measure(one) for one in done] for name, done in by_site.items()}
    row: dict = {name: round(median(found), 2) for name, found in values.items()}
    if ratio:
        ratios = [a / b for a, b in zip(values["heard"], values["forms"], strict=True)]
        row["ratio"] = round(median(ratios), 2)
        row["range"] = [round(min(ratios), 2), round(max(ratios), 2)]
    return row


def _machine(cluster: str) -> dict:
    with psycopg.connect(cluster) as connection:
        shown = {
            name: connection.execute(f"SHOW {name}").fetchone()[0]
            for name in ("server_version", "fsync", "synchronous_commit")
        }
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    return {
        "measured": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "processors": f"{os.cpu_count()} x {names[0] if names else platform.machine()}",
        "Python": platform.python_version(),
        **{name: version(name) for name in PACKAGES},
        "PostgreSQL": shown["server_version"],
        "fsync": shown["fsync"],
        "synchronous_commit": shown["synchronous_commit"],
        "workers": WORKERS,
        "respondents at once": AT_ONCE,
    }
