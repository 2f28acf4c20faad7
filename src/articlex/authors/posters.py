"""Who began a thread, by the markup of its posts, and who only answers in it."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.authors.gathering import Authors, name_key
from articlex.bylines.names import read_names
from articlex.page import Page

#: The type of a post in microdata, as its scope ends with it.
_POST = "/discussionforumposting"


def starters(page: Page, candidates: Sequence[Authors]) -> tuple[set[int], set[int]]:
    """The places of the candidates that the markup names as authors of the first post alone, and the places
    of those that name who wrote a later one.

    Both sets are empty where the posts are not marked up one by one, or nobody is the first one's author.
    """
    posts: dict[int, set[str]] = {}
    for note in page.markup.annotations:
        if note.name == "itemprop" and note.value.lower() == "author" and note.scope.lower().endswith(_POST):
            names = map(name_key, read_names(note.text or note.content))
            posts.setdefault(note.article, set()).update(names)
    if len(posts) < 2:
        return set(), set()
    first = posts[min(posts)]
    others = set().union(*posts.values()) - first
    keys = [set(map(name_key, candidate.names)) for candidate in candidates]
    began = {place for place, names in enumerate(keys) if names <= first}
    return began, {place for place, names in enumerate(keys) if names & others} if began else set()
