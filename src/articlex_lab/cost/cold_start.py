"""``make cold-start``: how long the command line takes for one page, from an empty process to the last byte.

    python -m articlex_lab.cost.cold_start [--runs N] [PAGE...]

Times are in ratio to ``python -c "import click, lxml.etree"``, the least that a command line with lxml can
take. The processes take turns, and their medians are compared, so that other load on the machine affects all
alike. Where trafilatura is installed, its command reads the HTML pages too.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import click

from articlex_lab.repository import FIXTURES
from articlex_lab.tables import render

#: The code of the process to which all others are put in ratio.
LEAST = "import click, lxml.etree"
CONSOLE_SCRIPT = "from articlex.__main__ import main; main()"
#: trafilatura's command, which reads the page from standard input.
PEER, PEER_SCRIPT = "trafilatura", "from trafilatura.cli import main; main()"
PAGES = tuple(
    FIXTURES / "pages" / name
    for name in ("news-en-mega-menu/source.html", "text-en-language-and-section-menus/source.txt")
)


def run_once(command: Sequence[str], source: Path) -> tuple[float, float]:
    """The seconds of wall time and of processor time that a process takes, with ``source`` as its input."""
    # Python may write compiled modules, which an installation has.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with source.open("rb") as page:
        subprocess.run(command, env=environment, stdin=page, stdout=subprocess.DEVNULL, check=True)
    end, after = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    return end - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(pages: Sequence[Path], runs: int) -> list[list[str]]:
    """A row for each page and program: the median times in ratio to those of :data:`LEAST`."""
    script, nothing = [sys.executable, "-c"], Path(os.devnull)
    processes = {"": ([*script, LEAST], nothing)}
    processes |= {str(page): ([*script, CONSOLE_SCRIPT, str(page)], nothing) for page in pages}
    if find_spec(PEER):
        html = [page for page in pages if page.suffix == ".html"]
        processes |= {f"{page}, {PEER}": ([*script, PEER_SCRIPT], page) for page in html}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in processes}
    for turn in range(runs + 1):
        for name, (command, source) in processes.items():
            once = run_once(command, source)
            if turn:  # the first one fills the disk cache
                times[name].append(once)
    medians = {
        name: [statistics.median(kind) for kind in zip(*taken, strict=True)] for name, taken in times.items()
    }
    least = medians.pop("")
    return [
        [name, *(f"{mine / base:.2f}" for mine, base in zip(own, least, strict=True))]
        for name, own in medians.items()
    ]


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--runs", type=int, default=15, show_default=True, help="Runs of each process.")
@click.argument("pages", nargs=-1, type=click.Path(exists=True, path_type=Path))
def main(pages: tuple[Path, ...], runs: int) -> None:
    """Entry point of ``python -m articlex_lab.cost.cold_start``."""
    click.echo(render(["page", "× by the clock", "× processor"], measure(pages or PAGES, runs)))


if __name__ == "__main__":
    main()
