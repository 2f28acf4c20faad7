"""What changes where a page of the corpora is written differently.

``python -m articlex_lab.checks.metamorphic.run`` (``--form text``) changes annotated pages in every way of
``html_changes`` or ``text_changes``, puts each of ``additions`` into them, and prints for each change on
which share of the pages the body, the title, the authors, the day or the language came out differently, the
worst change first. ``--worst`` names the pages whose bodies differ most. Gold is not looked at: what is wrong
before and after is no difference. The scorer sees tags, blank lines and their order, so that a few pages near
its limit change with nearly everything.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, cycle

from articlex_lab.checks.metamorphic.changed_pages import HTML, TEXT, Task, measured
from articlex_lab.checks.metamorphic.differences import FIELDS, Difference
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import chosen
from articlex_lab.corpora.flatteners import FLATTENERS
from articlex_lab.tables import render


def row(name: str, found: Sequence[Difference]) -> tuple[str, ...]:
    """The row of a change: pages, the share of them that differ at all, the mean loss of F1, the fields."""
    pages = len(found)
    shares = [sum(field in one.fields for one in found) / pages for field in FIELDS]
    loss = sum(1 - one.f1 for one in found) / pages
    different = sum(bool(one.fields) for one in found) / pages
    return name, str(pages), *(f"{share:.3f}" for share in (different, loss, *shares))


def main() -> None:
    """Measure the changes that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--form", choices=("html", "text"), default="html")
    parser.add_argument("--corpora", help="names, separated by commas (default: all)")
    parser.add_argument(
        "--sample", type=int, default=2, metavar="N", help="pages of a kind and corpus; 0: all"
    )
    parser.add_argument("--flatteners", default=",".join(FLATTENERS), help="names; they take turns")
    parser.add_argument("--changes", default="", help="a pattern that is searched in their names")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="print the N worst of each change")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes")
    options = parser.parse_args()
    known = HTML if options.form == "html" else TEXT
    changes = frozenset(name for name in known if re.search(options.changes, name))
    flatteners = cycle(options.flatteners.split(",")) if options.form == "text" else cycle([""])
    tasks = [
        Task(record, flattener, changes)
        for record, flattener in zip(chosen(options.corpora, options.sample), flatteners, strict=False)
    ]
    found: dict[str, list[Difference]] = {}
    with ProcessPoolExecutor(options.jobs) as processes:
        for name, one in chain.from_iterable(processes.map(measured, tasks)):
            found.setdefault(name, []).append(one)
    print_all(found, options.worst)


def print_all(found: Mapping[str, Sequence[Difference]], worst: int) -> None:
    """Print the table, and the ``worst`` pages of each change that changes any."""
    rows = sorted((row(name, found[name]) for name in found), key=lambda cells: cells[2], reverse=True)
    sys.stdout.write(render(("change", "pages", "differ", "F1 lost", *FIELDS), rows) + "\n")
    for name, *_ in rows if worst else ():
        different = (one for one in found[name] if one.fields)
        for one in sorted(different, key=lambda one: one.f1)[:worst]:
            sys.stdout.write(f"{name}: {one.page} {one.f1:.3f} {' '.join(sorted(one.fields))}\n")


if __name__ == "__main__":
    run_command(main)
