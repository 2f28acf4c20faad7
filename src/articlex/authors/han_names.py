"""Whether a name in a script without capitals may be an author's. In Chinese, headlines, buttons and names of
sections look like names of persons: they are as short, and have neither capitals nor spaces."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.bylines.east_asian_lists import unpadded
from articlex.bylines.given import begins_as_name
from articlex.data.bylines import byline_words
from articlex.language import is_japanese
from articlex.page import Block, Page
from articlex.punctuation import COLONS
from articlex.regex import regex
from articlex.signs import once_a_page

_HAN, _KANA = regex("[\u3400-\u9fff]"), regex("[\u3041-\u3096\u30a1-\u30fa]")
#: Characters by which a page in Chinese is told from one in Japanese.
_MOST_READ = 4000
#: Fewest and most characters of a person's name; most of an organisation's, and of a name behind a label.
_PERSON, _MOST_BODY, _MOST_LED = (2, 4), 16, 12
#: What stands between a label and the name: "作者：", "文／".
_LEADS = frozenset((*COLONS, "/", "／"))


def no_chinese_names(page: Page, names: Sequence[str], blocks: Sequence[Block]) -> bool:
    """Whether, on a page in Chinese, one of ``names`` in Chinese characters is the name of neither a person
    nor an organisation. ``blocks`` print the names.

    Behind a label and a colon any short name will do that has no word in it of buttons or sentences.
    """
    wide = [name for name in names if not name.isascii() and _HAN.search(name)]
    if not wide or not _is_chinese(page):
        return False
    if any(part in name for name in wide for part in byline_words().furniture):
        return True
    is_led = any(_is_led(block.text, names[0]) for block in blocks)
    return not all(len(name) <= _MOST_LED if is_led else _is_signature(name) for name in wide)


def _is_signature(name: str) -> bool:
    """Whether each part of a name is a person or an organisation."""
    return all(_is_person(part) or _is_body(part) for part in unpadded(name.split()))


def _is_person(part: str) -> bool:
    least, most = _PERSON
    return least <= len(part) <= most and begins_as_name(part)


def _is_body(part: str) -> bool:
    return len(part) <= _MOST_BODY and part.endswith(byline_words().bodies)


def _is_led(text: str, name: str) -> bool:
    """Whether a label and a colon stand before a name."""
    before = text.partition(name)[0].rstrip() if name in text else ""
    return before[-1:] in _LEADS


@once_a_page
def _is_chinese(page: Page) -> bool:
    """Whether a page is in Chinese: it has Chinese characters, and hardly any kana."""
    read, han, kana = 0, 0, 0
    for block in page.blocks:
        if block.text.isascii():
            continue
        han += len(_HAN.findall(block.text))
        kana += len(_KANA.findall(block.text))
        read += len(block.text)
        if read > _MOST_READ:
            break
    return han > 0 and not is_japanese(han, kana)
