"""What part of a page an element is, by its tag and the words of its class, id and role.

The words are markup vocabulary, English on sites in any language: the names that HTML, ARIA, schema.org,
WordPress and the common widgets give to the parts of a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from itertools import accumulate
from typing import NamedTuple

from articlex.data.labels import labels, normal
from articlex.page import Block, Kind, Node
from articlex.regex import regex
from articlex.signs.elements import Elements
from articlex.signs.main_element import is_beside


class Place(IntEnum):
    """A part of a page. The lower number wins where one element has words of several."""

    NONE = 0
    CONSENT = 1
    COMMENTS = 2
    BREADCRUMB = 3
    PAGINATION = 4
    SHARE = 5
    TAGS = 6
    AUTHOR = 7
    RELATED = 8
    PROMO = 9
    LEGAL = 10
    CONTENTS = 11
    LANGUAGE = 12
    NAV = 13
    FOOTER = 14


_WORDS: dict[Place, str] = {
    Place.CONSENT: """cookie cookies consent gdpr ccpa onetrust didomi cookiebot cookieconsent usercentrics
        truste cookielaw cookiebar cookiebanner cookienotice klaro tarteaucitron""",
    Place.COMMENTS: """comments commentlist disqus livefyre commenting respond commentform utterances giscus
        commentary""",
    Place.BREADCRUMB: "breadcrumb breadcrumbs breadcrumblist crumbs crumb",
    Place.PAGINATION: "pagination pager paging paginator pagenavi pagenav paginate",
    Place.SHARE: """share sharing shares sharebar sharedaddy sharethis addthis addtoany a2a shariff social
        socials socialmedia sociable""",
    Place.TAGS: "tags taglist tagcloud hashtags catlinks keywords taxonomy",
    Place.AUTHOR: "authorbox authorbio bio biography",
    Place.RELATED: """related relatedposts relatedarticles recommended recommendation recommendations recirc
        recirculation trending popular mostread outbrain taboola zergnet yarpp similar upnext readnext
        alsoread mostpopular""",
    Place.PROMO: """newsletter newsletters subscribe subscription signup promo promos promotion advert adverts
        advertisement advertising ads adsbygoogle sponsored paywall mailchimp optin donate donation
        mailinglist""",
    Place.LEGAL: "copyright disclaimer",
    Place.CONTENTS: "toc tableofcontents tocset tocview tocsub",
    Place.LANGUAGE: "languages langs langswitcher languageswitcher languageselector langmenu",
    Place.NAV: """nav navbar navigation menu menubar submenu megamenu topbar sitenav mainnav topnav subnav
        offcanvas hamburger navmenu mainmenu navi navheader navfooter skip""",
    Place.FOOTER: "footer colophon contentinfo siteinfo sitefooter",
}
# See articlex.page on members of enumerations.
_NONE, _CONSENT, _COMMENTS, _FOOTER = Place.NONE, Place.CONSENT, Place.COMMENTS, Place.FOOTER
_SHARE, _CODE = Place.SHARE, Kind.CODE

_BY_WORD = {word: place for place, words in _WORDS.items() for word in words.split()}
_VOCABULARY = frozenset({*_BY_WORD, "author"})
_BY_TAG = {"nav": Place.NAV, "footer": Place.FOOTER}

#: A footer that ends before this share of the blocks is that of a post or a card, not of the page.
_FOOT = 0.85

#: "author" with one of these is a box about the author; alone it is a byline.
_OF_AN_AUTHOR = frozenset("bio box about info profile card description desc details".split())
#: So many words behind one of these name what stands beside the element, or is missing: Docusaurus calls each
#: heading "anchorWithStickyNavbar", themes call a column "has-nav" or "no-footer".
_BESIDE = {"with": 2, "without": 2, "has": 1, "no": 1}
#: Elements whose words speak of the page, not of a part of it.
WHOLE = frozenset({"html", "body", "main", "article"})

#: Words that an id shares with its heading, at least, if a program made it from that:
#: "buffer-related-functions".
_WORD = regex(r"[^\W_]+")
_LEAST_MADE = 3

#: Largest share of the page's running text that an element may hold and still be what its words say. An
#: element that holds more is a wrapper named after one of its parts ("content-with-sidebar-nav").
_MAX_PROSE = {
    # The preference centre of a consent tool has more text than many a list of cards. 0.9 against 0.5, on the
    # 1,041 pages that name consent: 11 pages have 7,771 words more in such elements, none of them gold.
    Place.CONSENT: 0.9,
    Place.COMMENTS: 0.9,
    Place.AUTHOR: 0.3,
    Place.RELATED: 0.3,
    Place.PROMO: 0.2,
    Place.LEGAL: 0.3,
    Place.FOOTER: 0.2,
}
_MAX_PROSE_OF_LINKS = 0.1
#: The same for text outside of links, in elements half of which or more it is: cards and tables on pages
#: without running text. Of 697 pages of six corpora one has such an element, and all that it holds is gold.
_MAX_UNLINKED = 0.5
#: The same for the share of blocks, which matters on pages with little running text; a handful is always
#: fine. It does not hold for comments: below a short article their many short blocks are most of the page.
_MAX_BLOCKS, _FEW_BLOCKS = 0.6, 6
#: Nor for the contents of a book beside a short section of it: links with so much else beside them, as a
#: share of their characters, and so many bytes of running text elsewhere. None of the 3,736 annotated pages
#: changes; Racket's manuals 0.913 to 0.957 in word F1. With 0.25 and 300 it is 0.930. With menus as well as
#: contents 0.095 less in sum; but a <nav> of links beside the main element is a menu however much of the page
#: it is: no annotated page changes.
_MAX_BESIDE_LINKS, _LEAST_TEXT = 0.3, 150


def _place_of(tag: str, words: tuple[str, ...]) -> Place:
    """The part of a page that an element's own tag and words name, ``Place.NONE`` if none."""
    if tag in WHOLE:
        return _NONE
    best = _BY_TAG.get(tag, _NONE)
    beside = -1
    for word in words:
        beside = _BESIDE.get(word, beside - 1)
        place = _BY_WORD.get(word) if beside < 0 else None
        if place and (not best or place < best):
            best = place
    if not best and "author" in words and not _OF_AN_AUTHOR.isdisjoint(words):
        return Place.AUTHOR
    return best


def places_of_named(elements: Elements) -> list[Place]:
    """The part that each of ``elements.named`` names; most have no word that names one."""
    found = [_NONE] * len(elements.named)
    for place in elements.names_with(_VOCABULARY) | elements.names_tagged(_BY_TAG.keys()):
        node = elements.named[place]
        found[place] = _place_of(node.tag, node.words)
    return found


def _is_named_otherwise(place: Place, node: Node, blocks: Sequence[Block]) -> bool:
    """Whether the words of an element say nothing of its part of the page: its id was made from its heading,
    or it is called after sharing or cookies and shows code ("SQL-FOR-UPDATE-SHARE", the cookies of a web
    framework) that is no markup of a button."""
    if place is _SHARE or place is _CONSENT:
        inside = blocks[node.first : node.last]
        if any(block.kind is _CODE and not block.text.startswith("<") for block in inside):
            return True
    return _is_made_of_heading(node, blocks)


def _is_made_of_heading(node: Node, blocks: Sequence[Block]) -> bool:
    """Whether the id of a section was made from its heading, so that it names no part of the page."""
    heading = next((block for block in blocks[node.first : node.last] if block.text), None)
    if heading is None or not heading.level or normal(heading.text) in labels():
        return False
    return len({*_WORD.findall(heading.text.casefold())}.intersection(node.words)) >= _LEAST_MADE


def places(
    nodes: Sequence[Node],
    elements: Elements,
    named: Sequence[Place],
    prose_before: Sequence[int],
    blocks: Sequence[Block],
    main: Node | None,
) -> list[Place]:
    """The part of the page in which each node stands: that of the nearest element that names one.

    ``named`` is the part that each of ``elements.named`` names, ``prose_before[i]`` the running text before
    block ``i``, in bytes of UTF-8, ``main`` the main element, if there is one. Inside consent and comments no
    other part is told: a share bar in a comment is part of the comment.
    """
    linked = list(accumulate([block.link_chars for block in blocks], initial=0))
    unlinked = list(accumulate([len(block.text) - block.link_chars for block in blocks], initial=0))
    sums = _Sums(prose_before, linked, unlinked)
    found: list[Place] = []
    for node, number in zip(nodes, elements.number, strict=True):
        parent, own = node.parent, named[number]
        place = found[parent] if parent >= 0 else _NONE
        may_differ = own and own is not place and place is not _CONSENT and place is not _COMMENTS
        if may_differ and _fits(own, node, sums, main) and not _is_named_otherwise(own, node, blocks):
            place = own
        found.append(place)
    return found


class _Sums(NamedTuple):
    """Bytes of running text, and characters in links and outside of them, before each block and in all."""

    prose: Sequence[int]
    linked: Sequence[int]
    unlinked: Sequence[int]


def _fits(place: Place, node: Node, sums: _Sums, main: Node | None) -> bool:
    """Whether an element holds so little of the page, and a footer stands so far down, that it can be what
    its words say."""
    size = len(sums.prose) - 1
    if place is _FOOTER and node.last < _FOOT * size:
        return False
    prose, linked, unlinked = (each[node.last] - each[node.first] for each in sums)
    if place is not _COMMENTS and node.last - node.first > max(_FEW_BLOCKS, _MAX_BLOCKS * size):
        if unlinked > _MAX_BESIDE_LINKS * linked:
            return False
        if node.tag == "nav" and is_beside(node, main):
            return True
        if place is not Place.CONTENTS or sums.prose[-1] - prose < _LEAST_TEXT:
            return False
    if place in _MAX_PROSE:
        return prose <= _MAX_PROSE[place] * sums.prose[-1]
    is_linked = unlinked < linked or unlinked <= _MAX_UNLINKED * sums.unlinked[-1]
    return is_linked and prose <= _MAX_PROSE_OF_LINKS * sums.prose[-1]
