"""Outputs that would fall on an input are refused, and the input stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from articlex.batch.selection import Selection
from articlex.errors import UsageError

from .conftest import Runner, fill, page, tree

LINES = json.dumps({"html": page("line").decode()}).encode() + b"\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    fill(tmp_path, {"names": b"site/a.html\nsite/pages.jsonl\n"})
    return fill(tmp_path / "site", {"a.html": page("a"), "pages.jsonl": LINES, "draft/b.html": page("b")})


@pytest.mark.parametrize(
    ("sources", "output", "report", "listed"),
    [
        (["site"], "site/pages.jsonl", "r.json", None),
        (["site/a.html", "site/pages.jsonl"], "site/pages.jsonl", "r.json", None),
        ([], "site/pages.jsonl", "r.json", "names"),
        (["site/a.html"], "out", "site/a.html", None),
        (["site"], "out", "site/a.html", None),
        ([], "out", "names", "names"),
        ([], "out", "site/a.html", "names"),
        (["site"], "all.json", "all.json", None),
    ],
)
@pytest.mark.usefixtures("site")
def test_an_output_that_is_an_input_is_refused_at_every_run(
    sources: list[str], output: str, report: str, listed: str | None, batch: Runner
) -> None:
    before = tree(Path())
    for _ in range(2):
        with pytest.raises(UsageError, match="would replace"):
            batch(*sources, output=output, report=Path(report), select={"files_from": listed})
    assert {name: data for name, data in tree(Path()).items() if name in before} == before


def test_a_link_in_the_source_to_the_output_is_refused(site: Path, tmp_path: Path, batch: Runner) -> None:
    fill(tmp_path, {"far.jsonl": LINES})
    (site / "link.jsonl").symlink_to(tmp_path / "far.jsonl")
    following = {"selection": Selection(follow_links=True)}
    for _ in range(2):
        with pytest.raises(UsageError, match="would replace an input"):
            batch(site, output=tmp_path / "far.jsonl", select=following)
    assert (tmp_path / "far.jsonl").read_bytes() == LINES


def test_a_file_in_the_source_that_is_not_taken_may_be_replaced(site: Path, batch: Runner) -> None:
    fill(site, {"draft/old.jsonl": b"old"})
    done = batch(
        site, output=site / "draft" / "old.jsonl", select={"selection": Selection(exclude=("draft",))}
    )
    assert done.exit_code == 0
    assert (site / "draft" / "old.jsonl").read_bytes().count(b"\n") == 2


def test_what_an_earlier_run_wrote_is_no_input(site: Path, batch: Runner) -> None:
    for _ in range(2):
        done = batch(site, output=site / "all.jsonl", report=site / "report.json")
        assert done.summary.pages == 3
