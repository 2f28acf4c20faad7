"""The name of a site whose markup states none: a part of the title that links to its front page."""

from __future__ import annotations

from collections.abc import Sequence

from articlex.addresses import split_address
from articlex.data.labels import labels, normal
from articlex.page import Block
from articlex.regex import regex
from articlex.titles.trim import around_colon, clean_title, split_title
from articlex.tokens import fold

#: What the file is called with which such an address may end.
_FILES = ("index", "default", "home")
_STARTS = tuple(f"{name}." for name in _FILES)
#: "/", "../../", "index.html", "./index.php"; "./" is what a page of MkDocs calls itself.
_FRONT = regex(rf"/|(?:\.\./)+|(?:/|\./|(?:\.\./)+)?(?:{'|'.join(_FILES)})\.\w{{3,5}}")


def home_names(title: str, blocks: Sequence[Block]) -> list[str]:
    """The first or the last part of the <title>, or both, where a link to the front page says the same.

    The first part may end with a colon: "Site: Headline".
    """
    title = clean_title(title)
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
    }
    return [part for key, part in ends.items() if key in linked]


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
