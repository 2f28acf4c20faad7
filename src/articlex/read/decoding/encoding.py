"""Bytes to text: which encoding a page is written in.

The evidence in its order: the encoding given by the caller; a byte order mark; NUL bytes, which betray
UTF-16; valid UTF-8, but for a few bytes; the charset that the HTTP header or the page declares, if the bytes
agree; lines in UTF-8 among others; a detector; windows-1252. UTF-8 comes before the declaration because text
in another encoding is practically never valid UTF-8 (Duerst, "The Properties and Promises of UTF-8", 1997),
while declarations are often wrong.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from articlex.errors import BinaryInputError
from articlex.read.decoding.binary import HEAD, binary_format, has_controls, looks_binary
from articlex.read.decoding.charset import codec_of, declared_label, exact_codec
from articlex.regex import regex

#: Byte order marks. That of UTF-32 begins with that of UTF-16, so it comes first.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: The same decoded; each of the files that a server has put together to a page may begin with one.
_MARKS = regex(r"(?:\s*+\ufeff)++")

#: The codec without any evidence; it has a character for nearly every byte.
_FALLBACK = "cp1252"

#: A page is UTF-8 if it has at least so many valid multi-byte characters for each broken sequence, depending
#: on whether it declares UTF-8, nothing, or another charset. Text in GB 18030 or Latin-1, read as UTF-8, has
#: fewer valid than broken ones.
_GOOD_PER_BAD_DECLARED = 1
_GOOD_PER_BAD_UNDECLARED = 4
_GOOD_PER_BAD_OTHERWISE = 20

#: Share of the characters beyond ASCII that may be broken in a declared charset.
_MAX_BROKEN = 0.02

#: Bytes examined for UTF-16 and UTF-32 without a byte order mark.
_WIDE_SAMPLE = 4096
#: Letters of living scripts, and punctuation. Bytes of another encoding, taken in pairs, fall elsewhere.
_COMMON = "[\t\n\r -~\xa0-\u1fff\u2010-\u203a\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
_MIN_COMMON = 0.95
#: Bytes needed to recognise UTF-16 that has no NUL in every second byte.
_MIN_WIDE = 24

_ESCAPE_CHARSETS = ("iso2022_jp", "iso2022_kr", "hz")
#: Codec, the pattern of a switch to its alphabet, and how many switches prove an undeclared page to be in it:
#: program code has "~{" as well.
_ESCAPE_SIGNS = (
    ("iso2022_jp", regex(rb"\x1b\$[@B][!-~\s]+\x1b\([BJ]"), 1),
    ("iso2022_kr", regex(rb"\x1b\$\)C"), 1),
    ("hz", regex(rb"~\{(?:[!-w][!-~])+~\}"), 3),
)
#: The byte that switches to Korean in ISO-2022-KR.
_SHIFT = b"\x0e"


class Decoded(NamedTuple):
    """A decoded page: its text, the name of the codec, and warnings for the caller.

    ``utf8`` is the text in UTF-8 for the parser, which is how most pages come in; b"" if not yet encoded.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()
    utf8: bytes = b""


def decode(data: bytes, encoding: str | None, charset: str | None = None) -> Decoded:
    """The text of ``data``, without byte order marks and NUL characters.

    ``encoding`` overrides all evidence but the signature of a binary format; ``charset``, the label in the
    HTTP header, is only evidence. Invalid bytes become U+FFFD. Raises LookupError for an unknown
    ``encoding``, BinaryInputError for a binary format and for bytes that are no text in any encoding.
    """
    found = _decode(data, encoding, charset)
    if found.utf8 and b"\x00" not in data and not _MARKS.match(found.text):
        return found
    # In windows-1258 the tones of Vietnamese stand behind their letters.
    whole = unicodedata.normalize("NFC", found.text) if found.encoding == "cp1258" else found.text
    text, utf8 = clean(whole)
    return found._replace(text=text, utf8=utf8)


def clean(text: str) -> tuple[str, bytes]:
    """``text`` without byte order marks at its beginning and NULs, and the same in UTF-8.

    Lone surrogates, which UTF-8 cannot encode, become U+FFFD.
    """
    marks = _MARKS.match(text)
    text = (text[marks.end() :] if marks else text).replace("\x00", "")
    try:
        return text, text.encode()  # many times faster than a search for surrogates
    except UnicodeEncodeError:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text, text.encode()


def _decode(data: bytes, encoding: str | None, charset: str | None) -> Decoded:
    """The text in the charset that caller, byte order mark or NULs prove, else by evidence."""
    if encoding is not None:
        codec = exact_codec(encoding)
        if not data.startswith(tuple(mark for mark, _ in MARKS)):
            refuse_format(data)
        return _as_told(data, codec)
    for mark, name in MARKS:
        if data.startswith(mark):
            refuse_format(data[len(mark) : len(mark) + HEAD])
            return Decoded(data.decode(name, "replace"), name)
    refuse_format(data)
    # ISO-2022-KR is full of control bytes, and must not be taken for binary data.
    switching = _escape_codec(data) if _SHIFT in data and data.isascii() else None
    wide = switching or _wide_codec(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    if looks_binary(data):
        raise BinaryInputError("binary data, not a page of text")
    return _by_evidence(data, charset)


def refuse_format(data: bytes) -> None:
    """Raise BinaryInputError if ``data`` begins with the signature of a binary format."""
    if name := binary_format(data):
        raise BinaryInputError(f"{name}, not a page of text")


def _as_told(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    return Decoded(text, codec, _invalid(text.count("\ufffd"), codec))


def _invalid(count: int, codec: str) -> tuple[str, ...]:
    """The warning that ``count`` byte sequences are invalid, if any are."""
    return (f"{count} byte sequences are not valid {codec}",) if count else ()


def _by_evidence(data: bytes, charset: str | None) -> Decoded:
    """The text in UTF-8 or a declared charset if the bytes bear it out, else in the detected one."""
    # The header first, as in the HTML Standard, though many servers declare one charset for all pages.
    labels = [label for label in (charset, declared_label(data)) if label]
    declared = [codec for label in labels if (codec := codec_of(label))]
    if data.isascii():
        codec = next((codec for codec in declared if codec in _ESCAPE_CHARSETS), None) or _escape_codec(data)
        if codec is None:
            return Decoded(data.decode("utf-8"), "utf-8", utf8=data)
        return Decoded(data.decode(codec, "replace"), codec)
    found = _as_utf8(data, "utf-8" if "utf-8" in declared else next(iter(declared), None))
    if found and declared and "utf-8" not in declared:
        found = _encoded_once(found, declared[0])
    others = (_as_declared(data, codec) for codec in declared if codec != "utf-8")
    found = found or next(filter(None, others), None) or _as_mixed(data) or _as_detected(data)
    return found._replace(warnings=(*_doubts(labels, declared, found.encoding), *found.warnings))


def _doubts(labels: list[str], declared: list[str], codec: str) -> Iterator[str]:
    """The warning that the charset with these ``labels``, of which some are those of codecs, is not that in
    which the page was read, if so."""
    if labels and not declared:
        yield f"declared charset {labels[0]} is unknown"
    elif declared and codec not in declared:
        yield f"declared charset {next(filter(codec_of, labels))} is wrong, read as {codec}"


def _escape_codec(data: bytes) -> str | None:
    """The charset of ASCII bytes that switch to another alphabet (ISO-2022, HZ); None for plain ASCII.

    Plain text has no escape characters, and no "~{" and "~}" around pairs of bytes.
    """
    for codec, sign, least in _ESCAPE_SIGNS:
        if len(sign.findall(data)) >= least:
            try:
                data.decode(codec)
            except UnicodeDecodeError:
                continue
            return codec
    return None


def _as_utf8(data: bytes, declared: str | None) -> Decoded | None:
    """``data`` as UTF-8, if it is valid but for a few broken sequences, else None."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8", utf8=data)
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if declared == "utf-8":
        needed = _GOOD_PER_BAD_DECLARED
    else:
        needed = _GOOD_PER_BAD_OTHERWISE if declared else _GOOD_PER_BAD_UNDECLARED
    if good < needed * bad:
        return None
    return Decoded(text, "utf-8", _invalid(bad, "UTF-8"))


def _encoded_once(found: Decoded, declared: str) -> Decoded:
    """``found``, or its text before it was encoded twice: ``declared``, taken for Latin-1, saved as UTF-8."""
    from articlex.read.decoding.double_encoding import undo
    from articlex.read.decoding.mojibake import restore

    # What was UTF-8 before is not in the declared charset, unless it was encoded twice.
    utf8 = restore(found.text)
    text = undo(utf8[0] if utf8 and utf8[1] == "utf-8" else found.text, declared)
    if text is None:
        return found
    return Decoded(text, "utf-8", (f"{declared} had been taken for Latin-1 and encoded once more: undone",))


def _as_declared(data: bytes, codec: str) -> Decoded | None:
    """``data`` in the declared ``codec``, or None if the bytes contradict it."""
    from articlex.read.decoding.detection import contradicts, plausible

    text = data.decode(codec, "replace")
    bad = text.count("\ufffd")
    if bad and bad > _MAX_BROKEN * sum(map(len, re.findall(r"[^\x00-\x7f]+", text))):
        return None
    if not plausible(text, codec, declared=True) or contradicts(data, codec):
        return None
    return Decoded(text, codec, _invalid(bad, codec))


def _as_mixed(data: bytes) -> Decoded | None:
    """``data`` with its lines in UTF-8 and in another charset; None if they are all in one."""
    from articlex.read.decoding.mixed import mixed_text

    if (found := mixed_text(data, _FALLBACK)) is None:
        return None
    text, codec = found
    return Decoded(text, "utf-8", (f"some lines are not UTF-8, read as {codec}",))


def _as_detected(data: bytes) -> Decoded:
    from articlex.read.decoding.detection import detect

    codec = detect(data) or _FALLBACK
    return Decoded(data.decode(codec, "replace"), codec)


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, by NUL and control bytes; None for other text."""
    sample = data[:_WIDE_SAMPLE]
    if not has_controls(sample):
        return None
    for codec, places in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
        if len(sample) >= 8 and not any(sample[place::4].strip(b"\0") for place in places):
            return codec
    if _ascii_pairs(sample, 1):
        return "utf-16-le"
    if _ascii_pairs(sample, 0):
        return "utf-16-be"
    if len(sample) >= _MIN_WIDE and (looks_binary(sample) or not _is_utf8(sample)):
        share, codec = max((_common_share(sample, codec), codec) for codec in ("utf-16-le", "utf-16-be"))
        return codec if share >= _MIN_COMMON else None
    return None


def _is_utf8(sample: bytes) -> bool:
    """Whether ``sample`` is valid UTF-8, but for a character cut off at its end."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(sample) - 4
    return True


def _ascii_pairs(sample: bytes, offset: int) -> bool:
    """Whether every second byte from ``offset`` on is often NUL and the bytes between hardly ever.

    Not if the sample is UTF-8 with letters beyond ASCII: as UTF-16, such a byte beside a NUL is no letter.
    """
    if not sample.isascii() and _is_utf8(sample):
        return False
    here = sample[offset::2].count(0)
    return here >= 0.4 * len(sample[offset::2]) and sample.count(0) <= 1.05 * here


def _common_share(sample: bytes, codec: str) -> float:
    """Share of _COMMON characters when ``sample`` is read as ``codec``."""
    text = sample[: len(sample) // 2 * 2].decode(codec, "replace")
    return len(re.findall(_COMMON, text)) / max(1, len(text))
