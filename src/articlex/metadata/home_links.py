"""The name of a site whose markup states none: a part of the title that links to its front page, or that
stands in the notice of who has the copyright."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.addresses import host_of, same_site, split_address
from articlex.copyright_notices import has_notice, holder
from articlex.data.labels import labels, normal
from articlex.page import Block
from articlex.regex import regex
from articlex.titles.trim import around_colon, clean_title, end_in_brackets, split_title
from articlex.tokens import fold

#: What the file is called with which such an address may end.
_FILES = ("index", "default", "home")
_STARTS = tuple(f"{name}." for name in _FILES)
#: "/", "../../", "index.html", "./index.php"; "./" is what a page of MkDocs calls itself.
_FRONT = regex(rf"/|(?:\.\./)+|(?:/|\./|(?:\.\./)+)?(?:{'|'.join(_FILES)})\.\w{{3,5}}")

#: Blocks at the head of a page, among which its logo is.
_HEAD = 12

#: Characters of the longest copyright notice.
_MOST_NOTICE = 200


def home_names(title: str, blocks: Sequence[Block], host: str) -> list[str]:
    """The first or the last part of the <title>, or both, where a link to the front page says the same;
    else the one that a copyright notice names. ``host`` is that of the page, "" where nothing tells.

    The first part may end with a colon: "Site: Headline". What stands in brackets at the end is a name where
    any link at the head of the page says it: "Page [Site]".
    """
    title = clean_title(title)
    if (name := end_in_brackets(title)[1:-1]) and _is_linked(name, blocks[:_HEAD]):
        return [name]
    parts = split_title(title).parts
    site, headline = around_colon(title)
    said = [parts[0], parts[-1]] if len(parts) > 1 else []
    said += [site] if headline else []
    ends = {fold(part): part for part in said if normal(part) not in labels()}
    if not ends:
        return []
    linked = {
        key
        for block in blocks
        if block.links
        for run in block.runs
        if run.href is not None
        and _may_be_front(run.href)
        and (key := fold(run.text)) in ends
        and is_front(run.href)
        and _may_be_own(run.href, host)
    }
    if not host and fold(parts[0]) in linked and _is_cited(fold(parts[0]), blocks):
        linked.remove(fold(parts[0]))
    holders = () if linked else [*_holders(blocks)]
    return [
        part for key, part in ends.items() if key in linked or any(_is_holder(key, each) for each in holders)
    ]


def _is_linked(name: str, blocks: Sequence[Block]) -> bool:
    return any(block.link_chars >= len(block.text) and block.text == name for block in blocks)


def _may_be_own(href: str, host: str) -> bool:
    """Whether an address is of the page's site, as far as the page tells its host: others have headlines of
    link lists for their names."""
    other = host_of(href)
    return not other or not host or same_site(other, host)


def _is_cited(key: str, blocks: Sequence[Block]) -> bool:
    """Whether all links to a front page that say ``key`` are addresses of another host than the page's links,
    which mostly have none."""
    runs = [run for block in blocks if block.links for run in block.runs if run.href is not None]
    hosts = [host_of(run.href) for run in runs]
    said = {
        other
        for run, other in zip(runs, hosts, strict=True)
        if is_front(run.href or "") and fold(run.text) == key
    }
    return "" not in said and hosts.count("") > sum(map(hosts.count, said))


def _holders(blocks: Sequence[Block]) -> Iterator[str]:
    """Whom copyright notices name."""
    for block in blocks:
        if len(block.text) <= _MOST_NOTICE and has_notice(block.text):
            yield holder(block.text)


def _is_holder(key: str, name: str) -> bool:
    """Whether a notice names ``key``, alone or before a comma; one of several words may go on, as in "Sample
    Post Company"."""
    return fold(name.partition(",")[0]) == key or (" " in key and fold(name).startswith(f"{key} "))


def _may_be_front(href: str) -> bool:
    """Whether an address ends as that of a front page may: most are told in a third of the time."""
    end = href.rstrip("?# \t\r\n\f")
    return (
        end[-1:] == "/"
        or True in [start in end for start in _STARTS]
        or (end.count("/") == 2 and "//" in end)
    )


def is_front(href: str) -> bool:
    """Whether a link leads to a site's front page, by its form: "/", "../", "index.html"."""
    address = split_address(href.strip())
    if address.query or address.fragment:
        return False
    return _FRONT.fullmatch(address.path or ("/" if address.netloc else "")) is not None
