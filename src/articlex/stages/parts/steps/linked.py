"""The sections in an element that is named a breadcrumb, by its links, whatever its first step is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from articlex.addresses import address_key, is_front, split_address
from articlex.data.labels import meaning_of
from articlex.facts import best_value
from articlex.page import Block, Field, Page
from articlex.punctuation import COLONS
from articlex.signs.links import linked_names
from articlex.signs.path_steps import MAX_APART, MAX_STEP, MAX_STEPS
from articlex.titles.site_names import is_host
from articlex.titles.trim import clean_title, split_title
from articlex.tokens import fold, squeeze

#: The end of a step that a template has cut short.
_CUT = ("…", "...")


def linked_sections(page: Page, blocks: Sequence[int]) -> tuple[str, ...]:
    """The steps of the first path in ``blocks``, which are those of breadcrumbs, without the home page and
    the page itself; () if it has none, too many, or one that is too long.

    "Website: Fashion > Coats > Ten warm coats" has "Fashion" and "Coats" by its links; the label in front and
    the page itself have none.
    """
    steps = list(_first_path(page, blocks))
    if not 1 <= len(steps) <= MAX_STEPS:
        return ()
    site = squeeze(best_value(page, Field.SITENAME))
    hosts = [split_address(href).hostname or "" for _, href in steps]
    names = [
        name
        for place, (name, href) in enumerate(steps)
        if not (_names_home(name, site, place) or (is_front(href) and not _is_section_host(hosts, place)))
    ]
    if names and steps[-1][0] == names[-1] and _is_own(page, *steps[-1]):
        names.pop()
    if any(len(name) > MAX_STEP or name.endswith(_CUT) for name in names):
        return ()
    return tuple(dict.fromkeys(names))


def _first_path(page: Page, blocks: Sequence[int]) -> Iterator[tuple[str, str]]:
    """(name, address) of the links of the first path, up to a block without any, or to a gap."""
    last = -1
    for index in blocks:
        links = [(_once(name.strip(" >›»/|")), href) for name, href in _path_links(page.blocks[index])]
        links = [(name, href) for name, href in links if any(map(str.isalnum, name)) and _leads_away(href)]
        if last >= 0 and (index - last > MAX_APART or (not links and len(page.blocks[index].text) > 1)):
            return
        if links:
            last = index
            yield from links


def _names_home(name: str, site: str, place: int) -> bool:
    """Whether a step is called home or as the site is, or is the first and a host. ("Node.js" is none.)"""
    return meaning_of(name) == "home" or squeeze(name) == site or (place == 0 and is_host(name))


def _is_section_host(hosts: Sequence[str], place: int) -> bool:
    """Whether the front page of ``hosts[place]`` is that of a section: it stands behind that of the site, on
    a host of its own. "Post > Sport" on www.post.example and sport.post.example."""
    host = hosts[place]
    is_own = bool(host) and not host.startswith("www.")
    return place > 0 and is_own and not any(before.endswith(host) for before in hosts[:place])


def _path_links(block: Block) -> Iterator[tuple[str, str]]:
    """The links of a block up to the step without a link, which is the page itself: behind it stand others,
    "Post > Sport > The match <a>Subscribe</a>". A label has a colon."""
    is_begun = False
    for place, run in enumerate(block.runs):
        is_begun = is_begun or bool(run.href)
        is_text = run.href is None and run.src is None and any(map(str.isalnum, run.text))
        if is_begun and is_text and run.text.rstrip()[-1] not in COLONS:
            return linked_names(replace(block, runs=block.runs[:place]))
    return linked_names(block)


def _leads_away(href: str) -> bool:
    """Whether a link leads to a page; the buttons of a menu lead to a place on this one or run a script."""
    return not href.startswith(("#", "javascript:"))


def _once(name: str) -> str:
    """A name without its second copy, which some sites have for screen readers: "Phones Phones"."""
    half = len(name) // 2
    return name[:half] if name[:half] == name[half + 1 :] and name[half : half + 1] == " " else name


def _is_own(page: Page, name: str, href: str) -> bool:
    """Whether a step is the page itself: it leads there, or is called so, perhaps cut short."""
    own = {address_key(page.url or ""), address_key(best_value(page, Field.URL))} - {""}
    whole = clean_title(page.markup.title)
    if name.endswith(_CUT):
        return fold(whole).startswith(fold(name.rstrip("….")))
    return address_key(href) in own or fold(name) in {fold(whole), fold(split_title(whole).parts[0])}
