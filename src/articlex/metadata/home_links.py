"""The name of a site whose markup states none: a part of the title that also is the text of a link to the
front page, or stands in a copyright notice."""

from __future__ import annotations

from collections.abc import Container, Sequence

from articlex.addresses import FRONT_FILES, host_of, is_front, same_site
from articlex.copyright_notices import holder, short_notices
from articlex.data.labels import labels, normal
from articlex.page import Block
from articlex.titles.trim import around_colon, clean_title, end_in_brackets, split_title
from articlex.tokens import fold

_STARTS = tuple(f"{name}." for name in FRONT_FILES)
#: Blocks at the top of a page, among which its logo is.
_HEAD = 12


def home_names(title: str, blocks: Sequence[Block], host: str) -> list[str]:
    """The first or last part of ``title``, or both, that is the text of a link to the front page; else the
    ones that a copyright notice names. [] if there is none.

    ``host`` is that of the page, "" if unknown. The first part may end with a colon: "Site: Headline". What
    stands in brackets at the end, "Page [Site]", is a name if any link at the top of the page has this text.
    """
    title = clean_title(title)
    links = (block.text for block in blocks[:_HEAD] if block.link_chars >= len(block.text))
    if (name := end_in_brackets(title)[1:-1]) and name in links:
        return [name]
    ends = _ends(title)
    if not ends:
        return []
    linked = _linked(ends, blocks, host)
    first = fold(split_title(title).parts[0])
    if not host and first in linked and _is_cited(first, blocks):
        linked.remove(first)
    if linked:
        return [part for key, part in ends.items() if key in linked]
    holders = [holder(notice.text) for notice in short_notices(blocks)]
    return [part for key, part in ends.items() if any(_is_holder(key, each) for each in holders)]


def _ends(title: str) -> dict[str, str]:
    """The parts of a title that may be the site's name, by their folded forms: the first, the last, and what
    stands before a colon."""
    parts = split_title(title).parts
    site, headline = around_colon(title)
    said = [parts[0], parts[-1]] if len(parts) > 1 else []
    said += [site] if headline else []
    return {fold(part): part for part in said if normal(part) not in labels()}


def _linked(keys: Container[str], blocks: Sequence[Block], host: str) -> set[str]:
    """Those of ``keys``, folded texts, that are the text of a link to the front page of ``host``."""
    return {
        key
        for block in blocks
        if block.links
        for run in block.runs
        if run.href is not None
        and _may_be_front(run.href)
        and (key := fold(run.text)) in keys
        and is_front(run.href)
        and _may_be_own(run.href, host)
    }


def _may_be_own(href: str, host: str) -> bool:
    """Whether an address may be of the page's site, whose ``host`` may be unknown: links to other sites have
    headlines as their texts."""
    other = host_of(href)
    return not other or not host or same_site(other, host)


def _is_cited(key: str, blocks: Sequence[Block]) -> bool:
    """Whether all links to a front page with the text ``key`` have a host, while most links of the page have
    none: then they lead to another site."""
    runs = [run for block in blocks if block.links for run in block.runs if run.href is not None]
    hosts = [host_of(run.href) for run in runs]
    said = {
        other
        for run, other in zip(runs, hosts, strict=True)
        if is_front(run.href or "") and fold(run.text) == key
    }
    return "" not in said and hosts.count("") > sum(map(hosts.count, said))


def _is_holder(key: str, name: str) -> bool:
    """Whether the holder ``name``, up to a comma, is ``key``, or begins with it if that has several words:
    "Sample Post Company" for "sample post"."""
    return fold(name.partition(",")[0]) == key or (" " in key and fold(name).startswith(f"{key} "))


def _may_be_front(href: str) -> bool:
    """Whether an address may be that of a front page by its end: this rules most out in a third of the
    time."""
    end = href.rstrip("?# \t\r\n\f")
    return (
        end[-1:] == "/"
        or True in [start in end for start in _STARTS]
        or (end.count("/") == 2 and "//" in end)
    )
