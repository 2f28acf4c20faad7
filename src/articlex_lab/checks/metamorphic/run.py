"""What changes where a page of the corpora is written differently.

``python -m articlex_lab.checks.metamorphic.run`` (``--form text``) changes annotated pages in every way of
``html_changes`` or ``text_changes``, and prints for each change on which share of the pages the body, the
title, the authors, the day or the language came out differently, the worst change first. ``--worst`` names
the pages whose bodies differ most. Gold is not looked at: what is wrong before and after is no difference.
The scorer sees tags, blank lines and their order, so that a few pages near its limit change with nearly
everything.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import cycle

from articlex import extract
from articlex.options import FormName
from articlex.read.decoding.encoding import decode
from articlex_lab.checks.metamorphic.differences import FIELDS, Difference, compared
from articlex_lab.checks.metamorphic.html_changes import FORMS, SPELLINGS
from articlex_lab.checks.metamorphic.text_changes import CHANGES, LENGTHENING
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import Record, chosen
from articlex_lab.corpora.flatteners import FLATTENERS, flatten
from articlex_lab.tables import render

#: Flatteners that wrap lines, whose widths a change must not alter.
WRAPPING = ("w3m", "lynx", "html2text")

Changes = Mapping[str, Callable[[str], str | bytes]]
HTML: Changes = {**SPELLINGS, **FORMS}


def html_differences(record: Record, changes: Changes) -> Iterator[tuple[str, Difference]]:
    """What each change does to a page of HTML; nothing for those that leave its source as it is."""
    data = record.read()
    return _differences(data, decode(data, None).text, changes, record.name, "html", record.url)


def text_differences(record: Record, flattener: str, changes: Changes) -> Iterator[tuple[str, Difference]]:
    """What each change does to a page that ``flattener`` has made text of; nothing for those that leave it as
    it is."""
    text = flatten(record, flattener)
    if flattener in WRAPPING:
        changes = {name: change for name, change in changes.items() if name not in LENGTHENING}
    return _differences(text, text, changes, f"{record.name} {flattener}", "text")


def _differences(
    original: str | bytes, source: str, changes: Changes, page: str, form: FormName, url: str | None = None
) -> Iterator[tuple[str, Difference]]:
    before = extract(original, form=form, url=url)
    for name, change in changes.items():
        changed = change(source)
        if changed != source:
            yield name, compared(page, before, extract(changed, form=form, url=url))


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
    options = parser.parse_args()
    known = HTML if options.form == "html" else CHANGES
    changes = {name: change for name, change in known.items() if re.search(options.changes, name)}
    flatteners = cycle(options.flatteners.split(","))
    found: dict[str, list[Difference]] = {}
    for record in chosen(options.corpora, options.sample):
        of_text = partial(text_differences, flattener=next(flatteners))
        differences = html_differences if options.form == "html" else of_text
        for name, one in differences(record, changes=changes):
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
