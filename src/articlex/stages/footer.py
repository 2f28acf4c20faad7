"""The foot of the page: the rows of links and notices below everything else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from articlex.data.labels import labels, says_powered
from articlex.options import Options
from articlex.page import Block, Form, Kind, Mark, Page, Role, Wrap, stands_in
from articlex.regex import regex
from articlex.signs import Place, Signs, is_row_of_labels, signs_of
from articlex.stages.contract import Output, Stage

_UNKNOWN, _LEGAL, _FOOTER = Role.UNKNOWN, Role.LEGAL, Place.FOOTER  # see articlex.page
_FOOTNOTE = Wrap.FOOTNOTE

REASONS = {
    "footer-element": "The block stands in the footer of the page.",
    "links-line": "A line below the text that is a row of names of the site's pages.",
    "around-notice": "A short line beside the legal notices at the end of the page.",
    "below-label": "The block is short, and below the first label under a long text.",
    "powered-by": "The block says what the site is made with.",
    "own-address": "The line has the page's own address.",
    "addresses": "The block is in the list of addresses below a page.",
    "set-aside": "The line is not of the page: an edge of a sheet, a field of a mail or crawl, a time code.",
}

#: Reasons of blocks that have no text.
_TEXTLESS = frozenset(("addresses", "set-aside"))
#: Characters of the longest row of links, or line beside a notice.
_MAX_LINE = 400
#: Words of the longest line that says what the site is made with.
_MAX_POWERED = 8

#: Labels that do not stand inside a text.
_END_LABELS = frozenset("related comments share tags promo legal powered home menu".split())
#: Short blocks below a label are not part of the text if that is so long, in bytes of UTF-8, and has such a
#: share of the page's running text and of all its text. Shorter texts stand on lists and in threads. On every
#: thirtieth annotated page in both forms word F1 summed is the same with 500 bytes, and 0.01 more with 2,000;
#: the same with shares of 0.3 and 0.05, 0.02 more with 0.8, and 0.06 less with 0.55 of all text.
_MIN_TEXT, _MIN_PROSE, _MIN_PAGE = 1000, 0.6, 0.1

#: A line as MediaWiki prints it below pages: 'Retrieved from "https://…"', "「https://…」から取得". The words
#: have no signs of code, as in the settings of a program, where addresses stand too.
_OPENS = r"\"“”«„「『"
_QUOTED = rf"[{_OPENS}] ?https?://\S+? ?[\"”“»」』]"
_WORD = rf"[^\s\d=:;,(){{}}<>_{_OPENS}]"
_FROM_ADDRESS = regex(
    rf"{_WORD}{{2,30}}(?: {_WORD}{{1,20}}){{0,3}}(?: |(?<=[\u3000-\u9fff])){_QUOTED}\w?\.?|{_QUOTED}\w{{1,8}}"
)

#: Characters of the longest heading in the list of addresses, and how many it has at most: "References" at
#: the margin, "Visible links" and "Hidden links".
_MAX_HEADING, _MAX_HEADINGS = 40, 3


def run(page: Page, options: Options) -> Output:
    """Mark the foot of the page."""
    signs = signs_of(page)
    below = signs.last + 1
    notices = [mark.block for mark in page.marks[below:] if mark.role is _LEGAL]
    reasons = {block.index: _reason(page, block, signs, notices) for block in page.blocks[below:]}
    reasons |= dict.fromkeys(_own_addresses(page), "own-address")
    for index in _below_label(page, signs):
        reasons[index] = reasons.get(index) or "below-label"
    if page.form is Form.TEXT:
        aside = _set_aside(page)
        reasons |= dict.fromkeys(_addresses(page, len(aside)), "addresses")
        reasons |= dict.fromkeys(aside, "set-aside")
    for index, reason in reasons.items():
        is_listed = bool(page.blocks[index].text) or reason in _TEXTLESS
        if reason and page.role(index) is _UNKNOWN and is_listed:
            yield Mark(index, Role.FOOTER, reason, 0.7 if reason == "below-label" else 0.85)


def _own_addresses(page: Page) -> Iterator[int]:
    """Indices of the lines with the page's own address, which may be so long that it is running text."""
    for block in page.blocks:
        if "://" in block.text and block.kind is not Kind.CODE and _FROM_ADDRESS.fullmatch(block.text):
            yield block.index


def _addresses(page: Page, aside: int) -> Iterator[int]:
    """The list of the addresses of its numbered links that lynx prints below a page, with its headings;
    behind it come ``aside`` blocks that are set aside."""
    blocks = page.blocks[: len(page.blocks) - aside]
    if not blocks or not _is_address(blocks[-1]):
        return
    headings = 0
    for block in reversed(blocks):
        if not _is_address(block):
            headings += 1
            if headings > _MAX_HEADINGS or len(block.text) > _MAX_HEADING or block.links:
                return
        yield block.index
        if block.text and not block.indent:
            return


def _is_address(block: Block) -> bool:
    return block.kind is Kind.EMBED and any(run.href for run in block.runs)


def _set_aside(page: Page) -> list[int]:
    """The blocks without text that the reader puts last, for lines that are not the page's own."""
    last = takewhile(lambda block: block.kind is Kind.EMBED and not block.runs, reversed(page.blocks))
    return [block.index for block in last]


def _below_label(page: Page, signs: Signs) -> Iterator[int]:
    """The short blocks below the first label under a text that is long and much of the page; no notes."""
    first, last = signs.core
    size = signs.prose_before[last + 1] - signs.prose_before[first] if last >= 0 else 0
    if size < max(_MIN_TEXT, _MIN_PROSE * signs.prose_before[-1]):
        return
    if size < _MIN_PAGE * sum(len(block.text.encode()) for block in page.blocks):
        return
    begun = False
    for block in page.blocks[last + 1 :]:
        begun = begun or (signs.labels[block.index] in _END_LABELS and block.tag != "option")
        is_note = stands_in(block.within, _FOOTNOTE)
        if begun and not is_note and not signs.prose[block.index]:
            yield block.index


def _reason(page: Page, block: Block, signs: Signs, notices: list[int]) -> str:
    """The reason for which a block belongs to the foot of the page, "" if it does not."""
    index = block.index
    if signs.places[index] is _FOOTER:
        return "footer-element"
    if signs.prose[index]:
        return ""
    if signs.labels[index] == "powered" or _says_powered(block.text):
        return "powered-by"
    is_code = block.kind is Kind.CODE and page.form is Form.HTML
    if len(block.text) <= _MAX_LINE and not is_code and is_row_of_labels(block.text):
        return "links-line"
    if notices and page.form is Form.TEXT and index > notices[0] and len(block.text) <= _MAX_LINE:
        return "around-notice"
    return ""


@cache
def _first_words() -> frozenset[str]:
    """The first words of "Powered by" in the languages that the labels have."""
    return frozenset(label.partition(" ")[0] for label, name in labels().items() if name == "powered")


def _says_powered(text: str) -> bool:
    if text.partition(" ")[0].casefold() not in _first_words():
        return False
    return len(text.split(maxsplit=_MAX_POWERED)) <= _MAX_POWERED and says_powered(text)


STAGE = Stage(name="footer", run=run, reasons=REASONS, sets=frozenset({Role.FOOTER}))
