"""Permalinks beside headings, which no reader wants: "Installation ¶"."""

from __future__ import annotations

from articlex.page import Run
from articlex.regex import regex

#: Where a link to the top of the page or to its contents goes, of which HTML itself knows "#top".
_TOP = regex(r"(?i)#(?:page[_-]?)?(?:top|toc)(?:[_-][\w-]*)?")


def without_permalink(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a heading without the permalink at either end; as they are if nothing else has text.

    Documentation and blogs print one beside each heading ("¶", "#", "🔗"), others a link to the top ("top").
    """
    first, last = 0, len(runs)
    if _is_permalink(runs[0]) and (last < 2 or runs[1].href != runs[0].href):
        first += 1
    if last > first and _is_permalink(runs[-1]) and (last < 2 or runs[-2].href != runs[-1].href):
        last -= 1
    while first < last and runs[first].text == " ":
        first += 1
    while last > first and runs[last - 1].text == " ":
        last -= 1
    kept = runs[first:last]
    return kept if any(run.text.strip() for run in kept) else runs


def _is_permalink(run: Run) -> bool:
    if not run.href or run.href[0] != "#" or run.src is not None:
        return False
    return not any(map(str.isalnum, run.text)) or _TOP.fullmatch(run.href) is not None
