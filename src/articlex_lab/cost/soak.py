"""``make soak``: long runs of the batch over real pages, for their speed and their memory.

The pages of the corpora are repeated, each time with other bytes, as files in a temporary folder. For the
speed, runs with one worker and with two take turns over the first pages; between them a loop that shares
nothing runs in one process and in two, which tells what the machine gives at that time. Then a run with two
workers goes over all pages, and the resident size of every process is taken after 1,000 pages and at the end.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from articlex.batch.plan import Plan, target
from articlex.batch.process import resident_bytes
from articlex.batch.run import run_batch
from articlex.batch.sources import Sources
from articlex.batch.summary import Summary
from articlex.batch.unit import Item, Row
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import MissingCorporaError, corpora_folder
from articlex_lab.tables import render

#: Pages after which the first sizes are taken: models are loaded and caches warm by then.
FIRST = 1000
#: Pages over which the median of a size is taken, which changes with each page.
WINDOW = 100
#: Files in one folder.
_FOLDER = 1000
#: Pages of one run for the speed, and the number of such runs with one worker and with two.
PACE_PAGES = 3000
ROUNDS = 2
_LOOP_SECONDS = 3.0


class Sample(NamedTuple):
    """The resident sizes in MiB of the parent and of a worker when ``pages`` were done, and the largest size
    of a worker so far."""

    pages: int
    parent: float
    worker: float
    largest: float


class Sampler:
    """Listens to a run, and takes a sample over the :data:`WINDOW` pages before each number in ``points``."""

    def __init__(self, points: Sequence[int]) -> None:
        self.samples: list[Sample] = []
        self._points = set(points)
        self._windows = {number for point in points for number in range(point - WINDOW, point + 1)}
        self._pages = 0
        self._parent: list[float] = []
        self._workers: list[float] = []
        self._largest = 0.0

    def row(self, item: Item, row: Row) -> None:
        """Count a page; take the sizes of the processes if it is time."""
        self._pages += 1
        if self._pages not in self._windows and self._pages % WINDOW:
            return
        workers = [_mebibytes(pid) for pid in _children(os.getpid())]
        self._largest = max(self._largest, *workers, 0.0)
        if self._pages in self._windows:
            self._workers += workers
            self._parent.append(_mebibytes(os.getpid()))
        if self._pages in self._points:
            parent, worker = (median(sizes) for sizes in (self._parent, self._workers))
            self.samples.append(Sample(self._pages, parent, worker, self._largest))
            self._parent, self._workers = [], []

    def tick(self, summary: Summary) -> None:
        """Do nothing; a run asks for it."""

    def clear(self) -> None:
        """Do nothing: nothing is shown."""


def places(site: Path, pages: int, paced: int) -> Iterator[Path]:
    """The paths of ``pages`` pages below ``site``, the first ``paced`` in a folder of their own."""
    for number in range(pages):
        part = "first" if number < paced else "rest"
        place = site / part / f"{number // _FOLDER:04}" / f"{number:06}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        yield place


def corpus_pages() -> Iterator[bytes]:
    """The pages of the corpora, again and again."""
    folder = corpora_folder()
    # By name first, so that the corpora take turns and the first thousand pages are like the last.
    sources = sorted(folder.glob("*/pages/*"), key=lambda path: (path.name, path))
    if not sources:
        raise MissingCorporaError(f"no page in {folder}")
    for source in cycle(sources):
        data = source.read_bytes()
        yield gzip.decompress(data) if source.suffix == ".gz" else data


def fill(site: Path, pages: int, paced: int) -> int:
    """Write pages of the corpora, no two alike, into ``site``; returns the sum of their bytes."""
    found = zip(places(site, pages, paced), corpus_pages(), strict=False)
    return sum(place.write_bytes(data + f"\n<!-- {place.name} -->\n".encode()) for place, data in found)


def run(site: Path, output: Path, jobs: int, pages: int) -> dict[str, Any]:
    """One run, in this process, over the ``pages`` pages in ``site``: its times, samples and counts."""
    sampler = Sampler([min(FIRST, pages), pages])
    start = time.monotonic()
    plan = Plan(Sources((str(site),)), target(str(output), "md"), jobs=jobs)
    summary = run_batch(plan, sampler)
    seconds = time.monotonic() - start
    parent, workers = (_cpu_seconds(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "jobs": jobs,
        "pages": summary.pages,
        "seconds": seconds,
        "parent_ms": parent / summary.pages * 1000,
        "workers_ms": workers / summary.pages * 1000,
        "counts": dict(summary.counts),
        "workers_replaced": summary.replaced_workers,
        "samples": [sample._asdict() for sample in sampler.samples],
    }


def run_apart(site: Path, output: Path, jobs: int, pages: int) -> dict[str, Any]:
    """:func:`run` in a process of its own, so that each run begins with an empty memory."""
    command = [sys.executable, "-m", "articlex_lab.cost.soak"]
    command += ["--pages", str(pages), "--one", str(site), str(output), str(jobs)]
    result: dict[str, Any] = json.loads(_said(command))
    print(f"{jobs} workers, {pages:,} pages: {result['seconds']:.0f} s", file=sys.stderr)  # noqa: T201
    return result


def _said(command: Sequence[str]) -> bytes:
    """What a process prints to stdout. If it fails, this one ends too; stderr has said why already."""
    done = subprocess.run(command, stdout=subprocess.PIPE)
    if done.returncode:
        sys.exit(f"soak: a run ended with {done.returncode}")
    return done.stdout


def loops(processes: int) -> float:
    """How many turns a loop that shares nothing makes in so many processes at once."""
    code = (
        "import time\n"
        f"end, turns = time.monotonic() + {_LOOP_SECONDS}, 0\n"
        "while time.monotonic() < end: turns += sum(range(1000)) > 0\n"
        "print(turns)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) for _ in range(processes)
    ]
    return sum(int(process.communicate()[0]) for process in running)


class Pace(NamedTuple):
    """Pages per second with one worker and with two, and how much faster two loops are than one."""

    one: float
    two: float
    loops: float


def pace(site: Path, folder: Path, pages: int, rounds: int) -> Pace:
    """The medians over ``rounds`` runs of ``pages`` pages with one worker and with two, which take turns."""
    seconds: dict[int, list[float]] = {1: [], 2: []}
    gains = []
    for number in range(rounds):
        gains.append(loops(2) / loops(1))
        for jobs in (1, 2):
            one = run_apart(site / "first", folder / f"pace{number}{jobs}", jobs, pages)
            seconds[jobs].append(one["seconds"])
    return Pace(pages / median(seconds[1]), pages / median(seconds[2]), median(gains))


def account(long: dict[str, Any], speed: Pace | None, size: int) -> str:
    """A report in Markdown on the long run, the speed and the machine; ``size`` is that of all pages."""
    first, last = (Sample(**long["samples"][index]) for index in (0, -1))
    lines = [
        f"{long['pages']:,} pages of {size / long['pages'] / 1e3:.0f} KB; "
        f"{os.cpu_count()} CPUs ({platform.machine()}), "
        f"Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}",
        "",
        render(
            ["RSS, MiB", f"at {first.pages:,} pages", f"at {last.pages:,} pages", "change", "largest"],
            [
                ["parent", *_sizes(first.parent, last.parent), ""],
                ["worker", *_sizes(first.worker, last.worker), f"{last.largest:.0f}"],
            ],
        ),
        "",
        f"CPU time a page: parent {long['parent_ms']:.2f} ms, workers {long['workers_ms']:.2f} ms; "
        f"{long['workers_replaced']} workers replaced; {long['counts']}.",
    ]
    if speed is not None:
        lines += [
            f"One worker: {speed.one:.1f} pages/s; two: {speed.two:.1f}.",
            f"Two are {speed.two / speed.one:.2f} times as fast as one; of loops that share "
            f"nothing, two make {speed.loops:.2f} times the turns of one.",
        ]
    return "\n".join(lines)


def _sizes(first: float, last: float) -> list[str]:
    """Two sizes, and the change from the first to the last."""
    return [f"{first:.0f}", f"{last:.0f}", f"{(last / first - 1) * 100:+.1f} %"]


def _cpu_seconds(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _mebibytes(pid: int) -> float:
    return resident_bytes(pid) / (1 << 20)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument(
        "--pace-pages", type=int, default=PACE_PAGES, help="for the speed; 0: do not measure it"
    )
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="runs for the speed, with one worker and two"
    )
    parser.add_argument("--jobs", type=int, default=2, help="workers of the long run")
    parser.add_argument("--folder", type=Path, help="for temporary files, with room for 200 KB per page")
    parser.add_argument("--one", nargs=3, metavar=("SITE", "OUT", "JOBS"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.pages < 1:
        parser.error("--pages: at least one")
    if arguments.one:
        site, output, jobs = arguments.one
        result = run(Path(site), Path(output), int(jobs), arguments.pages)
        print(json.dumps(result))  # noqa: T201
        return
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        site = folder / "site"
        site.mkdir()
        paced = min(arguments.pace_pages, arguments.pages)
        size = fill(site, arguments.pages, paced)
        speed = pace(site, folder, paced, arguments.rounds) if paced else None
        long = run_apart(site, folder / "out", arguments.jobs, arguments.pages)
        print(account(long, speed, size))  # noqa: T201


if __name__ == "__main__":
    run_command(main)
