"""Files for NVivo and others, held to what the REFI-QDA standard 1.5 says of what we write."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import xmlschema

from feedback.exporting.refi import (
    Code,
    Coded,
    NotInTheText,
    Source,
    guid_of,
    write_codebook,
    write_project,
)

HERE = Path(__file__).parent
NS = {"q": "urn:QDA-XML:project:1.0", "c": "urn:QDA-XML:codebook:1.0"}
USER = guid_of("coder", 1)
PARENT = Code(
    guid_of("theme", 1),
    'Being "moved" <again> & again',
    "Any move, also a good one.",
    [Code(guid_of("theme", 2), "A move that nobody explained")],
)
TEXT = "مرحبا 👩‍👧 I moved\nthree times \x0b."


def source(text: str = TEXT, *, start: int = 11, end: int = 18) -> Source:
    passage = Coded(PARENT.children[0].guid, USER, "2026-11-26T09:30:00Z", start, end)
    whole = Coded(PARENT.guid, USER, "2026-11-26T09:31:00Z")
    return Source(guid_of("text", 1), "more 00001", text, [passage, whole], [("role", "child")])


def project(tmp_path, *sources: Source, codes=(PARENT,)) -> zipfile.ZipFile:
    made = io.BytesIO()
    n = write_project(
        made,
        beside=tmp_path / "project.qde",
        name="Your words",
        users=[(USER, "Coder 1")],
        codes=list(codes),
        variables=["role"],
        sources=sources,
    )
    assert n == len(sources)
    return zipfile.ZipFile(made)


def test_a_project_is_as_the_standard_wants_it(tmp_path):
    schema = xmlschema.XMLSchema(HERE / "refi_project.xsd")
    made = project(tmp_path, source())

    assert [str(error) for error in schema.iter_errors(made.read("project.qde").decode())] == []
    assert sorted(made.namelist()) == ["project.qde", f"sources/{source().guid}.txt"]


def test_a_project_without_texts_or_codes_is_too(tmp_path):
    schema = xmlschema.XMLSchema(HERE / "refi_project.xsd")

    assert schema.is_valid(project(tmp_path, codes=()).read("project.qde").decode())


def test_the_schema_would_refuse_what_is_not(tmp_path):
    schema = xmlschema.XMLSchema(HERE / "refi_project.xsd")
    good = project(tmp_path, source()).read("project.qde").decode()

    assert not schema.is_valid(good.replace("startPosition", "start"))
    assert not schema.is_valid(good.replace(USER, "coder-1"))
    assert not schema.is_valid(good.replace("<Users>", "<People>").replace("</Users>", "</People>"))


def test_a_passage_leads_to_the_words_that_were_coded(tmp_path):
    made = project(tmp_path, source())
    text = made.read(f"sources/{source().guid}.txt").decode()
    told = ElementTree.fromstring(made.read("project.qde"))
    place = told.find(".//q:PlainTextSelection", NS)

    assert text == TEXT
    assert text[int(place.get("startPosition")) : int(place.get("endPosition"))] == TEXT[11:18]
    assert place.find("q:Coding/q:CodeRef", NS).get("targetGUID") == PARENT.children[0].guid
    assert told.find(".//q:TextSource/q:Coding/q:CodeRef", NS).get("targetGUID") == PARENT.guid


def test_codes_keep_their_words_and_their_places(tmp_path):
    told = ElementTree.fromstring(project(tmp_path, source()).read("project.qde"))
    [code] = told.findall("q:CodeBook/q:Codes/q:Code", NS)

    assert code.get("name") == PARENT.name
    assert code.find("q:Description", NS).text == PARENT.description
    assert code.find("q:Code", NS).get("name") == "A move that nobody explained"


@pytest.mark.parametrize(("start", "end"), [(0, 99), (5, 5), (-1, 3), (6, 2)])
def test_a_passage_outside_its_text_is_refused(tmp_path, start, end):
    with pytest.raises(NotInTheText):
        project(tmp_path, source(start=start, end=end))


def test_a_second_export_has_the_same_guids(tmp_path):
    first, second = (project(tmp_path, source()).read("project.qde") for _each in range(2))

    assert first == second


def test_a_codebook_is_as_the_standard_wants_it():
    made = io.BytesIO()
    write_codebook(made, [PARENT])
    schema = xmlschema.XMLSchema(HERE / "refi_codebook.xsd")

    assert [str(error) for error in schema.iter_errors(made.getvalue().decode())] == []
    names = [
        one.get("name")
        for one in ElementTree.fromstring(made.getvalue()).iter()
        if "name" in one.attrib
    ]
    assert names == [PARENT.name, "A move that nobody explained"]


def test_a_codebook_needs_a_code():
    with pytest.raises(ValueError, match="needs a code"):
        write_codebook(io.BytesIO(), [])
