"""The analysis package: everything that an analyst needs, in one zip."""

import csv
import hashlib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

from django.template.loader import render_to_string

from consultations.models import Consultation
from feedback.exporting import labels
from feedback.exporting.answers import LONG, Answers
from feedback.exporting.codebook import Line, lines_of
from feedback.exporting.columns import header
from feedback.exporting.media import media_of
from feedback.exporting.workbook import Workbook
from feedback.models import Words

BOM = "\ufeff"
CODEBOOK = ("name", "label", "kind", "holds", "values", "versions", "shown_if")
Seen = Callable[[int], None]


def write_package(
    *,
    consultation: Consultation,
    folder: Path,
    out: IO[bytes],
    seen: Seen,
    language: str,
    why: str,
    today: str,
    until: str,
) -> int:
    """Write the zip to `out`, with `folder` to work in. Gives how many responses it holds.

    `seen` is told how many were written so far.
    """
    answers = Answers(consultation)
    lines = list(lines_of(answers.asked, answers.documents, language))
    n, cut = _write_answers(answers, lines, folder, seen)
    _write_codebook(lines, folder)
    (folder / "labels.sps").write_text(BOM + labels.spss(lines), "utf-8")
    (folder / "labels.R").write_text(labels.r(lines), "utf-8")
    told = {
        "consultation": consultation,
        "n": n,
        "cut": cut,
        "left_out": _left_out(consultation),
        "why": why,
        "today": today,
        "until": until,
    }
    (folder / "README.txt").write_text(render_to_string("feedback/admin/export_readme.txt", told))
    _zip(consultation, folder, out)
    return n


def write_csv(consultation: Consultation, out: IO[str], seen: Seen = lambda _n: None) -> None:
    """The wide table alone."""
    answers = Answers(consultation)
    wide = csv.writer(out)
    wide.writerow(header(answers.asked))
    wide.writerows(answers.wide(*told) for told in answers.told(seen))


def _write_answers(
    answers: Answers, lines: Sequence[Line], folder: Path, seen: Seen
) -> tuple[int, int]:
    """The wide table, the long one and the workbook, in one pass over the answers."""
    n = 0
    names = header(answers.asked)
    with ExitStack() as files:
        wide = csv.writer(files.enter_context(_text(folder / "data.csv")))
        long = csv.writer(files.enter_context(_text(folder / "long.csv")))
        book = files.enter_context(Workbook(folder / "data_excel.xlsx", names))
        wide.writerow(names)
        long.writerow(LONG)
        for told in answers.told(seen):
            n += 1
            row = answers.wide(*told)
            wide.writerow(row)
            long.writerows(answers.long(*told))
            book.write(row)
        book.codebook(CODEBOOK, _codebook(lines))
    return n, book.cut


def _write_codebook(lines: Sequence[Line], folder: Path) -> None:
    with _text(folder / "codebook.csv") as file:
        writer = csv.writer(file)
        writer.writerow(CODEBOOK)
        writer.writerows(_codebook(lines))
    page = render_to_string("feedback/admin/export_codebook.html", {"lines": lines})
    (folder / "codebook.html").write_text(page, "utf-8")


def _codebook(lines: Sequence[Line]) -> Iterator[list[Any]]:
    for line in lines:
        values = "; ".join(f"{value} = {label}" for value, label in line.values.items())
        told = [line.name, line.label, line.kind, line.holds, values, line.versions]
        yield [*told, line.shown_if]


def _left_out(consultation: Consultation) -> int:
    """How many texts are not in it, because nobody has made them safe yet."""
    every = Words.objects.of(consultation).exclude(text="")
    safe = Words.objects.safe_to_analyse().filter(versions__kind="safe", versions__is_current=True)
    return every.exclude(pk__in=safe.values("pk")).count()


def _zip(consultation: Consultation, folder: Path, out: IO[bytes]) -> None:
    """Everything in `folder`, the pictures and sounds, and the sums that show that it is whole."""
    sums = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for path in sorted(folder.iterdir()):
            zipped.write(path, path.name)
            sums.append(f"{_sha256(path)}  {path.name}")
        for name, content in media_of(consultation):
            zipped.writestr(zipfile.ZipInfo(name), content)
            sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}")
        zipped.writestr("manifest.sha256", "\n".join(sums) + "\n")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _text(path: Path) -> IO[str]:
    return path.open("w", encoding="utf-8", newline="")
