"""The site's name where neither markup nor <title> says it: the holder of the copyright, whom the page names
above its text or often, or the line above the text that leads to the root of the site."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from articlex.copyright_notices import MOST_NOTICE, has_notice, holder, is_notice
from articlex.page import Block, Fact, Field, Page
from articlex.regex import regex
from articlex.titles.site_names import may_be_site_name
from articlex.titles.text.printed_line import printed
from articlex.tokens import fold, squeeze, word_count

#: The first blocks, among which a logo is; the share of the blocks above the foot of the page.
_HEAD, _ABOVE_FOOT = 30, 0.7
#: How many other blocks name the holder, at least, and how many the first words of a longer name, of which
#: there are at least two. Of every second page of the corpora in raw page text, 190 have such a holder whose
#: HTML says what the site is called: on 0.88 it is that or a part of it, on most others the publisher.
_OFTEN, _VERY_OFTEN, _LEAST_WORDS = 3, 4, 2
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
    return _above_text(page, holders) or _named_often(page, found)


def _above_text(page: Page, holders: Collection[str]) -> Fact | None:
    """The name of a holder that one of the first lines has alone, perhaps without the form of the company:
    "© 2024 Sample Post Ltd"."""
    for block in page.blocks[:_HEAD]:
        if not 1 < len(block.text) <= MOST_NOTICE or has_notice(block.text):
            continue
        name = _ALT.sub("", printed(block))
        if not may_be_site_name(name):
            continue
        if held := next((each for each in holders if _begins_with(each, name)), ""):
            return Fact(Field.SITENAME, name, "copyright", held, "holder", _SCORE, block.index)
        if _ROOT.search(block.text):
            return Fact(Field.SITENAME, name, "logo", block.text, "home-link", _SCORE, block.index)
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


def _beginnings(name: str) -> Iterator[tuple[str, int]]:
    """A name and its beginnings, the longest first, each with how many blocks must have it."""
    yield name, _OFTEN
    words = name.split()
    for count in range(len(words) - 1, _LEAST_WORDS - 1, -1):
        yield " ".join(words[:count]).rstrip(" &,-–"), _VERY_OFTEN


def _count(name: str, texts: Sequence[str]) -> int:
    """How many of ``texts`` have a name, as whole words in scripts that have capitals: others write some
    words close to what stands around."""
    edges = (r"(?<!\w)", r"(?!\w)") if name.upper() != name else ("", "")
    whole = re.compile(re.escape(name).join(edges))
    return sum(name in text and whole.search(text) is not None for text in texts)
