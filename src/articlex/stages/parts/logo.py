"""The site's name in its logo, where nothing else says it: the alternative text of the picture that leads to
the front page, or the text of such a link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.addresses import host_of, is_front, same_site
from articlex.facts import best_value, page_host
from articlex.page import Block, Fact, Field, Form, Page, Run
from articlex.regex import regex
from articlex.signs.links import leads_into_page
from articlex.titles.site_names import may_be_site_name, site_names
from articlex.tokens import squeeze

#: The first blocks, among which a logo is. A text has to name the host, where that is known; else it has to
#: be in the first block. Of the 113 pages of 3,736 that have no other name, some eight get a wrong one: a
#: section, a button, a flag.
_HEAD = 8
#: What alternative texts have beside the name: "Logo: Example", "Example logo".
_LOGO = regex(r"(?i)\Alogo(?:\s*:\s*|\s+(?:(?:of|von|de|der|du)\s+)?)|[\s-]*\blogo\Z")
#: Words of those that say where the picture leads.
_LEADS = regex(r"(?i)\b(?:home|click|back)\b")
_SCORE = 0.4


def name_in_logo(page: Page) -> Fact | None:
    """The name of the site by its logo; None without."""
    if page.form is not Form.HTML:
        return None
    host, title = page_host(page), squeeze(best_value(page, Field.TITLE))
    labels = site_names((), host).labels
    head = [block for block in page.blocks[:_HEAD] if not leads_into_page(block)]
    pictured = False
    for block, run in _links_home(head, host):
        name = _LOGO.sub("", run.text.strip()).strip(" -:|")
        is_name = may_be_site_name(name) and "://" not in name and squeeze(name) != title
        is_first = run.src is not None and not pictured and not _LEADS.search(name)
        pictured = pictured or run.src is not None
        is_first = is_first or (block is head[0] and not host)
        if is_name and (is_first or _names_host(name, labels)):
            return Fact(Field.SITENAME, name, "logo", run.text, "logo", _SCORE, block.index)
    return None


def _links_home(head: Sequence[Block], host: str) -> Iterator[tuple[Block, Run]]:
    """The links to the front page in the blocks at the head of the page."""
    for block in head:
        for run in block.runs:
            if run.href is not None and run.text.strip() and is_front(run.href):
                other = host_of(run.href)
                if not other or (host and same_site(other, host)):
                    yield block, run


def _names_host(name: str, labels: Sequence[str]) -> bool:
    """Whether a name has a label of the host in it."""
    squeezed = squeeze(name)
    return any(label in squeezed for label in labels)
