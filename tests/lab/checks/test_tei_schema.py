"""What is said of a document that the schema does not allow."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from articlex_lab.checks.output.tei_schema import failing, schema_in

SCHEMA = b'<element name="TEI" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>'


def archive(folder: Path, name: str) -> Path:
    path = folder / "tei.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        member = tarfile.TarInfo(name)
        member.size = len(SCHEMA)
        tar.addfile(member, io.BytesIO(SCHEMA))
    return path


def test_a_document_is_valid_invalid_or_no_xml(tmp_path: Path) -> None:
    schema = schema_in(archive(tmp_path, "tei/tei_all.rng"))

    assert failing(schema, "<TEI/>") == ""
    assert "p" in failing(schema, "<TEI><p/></TEI>")
    assert failing(schema, "<TEI a=<>")


def test_an_archive_without_the_schema_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no tei_all\.rng in .*tei\.tar\.gz"):
        schema_in(archive(tmp_path, "other.rng"))
