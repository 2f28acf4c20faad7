"""Runs from end to end, through worker processes."""

from __future__ import annotations

import gzip
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from articlex.batch.lock import LockedError, take_lock
from articlex.batch.member import Reading
from articlex.batch.names import marked_name
from articlex.batch.selection import Selection
from articlex.batch.sources import Sources, read_sources
from articlex.batch.unit import Job
from articlex.errors import UsageError
from articlex.options import Options

from .conftest import Runner, fill, page, tree

PAGES = {f"{name}.html": page(name) for name in ("a", "b", "c/d", "c/e")}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return fill(tmp_path / "site", PAGES)


def test_a_tree_mirrors_the_folder(site: Path, tmp_path: Path, batch: Runner) -> None:
    done = batch(site, output=tmp_path / "out")
    files = tree(tmp_path / "out")
    assert list(files) == ["a.md", "b.md", "c/d.md", "c/e.md"]
    assert b"first paragraph of c/d" in files["c/d.md"]
    assert done.exit_code == 0


def test_a_second_run_does_nothing(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out")
    again = batch(site, output=tmp_path / "out")
    assert (again.summary.extracted, again.summary.unchanged) == (0, 4)
    assert again.exit_code == 0


def test_only_new_and_changed_pages_are_done(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out")
    fill(site, {"a.html": page("another a"), "new.html": page("new")})
    again = batch(site, output=tmp_path / "out")
    assert set(again.rows) == {"a.html", "new.html"}
    assert b"another a" in tree(tmp_path / "out")["a.md"]


def test_a_page_that_was_only_touched_is_not_done_again(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out")
    os.utime(site / "a.html", (1, 1))
    again = batch(site, output=tmp_path / "out")
    assert again.summary.extracted == 0
    third = batch(site, output=tmp_path / "out")
    assert third.summary.unchanged == 4


@pytest.mark.parametrize("year", [-100, 292, 400])
def test_a_time_that_a_wrong_clock_has_said_is_one_like_others(
    year: int, site: Path, tmp_path: Path, batch: Runner
) -> None:
    """From 2262 on its nanoseconds are more than SQLite takes."""
    moment = year * 366 * 86_400
    os.utime(site / "a.html", (moment, moment))
    assert batch(site, output=tmp_path / "out").exit_code == 0
    assert batch(site, output=tmp_path / "out").summary.extracted == 0


def test_an_output_that_was_lost_is_made_again(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out")
    (tmp_path / "out" / "a.md").write_text("half")
    (tmp_path / "out" / "b.md").unlink()
    again = batch(site, output=tmp_path / "out")
    assert set(again.rows) == {"a.html", "b.html"}
    assert list(tree(tmp_path / "out")) == ["a.md", "b.md", "c/d.md", "c/e.md"]


def test_other_options_do_all_pages_again(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out")
    again = batch(site, output=tmp_path / "out", format="json")
    assert again.summary.extracted == 4
    assert list(tree(tmp_path / "out")) == ["a.json", "b.json", "c/d.json", "c/e.json"]


@pytest.mark.parametrize(
    ("job", "select"),
    [
        (Job(Options(max_bytes=1 << 27)), {}),
        (Job(), {"reading": Reading("raw", "address")}),
        (Job(), {"input_format": "page"}),
    ],
)
def test_what_makes_no_page_another_one_does_none_again(
    job: Job, select: dict[str, Any], site: Path, tmp_path: Path, batch: Runner
) -> None:
    batch(site, output=tmp_path / "out")
    assert batch(site, output=tmp_path / "out", job=job, select=select).summary.extracted == 0


def test_a_folder_called_like_standard_input_keeps_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, {"stdin/a.html": page("a")})
    monkeypatch.chdir(tmp_path)
    assert [item.name for item in read_sources(Sources(("stdin/a.html",)), {})] == ["stdin/a.html"]


def test_force_does_all_pages_again(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out")
    assert batch(site, output=tmp_path / "out", force=True).summary.extracted == 4


def test_the_last_output_stays_while_its_page_cannot_be_read(
    site: Path, tmp_path: Path, batch: Runner
) -> None:
    batch(site / "a.html", output=tmp_path / "out")
    before = tree(tmp_path / "out")
    (site / "a.html").rename(site / "away")
    assert batch(site / "a.html", output=tmp_path / "out").exit_code == 3
    assert tree(tmp_path / "out") == before
    (site / "away").rename(site / "a.html")
    assert batch(site / "a.html", output=tmp_path / "out").exit_code == 0


@pytest.mark.parametrize("format", [None, "json"])
def test_a_page_without_an_article_has_a_record_but_no_document(
    format: str | None, tmp_path: Path, batch: Runner
) -> None:
    site = fill(tmp_path / "site", {"empty.html": b"", "a.html": page("a")})
    done = batch(site, output=tmp_path / "out", format=format)
    assert done.exit_code == 1
    assert ("empty.json" in tree(tmp_path / "out")) == (format == "json")
    assert [row["input"] for row in done.report["without_article"]] == ["empty.html"]


def test_a_page_that_has_no_article_any_more_loses_its_document(
    site: Path, tmp_path: Path, batch: Runner
) -> None:
    batch(site, output=tmp_path / "out")
    fill(site, {"a.html": b""})
    batch(site, output=tmp_path / "out")
    assert "a.md" not in tree(tmp_path / "out")


def test_a_page_that_fails_is_tried_again_only_when_asked(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.pdf": b"%PDF-1.7\n\0\0\xff", "b.html": page("b")})
    first = batch(site, output=tmp_path / "out")
    again = batch(site, output=tmp_path / "out")
    retried = batch(site, output=tmp_path / "out", retry_failed=True)
    assert [run.exit_code for run in (first, again, retried)] == [3, 3, 3]
    assert [set(run.rows) for run in (again, retried)] == [set(), {"a.pdf"}]


def test_bytes_do_not_depend_on_the_number_of_workers(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {f"{n:03}.html": page(f"page {n}") for n in range(40)})
    for jobs in (1, 3):
        batch(site, output=tmp_path / f"{jobs}.jsonl.gz", jobs=jobs)
        batch(site, output=tmp_path / f"tree{jobs}", jobs=jobs)
    assert (tmp_path / "1.jsonl.gz").read_bytes() == (tmp_path / "3.jsonl.gz").read_bytes()
    assert tree(tmp_path / "tree1") == tree(tmp_path / "tree3")


def rows(path: Path) -> list[dict[str, object]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.splitlines()]


def test_one_file_has_a_row_for_every_input_in_order(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a.html": page("a"), "b.pdf": b"%PDF-1.7\0\xff", "c.html": b""})
    batch(site, output=tmp_path / "out.jsonl.gz")
    found = [(row["source"], row["status"]) for row in rows(tmp_path / "out.jsonl.gz")]
    assert found == [("a.html", "ok"), ("b.pdf", "error"), ("c.html", "empty")]


def test_one_file_is_left_alone_when_nothing_has_changed(site: Path, tmp_path: Path, batch: Runner) -> None:
    output = tmp_path / "out.jsonl"
    batch(site, output=output)
    os.utime(output, (5, 5))
    before = output.stat()
    batch(site, output=output)
    written = output.stat()
    batch(site, output=output)
    assert written.st_mtime_ns != before.st_mtime_ns, "touched by others: written anew"
    assert output.stat().st_mtime_ns == written.st_mtime_ns


def test_one_file_grows_in_the_order_of_the_input(site: Path, tmp_path: Path, batch: Runner) -> None:
    output = tmp_path / "out.jsonl"
    batch(site, output=output)
    fill(site, {"aa.html": page("aa"), "b.html": page("other b")})
    batch(site, output=output)
    fresh = tmp_path / "fresh.jsonl"
    batch(site, output=fresh)
    assert output.read_bytes() == fresh.read_bytes()


def test_the_spool_does_not_grow_without_end(site: Path, tmp_path: Path, batch: Runner) -> None:
    output = tmp_path / "out.jsonl"
    for _ in range(6):
        batch(site, output=output, force=True)
    parts = sum(part.stat().st_size for part in (tmp_path / ".out.jsonl.articlex" / "parts").iterdir())
    assert parts < 3 * output.stat().st_size
    assert len(rows(output)) == 4


def test_json_file_is_one_array(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out.json")
    assert [row["source"] for row in json.loads((tmp_path / "out.json").read_bytes())] == sorted(PAGES)


def test_tei_file_is_one_corpus(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out.tei.gz")
    corpus = etree.fromstring(gzip.decompress((tmp_path / "out.tei.gz").read_bytes()))
    assert [etree.QName(child).localname for child in corpus] == ["teiHeader", *["TEI"] * 4]


@pytest.mark.parametrize(
    ("ending", "line"), [("md", "<!-- {} -->"), ("html", "<!-- {} -->"), ("txt.gz", "==> {} <==")]
)
def test_a_file_of_documents_names_the_page_of_each(
    ending: str, line: str, site: Path, tmp_path: Path, batch: Runner
) -> None:
    path = tmp_path / f"out.{ending}"
    batch(site, output=path)
    data = path.read_bytes()
    text = gzip.decompress(data) if ending.endswith("gz") else data
    lines = text.decode().splitlines()
    assert [found for found in lines if found in {line.format(name) for name in PAGES}] == [
        line.format(name) for name in PAGES
    ]


def test_names_that_clash_are_told_apart_in_any_order(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    clashing = {"a": page("none"), "a.html": page("html"), "A.html": page("capital")}
    fill(tmp_path / "site", clashing)
    monkeypatch.chdir(tmp_path)
    names = ["site/" + name for name in clashing]
    batch(*names, output=tmp_path / "one")
    batch(*reversed(names), output=tmp_path / "two")
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    assert one == two
    assert len({name.lower() for name in one}) == 3
    assert b"of html has" in one["site/a.md"]


def test_a_name_that_reads_like_that_of_a_clashing_page_stops_nothing(tmp_path: Path, batch: Runner) -> None:
    names = ("b", "b.html", marked_name("b", ".html"))
    site = fill(tmp_path / "site", {name: page(name) for name in names})
    for _ in range(2):
        done = batch(site, output=tmp_path / "out")
        assert (done.summary.error, done.summary.pages) == ("", 3)
    assert len(tree(tmp_path / "out")) == 3


def test_the_same_page_named_twice_is_done_once(site: Path, tmp_path: Path, batch: Runner) -> None:
    done = batch(site / "a.html", site / "a.html", site / "." / "a.html", output=tmp_path / "out.jsonl")
    assert done.summary.repeated == 2
    assert len(rows(tmp_path / "out.jsonl")) == 1


def test_another_source_does_not_overwrite_the_first(tmp_path: Path, batch: Runner) -> None:
    january = fill(tmp_path / "january", {"a.html": page("january")})
    february = fill(tmp_path / "february", {"a.html": page("february")})
    batch(january, output=tmp_path / "out")
    batch(february, output=tmp_path / "out")
    files = tree(tmp_path / "out")
    assert b"january" in files["a.md"]
    assert len(files) == 2
    again = batch(february, output=tmp_path / "out")
    assert again.summary.extracted == 0


def test_a_source_that_was_moved_is_the_same_source(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out")
    moved = site.rename(tmp_path / "moved")
    assert batch(moved, output=tmp_path / "out").summary.unchanged == 4


def test_the_output_within_the_source_is_not_read(site: Path, batch: Runner) -> None:
    for _ in range(2):
        batch(site, output=site / "out")
        batch(site, output=site / "out2")
        batch(site, output=site / "all.jsonl")
    assert list(tree(site / "out")) == ["a.md", "b.md", "c/d.md", "c/e.md"]
    assert len(rows(site / "all.jsonl")) == 4


def test_the_report_within_the_source_is_not_read(site: Path, batch: Runner, tmp_path: Path) -> None:
    runs = [batch(site, output=tmp_path / "out", report=site / "report.json") for _ in range(2)]
    assert [run.summary.pages for run in runs] == [4, 4]


def test_an_output_folder_that_holds_the_source_is_refused(site: Path, batch: Runner) -> None:
    with pytest.raises(UsageError):
        batch(site, output=site)
    with pytest.raises(UsageError):
        batch(site / "c", output=site)


def test_nothing_is_written_through_a_link_out_of_the_folder(
    site: Path, tmp_path: Path, batch: Runner
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "c").symlink_to(tmp_path / "elsewhere")
    done = batch(site, output=tmp_path / "out")
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert done.codes == {"c/d.html": "output", "c/e.html": "output"}
    assert done.exit_code == 3


def test_fail_fast_stops(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {f"{n:03}.pdf": b"%PDF-1.7\0\xff" for n in range(50)})
    done = batch(site, output=tmp_path / "out", fail_fast=True)
    assert done.summary.stopped == "fail-fast"
    assert done.summary.pages < 50
    assert done.exit_code == 3


def test_fail_fast_stops_at_a_failure_that_is_known_from_the_last_run(tmp_path: Path, batch: Runner) -> None:
    gone = [tmp_path / f"{number}.html" for number in range(5)]
    for _ in range(2):
        done = batch(*gone, output=tmp_path / "out", fail_fast=True)
        assert (done.summary.stopped, done.summary.pages) == ("fail-fast", 1)


def test_a_run_that_finds_another_at_work_says_so(site: Path, tmp_path: Path, batch: Runner) -> None:
    state = tmp_path / "out" / ".articlex"
    state.mkdir(parents=True)
    lock = take_lock(state, tmp_path / "out", 0)
    with pytest.raises(LockedError, match=f"process {os.getpid()}"):
        batch(site, output=tmp_path / "out")
    os.close(lock)
    assert batch(site, output=tmp_path / "out").exit_code == 0


def test_selection(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site, output=tmp_path / "out", select={"selection": Selection(exclude=("c",))})
    assert list(tree(tmp_path / "out")) == ["a.md", "b.md"]


def test_an_empty_source_gives_an_empty_file(tmp_path: Path, batch: Runner) -> None:
    (tmp_path / "site").mkdir()
    done = batch(tmp_path / "site", output=tmp_path / "out.jsonl")
    assert (tmp_path / "out.jsonl").read_bytes() == b""
    assert done.exit_code == 1


def test_a_name_that_has_become_free_is_taken_by_the_next_run(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", {"a": page("bare"), "a.html": page("html")})
    batch(site, output=tmp_path / "out")
    (site / "a.html").unlink()
    batch(site, output=tmp_path / "out", prune=True)
    assert [name[:2] for name in tree(tmp_path / "out")] == ["a~"]
    batch(site, output=tmp_path / "out", prune=True)
    assert list(tree(tmp_path / "out")) == ["a.md"]


def test_the_report_names_the_slowest(site: Path, tmp_path: Path, batch: Runner) -> None:
    before = time.time()
    report = batch(site, output=tmp_path / "out").report
    assert len(report["slowest"]) == 4
    assert report["slowest"][0]["ms"] >= report["slowest"][-1]["ms"]
    assert report["started"] >= time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(before - 1))
