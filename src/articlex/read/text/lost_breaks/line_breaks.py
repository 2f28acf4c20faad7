"""Whether a text has lost its line breaks, as ``" ".join(text.split())`` makes it."""

from __future__ import annotations

from articlex.read.text.lines import normalised
from articlex.read.text.scripts import dense_characters

#: A longer line, in letters, may be a page that was flattened to one. The shares of the text that the longest
#: of them and all of them hold, if it is; without a blank line the longest is enough. Of 3,736 pages that
#: other flatteners print line by line 6 pass, of those in one line 98 %, and 91 % of those by
#: ``get_text(" ", strip=True)``, which keeps the line breaks inside of paragraphs.
_LONG, _LONGEST, _ALL_LONG = 1000, 1 / 3, 0.8
#: Letters that a character of a script without spaces between words is worth.
_DENSE = 2
_BLANK = "\n\n"


def with_line_breaks(text: str) -> str | None:
    """``text`` with a line break wherever a line of the page seems to have ended; None if there is nothing to
    put back, as it has lines or is one paragraph."""
    if max(map(len, text.split("\n"))) <= _LONG / _DENSE:
        return None
    text = normalised(text).strip()
    sizes = [_size(line) for line in text.split("\n")]
    long, size = sum(size for size in sizes if size > _LONG), sum(sizes)
    most = min(sizes) > 0 or long >= _ALL_LONG * size
    if not most or max(sizes) < max(_LONG, _LONGEST * size):
        return None
    # Imported here, because nearly all texts have their lines.
    from articlex.read.text.lost_breaks.parting import parted

    parts = _parts(text)
    above = parts[0][0] if not parts[0][1] else ""
    made = _BLANK.join(parted(part, above) if is_lost else part for part, is_lost in parts)
    return made if made != text else None


def _parts(text: str) -> list[tuple[str, bool]]:
    """The part of a text that has lost its line breaks, and what stands above and below it, behind a blank
    line: the lines of a program that has kept the page, say, or its title. With each, whether it is the one.
    """
    parts = text.split(_BLANK)
    sizes = [_size(part) for part in parts]
    spare = (1 - _ALL_LONG) * sum(sizes)
    first, end = 0, len(parts)
    while sizes[first] <= spare:
        spare -= sizes[first]
        first += 1
    while sizes[end - 1] <= spare:
        spare -= sizes[end - 1]
        end -= 1
    marked = [(part, False) for part in parts]
    marked[first:end] = [(_BLANK.join(parts[first:end]), True)]
    return marked


def _size(line: str) -> int:
    """The size of a line in letters, without the spaces by which programs set out columns."""
    shown = " ".join(line.split())
    return len(shown) + (_DENSE - 1) * dense_characters(shown)
