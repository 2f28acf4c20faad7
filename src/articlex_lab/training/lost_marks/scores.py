"""How many headings and items of lists trees find in flattened articles, and how many of those are such."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any

from articlex.lost_marks.headings import LONGEST
from articlex.lost_marks.lists import likely_lists
from articlex.lost_marks.runs import runs
from articlex_lab.training.lost_marks.pages import Example, Said

#: The share of the items of a list from which on it is found, or is one.
_MOSTLY = 0.8


def heading_scores(pages: Sequence[Example], odds: Sequence[Any], likely: float) -> dict[str, float]:
    """Shares of the headings of the articles: those that are found, by the reader alone and with the trees;
    and of what is found those that are headings. Paragraphs in bold count as neither."""
    counts: Counter[str] = Counter()
    for page, each in zip(pages, odds, strict=True):
        counts["read"] += page.read
        counts["read right"] += page.read_right
        for said, odd, size in zip(page.said, each, page.sizes, strict=True):
            counts[f"{said.name} found"] += bool(odd > likely) and size <= LONGEST
            counts[said.name] += 1
    right = counts[f"{Said.HEADING.name} found"]
    wrong = counts[f"{Said.OTHER.name} found"] + counts[f"{Said.ITEM.name} found"]
    all_headings = max(1, counts["read right"] + counts[Said.HEADING.name])
    shares = {
        "recall, reader": counts["read right"] / all_headings,
        "recall": (counts["read right"] + right) / all_headings,
        "precision, reader": counts["read right"] / max(1, counts["read"]),
        "precision, trees": right / max(1, right + wrong),
        "bold found": counts[f"{Said.BOLD.name} found"] / max(1, counts[Said.BOLD.name]),
    }
    return {name: round(share, 4) for name, share in shares.items()}


def list_scores(pages: Sequence[Example], odds: Sequence[Any], likely: float) -> dict[str, float]:
    """Of the items, and of the lists with two and more of them right below each other, the shares that are
    found; of what is found those that are such. A list is found, or is one, if four fifths of it are. Lines
    of which the HTML says nothing count as neither."""
    counts: Counter[str] = Counter()
    for page, each in zip(pages, odds, strict=True):
        lists = likely_lists(page.lines, each.tolist(), likely)
        found = {place for places in lists for place in places}
        items = {place for place, said in enumerate(page.said) if said is Said.ITEM}
        known = {place for place, said in enumerate(page.said) if said is not Said.NOTHING}
        counts["items"] += len(items)
        counts["found"] += len(found & known)
        counts["found items"] += len(found & items)
        stated = [list_ for list_ in _stretches(page, items.__contains__) if len(list_) > 1]
        counts["lists"] += len(stated)
        counts["lists found"] += sum(_is_most(list_, found) for list_ in stated)
        judged = [
            list_ for places in lists if len(list_ := [place for place in places if place in known]) > 1
        ]
        counts["judged"] += len(judged)
        counts["judged right"] += sum(_is_most(list_, items) for list_ in judged)
    shares = {
        "recall of items": counts["found items"] / max(1, counts["items"]),
        "precision of items": counts["found items"] / max(1, counts["found"]),
        "recall of lists": counts["lists found"] / max(1, counts["lists"]),
        "precision of lists": counts["judged right"] / max(1, counts["judged"]),
    }
    return {name: round(share, 4) for name, share in shares.items()}


def _stretches(page: Example, wanted: Callable[[int], bool]) -> Iterator[list[int]]:
    """The places of wanted lines that stand right below each other."""
    for run in runs(page.lines):
        for is_wanted, group in groupby(run, key=wanted):
            if is_wanted:
                yield list(group)


def _is_most(places: Sequence[int], wanted: set[int]) -> bool:
    return len(wanted.intersection(places)) >= _MOSTLY * len(places)
