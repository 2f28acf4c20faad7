"""The subjects of replies: the headline of a thread behind a mark."""

from __future__ import annotations

from articlex.punctuation import has_colon

#: Letters of what marks a reply: "Re", "Antw"; those of "Q" and "Video" are parts of the article.
_SHORTEST_MARK, _LONGEST_MARK = 2, 4

#: Characters of the shortest headline that a reply is told by.
_SHORTEST_KEY = 8


def may_be_reply(text: str) -> bool:
    """Whether a line begins as one with such a mark: "Re: ..."."""
    return has_colon(text[_SHORTEST_MARK : _LONGEST_MARK + 1])


def is_reply(text: str, said: str, key: str) -> bool:
    """Whether a line, folded ``said``, is the headline, folded ``key``, behind what marks a reply:
    "Re: Bridge opens"."""
    return len(key) >= _SHORTEST_KEY and may_be_reply(text) and said.endswith(" " + key)
