"""The part of a page that an element without any of the body is, by its name or by what is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from articlex.page import KEPT, Node, Role
from articlex.signs import Place, Signs, signs_of
from articlex.signs.places import WHOLE
from articlex.stages.parts.leftovers.dropped import SINGLE, Dropped

_ROLES = {
    Place.CONSENT: Role.CONSENT,
    Place.COMMENTS: Role.COMMENT,
    Place.BREADCRUMB: Role.BREADCRUMB,
    Place.PAGINATION: Role.PAGINATION,
    Place.SHARE: Role.SHARE,
    Place.TAGS: Role.TAGS,
    Place.AUTHOR: Role.AUTHOR_BIO,
    Place.RELATED: Role.RELATED,
    Place.PROMO: Role.PROMO,
    Place.LEGAL: Role.LEGAL,
    Place.CONTENTS: Role.NAV,
    Place.LANGUAGE: Role.LANGUAGE_MENU,
    Place.NAV: Role.NAV,
    Place.FOOTER: Role.FOOTER,
}
#: Words of class, id and role that are too common to say anything in other elements.
_WORDS = {
    Role.RELATED: "teaser teasers headlines latest recent mostread carousel",
    Role.PROMO: "ad sponsor download announcement announcements",
    Role.NAV: "login signin account search searchform searchbox usermenu sitemap",
    Role.SHARE: "follow",
}
_BY_WORD = {word: role for role, words in _WORDS.items() for word in words.split()}
#: Inside these no other part is told: a share bar in a comment is part of the comment.
_CLOSED = frozenset({Role.CONSENT, Role.COMMENT})
#: The share of an element's blocks that must be known, and the share of those that must have one role.
_KNOWN, _ONE = 0.5, 0.7


def named_by_elements(dropped: Dropped) -> Iterator[tuple[int, Role, str]]:
    """Each block in such an element, with its role and the reason: "element" or "among"."""
    page, left = dropped.page, dropped.left
    kept = list(accumulate([role in KEPT for role in dropped.roles], initial=0))
    asked = list(accumulate([block.index in left for block in page.blocks], initial=0))
    signs = signs_of(page)
    names, majority = _names(signs), _Majority(dropped)
    found: list[tuple[Role, str] | None] = []
    for node, number in zip(page.nodes, signs.elements.number, strict=True):
        around = found[node.parent] if node.parent >= 0 else None
        name = names[number]
        if kept[node.last] > kept[node.first] or asked[node.last] == asked[node.first]:
            found.append(None)
        elif around and around[0] in _CLOSED:
            found.append(around)
        elif name and (name is not Role.FOOTER or node.first > dropped.last):
            found.append((name, "element"))
        else:
            most = majority.of(node)
            found.append((most, "among") if most else around)
    for index in sorted(left):
        part = found[page.blocks[index].node]
        if part:
            yield index, *part


def _names(signs: Signs) -> list[Role | None]:
    """The part of a page that the name of each of ``signs.elements.named`` says it is."""
    elements = signs.elements
    names = [_ROLES.get(place) for place in signs.named]
    for number in elements.names_with(_BY_WORD.keys()):
        node = elements.named[number]
        if names[number] is None and node.tag not in WHOLE:
            names[number] = next(_BY_WORD[word] for word in node.words if word in _BY_WORD)
    return names


class _Majority:
    """How many blocks in an element have which role."""

    def __init__(self, dropped: Dropped) -> None:
        blocks = dropped.page.blocks
        roles = [role if block.text else None for block, role in zip(blocks, dropped.roles, strict=True)]
        told = {role for role in roles if role and role not in SINGLE and role not in KEPT}
        self._texts = list(accumulate([bool(block.text) for block in blocks], initial=0))
        self._known = list(accumulate([role in told for role in roles], initial=0))
        # Sorted, so that of two roles with as many blocks the same one wins in each run.
        self._before = {
            role: list(accumulate([each is role for each in roles], initial=0)) for role in sorted(told)
        }

    def of(self, node: Node) -> Role | None:
        """The role of most blocks in an element, if enough of them are known."""
        first, last = node.first, node.last
        known = self._known[last] - self._known[first]
        if not known or known < _KNOWN * (self._texts[last] - self._texts[first]):
            return None
        counts = {role: before[last] - before[first] for role, before in self._before.items()}
        role = max(counts, key=counts.__getitem__)
        return role if counts[role] >= _ONE * known else None
