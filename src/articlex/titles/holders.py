"""The site's name where neither markup nor <title> says it: the holder of the copyright, whom the page names
above its text or often, the line above the text that leads to the root of the site, or the first line of all
if it is named again."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from articlex.copyright_notices import MOST_NOTICE, has_notice, holder, is_notice
from articlex.data.labels import labels, normal
from articlex.facts import best_value
from articlex.page import Block, Fact, Field, Form, Page
from articlex.regex import regex
from articlex.titles.site_names import may_be_site_name
from articlex.titles.text.printed_line import printed
from articlex.titles.trim import split_title
from articlex.tokens import fold, squeeze, word_count

#: The first blocks, among which a logo is; the share of the blocks above the foot of the page.
_HEAD, _ABOVE_FOOT = 30, 0.7
#: How many other blocks name the holder, at least, and how many the first words of a longer name, of which
#: there are at least two. Of every second page of the corpora in raw page text, 190 have such a holder whose
#: HTML says what the site is called: on 0.88 it is that or a part of it, on most others the publisher.
_OFTEN, _VERY_OFTEN, _LEAST_WORDS = 3, 4, 2
#: The first lines, of which the site may be a part, and before which labels may stand ("Skip to content").
_FIRST = 3
#: How many other blocks name the first line where none of them is at the foot.
_AGAIN = 2
#: Where an address behind a line leads to the root of a site.
_ROOT = regex(r"\s<?https?://[^\s/<>]+/?>?\Z")
_ALT = regex(r"\A\[(?:IMG|img)\]\s+")
_SCORE, _OFTEN_SCORE = 0.45, 0.4


def holder_of(notice: Block) -> str:
    """The holder in a notice without what follows a comma, "" if there is none."""
    return holder(notice.text).partition(",")[0].strip()


def name_of_holder(page: Page, found: Sequence[Block], holders: Collection[str]) -> Fact | None:
    """The name of the site by the notices ``found`` on its page, whose ``holders`` may be sites, or by a line
    that leads to its root; None if they do not tell."""
    return _above_text(page, holders) or _named_often(page, found) or _first_line(page)


def _above_text(page: Page, holders: Collection[str]) -> Fact | None:
    """The name of a holder that one of the first lines has alone, perhaps without the form of the company:
    "© 2024 Sample Post Ltd"."""
    for block in page.blocks[:_HEAD]:
        if not 1 < len(block.text) <= MOST_NOTICE or has_notice(block.text):
            continue
        name = _ALT.sub("", printed(block))
        if may_be_site_name(name):
            if held := next((each for each in holders if _begins_with(each, name)), ""):
                return Fact(Field.SITENAME, name, "copyright", held, "holder", _SCORE, block.index)
            if _ROOT.search(block.text):
                return Fact(Field.SITENAME, name, "logo", block.text, "home-link", _SCORE, block.index)
        parts = split_title(name).parts if block.index < _FIRST else ()
        if part := next((part for part in parts if may_be_site_name(part) and part in holders), ""):
            return Fact(Field.SITENAME, part, "copyright", block.text, "holder", _SCORE, block.index)
    return None


def _begins_with(holder: str, name: str) -> bool:
    """Whether the name of a holder is ``name``, or that and more words."""
    key = fold(name)
    return squeeze(holder) == squeeze(name) or (word_count(key) > 1 and fold(holder).startswith(f"{key} "))


def _named_often(page: Page, found: Sequence[Block]) -> Fact | None:
    """The holder in the last notice at the foot of the page, or the first words of its name, where many other
    blocks have it: "© 2024 Sample Post Publishing Ltd" below "About the Sample Post"."""
    foot = [block for block in found if block.index >= _ABOVE_FOOT * len(page.blocks)]
    last = next((block for block in reversed(foot) if is_notice(block.text)), None)
    if last is None:
        return None
    noticed = {block.index for block in found}
    others = [block.text.casefold() for block in page.blocks if block.index not in noticed]
    for name, least in _beginnings(holder_of(last)):
        if may_be_site_name(name) and _count(name.casefold(), others) >= least:
            reason = "holder-often"
            return Fact(Field.SITENAME, name, "copyright", last.text, reason, _OFTEN_SCORE, last.index)
    return None


def _first_line(page: Page) -> Fact | None:
    """The first line of raw page text but for labels, if it has several words and a line at the foot names it
    again, or several anywhere do: "Sample Post" above "Skip to", "Get the Sample Post by mail" far below.

    On every second page of the corpora that has no other name 41 have such a line: on 35 it is what the HTML
    calls the site or a part of that, on the others a section. Of single words most are sections.
    """
    if page.form is not Form.TEXT:
        return None
    lines = (block for block in page.blocks[:_FIRST] if normal(block.text) not in labels())
    first = next(lines, None)
    name = _ALT.sub("", printed(first)) if first else ""
    key = fold(name)
    if first is None or not may_be_site_name(name) or has_notice(name) or word_count(key) < _LEAST_WORDS:
        return None
    if key == fold(best_value(page, Field.TITLE)):
        return None
    named = name.casefold()
    # Few lines have the name, so that is asked before they are folded.
    others = [block for block in page.blocks if named in block.text.casefold() and fold(block.text) != key]
    foot = [block.text.casefold() for block in others if block.index >= _ABOVE_FOOT * len(page.blocks)]
    if _count(named, foot) or _count(named, [block.text.casefold() for block in others]) >= _AGAIN:
        return Fact(Field.SITENAME, name, "logo", first.text, "first-line", _OFTEN_SCORE, first.index)
    return None


def _beginnings(name: str) -> Iterator[tuple[str, int]]:
    """A name and its beginnings, the longest first, each with how many blocks must have it."""
    yield name, _OFTEN
    words = name.split()
    for count in range(len(words) - 1, _LEAST_WORDS - 1, -1):
        yield " ".join(words[:count]).rstrip(" &,-–"), _VERY_OFTEN


def _count(name: str, texts: Sequence[str]) -> int:
    """How many of ``texts`` have a name, as whole words in scripts that have capitals: others write some
    words close to what stands around."""
    held = [text for text in texts if name in text]
    if not held or name.upper() == name:
        return len(held)
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return sum(whole.search(text) is not None for text in held)
