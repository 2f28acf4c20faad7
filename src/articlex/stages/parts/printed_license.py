"""The Creative Commons licence that a page names near its end, by its address, short name or English name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articlex.bylines.picture_credits import credits_picture
from articlex.facts import page_address
from articlex.page import Block, Kind, Page
from articlex.regex import regex

_CAPTION = Kind.CAPTION  # see articlex.page

#: A licence is sought in so many blocks at the end of a page, and in none that is longer, in characters.
#: (Those of pictures and tables in the text stand beside these.)
_MOST_BLOCKS, _MAX_CHARS = 40, 400

_ADDRESS = regex(
    r"creativecommons\.org/(?:licenses|publicdomain)/(by(?:-[a-z]{2}){0,2}|zero)/([1-4]\.\d)", re.IGNORECASE
)
#: "CC BY-SA 4.0", "CC-BY-NC 3.0", "CC0 1.0". https://creativecommons.org/share-your-work/cclicenses/
_SIGN = regex(r"(?<![\w-])CC[ -]?(BY(?:-(?:NC|SA|ND)){0,2}|0) ([1-4]\.\d)(?!\.?\d)")
_NAME = regex(
    r"Creative Commons (Attribution(?:[- ](?:NonCommercial|ShareAlike|NoDeriv(?:ative)?s)){0,2}) ([1-4]\.\d)",
    re.IGNORECASE,
)
_WORDS = {
    "attribution": "by",
    "noncommercial": "nc",
    "sharealike": "sa",
    "noderivs": "nd",
    "noderivatives": "nd",
}


def printed_license(page: Page) -> tuple[str, int] | None:
    """The address of the licence and the index of the block that names it; None for no licence or several."""
    found: dict[str, int] = {}
    for block in page.blocks[-_MOST_BLOCKS:]:
        if len(block.text) <= _MAX_CHARS and block.kind is not _CAPTION:
            for address in _licenses(block.text):
                found.setdefault(address, block.index)
    if len(found) != 1:
        return None
    address, place = found.popitem()
    block = page.blocks[place]
    # That of one picture, "Photo by Bo Sample, CC BY 2.0", says nothing of the text.
    return None if credits_picture(block.text) or _is_of_other_work(block, page) else (address, place)


def _is_of_other_work(block: Block, page: Page) -> bool:
    """Whether the licence is that of another work, on another site, to which a link beside it leads."""
    if not block.links:
        return False
    # Imported here because most pages print no licence, and raw page text has no links.
    from articlex.metadata.links import is_of_other_work

    return is_of_other_work(block, len(page.blocks), page_address(page))


def _licenses(text: str) -> Iterator[str]:
    """The addresses of the licences that a line names: "CC BY-SA 4.0" → ".../licenses/by-sa/4.0/"."""
    if "CC" not in text and "creative" not in text.lower():
        return
    for match in (*_ADDRESS.finditer(text), *_SIGN.finditer(text), *_NAME.finditer(text)):
        name, version = match[1].casefold(), match[2]
        name = "-".join(_WORDS.get(word, word) for word in name.replace(" ", "-").split("-"))
        if name in ("0", "zero"):
            yield f"https://creativecommons.org/publicdomain/zero/{version}/"
        else:
            yield f"https://creativecommons.org/licenses/{name}/{version}/"
