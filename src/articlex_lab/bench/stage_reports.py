"""The command line of the reports on stages, which take pages with gold text in one form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable

from articlex.page import Form
from articlex_lab.corpora.annotated import Record, load, sample

#: Gives the lines of a report on pages in one form, which names so many of the worst things that it finds.
Report = Callable[[Iterable[Record], Form, int], Iterable[str]]


def print_report(report: Report, about: str, worst: str) -> None:
    """Print what ``report`` says of the pages that the command line asks for.

    ``about`` and ``worst`` are texts of the help: on the command, and on its option ``--worst``.
    """
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--form", choices=[form.value for form in Form], default="html")
    parser.add_argument("--pages", type=int, default=20, help="pages of each kind")
    parser.add_argument("--worst", type=int, default=0, help=worst)
    parser.add_argument("--language", help="pages in this language alone, as the corpus names it")
    options = parser.parse_args()
    records = [record for record in load(options.corpora) if record.text]
    if options.language:
        records = [record for record in records if record.lang == options.language]
    for line in report(sample(records, options.pages), Form(options.form), options.worst):
        sys.stdout.write(line + "\n")
