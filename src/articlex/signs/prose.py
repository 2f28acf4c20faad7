"""Which blocks are running text: the landmark by which the stages know where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlex.dandas import with_dandas
from articlex.page import Block, Kind
from articlex.punctuation import SENTENCE_ENDS

_CODE = Kind.CODE  # see articlex.page
#: Characters from which a block with a full stop counts as running text. A CJK character is worth two to
#: three Latin letters.
_MIN_CHARS = 80
MIN_WIDE_CHARS = 32

#: What ends a sentence for sure: an ellipsis ends a line that was cut off as well.
STOPS = SENTENCE_ENDS - {"…"}
#: What ends a sentence outside ASCII. Thai and Lao have no such sign: there length alone decides, that of
#: Latin text, since a Thai text has about as many characters as the same in English; with fewer their menus,
#: titles and buttons were running text.
_STOPS = "".join(sorted(SENTENCE_ENDS - set(".!?")))
#: The syllables of Korean, which has spaces between its words, and what one says beyond a Latin letter.
_FIRST_SYLLABLE, _LAST_SYLLABLE, _MORE_THAN_LATIN = "\uac00", "\ud7af", 1.5


def is_prose(block: Block) -> bool:
    """Whether a block reads as running text: long enough, with a sentence in it, and at most half linked."""
    text = block.text
    size = len(text)
    if size < MIN_WIDE_CHARS or block.kind is _CODE or block.link_chars * 2 > size:
        return False
    if size < _MIN_CHARS and (text.isascii() or (len(text.encode()) < 2.5 * size and not _is_korean(text))):
        return False
    if has_no_stops(text):
        return size >= _MIN_CHARS
    if ". " in text or text[-1] in ".!?" or "? " in text or "! " in text or ".”" in text:
        return True
    if text.isascii():
        return False
    text = with_dandas(text)
    return any(stop in text for stop in _STOPS)


def has_no_stops(text: str) -> bool:
    """Whether a text is in Thai or Lao, which have no sign at the end of a sentence, by its middle."""
    return "\u0e00" <= text[len(text) // 2] <= "\u0eff"


def opening(blocks: Iterable[Block], least: int) -> Iterator[Block]:
    """The first blocks, up to the one with which their texts have ``least`` characters."""
    for block in blocks:
        yield block
        least -= len(block.text)
        if least <= 0:
            return


def _is_korean(text: str) -> bool:
    """Whether a text with Korean syllables says as much as ``_MIN_CHARS`` Latin letters do."""
    if max(text) < _FIRST_SYLLABLE:
        return False
    syllables = sum(_FIRST_SYLLABLE <= character <= _LAST_SYLLABLE for character in text)
    return len(text) + _MORE_THAN_LATIN * syllables >= _MIN_CHARS
