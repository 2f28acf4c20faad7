"""Line numbers before each line of a text, as ``cat -n``, ``nl``, ``grep -n`` and editors print them."""

from __future__ import annotations

from itertools import pairwise

from articlex.regex import regex

#: The number, and what separates it from the line.
_NUMBER = regex(r" {0,8}(\d{1,6})(\t|:| ?[│|] ?| (?: (?=\S))?|$)")
#: Lines of the shortest such text, and the width to which ``cat`` and ``nl`` pad numbers.
_LEAST, _COLUMNS = 5, 6


def without_line_numbers(source: str) -> str:
    """``source`` without its line numbers; unchanged if a line has none, or they do not count on by one.

    A list or a ranking may be numbered as well. So either blank lines must have numbers too, or the numbers
    must be padded and followed by a tab; lines that are blank altogether are passed over, as ``nl`` does.
    """
    if not _NUMBER.match(source.lstrip("\r\n")):
        return source
    rows = source.split("\n")
    shown = [row.rstrip("\r") for row in rows if row.strip()]
    found = [match for row in shown if (match := _NUMBER.match(row))]
    numbers = [int(match[1]) for match in found]
    if len(found) < max(_LEAST, len(shown)) or any(b != a + 1 for a, b in pairwise(numbers)):
        return source
    has_blank = any(not row[match.end() :].strip() for row, match in zip(shown, found, strict=True))
    is_padded = all(match[2] == "\t" and match.end(1) >= _COLUMNS for match in found)
    if not has_blank and not is_padded:
        return source
    return "\n".join([row[match.end() :] if (match := _NUMBER.match(row)) else "" for row in rows])
