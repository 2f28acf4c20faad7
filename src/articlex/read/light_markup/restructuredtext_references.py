"""What the references of reStructuredText stand for: addresses, words of substitutions, numbers of notes
(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-targets)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import count

from articlex.read.light_markup.rows import set_in
from articlex.regex import regex

#: A target, ".. _name: https://...", whose address may stand on the next row.
_TARGET = regex(r"\.\. _(?:`([^`]{1,80})`|([^:`]{1,80})):(?: +(\S.*))?\Z")
_WEB = ("http://", "https://", "mailto:", "ftp://", "/", "./", "../")
#: References: "name_", "`a name`_"; "`words <name_>`_".
_NAMED = regex(r"(?<![\w:`])(?:`([^`<>\n]{1,80})`|([A-Za-z][\w.-]{0,60}?))_(?![\w_`])")
_EMBEDDED = regex(r"`([^`<>]{1,80}?)\s*<([^`<>\n]{1,80})_>`__?")
#: Characters of the longest words or address that are put in the place of a reference: a page of references
#: to long ones would grow without end.
_LONGEST = 400
_REPLACED = regex(r"\.\. \|([^\s|][^|]{0,80})\| (replace|image):: +(.+)\Z")
#: A row of nothing but substitutions, which are pictures such as badges, and a substitution.
SUBSTITUTION = regex(r"\|[^\s|][^|]{0,80}\|_{0,2}")
_ALTERNATIVE = regex(r" +:alt: +(\S.*)")
_STANDARDS = regex(r":(pep|rfc):`(\d{1,5})`", re.IGNORECASE)
#: A note with a number; one that gets its number by its place, and a reference to such a one.
_NUMBERED, _COUNTED, _SIGN = regex(r"\.\. \[(\d{1,4})\]"), regex(r"\.\. \[#\] "), regex(r"\[#\]_")


def linked(rows: Sequence[str]) -> list[str]:
    """``rows`` with what their references stand for: an address behind each that names a target, "name_" →
    "`name <https://...>`_", the words for a substitution, a number for a note without a name."""
    targets = dict(_targets(rows))
    words = {name: text for name, text in _words(rows) if len(text) <= _LONGEST}

    def named(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        address = targets.get(_folded(name))
        return f"`{name} <{address}>`_" if address else found[0]

    def embedded(found: re.Match[str]) -> str:
        address = targets.get(_folded(found[2]))
        return f"`{found[1]} <{address}>`_" if address else f"`{found[1]}`"

    rows = [_NAMED.sub(named, _EMBEDDED.sub(embedded, row)) if "_" in row else row for row in rows]
    if words:
        rows = [
            row
            if not SUBSTITUTION.sub("", row).strip()
            else SUBSTITUTION.sub(lambda sign: words.get(sign[0].strip("|_"), sign[0]), row)
            for row in rows
        ]
    return _with_numbers([_STANDARDS.sub(_standard, row) for row in rows])


def _targets(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names of targets with their addresses on the web."""
    for place, row in enumerate(rows):
        if found := _TARGET.match(row.rstrip()):
            below = rows[place + 1 : set_in(rows, place + 1, 0)]
            address = found[3] or "".join(each.strip() for each in below)
            if address.startswith(_WEB) and len(address) <= _LONGEST:
                yield _folded(found[1] or found[2]), address


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _words(rows: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names of substitutions with their words; those of a picture are its alternative text."""
    for place, row in enumerate(rows):
        if not (found := _REPLACED.match(row.rstrip())):
            continue
        below = rows[place + 1 : set_in(rows, place + 1, 0)]
        if found[2] == "replace":
            yield found[1], " ".join((found[3], *(each.strip() for each in below)))
        else:
            yield found[1], next((shown[1] for each in below if (shown := _ALTERNATIVE.match(each))), "")


def _standard(found: re.Match[str]) -> str:
    number = int(found[2])
    if found[1].casefold() == "pep":
        return f"`PEP {number} <https://peps.python.org/pep-{number:04}>`_"
    return f"`RFC {number} <https://datatracker.ietf.org/doc/html/rfc{number}.html>`_"


def _with_numbers(rows: Sequence[str]) -> list[str]:
    """``rows`` with numbers in place of the "#" of notes and of references to them."""
    taken = {found[1] for row in rows if (found := _NUMBERED.match(row))}
    notes, signs = (filter(lambda number: number not in taken, map(str, count(1))) for _ in range(2))
    return [
        f".. [{next(notes)}]{row[found.end() - 1 :]}"
        if (found := _COUNTED.match(row))
        else _SIGN.sub(lambda sign: f"[{next(signs)}]_", row)
        for row in rows
    ]
