"""The names of those who wrote the posts of a thread in HTML, where neither links nor markup tell them: the
texts of one look, one in each post, the first of which began the thread."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from articlex.authors.threads.post_names import are_names, column
from articlex.page import Page, Role
from articlex.signs.looks import block_look
from articlex.write.post import Post

_BODY = Role.BODY  # see articlex.page


def names_by_look(page: Page, posts: Sequence[Post], openers: Collection[str]) -> list[str]:
    """The names in blocks of one look beside the text of each post, "" for a post without one; [] where no
    look has the name of one of the ``openers`` in the first post and others in most.

    Of 103 threads whose names links and markup tell 48 have such a look, and on 46 its names are theirs.
    Ranks and places, which stand in blocks of one look too, are no openers.
    """
    lines: dict[str, dict[int, str]] = {}
    for number, post in enumerate(posts):
        for block in page.blocks[post.first : post.stop]:
            if block.text and page.role(block.index) is not _BODY:
                lines.setdefault(block_look(page, block), {}).setdefault(number, block.text)
    columns = (column([line.get(number, "") for number in range(len(posts))]) for line in lines.values())
    found = [names for names in columns if are_names(names) and names[0] in openers]
    return max(found, key=lambda names: len({*names}), default=[])
