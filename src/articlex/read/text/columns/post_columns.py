"""Posts of a forum with their posters in a column beside the text, as w3m prints a table for each post.

Such a table has a column as wide as its longest word, and few lines of text beside it. So nothing but other
posts shows that it has columns: above each post is its date, and all posters' columns begin alike, with the
placeholder of the avatar.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from articlex.read.text.lines import Line, measured
from articlex.read.text.tables.gutters import BLANKS, by_column
from articlex.regex import regex

#: Fewest posts of a page; smallest indentation of the line with the date, and most characters of it.
_LEAST, _INDENT, _LONGEST = 2, 10, 60
#: Most columns of the terminal that posters take, and most lines of one poster.
_WIDEST, _MOST_LINES = 30, 8
_FIGURES, _WORDS = regex(r"\d+"), regex(r"[^\W\d_]+")


class _Post(NamedTuple):
    """Where a post begins, with its date, and ends; the words in the poster's column; the text."""

    start: int
    end: int
    poster: list[str]
    text: list[Line]


def with_posters_above(lines: list[Line]) -> list[Line]:
    """``lines`` with the poster of each post above its text instead of beside it."""
    heads = _heads(lines)
    if len(heads) < _LEAST:
        return lines
    posts = [post for start, end in pairwise([*heads, len(lines)]) if (post := _post(lines, start, end))]
    shared = _shared([post.poster for post in posts]) if len(posts) == len(heads) else 0
    if not shared or any(len(post.poster) == shared for post in posts):
        return lines
    done, shown = 0, list[Line]()
    for post in posts:
        shown += lines[done : post.start + 1]
        name = " ".join(post.poster[shared:])
        shown.append(measured(lines[post.start].number, name, name, 1))
        shown += post.text
        done = post.end
    return shown + lines[done:]


def _heads(lines: Sequence[Line]) -> list[int]:
    """The places of the lines with the posts' dates: indented, and all alike but for figures and words."""
    shapes = {
        place: _WORDS.sub("a", _FIGURES.sub("0", line.text))
        for place, line in enumerate(lines)
        if line.gap and line.indent >= _INDENT and len(line.text) <= _LONGEST and _FIGURES.search(line.text)
    }
    usual = Counter(shapes.values()).most_common(1)
    return [place for place, shape in shapes.items() if shape == usual[0][0]]


def _shared(posters: Sequence[Sequence[str]]) -> int:
    """How many words all posters' columns begin with."""
    columns = zip(*posters, strict=False)
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, columns))


def _post(lines: Sequence[Line], head: int, limit: int) -> _Post | None:
    """The post below the date at ``head``, up to ``limit`` or the first line that does not fit its columns;
    None if there are no columns."""
    start = head + 1
    shown = [by_column(line) for line in lines[start:limit]]
    size, edge = _columns(shown)
    if not edge:
        return None
    poster = ["".join(row[: edge - 1]).strip() for row in shown[:size]]
    size = _end(lines[start : start + size], poster)
    text = list(_beside(lines[start : start + size], shown[:size], edge))
    is_narrow = 0 < sum(map(bool, poster[:size])) <= _MOST_LINES
    words = " ".join(poster[:size]).split()
    return _Post(head, start + size, words, text) if is_narrow and text else None


def _columns(shown: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many rows from the first on have a column of text beside one at the margin, and where that begins;
    0 and 0 if there are no columns."""
    used: set[int] = set()
    size, edge = 0, 0
    for place, row in enumerate(shown):
        used |= {at for at, sign in enumerate(row) if sign not in BLANKS}
        found = next((at for at in range(2, _WIDEST + 1) if at in used and at - 1 not in used), 0)
        if found:
            size, edge = place + 1, found
        elif size:
            break
    return (size, edge) if 0 in used else (0, 0)


def _end(lines: Sequence[Line], poster: Sequence[str]) -> int:
    """Where a post ends: before any text in the poster's column that is not right below its first lines."""
    first = next((place for place, text in enumerate(poster) if text), len(poster))
    last = first
    while last + 1 < len(poster) and poster[last + 1] and not lines[last + 1].gap:
        last += 1
    return next((place for place in range(last + 1, len(poster)) if poster[place]), len(poster))


def _beside(lines: Sequence[Line], rows: Sequence[Sequence[str]], edge: int) -> Iterator[Line]:
    """The lines of a post's text, without the poster's column."""
    gap = 1
    for line, row in zip(lines, rows, strict=True):
        raw = "".join(row[edge:]).rstrip()
        gap += line.gap
        if raw.strip():
            yield measured(line.number, raw, " ".join(raw.split()), gap)
            gap = 0
        else:
            gap += 1
