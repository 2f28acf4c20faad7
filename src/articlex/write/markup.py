"""The common part of the HTML and TEI writers: the traversal of a tree of blocks, and inline elements."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable

from articlex.page import Block, Cell, Kind, Run, Style, Table
from articlex.write.structure import Branch, nest

#: The check box of a task, by :attr:`~articlex.page.Container.checked`.
BOXES = {None: "", True: "☑ ", False: "☐ "}
#: Styles whose neighbouring runs stay separate elements: keys, and code.
_ONE_EACH = Style.CODE | Style.KBD


class MarkupWriter(ABC):
    """Writes each block and container as an element, "" for one that has nothing to show, and runs as text in
    inline elements."""

    __slots__ = ()
    #: The element of a rule.
    rule: str

    def blocks(self, tree: Iterable[Branch | Block]) -> list[str]:
        """The elements of blocks and containers, in order."""
        pieces = [self.container(child) if isinstance(child, Branch) else self.block(child) for child in tree]
        return [piece for piece in pieces if piece]

    def block(self, block: Block) -> str:
        """The element of a block."""
        if block.kind is Kind.CODE:
            return self.code(block)
        if block.kind is Kind.TABLE and block.table is not None:
            return self.table(block.table)
        if block.kind is Kind.MATH:
            return self.formula(block)
        if block.kind is Kind.RULE:
            return self.rule
        return self.text(block)

    def cell_blocks(self, cell: Cell) -> list[str]:
        """The elements of the block content of a cell."""
        return self.blocks(nest(cell.blocks))

    def inline(self, runs: Iterable[Run]) -> str:
        """The runs of a block or a cell; elements that neighbours have in common are opened once."""
        out: list[str] = []
        opened: list[str] = []
        before: Run | None = None
        for run in runs:
            wanted = self.elements(run)
            if before is not None and run.style & _ONE_EACH and run[1:] == before[1:] and opened:
                out.append(_end(opened.pop()))
            shared = 0
            for one, other in zip(opened, wanted, strict=False):
                if one != other:
                    break
                shared += 1
            out += [_end(tag) for tag in reversed(opened[shared:])]
            out += [f"<{tag}>" for tag in wanted[shared:]]
            out.append(self.content(run))
            opened, before = wanted, run
        out += [_end(tag) for tag in reversed(opened)]
        return "".join(out)

    @abstractmethod
    def elements(self, run: Run) -> list[str]:
        """The elements around a run, the outermost first: start tags without brackets (``a href="x"``)."""

    @abstractmethod
    def content(self, run: Run) -> str:
        """What stands inside the elements of a run."""

    @abstractmethod
    def container(self, branch: Branch) -> str:
        """The element of a container."""

    @abstractmethod
    def code(self, block: Block) -> str:
        """The element of a block of code."""

    @abstractmethod
    def formula(self, block: Block) -> str:
        """The element of a displayed formula."""

    @abstractmethod
    def table(self, table: Table) -> str:
        """The element of a table."""

    @abstractmethod
    def text(self, block: Block) -> str:
        """The element of a block of running text."""


def _end(tag: str) -> str:
    return f"</{tag.split(' ', 1)[0]}>"
