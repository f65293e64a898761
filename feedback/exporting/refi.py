"""REFI-QDA: codes and coded texts for NVivo, ATLAS.ti, MAXQDA and QualCoder. Knows no Django.

Source: Rotterdam Exchange Format Initiative, REFI-QDA standard 1.5 (2019): a codebook (.qdc) is
XML in the namespace urn:QDA-XML:codebook:1.0; a project (.qdpx) is a zip of project.qde, in the
namespace urn:QDA-XML:project:1.0, and a folder "sources" with one plain text each. A position
counts characters of that text, and the last one is where the selection ends, not past it in
bytes. Every guid is made from what it stands for, so that a second export can be merged.
"""

import re
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO
from xml.sax.saxutils import XMLGenerator

CODEBOOK = "urn:QDA-XML:codebook:1.0"
PROJECT = "urn:QDA-XML:project:1.0"
ORIGIN = "Heard"
_SPACE = uuid.UUID("5f0e4c0e-7a57-5b7e-9c3a-7a3d4f8f6b11")  # of guids that we make
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
Value = tuple[str, str]  # the name of a variable, and its text


@dataclass(frozen=True)
class Code:
    """A code, and those below it."""

    guid: str
    name: str
    description: str = ""
    children: Sequence["Code"] = ()


@dataclass(frozen=True)
class Coded:
    """Somebody (a user's guid) put a code on a passage, or on all of a text where it has no place.

    `at` is a time as in XML: 2026-11-26T09:30:00Z.
    """

    code: str
    user: str
    at: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Source:
    """One text with what was coded in it, and what is known of who said it."""

    guid: str
    name: str
    text: str
    coded: Sequence[Coded] = ()
    values: Sequence[Value] = field(default=())


class NotInTheText(ValueError):
    """A passage that lies outside its text: the file would lead to other words."""


def guid_of(*parts: object) -> str:
    """The guid of what `parts` name: always the same."""
    return str(uuid.uuid5(_SPACE, "/".join(map(str, parts))))


def write_codebook(out: IO[bytes], codes: Sequence[Code]) -> None:
    """A .qdc file. Raises ValueError without a code: the standard wants one at least."""
    if not codes:
        raise ValueError("A codebook needs a code.")
    xml = _Xml(out)
    with xml.element("CodeBook", {"xmlns": CODEBOOK, "origin": ORIGIN}):
        _codes(xml, codes)
    xml.end()


def write_project(
    out: IO[bytes],
    *,
    beside: Path,
    name: str,
    users: Sequence[tuple[str, str]],
    codes: Sequence[Code],
    variables: Sequence[str],
    sources: Iterable[Source],
) -> int:
    """A .qdpx file, source by source: memory does not grow with their number. Gives how many.

    `users` are (guid, name). `beside` is a file to write project.qde to, until the texts are in
    the zip. Raises NotInTheText.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        with beside.open("wb") as project:
            xml = _Xml(project)
            with xml.element("Project", {"xmlns": PROJECT, "name": name, "origin": ORIGIN}):
                _begin(xml, users, codes, variables)
                n = _sources(xml, zipped, iter(sources))
            xml.end()
        zipped.write(beside, "project.qde")
    return n


def _begin(
    xml: "_Xml",
    users: Sequence[tuple[str, str]],
    codes: Sequence[Code],
    variables: Sequence[str],
) -> None:
    """What stands before the sources. The standard has no empty lists."""
    if users:
        with xml.element("Users"):
            for guid, told in users:
                xml.empty("User", {"guid": guid, "name": told})
    if codes:
        with xml.element("CodeBook"):
            _codes(xml, codes)
    if variables:
        with xml.element("Variables"):
            for variable in variables:
                known = {"guid": guid_of("variable", variable), "name": variable}
                xml.empty("Variable", {**known, "typeOfVariable": "Text"})


def _sources(xml: "_Xml", zipped: zipfile.ZipFile, sources: Iterator[Source]) -> int:
    """Each source into the project, and its text into the zip."""
    first = next(sources, None)
    if first is None:
        return 0
    n = 0
    with xml.element("Sources"):
        for n, source in enumerate(chain([first], sources), start=1):  # noqa: B007
            _check(source)
            zipped.writestr(f"sources/{source.guid}.txt", source.text.encode())
            _source(xml, source)
    return n


def _codes(xml: "_Xml", codes: Sequence[Code]) -> None:
    with xml.element("Codes"):
        for code in codes:
            _code(xml, code)


def _code(xml: "_Xml", code: Code) -> None:
    told = {"guid": code.guid, "name": code.name, "isCodable": "true"}
    with xml.element("Code", told):
        if code.description:
            xml.text("Description", code.description)
        for child in code.children:
            _code(xml, child)


def _source(xml: "_Xml", source: Source) -> None:
    path = f"internal://{source.guid}.txt"
    told = {"guid": source.guid, "name": source.name, "plainTextPath": path}
    with xml.element("TextSource", told):
        for number, coded in enumerate(source.coded):
            if coded.start is not None:
                place = {"startPosition": str(coded.start), "endPosition": str(coded.end)}
                guid = guid_of(source.guid, "passage", number)
                with xml.element("PlainTextSelection", {"guid": guid, **place}):
                    _coding(xml, source, number, coded)
        for number, coded in enumerate(source.coded):
            if coded.start is None:
                _coding(xml, source, number, coded)
        for variable, value in source.values:
            with xml.element("VariableValue"):
                xml.empty("VariableRef", {"targetGUID": guid_of("variable", variable)})
                xml.text("TextValue", value)


def _coding(xml: "_Xml", source: Source, number: int, coded: Coded) -> None:
    guid = guid_of(source.guid, "coding", number)
    told = {"guid": guid, "creatingUser": coded.user, "creationDateTime": coded.at}
    with xml.element("Coding", told):
        xml.empty("CodeRef", {"targetGUID": coded.code})


def _check(source: Source) -> None:
    for coded in source.coded:
        if coded.start is None or coded.end is None:
            continue
        if not 0 <= coded.start < coded.end <= len(source.text):
            raise NotInTheText(source.guid)


class _Xml:
    """XML written as it comes."""

    def __init__(self, out: IO[bytes]) -> None:
        self.writer = XMLGenerator(out, "utf-8", short_empty_elements=True)
        self.writer.startDocument()

    def element(self, name: str, told: dict | None = None) -> "_Element":
        return _Element(self.writer, name, told or {})

    def empty(self, name: str, told: dict) -> None:
        with self.element(name, told):
            pass

    def text(self, name: str, text: str) -> None:
        with self.element(name):
            self.writer.characters(_legal(text))

    def end(self) -> None:
        self.writer.endDocument()


class _Element:
    def __init__(self, writer: XMLGenerator, name: str, told: dict) -> None:
        self.writer, self.name = writer, name
        self.told = {key: _legal(value) for key, value in told.items()}

    def __enter__(self) -> None:
        self.writer.startElement(self.name, self.told)  # type: ignore[arg-type]

    def __exit__(self, *_error: object) -> None:
        self.writer.endElement(self.name)


def _legal(text: str) -> str:
    """A text without the characters that XML 1.0 has no way to say."""
    return _NO_XML.sub("", text)
