"""The line with the page's own address, as MediaWiki and print views print it below the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, partial

from articlex.addresses import address_key
from articlex.dates import find_dates
from articlex.facts import first_value
from articlex.page import Block, Field, Form, Kind, Page
from articlex.regex import regex
from articlex.signs import Signs

#: A line as MediaWiki prints it below pages: 'Retrieved from "https://…"', "「https://…」から取得". The words
#: have no signs of code, as in the settings of a program, where addresses stand too.
_OPENS = r"\"“”«„「『"
_QUOTED = rf"[{_OPENS}] ?https?://\S+? ?[\"”“»」』]"
_WORD = rf"[^\s\d=:;,(){{}}<>_{_OPENS}]"
_FROM_ADDRESS = regex(
    rf"{_WORD}{{2,30}}(?: {_WORD}{{1,20}}){{0,3}}(?: |(?<=[\u3000-\u9fff])){_QUOTED}\w?\.?|{_QUOTED}\w{{1,8}}"
)
#: A line as print views have it, "Source: https://…", and the call by which such a page prints itself.
_NAMED = regex(rf"(?:{_WORD}{{1,30}}(?: {_WORD}{{1,20}}){{0,3}} ?[:：] ?)?(https?://\S+)")
#: (A pattern that begins with a bracket is tried at brackets alone, which takes a fraction of the time.)
_PRINTS, _SCRIPT = regex(r"\((?<=\b[Pp][Rr][Ii][Nn][Tt]\()\s*\)"), "javascript:"
#: Characters of the longest line beside it that says when the page was printed.
_MAX_DAY = 80


def own_addresses(page: Page, signs: Signs) -> Iterator[int]:
    """Indices of the lines with the page's own address, which may be so long that it is running text."""
    named: list[tuple[Block, str]] = []
    for block in page.blocks:
        if "://" not in block.text or block.kind is Kind.CODE:
            continue
        if _FROM_ADDRESS.fullmatch(block.text):
            yield block.index
        elif found := _NAMED.fullmatch(block.text):
            named.append((block, found[1]))
    if named:
        yield from _printed(page, signs, named)


def _printed(page: Page, signs: Signs, named: Sequence[tuple[Block, str]]) -> Iterator[int]:
    """Of the lines ``named`` with an address, indices of those below the text that have the page's own, and
    of the lines beside them with the day of the print."""
    texts = [index for index, is_prose in enumerate(signs.prose) if is_prose][-2:]
    own = {address_key(known) for known in (page.url, first_value(page, Field.URL)) if known}
    is_print = cache(partial(_is_print, page, signs))
    for block, address in named:
        is_below = block.index > max((index for index in texts if index != block.index), default=-1)
        if not is_below or not (address_key(address) in own or is_print()):
            continue
        yield block.index
        at = block.index
        for beside in (*page.blocks[at + 1 : at + 2], *page.blocks[max(at - 1, 0) : at]):
            is_short = len(beside.text) <= _MAX_DAY and not signs.prose[beside.index]
            if is_short and find_dates(beside.text):
                yield beside.index


def _is_print(page: Page, signs: Signs) -> bool:
    """Whether a page is a print view: it calls for its own print, and has no links around its text."""
    if page.form is not Form.HTML or not _PRINTS.search(page.markup.source):
        return False
    around = (block for block in page.blocks if block.links and not signs.prose[block.index])
    hrefs = (run.href for block in around for run in block.runs if run.href)
    return all(href.startswith(_SCRIPT) for href in hrefs)
