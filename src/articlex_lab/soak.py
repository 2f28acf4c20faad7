"""``make soak``: a long run of the batch over real pages, for its pace and its memory.

The pages of the corpora are repeated, each time with other bytes, as files of a temporary folder. A batch
with one worker and then one with two go over them; the resident size of every process is taken when 1,000
pages are done and at the end.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from articlex.batch.plan import Plan, target
from articlex.batch.run import run_batch
from articlex.batch.sources import Sources
from articlex.batch.summary import Summary
from articlex.batch.unit import Item, Row
from articlex.batch.worker import resident_bytes
from articlex_lab.corpora import corpora_folder

#: Pages after which memory is taken for the first time: models are loaded, caches are warm.
FIRST = 1000
#: Files in one folder of the soak.
_FOLDER = 1000


class Sample(NamedTuple):
    """Resident size in MiB of the parent and of each worker when ``pages`` were done."""

    pages: int
    parent: float
    workers: list[float]


class Sampler:
    """The watcher of a run, which takes a sample when each number of pages in ``points`` is done."""

    def __init__(self, points: set[int]) -> None:
        self.samples: list[Sample] = []
        self._points = points
        self._pages = 0

    def row(self, item: Item, row: Row) -> None:
        """Count, and take a sample if it is time."""
        self._pages += 1
        if self._pages in self._points:
            workers = [_mebibytes(pid) for pid in _children(os.getpid())]
            self.samples.append(Sample(self._pages, _mebibytes(os.getpid()), workers))

    def tick(self, summary: Summary) -> None:
        """Nothing."""


def fill(folder: Path, pages: int) -> int:
    """Write ``pages`` pages, no two alike, into ``folder``; their bytes in all."""
    # By name first: pages of all corpora take turns, so that the first thousand are like the last.
    sources = sorted(corpora_folder().glob("*/pages/*"), key=lambda path: (path.name, path))
    size = 0
    for number, source in zip(range(pages), itertools.cycle(sources), strict=False):
        data = source.read_bytes()
        data = gzip.decompress(data) if source.suffix == ".gz" else data
        place = folder / f"{number // _FOLDER:04}" / f"{number:06}.html"
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(data + f"\n<!-- {number} -->\n".encode())
        size += len(data)
    return size


def run(site: Path, output: Path, jobs: int, pages: int) -> dict[str, Any]:
    """One run in this process: pace, samples, counts."""
    sampler = Sampler({min(FIRST, pages), pages})
    start = time.monotonic()
    plan = Plan(Sources((str(site),)), target(str(output), "md"), jobs=jobs)
    summary, _ = run_batch(plan, sampler)
    seconds = time.monotonic() - start
    parent, workers = (_cpu_seconds(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return {
        "jobs": jobs,
        "pages": summary.pages,
        "seconds": round(seconds, 1),
        "pages_per_second": round(summary.pages / seconds, 1),
        "parent_ms": round(parent / summary.pages * 1000, 2),
        "workers_ms": round(workers / summary.pages * 1000, 2),
        "counts": dict(summary.counts),
        "workers_replaced": summary.replaced_workers,
        "samples": [sample._asdict() for sample in sampler.samples],
    }


def table(runs: list[dict[str, Any]], pages: int, size: int) -> str:
    """The runs as a Markdown table, with the machine."""
    at = f"RSS at {min(FIRST, pages):,} pages, MiB | RSS at {pages:,} pages, MiB"
    lines = [
        f"{pages:,} pages, {size / 1e9:.1f} GB; {os.cpu_count()} CPUs ({platform.machine()}), "
        f"Python {platform.python_version()}, {time.strftime('%Y-%m-%d')}",
        "",
        f"| workers | pages/s | CPU ms a page, parent + workers | {at} | replaced |",
        "|---|---|---|---|---|---|",
    ]
    for one in runs:
        cells = [
            str(one["jobs"]),
            f"{one['pages_per_second']:.1f}",
            f"{one['parent_ms']:.2f} + {one['workers_ms']:.2f}",
            *(_sizes(one["samples"][index]) for index in (0, -1)),
            str(one["workers_replaced"]),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    if len(runs) == 2:
        ratio = runs[1]["pages_per_second"] / runs[0]["pages_per_second"]
        lines += ["", f"Two workers are {ratio:.2f} times as fast as one."]
    return "\n".join(lines)


def _sizes(sample: dict[str, Any]) -> str:
    workers = ", ".join(f"{size:.0f}" for size in sample["workers"])
    return f"parent {sample['parent']:.0f}, workers {workers}"


def _cpu_seconds(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _mebibytes(pid: int) -> float:
    return round(resident_bytes(pid) / (1 << 20), 1)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where there is room for 100 KB a page")
    parser.add_argument("--one", nargs=3, metavar=("SITE", "OUT", "JOBS"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        site, output, jobs = arguments.one
        print(json.dumps(run(Path(site), Path(output), int(jobs), arguments.pages)))  # noqa: T201
        return
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        (folder / "site").mkdir()
        size = fill(folder / "site", arguments.pages)
        runs = []
        for jobs in (1, 2):
            # A process for each run: what one leaves in memory must not be counted to the next.
            words = [
                "--pages",
                str(arguments.pages),
                "--one",
                str(folder / "site"),
                str(folder / f"out{jobs}"),
                str(jobs),
            ]
            command = [sys.executable, "-m", "articlex_lab.soak", *words]
            runs.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
        print(table(runs, arguments.pages, size))  # noqa: T201


if __name__ == "__main__":
    main()
