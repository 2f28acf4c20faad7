"""Embedded pages between the paragraphs that are not the article's: advertisements, boxes to like a site; and
the pictures in advertisements."""

from __future__ import annotations

from itertools import islice

from articlex.data.labels import meaning_of
from articlex.page import Block, Page
from articlex.regex import regex

#: Addresses of advertisements: on servers and in folders named after them, from the two networks that most
#: pages have, or for the programme of a partner. (Wikis name folders by hashes: "/a/ad/".)
_ADVERTISEMENT = regex(
    r"(?i)//(?:[\w-]+\.)*(?:ads?|ad-[\w-]+|adx|adserv\w*|adverts?|advertising|banners?|custom-?ads|[\w-]*doubleclick"
    r"|googlesyndication)\.[a-z]|(?<!/[0-9a-f])/(?:ad[ijs]|ads?|adserv\w*|ban(?:ner|code)s?|pagead|showads?|smartads)(?:[./?]|$)"
    r"|[?&](?:affiliate|aff_num|adunit(?:id)?)="
)
#: Boxes of networks to like or follow somebody. (Their posts and videos are of the text.)
_FOLLOWING = regex(
    r"(?i)facebook\.com/plugins/(?:like|likebox|follow|page|share|subscribe)|weibo\.com/relationship/"
)
#: Class words of elements around an advertisement.
_WORDS = frozenset(
    "ad ads advert adverts advertisement advertising adsense adslot adspot adunit dfp gpt".split()
)
#: So many elements around an embedded page are checked, up to one that has text or more blocks than this.
_MOST_AROUND, _MOST_BLOCKS = 3, 20


def is_idle(page: Page, embed: Block) -> bool:
    """Whether an embedded page is an advertisement or a box to follow the site, by its address, its title, or
    the class of an element around it that holds no text."""
    for run in embed.runs:
        address = run.src or run.href or ""
        if _ADVERTISEMENT.search(address) or _FOLLOWING.search(address):
            return True
        if run.text and meaning_of(run.text) == "advert":
            return True
    return _is_in_advertisement(page, embed)


def is_linked_advertisement(page: Page, picture: Block) -> bool:
    """Whether a picture leads somewhere and is an advertisement, by one of its addresses or the class of an
    element around it that holds no text."""
    linked = [run for run in picture.runs if run.href]
    if any(_ADVERTISEMENT.search(address or "") for run in linked for address in (run.src, run.href)):
        return True
    return bool(linked) and _is_in_advertisement(page, picture)


def _is_in_advertisement(page: Page, block: Block) -> bool:
    for box in islice(page.around(block), _MOST_AROUND):
        if box.last - box.first > _MOST_BLOCKS or any(b.text for b in page.blocks[box.first : box.last]):
            return False
        if not _WORDS.isdisjoint(box.words):
            return True
    return False
