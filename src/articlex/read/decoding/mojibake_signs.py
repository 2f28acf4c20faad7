"""Whether a text may be mojibake (:mod:`articlex.read.decoding.mojibake`): a cheap test, as few pages are."""

from __future__ import annotations

from articlex.read.decoding.beyond_ascii import bytes_beyond_ascii
from articlex.regex import regex

#: In UTF-8, a letter from "À" to "ÿ" followed by another character beyond ASCII; and how Cyrillic letters,
#: dashes and quotation marks begin if their UTF-8 was read as windows-1251. In living languages few letters
#: are such.
_BESIDE = regex(rb"\xc3[\x80-\xbf](?=[\xc2-\xf4])")
_PAIRS = ("Р".encode(), "С".encode(), "вЂ".encode())
#: The first bytes of such letters: half of all pages have none of them.
_LEADS = b"\xc3\xd0\xd1"


def may_be_mojibake(utf8: bytes) -> bool:
    """Whether at least a third of the accented or of the Cyrillic letters are as in mojibake."""
    if not any(lead in utf8 for lead in _LEADS):
        return False
    # Without ASCII a page is a hundredth as long; it has more neighbours then, so both are tested.
    high = bytes_beyond_ascii(utf8)
    accented, cyrillic = high.count(b"\xc3"), high.count(b"\xd0") + high.count(b"\xd1")
    if accented and all(3 * len(_BESIDE.findall(each)) >= accented for each in (high, utf8)):
        return True
    return cyrillic > 0 and all(3 * sum(map(each.count, _PAIRS)) >= cyrillic for each in (high, utf8))
