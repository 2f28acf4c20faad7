"""Archives whose package is not installed: one such file does not end the run of the others."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from articlex.batch.sources import Sources, read_sources
from articlex.batch.unit import Item
from articlex.errors import UsageError


def test_without_its_package_an_archive_beside_other_sources_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    for name in ("a.html", "b.warc", "c.parquet", "d.html"):
        (tmp_path / name).write_bytes(b"x")
    found = [item for item in read_sources(Sources((str(tmp_path),)), {}) if isinstance(item, Item)]
    assert [(item.name, item.code) for item in found] == [
        ("a.html", ""),
        ("b.warc", "package"),
        ("c.parquet", "package"),
        ("d.html", ""),
    ]
    assert "pip install 'articlex[warc]'" in found[1].error


@pytest.mark.parametrize("name", ["x.warc.gz", "x.parquet"])
def test_without_its_package_the_one_source_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(sys.modules, "warcio.archiveiterator", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    (tmp_path / name).write_bytes(b"x" if name == "x.parquet" else gzip.compress(b"x"))
    with pytest.raises(UsageError, match="pip install"):
        list(read_sources(Sources((str(tmp_path / name),)), {}))
