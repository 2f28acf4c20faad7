"""The subjects of replies: the headline of a thread behind a mark."""

from __future__ import annotations

from articlex.punctuation import has_colon

#: Letters of what marks a reply: "Re", "Antw"; those of "Q" and "Video" are parts of the article.
_SHORTEST_MARK, _LONGEST_MARK = 2, 4

#: Words before the headline: the mark, and the name of a list. What parts it from who replies.
_MOST_BEFORE, _PARTED = 3, " - "
#: Characters of the shortest headline that a reply is told by.
_SHORTEST_KEY = 8


def may_be_reply(text: str) -> bool:
    """Whether a line begins as one with such a mark: "Re: ..."."""
    return has_colon(text[_SHORTEST_MARK : _LONGEST_MARK + 1])


def is_reply(text: str, said: str, key: str) -> bool:
    """Whether a line, folded ``said``, is the headline, folded ``key``, behind what marks a reply:
    "Re: Bridge opens", "Re: [harbour] Bridge opens"; or whether it says behind that who replies and when:
    "RE: Bridge opens - Added by Bo Lindt 2 days ago"."""
    if len(key) < _SHORTEST_KEY or not may_be_reply(text):
        return False
    before, found, after = said.partition(" " + key)
    if not found or before.count(" ") >= _MOST_BEFORE:
        return False
    return not after or (after[0] == " " and _PARTED in text)
