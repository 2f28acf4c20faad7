"""The body as plain text."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from articlex.page import Block, Role, Run, Style, runs_text
from articlex.write.control import strip_controls
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.table_grid import table_text

if TYPE_CHECKING:
    from articlex.article import Article

_QUOTE = Style.QUOTE


def write_text(article: Article) -> str:
    """The kept blocks with an empty line between them, without headline, captions and markup."""
    marks, caption = article.page.marks, Role.CAPTION
    running = (_shown(block) for block in article.body if marks[block.index].role is not caption)
    return strip_controls("\n\n".join(text for text in running if text))


def write_text_file(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The headline and the body as plain text, the ``txt`` format; "" without a body."""
    body = write_text(article)
    parts = [part for part in (strip_controls(article.title or ""), body) if part]
    return "\n\n".join(parts) + "\n" if body else ""


def _shown(block: Block) -> str:
    if block.table is not None:
        return table_text(block.table)
    return _quoted(block) if any(map(_is_quoted, block.runs)) else block.text


def _quoted(block: Block) -> str:
    """The text of a block with quotation marks around each <q>, as a browser and Markdown have them."""
    parts = [(is_quoted, runs_text(runs)) for is_quoted, runs in groupby(block.runs, key=_is_quoted)]
    plain = "".join(text for _, text in parts).strip()
    sign = block.text.removesuffix(plain)  # of an item
    return sign + "".join(f"“{text}”" if is_quoted and text else text for is_quoted, text in parts).strip()


def _is_quoted(run: Run) -> bool:
    return bool(run.style & _QUOTE)
