"""Links to persons' pages: candidates, and what the address of a link says of the name that it prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote

from articlex.addresses import folders, host_of
from articlex.authors.gathering import Authors, Gathering
from articlex.bylines.names import read_names
from articlex.class_words import NAMING_WORDS
from articlex.data.bylines import byline_words
from articlex.page import Block, Page, Role
from articlex.punctuation import COLONS
from articlex.ranking import binned
from articlex.regex import regex
from articlex.signs.accounts import without_server
from articlex.signs.links import is_link_row, linked_names
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
#: Feature of a member who can be followed; blocks below the name with the button, and its characters.
_FOLLOWED, _BELOW, _MOST_BUTTON = "followed", 2, 16
#: Blocks below the headline with the nickname of the author.
_BELOW_TITLE = 4
#: Characters of the longest nickname.
_NICKNAME = 8
#: Words in class attributes for the nickname of a member.
_NICKNAMES = frozenset(("nick", "nickname", "username"))
#: Words by which an element around a link names a person. ("nickName" is taken apart.)
_NAMING = NAMING_WORDS | {"nick"}
#: Characters of the longest block that is no running text.
_MAX_BLOCK = 300
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


def leads_to_topic(block: Block, name: str) -> bool:
    """Whether a link in ``block`` whose whole text is ``name`` leads to a tag or a section, or to the host
    that it names: services that show pages of others say so where a page is from."""
    links = (href for text, href in linked_names(block) if text == name)
    return any(_says_topic(href) or _is_host(name, href) for href in links)


def names_member(candidate: Authors, blocks: Sequence[Block]) -> bool:
    """Whether a candidate is a member of the site: there is a button to follow them, or one of ``blocks``
    links a short name with an address or a class ("follow-nickName") for members."""
    if _FOLLOWED in candidate.features:
        return True
    short = [name for name in candidate.names if len(name) <= _NICKNAME]
    return bool(short) and any(
        name in short and (says_person(href) or not _NICKNAMES.isdisjoint(block.inline_words))
        for block in blocks
        for name, href in linked_names(block)
    )


def is_linked_person(candidate: Authors) -> bool:
    """Whether the page prints the names as a link whose address is a person's, as of a member of the site."""
    return not TO_PERSON.isdisjoint(candidate.features)


def _is_host(name: str, href: str) -> bool:
    return "." in name and host_of(href) == name.casefold().removeprefix("www.")


def with_bar_behind_link(block: Block) -> str:
    """The text of a block with a bar behind a link that has a label before it and text right behind it, which
    is another field: "Source: <a>Post</a>Berlin" → "Source: Post | Berlin"."""
    place = 0
    for run in block.runs:
        end = place + len(run.text)
        if run.href is not None and run.text.strip() and run.src is None:
            before, name, rest = block.text[:place], block.text[place:end], block.text[end:]
            is_led = before.rstrip()[-1:] in COLONS and name == run.text and bool(before.strip())
            is_glued = rest[:1].strip() != ""
            return f"{before}{name} | {rest}" if is_led and is_glued else block.text
        place = end
    return block.text


def _is_followed(blocks: Sequence[Block], index: int) -> bool:
    """Whether a button to follow somebody stands right below a block: the block names a member."""
    words = byline_words().follow
    return any(
        len(block.text) <= _MOST_BUTTON and block.text.strip("+＋ ").casefold() in words
        for block in blocks[index + 1 : index + 1 + _BELOW]
    )


def opens_with_label(block: Block, name: str) -> bool:
    """Whether what looks like a name ends with a link that leads to no person: "In <a>Rivers</a>"."""
    links = ((text, href) for text, href in linked_names(block) if text != name and name.endswith(text))
    return any(
        name[: -len(text)].strip() and not says_person(href) and not says_name(href, name)
        for text, href in links
    )


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
        if _is_followed(found.page.blocks, index):
            candidate.features.add(_FOLLOWED)
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
        is_followed, is_nickname = _is_followed(page.blocks, block.index), _is_nickname(found, block)
        for text, href in linked_names(block) if is_near or persons or is_followed else ():
            is_person = href in persons or is_nickname or (is_followed and block.text.startswith(text))
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


def _is_nickname(found: Gathering, block: Block) -> bool:
    """Whether the one link of a block right below the headline is in an element for a nickname."""
    is_below = 0 < block.index - found.zones.title <= _BELOW_TITLE and found.zones.title >= 0
    return is_below and block.links == 1 and not _NICKNAMES.isdisjoint(block.inline_words)


def _is_marked(page: Page, block: Block) -> bool:
    """Whether a class or id of the block's element, or of one inside it, says that it names somebody."""
    words = page.nodes[block.node].words
    return not (_NAMING.isdisjoint(words) and _NAMING.isdisjoint(block.inline_words))
