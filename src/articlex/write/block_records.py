"""The kept blocks as records in the JSON output."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from articlex.page import Block, Container, Run, Table, runs_text
from articlex.write.control import strip_controls
from articlex.write.links import Links, links_of
from articlex.write.table_grid import expand

if TYPE_CHECKING:
    from articlex.article import Article


def block_records(article: Article) -> list[dict[str, Any]]:
    """A record for each block of the body, in order.

    A container (list, item, quotation) is described once, in the ``opens`` of its first block; the others
    refer to it by id, or deeply nested blocks would all repeat the whole chain.
    """
    page = article.page
    links = links_of(article)
    known: set[int] = set()
    return [_record(block, page.role(block.index).value, links, known) for block in article.body]


def _record(block: Block, role: str, links: Links, known: set[int]) -> dict[str, Any]:
    """The record of one block; ``known`` are the ids of the containers described so far."""
    runs = block.runs
    if block.table is not None:
        runs = tuple(run for row in block.table.rows for cell in row for run in cell.runs)
    record: dict[str, Any] = {
        "index": block.index,
        "kind": block.kind.value,
        "role": role,
        "text": strip_controls(block.text),
        "level": block.level or None,
        "language": block.language or None,
        "within": block.within[-1].id if block.within else None,
        "opens": list(_opened(block, known)),
        "links": list(_links(runs, links)),
        "images": [
            {"alt": strip_controls(run.text), "url": url}
            for run in runs
            if run.src is not None and (url := links.resolve(run.src)) is not None
        ],
    }
    if block.table is not None:
        record["rows"] = _rows(block.table)
        record["header_rows"] = block.table.header_rows
    return record


def _links(runs: Iterable[Run], links: Links) -> Iterable[dict[str, str]]:
    """The links of a block; neighbouring runs of one address are one link."""
    for href, group in groupby(runs, key=lambda run: run.href):
        url = links.resolve(href) if href is not None else None
        if url is not None:
            yield {"text": strip_controls(runs_text(group)), "url": url}


def _rows(table: Table) -> list[list[str]]:
    return [[strip_controls(runs_text(cell.runs)) for cell in line] for line in expand(table)]


def _opened(block: Block, known: set[int]) -> Iterator[dict[str, Any]]:
    """The records of containers that are not yet ``known``, outermost first."""
    first = len(block.within)
    while first and block.within[first - 1].id not in known:
        first -= 1
    for place in range(first, len(block.within)):
        container = block.within[place]
        known.add(container.id)
        yield _container(container, block.within[place - 1] if place else None)


def _container(container: Container, outer: Container | None) -> dict[str, Any]:
    return {
        "id": container.id,
        "within": outer.id if outer else None,
        "wrap": container.wrap.value,
        "ordered": container.ordered,
        "number": container.number,
        "checked": container.checked,
        "label": strip_controls(container.label) or None,
    }
