"""Subjects of replies: the headline of a thread behind a mark, "Re: Bridge opens"."""

from __future__ import annotations

from articlex.page import Block, Page
from articlex.signs.once import once_a_page

#: Letters of the mark of a reply, "Re" or "Antw". Behind "Q" and "Video" goes on the article.
_SHORTEST_MARK, _LONGEST_MARK = 2, 4

#: Words before the headline, the mark and the name of a list, are fewer; and what parts it from who replies.
_MOST_BEFORE, _PARTED = 3, " - "
#: Characters of the shortest headline by which replies are told.
_SHORTEST_KEY = 8


def may_be_reply(text: str) -> bool:
    """Whether a line has a colon where the mark of a reply has it, "Re: ...", and no figure before it, as a
    clock time has and a class of contestants: "U10: 40 metres"."""
    mark = text[_SHORTEST_MARK : _LONGEST_MARK + 1]
    if ":" not in mark and "：" not in mark:
        return False
    before = text[: _LONGEST_MARK + 1].replace("：", ":").rpartition(":")[0]
    return not any(map(str.isdigit, before))


@once_a_page
def replies_by_mark(page: Page) -> list[Block]:
    """The blocks that may be subjects of replies by their mark."""
    return [block for block in page.blocks if may_be_reply(block.text)]


def is_reply(text: str, said: str, key: str) -> bool:
    """Whether a line is the headline behind the mark of a reply; ``said`` is the line folded, ``key`` the
    headline folded: "Re: Bridge opens", "Re: [harbour] Bridge opens". Behind it may stand who replied and
    when: "RE: Bridge opens - Added by Bo Lindt 2 days ago"."""
    if len(key) < _SHORTEST_KEY or not may_be_reply(text):
        return False
    before, found, after = said.partition(" " + key)
    if not found or before.count(" ") >= _MOST_BEFORE:
        return False
    return not after or (after[0] == " " and _PARTED in text)
