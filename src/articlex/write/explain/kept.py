"""The kept blocks in the report: the article as it reads, with a number before each block that leads to why.

No address of the page can be followed or loaded: that of a link is a tooltip, that of a picture is text.
"""

from __future__ import annotations

from articlex.page import Block, Kind, Run, Wrap
from articlex.write.explain.account import Account, Entry
from articlex.write.explain.pieces import shown_address, text
from articlex.write.headings import headings_of
from articlex.write.html import HtmlWriter
from articlex.write.links import links_of, shown_runs
from articlex.write.options import DEFAULTS
from articlex.write.structure import Branch


class KeptWriter(HtmlWriter):
    """Writes the kept blocks of one account, each with its number, in any number of calls of ``blocks``."""

    __slots__ = ("_waiting",)

    alignment = ' class="{}"'

    def __init__(self, account: Account) -> None:
        article = account.article
        super().__init__(links_of(article), DEFAULTS, headings_of(article), account.page.nodes)
        #: The kept blocks that are not yet written. Parts of a letter share a number, which stands at the
        #: first of them; blocks in the cells of a table have none.
        self._waiting = {entry.block.index: entry for entry in account.entries if entry.is_kept}

    def block(self, block: Block) -> str:
        entry = self._waiting.pop(block.index, None)
        piece = super().block(block)
        return _numbered(piece, entry) if entry is not None else piece

    def tag(self, block: Block) -> str:
        """As in the article, but below the headings of the report, and with nothing folded away."""
        tag = super().tag(block)
        if block.kind is Kind.HEADING and tag != "summary":
            return f"h{min(6, max(3, self._headings.level(block) + 1))}"
        return "p" if tag == "summary" else tag

    def container(self, branch: Branch) -> str:
        if branch.container.wrap is not Wrap.FOOTNOTE:
            return super().container(branch)
        children = self.blocks(branch.children)
        return '<div class="footnote">\n' + "\n".join(children) + "\n</div>" if children else ""

    def textless(self, block: Block) -> str:
        """What a block without text shows: pictures, and the address of what is embedded."""
        return self.inline(shown_runs(block, self._links))

    def link(self, run: Run) -> list[str]:
        if run.href is None:
            return []
        return [f'span class="link" title="{shown_address(run.href, self._links)}"']

    def picture(self, alternative: str, src: str) -> str:
        address = shown_address(src, self._links)
        return f'<span class="picture"><b>picture</b> {text(alternative)} <small>{address}</small></span>'


def _numbered(piece: str, entry: Entry) -> str:
    """The element of a block with its number, which writers see through: it begins with the same tag."""
    block, role = entry.block, entry.mark.role
    sign = f'<a class="n r-{role}" id="b{block.index}" href="#k{block.index}">{block.index}</a>'
    if not piece:
        return f'<p class="textless">{sign}({block.kind}) {text(entry.shown)}</p>'
    head, cell, rest = piece.partition("<tr><t") if block.table is not None else (piece, "", "")
    if cell:  # in the first cell: a caption, which is another block, comes before it
        start, _, rest = rest.partition(">")
        return f'<div class="wide r-{role}" tabindex="0">{head}{cell}{start}>{sign}{rest}</div>'
    if piece.startswith(("<hr", "<table")):  # which hold no text
        return f"<div>{sign}{piece}</div>"
    return piece.replace(">", f">{sign}", 1)
