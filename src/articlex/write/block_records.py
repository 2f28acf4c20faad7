"""The kept blocks as records of the JSON output."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from articlex.page import Block, Container, Run, Table
from articlex.write.control import strip_controls
from articlex.write.links import Links
from articlex.write.table_grid import expand

if TYPE_CHECKING:
    from articlex.article import Article


def block_records(article: Article) -> list[dict[str, Any]]:
    """A record for each block of the body, in order."""
    page = article.page
    links = Links(page.url or article.url, page.markup.base)
    return [_record(block, page.role(block.index).value, links) for block in article.body]


def _record(block: Block, role: str, links: Links) -> dict[str, Any]:
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
        "within": [_container(container) for container in block.within],
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
    for href, group in groupby(runs, key=lambda run: run.href):
        url = links.resolve(href) if href is not None else None
        if url is not None:
            text = "".join(run.text for run in group if run.src is None)
            yield {"text": strip_controls(text), "url": url}


def _rows(table: Table) -> list[list[str]]:
    return [
        [strip_controls("".join(run.text for run in cell.runs if run.src is None)) for cell in line]
        for line in expand(table)
    ]


def _container(container: Container) -> dict[str, Any]:
    return {
        "wrap": container.wrap.value,
        "id": container.id,
        "ordered": container.ordered,
        "number": container.number,
        "checked": container.checked,
        "label": strip_controls(container.label) or None,
    }
