"""Whether the article stays the same when raw page text is changed in ways that say nothing of it.

``python -m articlex_lab.checks.metamorphic_text`` flattens annotated pages, changes each text in every way of
:mod:`articlex_lab.checks.text_changes`, and prints for each change on which share of the pages the body, the
title, the authors, the day or the language came out differently, the worst change first. ``--pages`` names
the pages whose bodies differ most. Gold is not looked at: what is wrong before and after is no difference.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlex.article import Article
from articlex.extraction import extract
from articlex_lab.checks.text_changes import CHANGES, LENGTHENING
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import Record, chosen
from articlex_lab.corpora.flatteners import FLATTENERS, flatten
from articlex_lab.scores.metrics import word_score
from articlex_lab.tables import render

#: A body below this word F1 to the one before counts as another; a word or two of a page are no matter.
SAME = 0.98
FIELDS = ("body", "title", "authors", "day", "language")
#: Flatteners that wrap lines, whose widths a change must not alter.
WRAPPING = ("w3m", "lynx", "html2text")
#: What a change adds to the words of an article, and what only parts a word.
_ADDED = re.compile(r"\(?<?https?://[^\s()<>\]]*[)>]?|\[\d+\]|[_\xad\u200b]")


class Difference(NamedTuple):
    """What a change did to one page: the word F1 of the body, and the fields that are different."""

    page: str
    f1: float
    fields: frozenset[str]


def compared(page: str, before: Article, after: Article) -> Difference:
    """How the article ``after`` a change differs from the one ``before``."""
    f1 = word_score(_plain(before.text), _plain(after.text)).f1
    fields = {"body"} if f1 < SAME else set()
    fields.update(name for name in FIELDS[1:] if _value(before, name) != _value(after, name))
    return Difference(page, f1, frozenset(fields))


def _value(article: Article, field: str) -> str:
    values = {
        "title": article.title,
        "authors": ", ".join(article.authors),
        "day": (article.date_published or "")[:10],
        "language": article.language,
    }
    return " ".join(re.findall(r"\w+", _plain(values[field] or "")))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", _ADDED.sub("", text))


def differences(record: Record, flattener: str, names: Sequence[str]) -> Iterator[tuple[str, Difference]]:
    """What each of the named changes does to a page; nothing for those that leave its text as it is."""
    text = flatten(record, flattener)
    before = extract(text, form="text")
    for name in names:
        changed = CHANGES[name](text)
        if changed != text and not (flattener in WRAPPING and name in LENGTHENING):
            yield name, compared(f"{record.name} {flattener}", before, extract(changed, form="text"))


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
    parser.add_argument("--corpora", help="names, separated by commas (default: all)")
    parser.add_argument(
        "--sample", type=int, default=2, metavar="N", help="pages of a kind and corpus; 0: all"
    )
    parser.add_argument("--flatteners", default=",".join(FLATTENERS), help="names; they take turns")
    parser.add_argument("--changes", default="", help="a pattern that is searched in their names")
    parser.add_argument("--pages", type=int, default=0, metavar="N", help="print the N worst of each change")
    options = parser.parse_args()
    names = [name for name in CHANGES if re.search(options.changes, name)]
    flatteners = options.flatteners.split(",")
    found: dict[str, list[Difference]] = {}
    for place, record in enumerate(chosen(options.corpora, options.sample)):
        for name, one in differences(record, flatteners[place % len(flatteners)], names):
            found.setdefault(name, []).append(one)
    rows = sorted((row(name, found[name]) for name in found), key=lambda cells: cells[2], reverse=True)
    sys.stdout.write(render(("change", "pages", "differ", "F1 lost", *FIELDS), rows) + "\n")
    for name, *_ in rows if options.pages else ():
        different = (one for one in found[name] if one.fields)
        for one in sorted(different, key=lambda one: one.f1)[: options.pages]:
            sys.stdout.write(f"{name}: {one.page} {one.f1:.3f} {' '.join(sorted(one.fields))}\n")


if __name__ == "__main__":
    run_command(main)
