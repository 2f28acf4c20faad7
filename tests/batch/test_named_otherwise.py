"""Pages that a run finds under other names than an earlier one, as the SOURCE that holds them is another:
their first outputs are told of, and go with ``--prune`` where there are new ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlex.batch.dry import dry_run
from articlex.batch.manifest import Manifest
from articlex.batch.plan import Plan, target
from articlex.batch.sources import Sources
from articlex.batch.unit import Item, Job, Row

from .conftest import Runner, fill, page, tarred, tree
from .titled import titled


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    fill(tmp_path / "more", {"b.html": page("b")})
    pages = {"a.html": page("a"), "x.tar": tarred({"c.html": page("c")})}
    return fill(tmp_path / "site", pages)


def broken(item: Item, job: Job) -> Row:
    return Row(item.name, "failed", code="time", error="took too long")


FIRST = ["a.md", "x.tar/c.md"]
SECOND = ["more/b.md", "site/a.md", "site/x.tar/c.md"]


@pytest.mark.usefixtures("site")
def test_a_page_that_is_named_otherwise_today_is_there_once_after_prune(batch: Runner) -> None:
    batch("site", output="out")
    again = batch("site", "more", output="out").summary
    assert (again.pruned, again.named_otherwise) == (0, 2)
    assert sorted(tree(Path("out"))) == sorted(FIRST + SECOND)
    pruned = batch("site", "more", output="out", prune=True).summary
    assert (pruned.pruned, pruned.named_otherwise) == (2, 0)
    assert sorted(tree(Path("out"))) == SECOND
    assert batch("site", "more", output="out").summary.named_otherwise == 0


@pytest.mark.usefixtures("site")
def test_a_row_of_one_file_too(batch: Runner) -> None:
    batch("site", output="out.jsonl")
    assert batch("site", "more", output="out.jsonl").summary.named_otherwise == 2
    assert Path("out.jsonl").read_bytes().count(b"\n") == 5
    batch("site", "more", output="out.jsonl", prune=True)
    assert Path("out.jsonl").read_bytes().count(b"\n") == 3


@pytest.mark.usefixtures("site")
def test_a_dry_run_names_what_goes(batch: Runner) -> None:
    batch("site", output="out")
    planned = dry_run(Plan(Sources(("site", "more")), target("out", None), prune=True))
    gone = [(line.input, line.output) for line in planned if line.todo == "pruned"]
    first = [str(Path(name).absolute()) for name in ("site/a.html", "site/x.tar")]
    assert gone == [(first[0], "out/a.md"), (first[1], "out/x.tar/c.md")]


def test_what_this_run_did_not_read_stays(site: Path, batch: Runner) -> None:
    """A page that was left out, and one whose file has another page in it today."""
    batch("site", output="out")
    fill(site, {"x.tar": tarred({"d.html": page("d")})})
    batch("site/x.tar", "more", output="out", prune=True)
    assert sorted(tree(Path("out"))) == ["a.md", "more/b.md", "site/x.tar/d.md", "x.tar/c.md"]


@pytest.mark.usefixtures("site")
def test_a_page_that_fails_today_keeps_what_it_had(batch: Runner) -> None:
    batch("site", output="out", unit=titled)
    done = batch("site", "more", output="out", unit=broken, force=True, prune=True)
    assert (done.summary.pruned, done.summary.failed) == (0, 3)
    assert sorted(tree(Path("out"))) == FIRST


def test_standard_input_is_no_file_of_its_name(
    tmp_path: Path, batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    fill(tmp_path, {"-": page("file"), "given": page("given")})
    batch("./-", output="out")
    with Path("given").open("rb") as given, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", given)
        assert batch("-", output="out", prune=True).summary.pruned == 0
    assert sorted(tree(Path("out"))) == ["-.md", "stdin.md"]


class Killed(BaseException):
    """Ends a run as SIGKILL does."""


@pytest.mark.usefixtures("site")
def test_a_run_that_is_killed_while_it_prunes_loses_no_page(
    batch: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(*_: object) -> None:
        raise Killed

    batch("site", output="out")
    with monkeypatch.context() as patch:
        patch.setattr(Manifest, "close", lambda manifest: manifest._db.close())
        patch.setattr(Manifest, "forget", kill)
        with pytest.raises(Killed):
            batch("site", "more", output="out", prune=True)
    assert set(tree(Path("out"))) >= set(SECOND)
    batch("site", "more", output="out", prune=True)
    assert sorted(tree(Path("out"))) == SECOND
    assert batch("site", output="out", prune=True).exit_code == 0
    assert sorted(tree(Path("out"))) == ["a.md", "more/b.md", "x.tar/c.md"]
