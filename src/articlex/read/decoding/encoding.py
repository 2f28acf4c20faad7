"""Bytes to text: which encoding a page is written in.

The order of the evidence: a given encoding; a byte order mark; NUL bytes that betray UTF-16; bytes that
are UTF-8 but for a few; the charset that the HTTP header or the page declares, if the bytes agree with
it; a detector; windows-1252. UTF-8 comes before the declaration because text in another encoding is
practically never valid UTF-8 (Duerst, "The Properties and Promises of UTF-8", 1997), while declarations
are often wrong.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from articlex.errors import BinaryInputError
from articlex.read.decoding.binary import HEAD, binary_format, has_controls, looks_binary
from articlex.read.decoding.charset import codec_of, declared_label, exact_codec
from articlex.regex import regex

#: UTF-32 before UTF-16: its mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: What is decoded when nothing else is known; it gives a character for nearly every byte.
FALLBACK = "cp1252"

#: A page counts as UTF-8 when it has this many good multi-byte characters for each bad byte sequence,
#: by what it declares. GB 18030 and Latin-1 text read as UTF-8 has fewer good ones than bad ones.
GOOD_PER_BAD_DECLARED = 1
GOOD_PER_BAD_UNDECLARED = 4
GOOD_PER_BAD_OTHERWISE = 20

#: Share of the multi-byte characters that may be broken under a declared charset.
MAX_BROKEN = 0.02

#: Bytes that are looked at for UTF-16 and UTF-32 without a mark.
WIDE_SAMPLE = 4096
#: Characters of living scripts, and punctuation. Bytes of another encoding taken in pairs fall elsewhere.
COMMON = "[\t\n\r -~\xa0-\u1fff\u2010-\u203a\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
MIN_COMMON = 0.95
#: Bytes from which on UTF-16 without NULs at every second place is told from other text.
MIN_WIDE = 24

ESCAPE_CHARSETS = ("iso2022_jp", "iso2022_kr", "hz")
#: Codec, what switches to its alphabet and back, and from how many of these on a page is taken for it where
#: nothing declares it: code has "~{" as well.
ESCAPE_SIGNS = (
    ("iso2022_jp", regex(rb"\x1b\$[@B][!-~\s]+\x1b\([BJ]"), 1),
    ("iso2022_kr", regex(rb"\x1b\$\)C"), 1),
    ("hz", regex(rb"~\{(?:[!-w][!-~])+~\}"), 3),
)
#: What switches to Korean, where the line of ISO-2022-KR has said that there is some.
SHIFT = b"\x0e"


class Decoded(NamedTuple):
    """A decoded page: its text, the codec's name, and what the caller should know.

    ``utf8`` is the text in UTF-8, which the parser reads: most pages come so.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()
    utf8: bytes = b""


def decode(data: bytes, encoding: str | None, charset: str | None = None) -> Decoded:
    """The text of ``data``, without byte order mark and NUL characters.

    ``encoding`` overrides all evidence but the signature of a binary format; ``charset``, the label in the
    HTTP header, is evidence. Bytes that do not fit become U+FFFD. Raises LookupError for an unknown
    ``encoding``, BinaryInputError for bytes that are a binary format or no text in any encoding.
    """
    found = _decode(data, encoding, charset)
    if found.utf8 and b"\x00" not in data:
        return found
    text, utf8 = clean(found.text)
    return found._replace(text=text, utf8=utf8)


def clean(text: str) -> tuple[str, bytes]:
    """``text`` without byte order mark and NULs, and the same in UTF-8.

    Lone surrogates, which no encoding can write, are U+FFFD.
    """
    text = text.removeprefix("\ufeff").replace("\x00", "")
    try:
        return text, text.encode()  # many times faster than a search for what it refuses
    except UnicodeEncodeError:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text, text.encode()


def _decode(data: bytes, encoding: str | None, charset: str | None) -> Decoded:
    """The text by what surely tells its charset: the caller, a byte order mark, zeros; else by evidence."""
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
    # Korean stands between control bytes, of which other text has hardly any.
    switching = _escape_codec(data) if SHIFT in data and data.isascii() else None
    wide = switching or _wide_codec(data)
    if wide:
        return Decoded(data.decode(wide, "replace"), wide)
    if looks_binary(data):
        raise BinaryInputError("binary data, not a page of text")
    return _by_evidence(data, charset)


def refuse_format(data: bytes) -> None:
    """Raise BinaryInputError for what begins as a binary format does."""
    if name := binary_format(data):
        raise BinaryInputError(f"{name}, not a page of text")


def _as_told(data: bytes, codec: str) -> Decoded:
    text = data.decode(codec, "replace")
    return Decoded(text, codec, _invalid(text.count("\ufffd"), codec))


def _invalid(count: int, codec: str) -> tuple[str, ...]:
    """The warning that ``count`` byte sequences are not of ``codec``; none where all are."""
    return (f"{count} byte sequences are not valid {codec}",) if count else ()


def _by_evidence(data: bytes, charset: str | None) -> Decoded:
    """The text by what is declared, as far as the bytes bear it out, else by detection."""
    # The header first, as in the HTML Standard; servers that state one charset for all pages are many.
    labels = [label for label in (charset, declared_label(data)) if label]
    declared = [codec for label in labels if (codec := codec_of(label))]
    if data.isascii():
        codec = next((codec for codec in declared if codec in ESCAPE_CHARSETS), None) or _escape_codec(data)
        if codec is None:
            return Decoded(data.decode("utf-8"), "utf-8", utf8=data)
        return Decoded(data.decode(codec, "replace"), codec)
    doubts = (f"declared charset {labels[0]} is unknown",) if labels and not declared else ()
    found = _as_utf8(data, "utf-8" if "utf-8" in declared else next(iter(declared), None))
    others = [codec for codec in declared if codec != "utf-8"]
    if found and len(others) == len(declared) > 0:
        found = _encoded_once(found, others[0])
    for codec in others:
        found = found or _as_declared(data, codec)
    if found is None:
        found = _as_detected(data)
    if declared and found.encoding not in declared:
        label = next(filter(codec_of, labels))
        doubts = (f"declared charset {label} is wrong, read as {found.encoding}",)
    return found._replace(warnings=doubts + found.warnings)


def _escape_codec(data: bytes) -> str | None:
    """The charset that ASCII bytes are in which switch to another alphabet; None for ASCII.

    Text holds no escape characters, and the signs of HZ stand around pairs of bytes alone.
    """
    for codec, sign, least in ESCAPE_SIGNS:
        if len(sign.findall(data)) >= least:
            try:
                data.decode(codec)
            except UnicodeDecodeError:
                continue
            return codec
    return None


def _as_utf8(data: bytes, declared: str | None) -> Decoded | None:
    """``data`` as UTF-8 if that is what it is, but for a few broken sequences."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8", utf8=data)
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", text)))
    if declared == "utf-8":
        needed = GOOD_PER_BAD_DECLARED
    else:
        needed = GOOD_PER_BAD_OTHERWISE if declared else GOOD_PER_BAD_UNDECLARED
    if good < needed * bad:
        return None
    return Decoded(text, "utf-8", _invalid(bad, "UTF-8"))


def _encoded_once(found: Decoded, declared: str) -> Decoded:
    """``found``, or what it was before a program took it for Latin-1 and saved it as UTF-8."""
    from articlex.read.decoding.double_encoding import undo

    text = undo(found.text, declared)
    if text is None:
        return found
    return Decoded(text, "utf-8", (f"{declared} had been taken for Latin-1 and encoded once more: undone",))


def _as_declared(data: bytes, codec: str) -> Decoded | None:
    """``data`` as the page declares it, unless the bytes contradict that."""
    from articlex.read.decoding.detection import contradicts, plausible

    text = data.decode(codec, "replace")
    bad = text.count("\ufffd")
    if bad and bad > MAX_BROKEN * sum(map(len, re.findall(r"[^\x00-\x7f]+", text))):
        return None
    if not plausible(text, codec) or contradicts(data, codec):
        return None
    return Decoded(text, codec, _invalid(bad, codec))


def _as_detected(data: bytes) -> Decoded:
    from articlex.read.decoding.detection import detect

    codec = detect(data) or FALLBACK
    return Decoded(data.decode(codec, "replace"), codec)


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark, by its NUL and control bytes; None for other text."""
    sample = data[:WIDE_SAMPLE]
    if not has_controls(sample):
        return None
    for codec, places in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
        if len(sample) >= 8 and not any(sample[place::4].strip(b"\0") for place in places):
            return codec
    if _ascii_pairs(sample, 1):
        return "utf-16-le"
    if _ascii_pairs(sample, 0):
        return "utf-16-be"
    if len(sample) >= MIN_WIDE and (looks_binary(sample) or not _is_utf8(sample)):
        share, codec = max((_common_share(sample, codec), codec) for codec in ("utf-16-le", "utf-16-be"))
        return codec if share >= MIN_COMMON else None
    return None


def _is_utf8(sample: bytes) -> bool:
    """Whether ``sample`` is valid UTF-8 but for a character that its end cuts off."""
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(sample) - 4
    return True


def _ascii_pairs(sample: bytes, offset: int) -> bool:
    """Whether many bytes at every second place are NUL and hardly any at the others.

    Not in UTF-8 with letters beyond ASCII: a byte of theirs beside a NUL would be none.
    """
    if not sample.isascii() and _is_utf8(sample):
        return False
    here = sample[offset::2].count(0)
    return here >= 0.4 * len(sample[offset::2]) and sample.count(0) <= 1.05 * here


def _common_share(sample: bytes, codec: str) -> float:
    """Share of the characters, read as ``codec``, that pages are made of."""
    text = sample[: len(sample) // 2 * 2].decode(codec, "replace")
    return len(re.findall(COMMON, text)) / max(1, len(text))
