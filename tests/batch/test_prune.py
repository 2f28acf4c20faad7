"""``--prune``: what of the outputs of inputs that are gone is removed, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlex.batch.dry import dry_run
from articlex.batch.manifest import Manifest
from articlex.batch.plan import Plan, target
from articlex.batch.sources import Sources

from .conftest import Runner, fill, page, tarred, tree


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return fill(tmp_path / "site", {f"{name}.html": page(name) for name in ("a", "b", "c/d", "c/e")})


def test_the_output_of_a_page_that_is_gone_stays_until_prune(
    site: Path, tmp_path: Path, batch: Runner
) -> None:
    batch(site, output=tmp_path / "out")
    (site / "c" / "d.html").unlink()
    (site / "c" / "e.html").unlink()
    batch(site, output=tmp_path / "out")
    assert "c/d.md" in tree(tmp_path / "out")
    pruned = batch(site, output=tmp_path / "out", prune=True)
    assert pruned.summary.pruned == 2
    assert list(tree(tmp_path / "out")) == ["a.md", "b.md"]
    assert not (tmp_path / "out" / "c").exists()


class Killed(BaseException):
    """Ends a run as SIGKILL does."""


def test_the_output_of_a_page_that_a_killed_run_did_not_record_is_pruned_too(
    site: Path, tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Manifest, "close", lambda manifest: manifest._db.close())
        patch.setattr(Manifest, "record", kill)
        with pytest.raises(Killed):
            batch(site, output=tmp_path / "out")
    assert list(tree(tmp_path / "out")) == ["a.md"]
    (site / "a.html").unlink()
    batch(site, output=tmp_path / "out", prune=True)
    assert list(tree(tmp_path / "out")) == ["b.md", "c/d.md", "c/e.md"]


@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize("name", ["out", "out.jsonl"])
def test_a_source_that_is_empty_is_taken_for_a_disk_that_is_not_mounted(
    name: str, listed: bool, tmp_path: Path, batch: Runner
) -> None:
    disks = [fill(tmp_path / disk, {"a.html": page(disk), "c/b.html": page("b")}) for disk in ("one", "two")]
    (tmp_path / "list").write_text("".join(f"{disk}\n" for disk in disks))
    chosen = {"select": {"files_from": str(tmp_path / "list")}} if listed else {}
    sources, output = [] if listed else disks, tmp_path / name
    batch(*sources, output=output, **chosen)
    before = tree(output) or output.read_bytes()
    disks[1].rename(tmp_path / "away")
    disks[1].mkdir()
    unmounted = batch(*sources, output=output, prune=True, **chosen)
    assert (unmounted.summary.pruned, unmounted.summary.spared) == (0, 2)
    assert (tree(output) or output.read_bytes()) == before
    disks[1].rmdir()
    (tmp_path / "away").rename(disks[1])
    (disks[1] / "a.html").unlink()
    assert batch(*sources, output=output, prune=True, **chosen).summary.pruned == 1
    fill(disks[1], {"c/b.html": b""}).joinpath("c/b.html").unlink()
    # The page of the other disk, and those of this one under the names that tell them from the other's.
    assert batch(disks[0], output=output, prune=True).summary.pruned == 3


@pytest.mark.parametrize("name", ["out", "out.jsonl"])
def test_so_is_the_only_source(name: str, site: Path, tmp_path: Path, batch: Runner) -> None:
    output = tmp_path / name
    batch(site, output=output)
    before = tree(output) or output.read_bytes()
    site.rename(tmp_path / "away")
    site.mkdir()
    planned = dry_run(Plan(Sources((str(site),)), target(str(output), None), prune=True))
    assert [(Path(line.input).name, line.todo) for line in planned] == [
        (f"{page}.html", "spared") for page in "abde"
    ]
    unmounted = batch(site, output=output, prune=True)
    assert (unmounted.summary.pruned, unmounted.summary.spared, unmounted.exit_code) == (0, 4, 1)
    assert (tree(output) or output.read_bytes()) == before


def test_where_no_source_has_a_page_nothing_is_pruned(site: Path, tmp_path: Path, batch: Runner) -> None:
    disk = fill(tmp_path / "disk", {"f.html": page("f")})
    batch(site, disk, output=tmp_path / "out")
    (site / "a.html").unlink()
    (disk / "f.html").unlink()
    done = batch(disk, output=tmp_path / "out", prune=True)
    assert (done.summary.pruned, done.summary.spared) == (0, 1)
    assert len(tree(tmp_path / "out")) == 5


def test_nothing_is_pruned_when_an_input_cannot_be_read(site: Path, tmp_path: Path, batch: Runner) -> None:
    batch(site / "a.html", site / "b.html", output=tmp_path / "out")
    (site / "b.html").unlink()
    done = batch(site / "a.html", site / "b.html", output=tmp_path / "out", prune=True)
    assert done.summary.pruned == 0
    assert len(tree(tmp_path / "out")) == 2


def pruned_twice(source: Path, output: Path, batch: Runner) -> tuple[int, int]:
    """How many inputs a dry run says would be pruned, and how many the run prunes."""
    planned = dry_run(Plan(Sources((str(source),)), target(str(output), None), prune=True))
    said = sum(line.todo == "pruned" for line in planned)
    return said, batch(source, output=output, prune=True).summary.pruned


def test_a_dry_run_agrees_that_an_archive_without_pages_is_nothing_found(
    tmp_path: Path, batch: Runner
) -> None:
    site = fill(tmp_path / "site", {"x.tar": tarred({}), "y.html": page("y")})
    batch(site, output=tmp_path / "out")
    (site / "y.html").unlink()
    assert pruned_twice(site, tmp_path / "out", batch) == (0, 0)


def test_a_dry_run_agrees_that_the_failure_of_an_archive_is_forgotten_and_not_pruned(
    tmp_path: Path, batch: Runner
) -> None:
    broken = fill(tmp_path / "jan", {"x.tar": b"no tar"}) / "x.tar"
    batch(tmp_path / "jan", output=tmp_path / "out")
    broken.unlink()
    fill(tmp_path / "feb", {"x.tar": tarred({"a.html": page("a")})})
    assert pruned_twice(tmp_path / "feb", tmp_path / "out", batch) == (0, 0)


@pytest.mark.parametrize("name", ["out", "out.jsonl"])
def test_an_archive_that_comes_back_as_it_was_has_its_pages_again(
    name: str, tmp_path: Path, batch: Runner
) -> None:
    site = fill(tmp_path / "site", {"x.tar": tarred({"a.html": page("a")}), "b.html": page("b")})
    output = tmp_path / name
    batch(site, output=output)
    before = tree(output) or output.read_bytes()
    (site / "x.tar").rename(tmp_path / "away")
    assert batch(site, output=output, prune=True).summary.pruned == 1
    (tmp_path / "away").rename(site / "x.tar")
    assert batch(site, output=output).summary.pages == 2
    assert (tree(output) or output.read_bytes()) == before
