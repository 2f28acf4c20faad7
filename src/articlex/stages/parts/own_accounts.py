"""Lines at the end of an article that lead to the site's own account on a social network: "Follow us"."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from articlex.addresses import split_address
from articlex.page import Block, Page
from articlex.signs.networks import SURE_NETWORKS
from articlex.titles.page_site import page_site
from articlex.tokens import latinised, squeeze

#: The last kept blocks that are looked at, bytes of the longest, and steps of the longest path to an account;
#: that to a post has more. Characters of the shortest name of a site that is sought there.
_LAST, _MOST, _STEPS, _LEAST_NAME = 3, 345, 2, 5


def own_accounts(page: Page, chosen: set[int]) -> set[int]:
    """Those of the last ``chosen`` blocks that link to an account with the name of the site in its address.

    On the annotated pages 11 such blocks, of eight sites, are not gold, and three, of two, are.
    """
    last = sorted(index for index in chosen if page.blocks[index].text)[-_LAST:]
    asked = [page.blocks[index] for index in last if len(page.blocks[index].text.encode()) <= _MOST]
    handles = {block.index: list(_handles(block)) for block in asked if block.links}
    if not any(handles.values()):
        return set()
    site = page_site(page)
    names = {latinised(name) for name in (*site.squeezed, *site.labels) if len(name) >= _LEAST_NAME}
    return {index for index, found in handles.items() if any(name in one for name in names for one in found)}


def _handles(block: Block) -> Iterator[str]:
    """The paths of links of a block to accounts on social networks."""
    for run in block.runs:
        address = split_address(run.href or "")
        path = address.path.strip("/")
        if not SURE_NETWORKS.isdisjoint(address.netloc.split(".")) and path and path.count("/") < _STEPS:
            yield latinised("".join(filter(str.isalnum, squeeze(unquote(path)))))
