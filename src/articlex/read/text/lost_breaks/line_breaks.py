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

    made = parted(text)
    return made if made != text else None


def _size(line: str) -> int:
    """The size of a line in letters, without the spaces by which programs set out columns."""
    shown = " ".join(line.split())
    return len(shown) + (_DENSE - 1) * dense_characters(shown)
