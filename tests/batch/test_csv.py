"""One CSV file of many pages."""

from __future__ import annotations

import csv
from pathlib import Path

from articlex.batch.unit import Job
from articlex.write.options import RenderOptions

from .conftest import Runner, fill, page

PAGES = {f"{name}.html": page(name) for name in ("a", "b", "c/d", "c/e")}


def test_a_file_has_one_row_of_names(tmp_path: Path, batch: Runner) -> None:
    site = fill(tmp_path / "site", PAGES)
    batch(site, output=tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        names, *found = csv.reader(file)
    assert names[:2] == ["schema_version", "title"]
    assert [row[names.index("status")] for row in found] == ["ok"] * 4


def test_a_row_of_an_older_run_moves_to_the_columns_of_this_one(tmp_path: Path, batch: Runner) -> None:
    """Its page is gone, and can have no row made by today's options."""
    site = fill(tmp_path / "site", PAGES)
    (site / "b.html").write_bytes(
        page("Long").replace(b"</p>", b" and so on, without an end" * 7_000 + b"</p>")
    )
    for fields in (("source", "text", "title"), ("title", "url", "text")):
        batch(site, output=tmp_path / "out.csv", job=Job(render=RenderOptions(fields=fields)))
        (site / "b.html").unlink(missing_ok=True)
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = [line.split(",")[:2] for line in file if "," in line[:20]]
    assert rows[:3] == [["title", "url"], ["Long", ""], ["a", ""]]
    assert len(rows) == 5
