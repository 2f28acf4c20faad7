"""What the references of reStructuredText stand for: addresses, words of substitutions, numbers of notes
(https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#hyperlink-targets)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, cycle

from articlex.read.light_markup.translation import set_in
from articlex.regex import regex

#: A target, ".. _name: https://...", whose address may stand on the next row, and one without a name.
_TARGET = regex(r"\.\. _(?:`([^`]{1,80})`|([^:`]{1,80})):(?: +(\S.*))?\Z")
_UNNAMED_TARGET = regex(r"(?:\.\. __:|__) +(\S+)\Z")
_WEB = ("http://", "https://", "mailto:", "ftp://", "/", "./", "../")
#: References: "name_", "`a name`_"; "`words <name_>`_"; "it__", to the next target without a name.
_NAMED = regex(r"(?<![\w:`])(?:`([^`<>\n]{1,80})`|([A-Za-z][\w.-]{0,60}?))_(?![\w_`])")
_EMBEDDED = regex(r"`([^`<>]{1,80}?)\s*<([^`<>\n]{1,80})_>`__?")
_UNNAMED = regex(r"(?<![\w:`])(?:`([^`<>\n]{1,80})`|([A-Za-z]\w{0,60}?))__(?![\w_`])")
#: How many targets may stand for each other in a row, and characters of the longest words or address that are
#: put in the place of a reference: a page of references to long ones would grow without end.
_LONGEST_CHAIN, _LONGEST = 5, 400
_REPLACED = regex(r"\.\. \|([^\s|][^|]{0,80})\| (replace|unicode|image):: +(.+)\Z")
#: A row of nothing but substitutions, which are pictures such as badges, and a substitution.
SUBSTITUTION = regex(r"\|[^\s|][^|]{0,80}\|_{0,2}")
_ALTERNATIVE = regex(r" +:alt: +(\S.*)")
#: A character by its number, in the ways in which a substitution may write it.
_CHARACTER = regex(r"(?:0x|x|\\x|U\+|u|\\u|&#x)([\dA-Fa-f]{1,6});?\Z")
_STANDARDS = regex(r":(pep|rfc):`(\d{1,5})`", re.IGNORECASE)
#: A note with a number; one that gets its number or symbol by its place, and a reference to such a one.
_NUMBERED, _COUNTED, _SIGN = regex(r"\.\. \[(\d{1,4})\]"), regex(r"\.\. \[([#*])\] "), regex(r"\[([#*])\]_")
_SYMBOLS = "*†‡§¶♠♥♦♣"


def linked(rows: Sequence[str]) -> list[str]:
    """``rows`` with what their references stand for: an address behind each that names a target, "name_" →
    "`name <https://...>`_", the words for a substitution, a number for a note without a name."""
    targets, unnamed = _targets(rows)
    words = {name: text for name, text in _words(rows) if len(text) <= _LONGEST}

    def named(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        address = _address(name, targets)
        return f"`{name} <{address}>`_" if address else found[0]

    def embedded(found: re.Match[str]) -> str:
        address = _address(found[2], targets)
        return f"`{found[1]} <{address}>`_" if address else f"`{found[1]}`"

    def next_one(found: re.Match[str]) -> str:
        address = next(addresses, "")
        return f"`{found[1] or found[2]} <{address}>`_" if address else found[0]

    rows = [_EMBEDDED.sub(embedded, row) if "_>" in row else row for row in rows]
    if targets:
        rows = [_NAMED.sub(named, row) for row in rows]
    if unnamed:
        addresses = iter(unnamed)
        rows = [row if _UNNAMED_TARGET.match(row) else _UNNAMED.sub(next_one, row) for row in rows]
    if words:
        rows = [
            row
            if not SUBSTITUTION.sub("", row).strip()
            else SUBSTITUTION.sub(lambda sign: words.get(sign[0].strip("|_"), sign[0]), row)
            for row in rows
        ]
    return _with_numbers([_STANDARDS.sub(_standard, row) for row in rows])


def _targets(rows: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """(what the names of targets stand for, an address or another name; the addresses without a name)."""
    targets: dict[str, str] = {}
    unnamed: list[str] = []
    for place, row in enumerate(rows):
        row = row.rstrip()
        if found := _UNNAMED_TARGET.match(row):
            unnamed.append(found[1])
        elif found := _TARGET.match(row):
            below = rows[place + 1 : set_in(rows, place + 1, 0)]
            address = found[3] or "".join(each.strip() for each in below)
            if 0 < len(address) <= _LONGEST:
                targets[_folded(found[1] or found[2])] = address
    return targets, unnamed


def _address(name: str, targets: Mapping[str, str]) -> str:
    """The address that ``name`` stands for, "" if it is none of the web."""
    for _ in range(_LONGEST_CHAIN):
        address = targets.get(_folded(name), "")
        if address.startswith(_WEB):
            return address
        name = address.removesuffix("_").strip("`")
    return ""


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
        elif found[2] == "unicode":
            yield found[1], "".join(map(_character, found[3].partition(" ..")[0].split()))
        else:
            yield found[1], next((shown[1] for each in below if (shown := _ALTERNATIVE.match(each))), "")


def _character(written: str) -> str:
    found = _CHARACTER.match(written)
    code = int(found[1], 16) if found else 0
    return chr(code) if 0x20 < code < 0x110000 else written


def _standard(found: re.Match[str]) -> str:
    number = int(found[2])
    if found[1].casefold() == "pep":
        return f"`PEP {number} <https://peps.python.org/pep-{number:04}>`_"
    return f"`RFC {number} <https://datatracker.ietf.org/doc/html/rfc{number}.html>`_"


def _with_numbers(rows: Sequence[str]) -> list[str]:
    """``rows`` with numbers in place of the "#" of notes and of references to them, and symbols for "*"."""
    taken = {found[1] for row in rows if (found := _NUMBERED.match(row))}
    notes, signs = (
        {"#": filter(lambda number: number not in taken, map(str, count(1))), "*": cycle(_SYMBOLS)}
        for _ in range(2)
    )
    return [
        f".. [{next(notes[found[1]])}]{row[found.end() - 1 :]}"
        if (found := _COUNTED.match(row))
        else _SIGN.sub(lambda sign: f"[{next(signs[sign[1]])}]_", row)
        for row in rows
    ]
