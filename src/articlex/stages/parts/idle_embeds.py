"""What a page embeds between its paragraphs and is none of the text: advertisements, boxes to like a site."""

from __future__ import annotations

from itertools import islice

from articlex.data.labels import meaning_of
from articlex.page import Block, Page
from articlex.regex import regex

#: Addresses of advertisements: servers and folders that are named after them, the networks of two firms that
#: most pages have, and a partner's programme.
_ADVERTISEMENT = regex(
    r"(?i)//(?:[\w-]+\.)*(?:ads?|ad-[\w-]+|adx|adserv\w*|adverts?|advertising|banners?|custom-?ads|[\w-]*doubleclick"
    r"|googlesyndication)\.[a-z]|/(?:ad[ijs]|ads?|adserv\w*|ban(?:ner|code)s?|pagead|showads?|smartads)(?:[./?]|$)"
    r"|[?&](?:affiliate|aff_num|adunit(?:id)?)="
)
#: Boxes of networks to like or follow somebody; posts and videos of theirs are of the text.
_FOLLOWING = regex(
    r"(?i)facebook\.com/plugins/(?:like|likebox|follow|page|share|subscribe)|weibo\.com/relationship/"
)
#: Words of the class of an element around an advertisement.
_WORDS = frozenset(
    "ad ads advert adverts advertisement advertising adsense adslot adspot adunit dfp gpt".split()
)
#: Elements around an embedded page that are asked, none that holds any text, and blocks in the largest.
_MOST_AROUND, _MOST_BLOCKS = 3, 20


def is_idle(page: Page, embed: Block) -> bool:
    """Whether an embedded page is an advertisement or a box to follow the site, by its address, by what it is
    called, or by the element that holds it and no text."""
    for run in embed.runs:
        address = run.src or run.href or ""
        if _ADVERTISEMENT.search(address) or _FOLLOWING.search(address):
            return True
        if run.text and meaning_of(run.text) == "advert":
            return True
    for box in islice(page.around(embed), _MOST_AROUND):
        if box.last - box.first > _MOST_BLOCKS or any(b.text for b in page.blocks[box.first : box.last]):
            return False
        if not _WORDS.isdisjoint(box.words):
            return True
    return False
