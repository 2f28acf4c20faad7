"""What w3m prints for pictures without alternative text: in brackets the name of the file without its ending,
which may be cut ("[harbour-2024-03]", "[logo]")."""

from __future__ import annotations

from itertools import chain

from articlex.page import Block, Form, Kind, Page
from articlex.regex import regex
from articlex.signs import once_a_page

#: One or more such names, and nothing else; one that tells: no word has figures, a hyphen or an underscore in
#: it, and a reference is in capitals. An address may be cut to its scheme.
_NAMES = regex(r"(?a:(?:\[(?=[^\]]{0,80}[a-z\d]{2})[\w.%~+@-]{2,80}\](?:\s+|\Z))+)")
_TELLING = regex(r"\[(?:(?=[^\]_]*_|[^\]]*[a-z])(?=[^\]]*[\d_-])[^\]]+|https?)\]")
#: Fewest names that tell, of a page that has any; w3m cuts several to the same one.
_LEAST = 2
_NO_TEXT = frozenset((Kind.CODE, Kind.TABLE, Kind.EMBED))


@once_a_page
def picture_names(page: Page) -> set[int]:
    """The indices of the blocks that are nothing but names of pictures. "[section]" above "key = value" is
    none."""
    if page.form is not Form.TEXT or not page.blocks:
        return set()
    following = chain(page.blocks[1:], (None,))
    found = [
        block
        for block, below in zip(page.blocks, following, strict=True)
        if block.text[:1] == "[" and _may_name(block) and not (below and "=" in below.text)
    ]
    telling = sum(len(_TELLING.findall(block.text)) for block in found)
    return {block.index for block in found} if telling >= _LEAST else set()


def _may_name(block: Block) -> bool:
    return block.kind not in _NO_TEXT and _NAMES.fullmatch(block.text) is not None
