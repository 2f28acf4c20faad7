"""What ``articlex status`` says of a manifest: counts, and which pages it names in which order."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from command import articlex, batch

from articlex.batch.entry import Where
from articlex.batch.manifest import Manifest
from articlex.batch.manifest_file import read_manifest
from articlex.batch.summary import SLOWEST
from articlex.batch.unit import Item, Row
from articlex.cli.status import lines, take_stock

ROWS = (
    Row("sure", "done", "ok", 0.9, ms=10.0),
    Row("vague", "done", "uncertain", 0.3, ms=40.0),
    Row("unsure", "done", "uncertain", 0.6, ms=30.0),
    Row("none", "done", "no_article", 0.1, ms=1234.0),
    Row("broken", "failed", ms=5.0, code="binary", error="a PDF"),
    Row("partly", "partial", "ok", 0.9, ms=6.0, code="stage-failed", error="stage byline failed"),
)


@pytest.fixture
def manifest(tmp_path: Path) -> Iterator[Manifest]:
    with closing(Manifest(tmp_path, "options", "1")) as made:
        for row in ROWS:
            made.record(Item(row.name, str(tmp_path / row.name)), row, Where())
        yield made


def stock(manifest: Manifest, folder: Path, limit: int | None) -> dict[str, Any]:
    manifest.commit()
    with closing(read_manifest(folder)) as read:
        return take_stock(read, limit)


def names(pages: list[dict[str, Any]]) -> list[str]:
    return [page["input"] for page in pages]


def test_failures_are_those_of_whole_pages_and_of_stages(manifest: Manifest, tmp_path: Path) -> None:
    assert sorted(names(stock(manifest, tmp_path, None)["failures"])) == ["broken", "partly"]


def test_articles_of_low_confidence_are_named_the_least_sure_first(
    manifest: Manifest, tmp_path: Path
) -> None:
    assert names(stock(manifest, tmp_path, None)["low_confidence"]) == ["vague", "unsure"]


def test_a_page_of_an_archive_is_told_from_a_file(manifest: Manifest, tmp_path: Path) -> None:
    item = Item("x.tar/blank", "x.tar", archive="x.tar")
    manifest.record(item, Row("x.tar/blank", "done", "empty", 1.0), Where())
    found = {page["input"]: page for page in stock(manifest, tmp_path, None)["without_article"]}
    assert found["x.tar/blank"]["archive"] == "x.tar"
    assert "archive" not in found["none"]


def test_pages_without_an_article_are_named(manifest: Manifest, tmp_path: Path) -> None:
    manifest.record(Item("blank", "blank"), Row("blank", "done", "empty", 1.0), Where())
    assert sorted(names(stock(manifest, tmp_path, None)["without_article"])) == ["blank", "none"]


def test_the_slowest_pages_come_first_and_are_no_more_than_asked_for(
    manifest: Manifest, tmp_path: Path
) -> None:
    assert names(stock(manifest, tmp_path, 2)["slowest"]) == ["none", "vague"]


def test_all_of_a_list_but_the_slowest_are_told_without_a_limit(manifest: Manifest, tmp_path: Path) -> None:
    for number in range(2 * SLOWEST):
        manifest.record(Item(f"x{number}", "x"), Row(f"x{number}", "failed", ms=1.0), Where())
    account = stock(manifest, tmp_path, None)
    assert len(account["failures"]) == 2 + 2 * SLOWEST
    assert len(account["slowest"]) == SLOWEST


def test_the_lines_for_people(manifest: Manifest, tmp_path: Path) -> None:
    assert lines(stock(manifest, tmp_path, 1)) == [
        "6 pages in 1 run: 1 ok, 2 uncertain, 1 no article, 1 partial, 1 failed",
        "",
        "Failed",
        f"  {tmp_path}/broken: a PDF [binary]",
        "",
        "Doubtful",
        f"  0.30  {tmp_path}/vague",
        "",
        "Without an article",
        f"  {tmp_path}/none",
        "",
        "Slowest",
        f"  1,234 ms  {tmp_path}/none",
    ]


def test_a_damaged_manifest_is_named_by_whoever_reads_it(site: Path) -> None:
    file = site.parent / "out" / ".articlex" / "manifest.sqlite"
    batch("site", "-o", "out")
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    told = "articlex: out/.articlex/manifest.sqlite: database disk image is malformed [manifest]\n"
    for done in (articlex("status", "out"), batch("-n", "site", "-o", "out"), batch("site", "-o", "out")):
        assert (done.exit_code, done.stderr) == (3, told)


def test_a_limit_of_lists_that_are_whole_is_told(site: Path) -> None:
    batch("site", "-o", "out")
    told = articlex("status", "--json", "--limit", "0", "out").stderr
    assert told == "articlex: --limit: no effect with --json [no-effect]\n"
    assert articlex("status", "--limit", "0", "out").stderr == ""


def test_a_page_on_standard_input_has_its_name(
    rain_page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command = [sys.executable, "-m", "articlex", "batch", "-j", "1", "-q", "-", "-o", "out"]
    subprocess.run(command, input=rain_page.encode(), check=True)
    assert " ms  <stdin>\n" in articlex("status", "out").stdout
