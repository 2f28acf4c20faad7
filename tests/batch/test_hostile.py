"""A folder with everything in it that harms: each bad page is named, every other one is right."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from articlex.batch.selection import Selection
from articlex.batch.unit import Job
from articlex.batch.worker import Limits
from articlex.options import Options

from .conftest import Runner, fill, page, tarred, tree
from .units import with_hostile_stage

GOOD = [
    "plain.html",
    "-dash.html",
    "--output=x.html",
    "line\nbreak.html",
    "emoji 🎌.html",
    "\udcff\udcfe.html",
    "CON.html",
    "x" * 250 + ".html",
    "a b/c d.html",
    "upper/A.html",
    "upper/a.html",
]

BAD = {
    "loops.html": (page("LOOP"), "time"),
    "eats.html": (page("MEMORY"), "memory"),
    "crashes.html": (page("SEGFAULT"), "crash"),
    "raises.html": (page("RAISE"), "stage-failed"),
    "a.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 8, "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "binary"),
    "truncated.html.gz": (gzip.compress(page("gone") * 100)[:-40], "compression"),
    "bomb.html.gz": (gzip.compress(b"\0" * 30_000_000), "too-large"),
    "large.html": (b"<p>" + b"x " * 2_100_000, "too-large"),
    "broken.tar.gz": (b"no gzip at all", "archive"),
}

#: Odd, but pages all the same.
ODD = {
    "deep.html": b"<div>" * 10_000 + page("deep") + b"</div>" * 10_000,
    "wide.html": page("wide") + b'<table><tr><td colspan="9007199254740991">x</td></tr></table>',
    "nul.html": page("nul").replace(b"words", b"wo\0rds"),
    "invalid.html": page("invalid").replace(b"words", b"w\xff\xferds"),
    "utf16.html": page("sixteen").decode().encode("utf-16-le"),
    "one-line.html": page("one line") + b"<p>" + b"word " * 200_000,
}


def lay_out(site: Path) -> None:
    fill(site, {name: page(f"number {number}") for number, name in enumerate(GOOD)})
    fill(site, {name: data for name, (data, _) in BAD.items()})
    fill(site, ODD)
    fill(
        site,
        {"empty.html": b"", "members.tar": tarred({"../../up.html": page("up"), "/abs.html": page("abs")})},
    )
    os.mkfifo(site / "fifo")
    (site / "loop").symlink_to(".")
    (site / "dangling").symlink_to("nowhere")
    (site / "ring").symlink_to("gnir")
    (site / "gnir").symlink_to("ring")
    # What even root cannot read.
    (site / "unreadable.html").symlink_to("/proc/self/mem")
    fill(site, {"closed.html": page("closed")})
    (site / "closed.html").chmod(0)


def test_a_hostile_folder(tmp_path: Path, batch: Runner) -> None:
    site = tmp_path / "site"
    try:
        lay_out(site)
    except OSError as error:
        pytest.skip(f"the file system refuses: {error}")
    done = batch(
        site,
        output=tmp_path / "out",
        unit=with_hostile_stage,
        job=Job(Options(max_bytes=4_000_000)),
        limits=Limits(seconds=8.0, memory=256 << 20),
        select={"selection": Selection(follow_links=True)},
        jobs=2,
    )
    expected = {name: code for name, (_, code) in BAD.items()}
    expected |= {"fifo": "not-a-file", "dangling": "not-found", "ring": "io", "gnir": "io"}
    expected |= {"unreadable.html": "io" if Path("/proc/self/mem").exists() else "not-found"}
    is_root = os.geteuid() == 0
    expected |= {} if is_root else {"closed.html": "permission"}
    assert done.codes == expected
    assert done.exit_code == 3
    assert [row["input"] for row in done.report["without_article"]] == ["empty.html"]
    outputs = tree(tmp_path / "out")
    # Beside the good and the odd: members of the archive, the page without a stage, for root the closed one.
    assert len(outputs) == len(GOOD) + len(ODD) + 2 + 1 + is_root
    for number in range(len(GOOD)):
        assert sum(f"# number {number}\n".encode() in data for data in outputs.values()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "site"]
