"""What changes where a page of the corpora is written differently.

    python -m articlex_lab.checks.metamorphic.run [--pages 150] [--only name,name] [--worst 5]

Takes pages spread evenly over the corpora, and prints a row for each change, those that do most first: the
share of the pages whose body is another one (word F1 below 0.98), the mean word F1 of the bodies before and
after, and the shares with another title, other authors, another day and another language; and the worst
pages. The scorer sees tags and their order, so a few pages near its limit change with nearly everything.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from statistics import mean
from typing import NamedTuple

from articlex import extract
from articlex.article import Article
from articlex.read.decoding.encoding import decode
from articlex_lab.checks.metamorphic.rewriting import FORMS, SPELLINGS
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import load
from articlex_lab.scores.metrics import word_score
from articlex_lab.tables import render

#: Below this word F1 a body counts as another one.
_SAME = 0.98
_FACTS = ("title", "authors", "date_published", "language")
_SPACES = str.maketrans({"\xa0": " ", "\xad": "", "\u200b": ""})


class Difference(NamedTuple):
    """What a change does to one page: word F1 of the two bodies, and the facts that differ."""

    f1: float
    facts: tuple[str, ...]
    name: str


def difference(before: Article, after: Article, name: str) -> Difference:
    """How ``after`` differs from ``before``, both extracted from the page called ``name``."""
    bodies = [article.text.translate(_SPACES) for article in (before, after)]
    f1 = 1.0 if bodies[0] == bodies[1] else word_score(*bodies).f1
    facts = [fact for fact in _FACTS if _plain(getattr(before, fact)) != _plain(getattr(after, fact))]
    return Difference(f1, tuple(facts), name)


def _plain(value: object) -> str:
    return str(value).translate(_SPACES)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--only", default="")
    parser.add_argument("--worst", type=int, default=5)
    arguments = parser.parse_args()
    changes: dict[str, Callable[[str], str | bytes]] = {**SPELLINGS, **FORMS}
    if arguments.only:
        changes = {name: changes[name] for name in arguments.only.split(",")}
    found: dict[str, list[Difference]] = {name: [] for name in changes}
    records = load()
    for number in range(arguments.pages):
        record = records[number * len(records) // arguments.pages]
        data = record.read()
        before, source = extract(data, url=record.url), decode(data, None).text
        for name, change in changes.items():
            written = change(source)
            if written != source:
                found[name].append(difference(before, extract(written, url=record.url), record.name))
    print_all(found, arguments.worst)


def print_all(found: dict[str, list[Difference]], worst: int) -> None:
    """Print the table, and the ``worst`` pages of each change that changes any."""
    rows = []
    for name, pages in found.items():
        if pages:
            shares = [mean(each.f1 < _SAME for each in pages), mean(each.f1 for each in pages)]
            shares += [mean(fact in each.facts for each in pages) for fact in _FACTS]
            rows.append([name, str(len(pages)), *(f"{share:.3f}" for share in shares)])
    rows.sort(key=lambda row: row[2], reverse=True)
    sys.stdout.write(render(("change", "pages", "body", "F1", *_FACTS), rows) + "\n")
    for name, *_ in rows:
        for each in sorted(found[name])[:worst]:
            if each.f1 < _SAME or each.facts:
                sys.stdout.write(f"{name}: {each.name} {each.f1:.3f} {' '.join(each.facts)}\n")


if __name__ == "__main__":
    run_command(main)
