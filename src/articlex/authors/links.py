"""Links to persons' pages: candidates, and what the address of a link says of the name that it prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from urllib.parse import unquote

from articlex.authors.binning import binned
from articlex.authors.gathering import Authors, Gathering
from articlex.bylines.names import read_names
from articlex.page import Block, Page, Role
from articlex.read.html.attributes import NAMING_WORDS
from articlex.regex import regex
from articlex.signs.accounts import without_server
from articlex.signs.links import is_link_row
from articlex.signs.person_addresses import of_persons, says_person
from articlex.tokens import squeeze

#: Folders of addresses in which sites keep the pages of their tags and sections.
_TOPICS = frozenset(
    """tag tags category categories kategorie kategorien categoria categorias rubrik rubric rubrique rubrica
    section sections topic topics label labels keyword keywords thema themen tema temas etiqueta
    etiquetas""".split()
)
#: A section of Discourse, which ends with its number: "/c/workshop/brakes/7". "/c/ann" is a channel.
_NUMBERED_TOPIC = regex(r"/c/(?:[^/?#]{1,100}/){1,3}\d{1,9}/?\Z")
#: Characters of the longest nickname.
_NICKNAME = 8
#: Words in class attributes for the nickname of a member.
_NICKNAMES = frozenset(("nick", "nickname", "username"))
#: Characters of the longest block that is no running text, and of the longest name in it.
_MAX_BLOCK = 300
_MAX_NAME = 60
#: Links to persons that are looked at; a page with more is a thread or a list.
_MAX_LINKS = 40
#: Roles of blocks whose links do not lead to the author.
_NEVER = frozenset((
    Role.NAV, Role.FOOTER, Role.SHARE, Role.LANGUAGE_MENU, Role.BREADCRUMB, Role.PAGINATION, Role.CONSENT,
    Role.LEGAL, Role.PROMO, Role.TAGS,
))  # fmt: skip
#: Authors of one text whose links stand in one block, at most.
_MAX_LIST = 12
#: How :func:`add_links` has noted that the address of a link is a person's.
TO_PERSON = frozenset(("link:p", "link:pn", "link:pm", "link:pnm"))
#: Letters of the shortest name to find in an address, and characters beside it there: "ann-example-1234".
_LEAST_KEY, _MOST_BESIDE = 4, 12


def says_name(href: str, name: str) -> bool:
    """Whether the last part of an address is the name itself: "/people/ann-example/"."""
    last = href.partition("?")[0].rstrip("/").rpartition("/")[2]
    # A low line in a handle is no part of a word: "ann_e".
    key = squeeze(name.replace("_", " "))
    if len(key) < _LEAST_KEY or len(last) < _LEAST_KEY:
        return False
    last = squeeze(unquote(last).replace("_", " "))
    return key in last and len(last) <= len(key) + _MOST_BESIDE


def _says_topic(href: str) -> bool:
    """Whether an address is that of a tag or a section, and not of a person's page: "/tag/rivers/"."""
    is_topic = not _TOPICS.isdisjoint(folders(href)) or _NUMBERED_TOPIC.search(href) is not None
    return is_topic and not says_person(href)


def folders(href: str) -> list[str]:
    """The parts of an address but for the last, in lower case: ["", "tag"] of "/tag/rivers/"."""
    return href.partition("?")[0].rstrip("/").lower().split("/")[:-1]


def leads_to_topic(block: Block, name: str) -> bool:
    """Whether a link in ``block`` whose whole text is ``name`` leads to a tag or a section."""
    return any(text == name and _says_topic(href) for text, href in linked_names(block))


def names_member(candidate: Authors, blocks: Sequence[Block]) -> bool:
    """Whether a candidate is a member of the site: one of ``blocks`` links a short name with an address or a
    class ("follow-nickName") for members."""
    linked = ((*pair, block) for block in blocks for pair in linked_names(block))
    return any(
        name in candidate.names
        and len(name) <= _NICKNAME
        and (says_person(href) or not _NICKNAMES.isdisjoint(block.inline_words))
        for name, href, block in linked
    )


def linked_names(block: Block) -> Iterator[tuple[str, str]]:
    """(text, address) of each link of a block whose text is not longer than a name. Runs with the same
    address are one link; a picture ends it."""
    for href, runs in groupby(block.runs, key=lambda run: run.href if run.src is None else None):
        text = "".join([run.text for run in runs]).strip()
        if href is not None and 1 < len(text) <= _MAX_NAME:
            yield text, href


def spans_links(block: Block, name: str) -> bool:
    """Whether what looks like a name is the text of two links side by side, as in a menu: "Home News"."""
    start = block.text.find(name)
    if start < 0:
        return False
    end = start + len(name)
    place, hrefs = 0, set()
    for run in block.runs:
        if place < end and place + len(run.text) > start and run.href is not None and run.text.strip():
            hrefs.add(run.href)
        place += len(run.text)
    return len(hrefs) > 1


def add_links(found: Gathering) -> None:
    """Add links to persons' pages, as their addresses or the classes of their elements tell them."""
    order: dict[str, int] = {}
    lists: dict[int, list[str]] = {}
    links = list(_links(found))
    people = Counter(link.block.index for link in links)
    for block, text, signs in links:
        index = block.index
        if is_link_row(block) and 2 * people[index] < block.links:
            # "About me" in a menu is no name, whatever its address says.
            continue
        names = read_names(without_server(text))
        if len(names) != 1:
            continue
        below = index >= found.zones.title - 3
        place = binned(order.setdefault(names[0], len(order) + 1) if below else 99, (1, 2, 4))
        candidate = found.entry(names, index)
        candidate.features.update(
            (f"link:{signs}", f"link:{place}", f"link:{found.zones.part(index)}:{place}")
        )
        candidate.features.update(found.placed("link", index))
        lists.setdefault(index, []).append(names[0])
    for index, each in lists.items():
        names = tuple(dict.fromkeys(each))
        if 1 < len(names) <= _MAX_LIST:
            candidate = found.entry(names, index)
            candidate.features.add("joined-links")
            candidate.features.update(found.placed("joined-links", index))
    count = f"linked-people:{binned(len(order), (1, 2, 4, 8))}"
    for candidate in found.entries.values():
        if any(name in order for name in candidate.names):
            candidate.features.add(count)


class _Link(NamedTuple):
    """A link that may lead to a person's page. ``signs``, such as "pn", say why: "p" (the address is a
    person's), "n" (it has the name), "m" (the class)."""

    block: Block
    text: str
    signs: str


def _links(found: Gathering) -> Iterator[_Link]:
    """The links that may lead to persons' pages, about :data:`_MAX_LINKS` at most."""
    page, near = found.page, set(found.zones.near)
    blocks = [
        block
        for block in page.blocks
        if block.links and len(block.text) <= _MAX_BLOCK and page.marks[block.index].role not in _NEVER
    ]
    persons = of_persons({run.href for block in blocks for run in block.runs if run.href})
    left = _MAX_LINKS
    for block in blocks:
        is_marked = _is_marked(page, block)
        is_near = is_marked or block.index in near
        for text, href in linked_names(block) if is_near or persons else ():
            is_person = href in persons
            if not (is_person or is_near):
                continue
            is_named = says_name(href, text)
            if is_named and text[0] == "@" and block.index < found.signs.first:
                # The handle of a member; inside the text it mentions somebody.
                text, is_person = text[1:], True
            if is_person or is_marked or is_named:
                yield _Link(block, text, "p" * is_person + "n" * is_named + "m" * is_marked)
                left -= 1
        if left <= 0:
            return


def _is_marked(page: Page, block: Block) -> bool:
    """Whether a class or id of the block's element, or of one inside it, says that it names somebody."""
    words = page.nodes[block.node].words
    return not (NAMING_WORDS.isdisjoint(words) and NAMING_WORDS.isdisjoint(block.inline_words))
