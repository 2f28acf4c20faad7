"""Detection of a charset that nothing declares, by charset-normalizer, and a check of a declared one."""

from __future__ import annotations

import re

from articlex.read.charset import codec_of

#: Bytes handed to the detector.
SAMPLE = 32768

MARKUP = re.compile(rb"<[^<>]{0,2000}>")
HIGH = re.compile(rb"[^\n]{0,400}[\x80-\xff][^\n]{0,400}")


def detect(data: bytes) -> str | None:
    """The codec that ``data`` is most probably written in, or None when the detector has no answer."""
    from charset_normalizer import from_bytes

    best = from_bytes(telling_sample(data)).best()
    return codec_of(best.encoding) if best else None


def telling_sample(data: bytes) -> bytes:
    """The parts of ``data`` with bytes above 0x7F, without tags: what tells one charset from another."""
    pieces: list[bytes] = []
    size = 0
    for match in HIGH.finditer(MARKUP.sub(b" ", data[: 16 * SAMPLE])):
        pieces.append(match.group())
        size += len(pieces[-1])
        if size > SAMPLE:
            break
    return b"\n".join(pieces)


#: Western and Central European single-byte charsets: what lies above 0x7F stands alone among ASCII letters.
ACCENTED = frozenset(
    {"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "mac-roman"}
    | {f"iso8859-{part}" for part in (2, 3, 4, 10, 13, 14, 15, 16)}
)
#: Longest mean run of letters above U+007F in a language that is written in the Latin script.
MAX_ACCENTED_RUN = 2.0

NON_ASCII_LETTERS = re.compile(r"[^\W\d_\x00-\x7f]+")
#: C1 controls are never text.
C1_CONTROLS = re.compile(r"[\x80-\x84\x86-\x9f]")
NON_ASCII = re.compile(r"[^\x00-\x7f]")


def plausible(text: str, codec: str) -> bool:
    """Whether ``text``, decoded with ``codec``, reads as text of the scripts that the codec is for."""
    sample = text[: 16 * SAMPLE]
    count = len(NON_ASCII.findall(sample))
    if len(C1_CONTROLS.findall(sample)) > 0.1 * count:
        return False
    runs = NON_ASCII_LETTERS.findall(sample)
    if not runs:
        return True
    if codec in ACCENTED:
        return sum(map(len, runs)) <= MAX_ACCENTED_RUN * len(runs)
    letters = "".join(runs)
    upper = sum(map(str.isupper, letters[:SAMPLE]))
    lower = sum(map(str.islower, letters[:SAMPLE]))
    return upper <= max(lower, 20)
