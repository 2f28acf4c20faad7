"""Outputs that would fall on an input are refused, and the input stays."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from articlex.batch.dry import dry_run
from articlex.batch.plan import Plan, target
from articlex.batch.selection import Selection
from articlex.batch.sources import Sources
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


def test_the_report_is_no_output_folder(site: Path, tmp_path: Path, batch: Runner) -> None:
    """Told before the run, not behind the last page."""
    with pytest.raises(UsageError, match="would replace the output"):
        batch(site, output=tmp_path / "out", report=tmp_path / "out")


@pytest.mark.parametrize("absolute", [False, True])
def test_a_report_in_a_new_output_folder_comes_with_it(absolute: bool, site: Path, batch: Runner) -> None:
    report = Path("out/run.json").absolute() if absolute else Path("out/run.json")
    for _ in range(2):
        assert batch(site, output="out", report=report).summary.report_error == ""
        assert json.loads(report.read_text())["pages"] == 3
    with pytest.raises(UsageError, match="there is no folder"):
        batch(site, output="new", report=Path("new/far/run.json"))
    assert not Path("new").exists()


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


@pytest.mark.parametrize(
    ("names", "format", "spared"),
    [
        ("a.html\n", "html", "a.html"),
        ("site/a.html\n", "html", "site/a.html"),
        ("a.html\na.md\n", None, "a.md"),
        ("site\n", None, "site/a.md"),
    ],
)
@pytest.mark.parametrize("dry", [False, True])
@pytest.mark.usefixtures("site")
def test_an_output_in_a_tree_that_is_an_input_in_the_list_is_refused(
    names: str, format: str | None, spared: str, dry: bool, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(Path(), {"a.html": page("a"), "a.md": b"# mine\n", "site/a.md": b"# mine\n", "list": names.encode()})
    before = tree(Path())
    with Path("list").open() as listed, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", listed)
        with pytest.raises(UsageError, match=f"{re.escape(spared)} would replace an input"):
            if dry:
                list(dry_run(Plan(Sources((), files_from="-"), target(".", format))))
            else:
                batch(output=".", format=format, select={"files_from": "-"})
    assert before[spared] == Path(spared).read_bytes()


@pytest.mark.usefixtures("site")
def test_a_tree_beside_its_pages_is_written_at_every_run(tmp_path: Path) -> None:
    fill(tmp_path, {"a.html": page("a")})
    command = [sys.executable, "-m", "articlex", "batch", "-q", "-j", "1", "--files-from", "-", "-o", "."]
    for names in (b"a.html\nsite/a.html\n", b"a.html\na.md\nsite/a.html\n"):
        (tmp_path / "a.html").write_bytes(page(f"a{len(names)}"))
        assert subprocess.run(command, input=names, timeout=60, check=False).returncode == 0
        assert (tmp_path / "a.md").read_text().startswith(f"# a{len(names)}\n")


@pytest.mark.parametrize("report", ["out/.articlex/manifest.sqlite", "out/.articlex/new", "out/a.md"])
def test_a_report_on_a_file_of_the_output_is_refused(report: str, site: Path, batch: Runner) -> None:
    batch(site, output="out")
    before = Path("out/.articlex/manifest.sqlite").read_bytes()
    with pytest.raises(UsageError, match="would replace a file of the output"):
        batch(site, output="out", report=Path(report))
    assert Path("out/.articlex/manifest.sqlite").read_bytes() == before
    assert Path("out/a.md").read_text().startswith("# a")


def test_an_empty_file_may_become_the_output(site: Path, batch: Runner) -> None:
    (site / "all.jsonl").touch()
    assert batch(site, output=site / "all.jsonl").exit_code == 0
    assert (site / "all.jsonl").read_bytes().count(b"\n") == 3


@pytest.mark.parametrize("place", ["nodir/x.json", "link.json"])
@pytest.mark.parametrize("as_report", [False, True])
def test_a_place_where_no_file_can_be_is_told_before_the_first_page(
    place: str, as_report: bool, site: Path, batch: Runner
) -> None:
    Path("link.json").symlink_to("nodir/far.json")
    chosen = {"output": "out", "report": Path(place)} if as_report else {"output": place}
    with pytest.raises(UsageError, match="there is no folder"):
        batch(site, **chosen)
    assert not Path("out").exists()
