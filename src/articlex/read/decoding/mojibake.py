"""Text that reached us as characters which another program had decoded by the wrong table ("mojibake").

Programs that flatten pages, and callers that pass a page as ``str``, have decoded its bytes already, and
where they knew no charset they took them for Latin-1 (RFC 2616 had it so). The table is undone where what it
gave is no language: bytes that were UTF-8 are still valid UTF-8, which other text practically never is
(Duerst, "The Properties and Promises of UTF-8", 1997), and letters of another script come out as words of
accented capitals and signs alone.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from typing import NamedTuple

from articlex.read.decoding.beyond_ascii import beyond_ascii
from articlex.read.decoding.charset import codec_of, declared_label
from articlex.read.decoding.double_encoding import (
    LEAST_HIGH,
    MOST_RARE,
    OTHER_LETTER,
    TAKEN_FOR,
    rare_share,
)
from articlex.regex import regex

#: Characters in UTF-8 from which on it is no chance that a text is made of nothing else.
LEAST_CHARACTERS = 3
#: Tables that are undone one after the other: a page can have been through two programs.
MOST_TABLES = 3
#: Share of the characters beyond ASCII from which on a page may be in another script. In running German and
#: French it is about 0.04.
_LEAST_SHARE = 0.06
#: Characters beyond ASCII that the tables have in a row, as no language has them.
_RUN = regex("[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{4,}")
#: Share of the characters beyond ASCII that stand in such runs.
_LEAST_IN_RUNS = 0.7
#: Share of the characters beyond ASCII that the table may lack: entities, and what a program added.
_MOST_FOREIGN = 0.3
#: Share of the letters that may be lost, as the table had none for some bytes.
_MOST_LOST = 0.02
#: Good characters of UTF-8 for each that was lost.
_GOOD_PER_LOST = 4
_LOST = "\ufffd"
#: What programs put where windows-1252 or windows-1251 has no character, and the byte that it stands for.
_BYTE = {char: char.encode("latin-1") for char in "\x81\x8d\x8f\x90\x98\x9d"} | {_LOST: b"\xff"}
_UNDEFINED = frozenset(_BYTE)
#: Where programs know no charset they take bytes for windows-1251 in Russia. By it Cyrillic in UTF-8 has one
#: of these two capitals before each other character, and a dash or quotation mark begins with the pair below.
_CYRILLIC_TABLE = "cp1251"
_CAPITALS, _MARK = "РС", "вЂ"
#: So many of them, and such a share of the characters beyond ASCII. In running Russian it is about 0.01.
_LEAST_CAPITALS, _CAPITALS_SHARE = 6, 0.3
#: What is one character in UTF-8 is two or more beside each other by the wrong table, of which the first is
#: a letter with an accent. Few pages have three such pairs; the others are asked no more.
_BESIDE = regex("[\xc0-\xff][^\x00-\x7f]+")
#: Characters beyond ASCII with the spaces between them and what the patterns below ask for behind them.
_STRETCH = regex("[^\x00-\x7f](?:[^\x00-\x7f]| (?=[^\x00-\x7f]))*(?:\n| [.,)]?)?")
#: What is left of a no-break space, of an "à", which ends many words, and of other letters.
_SPACES = (
    (regex(rb"\xc2(?=[ \n])"), b""),
    (regex(rb"\xc3 (?=[.,)])"), b"\xc3\xa0"),
    (regex(rb"\xc3(?=[ \n])"), b"\xc3\xa0"),
    (regex(rb"([\xc4-\xdf]|[\xe0-\xef][\x80-\xbf]) "), b"\\1\xa0"),
)
#: A character of UTF-8, or a no-break space by itself, which was an entity.
_OR_SPACE = regex(
    rb"([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})|\xa0", re.DOTALL
)


class Bytes(NamedTuple):
    """A text by one table: stretches of bytes, and between them characters that the table lacks."""

    parts: list[bytes | str]

    def decoded(self, codec: str, errors: str = "replace") -> str:
        """The text that the bytes are in ``codec``. Raises UnicodeDecodeError with ``errors`` "strict"."""
        return "".join(part if isinstance(part, str) else part.decode(codec, errors) for part in self.parts)

    def strictly(self, codec: str) -> str | None:
        """The text that the bytes are in ``codec``; None if they are not valid in it."""
        try:
            return self.decoded(codec, "strict")
        except UnicodeDecodeError:
            return None

    def with_spaces_mended(self) -> Bytes:
        """The same with the no-break spaces in order.

        Some were bytes 0xA0 of UTF-8 and became plain ones, some are no part of the UTF-8.
        """
        return Bytes([part if isinstance(part, str) else _spaces_mended(part) for part in self.parts])

    @property
    def foreign(self) -> int:
        """How many characters the table lacks."""
        return sum(len(part) for part in self.parts if isinstance(part, str))

    @property
    def data(self) -> bytes:
        """The bytes."""
        return b"".join(part for part in self.parts if isinstance(part, bytes))


def _spaces_mended(data: bytes) -> bytes:
    for pattern, meant in _SPACES:
        data = pattern.sub(meant, data)
    return _OR_SPACE.sub(lambda found: found[1] or b"\xc2\xa0", data)


def restore(text: str) -> tuple[str, str] | None:
    """The text that was meant and the codec that it had been in; None where ``text`` is as it was written."""
    found: tuple[str, str] | None = None
    for _ in range(MOST_TABLES):
        cyrillic = _from_cyrillic(text)
        if cyrillic is not None:
            found = cyrillic, "utf-8"
            text = cyrillic
            continue
        if sum(map(len, _BESIDE.findall(text))) < 2 * LEAST_CHARACTERS:
            break
        high = beyond_ascii(text)
        step = None if OTHER_LETTER.search(high) else _restored(text, high)
        if step is None:
            break
        found, text = step, step[0]
    return found


def _from_cyrillic(text: str) -> str | None:
    """The text that was meant, where its UTF-8 was taken for windows-1251; None where it was not."""
    signs = sum(map(text.count, _CAPITALS)) + 2 * text.count(_MARK)
    if signs < _LEAST_CAPITALS:
        return None
    high = beyond_ascii(text)
    if signs < _CAPITALS_SHARE * len(high):
        return None
    found = _by_table(text, Counter(high), _CYRILLIC_TABLE)
    return found and _as_utf8(found, high.count(_LOST))


def _restored(text: str, high: str) -> tuple[str, str] | None:
    """``text`` without one table; ``high`` are its characters beyond ASCII."""
    counts = Counter(high)
    lost = high.count(_LOST)
    stretches = "a".join(_STRETCH.findall(text))  # most pages are ASCII, of which the tables say nothing
    for table in TAKEN_FOR:
        part = _by_table(stretches, counts, table)
        if part is None or _as_utf8(part, lost) is None:
            continue
        whole = _by_table(text, counts, table)
        meant = _as_utf8(whole, lost) if whole is not None else None
        if meant is not None:
            return meant, "utf-8"
    if len(high) < max(LEAST_HIGH, _LEAST_SHARE * len(text)):
        return None
    in_runs = sum(map(len, _RUN.findall(text)))
    if in_runs < max(LEAST_HIGH, _LEAST_IN_RUNS * len(high)) or lost > _MOST_LOST * len(high):
        return None
    by_tables = [found for table in TAKEN_FOR if (found := _by_table(text, counts, table))]
    readings = list(chain.from_iterable(map(_readings, by_tables)))
    if not readings:
        return None
    _, meant, codec = min(readings, key=lambda reading: reading[0])
    return meant, codec


def _as_utf8(found: Bytes, lost: int) -> str | None:
    """The text if the bytes are UTF-8, but for characters that the table had lost."""
    meant = found.strictly("utf-8")  # fails at the first accent of a text that is as it was
    if meant is None:
        found = found.with_spaces_mended()
        meant = found.strictly("utf-8")
    if meant is None:
        if not lost:
            return None
        meant = found.decoded("utf-8")
    good = len(beyond_ascii(meant)) - found.foreign
    bad = meant.count(_LOST)
    # A lost byte can make its neighbour a broken one.
    is_utf8 = bad <= 2 * lost and good - bad >= max(LEAST_CHARACTERS, found.foreign, _GOOD_PER_LOST * bad)
    return meant if is_utf8 else None


def _readings(found: Bytes) -> list[tuple[float, str, str]]:
    """The text in the charset that it declares, if it does, and as detected, where that reads as text.

    The share of letters outside the charset's core, the text, and the codec.
    """
    from articlex.read.decoding.detection import detect, plausible

    label = declared_label(found.data)
    readings = []
    for codec in dict.fromkeys((codec_of(label) if label else None, detect(found.data))):
        if codec is None or codec == "utf-8":
            continue
        meant = found.decoded(codec)
        others = len(OTHER_LETTER.findall(meant))
        if others < LEAST_HIGH / 2 or meant.count(_LOST) > _MOST_LOST * others or not plausible(meant, codec):
            continue
        rare = rare_share(meant, codec)
        if rare <= MOST_RARE:
            readings.append((rare, meant, codec))
    return readings


def _by_table(text: str, counts: Counter[str], table: str) -> Bytes | None:
    """``text``, of whose characters beyond ASCII these are the counts, by a table; None if it lacks many.

    The bytes that windows-1252 has no character for are C1 controls; what was lost becomes 0xFF.
    """
    lacking = {char for char in counts if not char.encode(table, "ignore")}
    if not lacking:
        return Bytes([text.encode(table)])
    foreign = lacking - _UNDEFINED
    if sum(counts[char] for char in foreign) > _MOST_FOREIGN * counts.total():
        return None
    stretches = re.split(f"([{re.escape(''.join(sorted(foreign)))}])", text) if foreign else [text]
    return Bytes([each if each in foreign else _encoded(each, table) for each in stretches])


def _encoded(text: str, table: str) -> bytes:
    """The bytes of ``text`` by a table that lacks only characters that stand for a byte."""
    parts = re.split(f"([{''.join(_BYTE)}])", text)
    return b"".join(_BYTE.get(part) or part.encode(table) for part in parts)
