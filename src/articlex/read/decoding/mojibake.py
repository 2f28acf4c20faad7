"""Mojibake: text that another program has decoded with the wrong charset.

Programs that flatten pages, and callers that pass a page as ``str``, have decoded its bytes already, as
Latin-1 if they knew no charset (the default of RFC 2616). The text is encoded back with that charset, here
called the table, if it is in no language: bytes that were UTF-8 are still valid UTF-8, which other text
practically never is (Duerst, "The Properties and Promises of UTF-8", 1997), and letters of another script
have become words of nothing but accented capitals and signs.
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

#: Multi-byte characters of UTF-8 from which on their validity is no coincidence.
_LEAST_CHARACTERS = 3
#: Wrong tables that are undone one after the other: a page may have been through several programs.
_MOST_TABLES = 3
#: Least share of characters beyond ASCII in a page in another script; German and French have about 0.04.
_LEAST_SHARE = 0.06
#: A run of characters beyond ASCII that the tables have and no word of a language is made of.
_RUN = regex("[\x80-\xff\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{4,}")
#: Share of the characters beyond ASCII that stand in such runs.
_LEAST_IN_RUNS = 0.7
#: Share of the characters beyond ASCII that the table may lack: entities, and additions of a program.
_MOST_FOREIGN = 0.3
#: Share of the letters that may be lost (U+FFFD) because the table has no character for their bytes.
_MOST_LOST = 0.02
#: Valid multi-byte characters of UTF-8 needed for each lost one.
_GOOD_PER_LOST = 4
_LOST = "\ufffd"
#: What programs write for bytes that windows-1252 or windows-1251 leaves undefined, with the byte meant.
_BYTE = {char: char.encode("latin-1") for char in "\x81\x8d\x8f\x90\x98\x9d"} | {_LOST: b"\xff"}
_UNDEFINED = frozenset(_BYTE)
#: In Russia the default is windows-1251. Read with it, every Cyrillic letter in UTF-8 begins with one of
#: these two capitals, and every dash or quotation mark with the pair.
_CYRILLIC_TABLE = "cp1251"
_CAPITALS, _MARK = "РС", "вЂ"
#: Their least number, and least share of the characters beyond ASCII; Russian has about 0.01.
_LEAST_CAPITALS, _CAPITALS_SHARE = 6, 0.3
#: Read with the wrong table, a character of UTF-8 is an accented letter followed by other characters beyond
#: ASCII. Few pages have three such sequences, which saves the test of all others.
_BESIDE = regex("[\xc0-\xff][^\x00-\x7f]+")
#: Characters beyond ASCII, with spaces between them and the context behind them that _SPACES need.
_STRETCH = regex("[^\x00-\x7f](?:[^\x00-\x7f]| (?=[^\x00-\x7f]))*(?:\n| [.,)]?)?")
#: Bytes whose neighbour 0xA0 has become a plain space or vanished, and what they were: a no-break space, an
#: "à" (the last letter of many words), another character.
_SPACES = (
    (regex(rb"\xc2(?=[ \n])"), b""),
    (regex(rb"\xc3 (?=[.,)])"), b"\xc3\xa0"),
    (regex(rb"\xc3(?=[ \n])"), b"\xc3\xa0"),
    (regex(rb"([\xc4-\xdf]|[\xe0-\xef][\x80-\xbf]) "), b"\\1\xa0"),
)
#: A run of valid UTF-8.
_VALID = regex(
    rb"((?:[\x00-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+)"
)
#: A multi-byte character of UTF-8, or a single byte 0xA0, which was an entity.
_OR_SPACE = regex(
    rb"([\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})|\xa0", re.DOTALL
)


class Bytes(NamedTuple):
    """A text encoded with a table: bytes, and between them the characters that the table lacks, as str."""

    parts: list[bytes | str]

    def decoded(self, codec: str, errors: str = "replace") -> str:
        """The text with its bytes decoded. Raises UnicodeDecodeError with ``errors="strict"``."""
        return "".join(part if isinstance(part, str) else part.decode(codec, errors) for part in self.parts)

    def as_utf8(self) -> str | None:
        """The text with its bytes decoded; None if they are no UTF-8."""
        try:
            return self.decoded("utf-8", "strict")
        except UnicodeDecodeError:
            return None

    def with_singles_apart(self, table: str) -> Bytes:
        """The same, of which the bytes that are no UTF-8 are characters of ``table``: those were entities,
        as "&copy;" in the footer, which a program reads rightly whatever charset it takes the page for."""
        parts: list[bytes | str] = []
        for part in self.parts:
            if isinstance(part, str):
                parts.append(part)
                continue
            for place, piece in enumerate(_VALID.split(part)):
                parts.append(piece if place % 2 else piece.decode(table, "replace"))
        return Bytes(parts)

    def with_spaces_mended(self) -> Bytes:
        """The same with its no-break spaces repaired.

        Some were the byte 0xA0 of a UTF-8 character and became plain spaces, others never were UTF-8.
        """
        return Bytes([part if isinstance(part, str) else _spaces_mended(part) for part in self.parts])

    @property
    def foreign(self) -> int:
        """The number of characters that the table lacks."""
        return sum(len(part) for part in self.parts if isinstance(part, str))

    @property
    def data(self) -> bytes:
        """The bytes alone."""
        return b"".join(part for part in self.parts if isinstance(part, bytes))


def _spaces_mended(data: bytes) -> bytes:
    for pattern, meant in _SPACES:
        data = pattern.sub(meant, data)
    return _OR_SPACE.sub(lambda found: found[1] or b"\xc2\xa0", data)


def restore(text: str) -> tuple[str, str] | None:
    """(text that was meant, codec of its bytes), or None if ``text`` is as it was written."""
    found: tuple[str, str] | None = None
    for _ in range(_MOST_TABLES):
        cyrillic = _from_cyrillic(text)
        if cyrillic is not None:
            found = cyrillic, "utf-8"
            text = cyrillic
            continue
        if sum(map(len, _BESIDE.findall(text))) < 2 * _LEAST_CHARACTERS:
            break
        high = beyond_ascii(text)
        step = None if OTHER_LETTER.search(high) else _restored(text, high)
        if step is None:
            break
        found, text = step, step[0]
    return found


def _from_cyrillic(text: str) -> str | None:
    """The text that was meant if UTF-8 was taken for windows-1251, else None."""
    signs = sum(map(text.count, _CAPITALS)) + 2 * text.count(_MARK)
    if signs < _LEAST_CAPITALS:
        return None
    high = beyond_ascii(text)
    if signs < _CAPITALS_SHARE * len(high):
        return None
    found = _by_table(text, Counter(high), _CYRILLIC_TABLE)
    return found and _as_utf8(found, high.count(_LOST), _CYRILLIC_TABLE)


def _restored(text: str, high: str) -> tuple[str, str] | None:
    """(text with one table undone, codec of its bytes) or None; ``high`` are the characters beyond ASCII."""
    counts = Counter(high)
    lost = high.count(_LOST)
    stretches = "a".join(_STRETCH.findall(text))  # first: ASCII is the same in all tables
    for table in TAKEN_FOR:
        part = _by_table(stretches, counts, table)
        if part is None or _as_utf8(part, lost, table) is None:
            continue
        whole = _by_table(text, counts, table)
        meant = _as_utf8(whole, lost, table) if whole is not None else None
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


def _as_utf8(found: Bytes, lost: int, table: str) -> str | None:
    """The text if the bytes in ``table`` are UTF-8, except around ``lost`` characters, and but for fewer
    characters of their own; else None."""
    meant = found.as_utf8()  # fails at the first accent of intact text
    unmended = found
    if meant is None:
        found = found.with_spaces_mended()
        meant = found.as_utf8()
    if meant is None:
        if not lost:
            found = found.with_singles_apart(table)
        meant = found.decoded("utf-8")
    # No-break spaces that were none of UTF-8 prove nothing: some pages have no other spaces.
    spaces = meant.count("\xa0") - unmended.decoded("utf-8").count("\xa0")
    good = len(beyond_ascii(meant)) - found.foreign - spaces
    bad = meant.count(_LOST)
    # A lost byte may break the character beside it too.
    is_utf8 = bad <= 2 * lost and good - bad >= max(_LEAST_CHARACTERS, found.foreign, _GOOD_PER_LOST * bad)
    return meant if is_utf8 else None


def _readings(found: Bytes) -> list[tuple[float, str, str]]:
    """(share of rare letters, text, codec) for the declared and for the detected charset, if plausible.

    Rare letters are those outside the charset's core.
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
    """``text`` encoded with ``table``, or None if that lacks many of its characters beyond ASCII
    (``counts``).

    C1 controls stand for the bytes that windows-1252 leaves undefined; U+FFFD becomes 0xFF.
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
    """The bytes of ``text`` in a table that has all its characters but those of _BYTE."""
    parts = re.split(f"([{''.join(_BYTE)}])", text)
    return b"".join(_BYTE.get(part) or part.encode(table) for part in parts)
