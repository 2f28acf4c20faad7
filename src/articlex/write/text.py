"""The body as plain text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from articlex.page import Block, Kind, Role, Run, Style, runs_text
from articlex.write.control import strip_controls
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.table_grid import table_text

if TYPE_CHECKING:
    from articlex.article import Article
    from articlex.write.post import Post

_QUOTE = Style.QUOTE


def write_text(article: Article) -> str:
    """The kept blocks with an empty line between them, without headline, captions and markup."""
    return _joined(article, article.body, ())


def write_post_text(article: Article, post: Post) -> str:
    """The kept blocks of one post in the same way."""
    span = range(post.first, post.stop)
    return _joined(article, [block for block in article.body if block.index in span], ())


def write_text_file(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The headline and the body as plain text, the ``txt`` format, in which tables have their captions;
    "" without a body."""
    body = _joined(article, article.body, _captions_of_tables(article))
    parts = [part for part in (strip_controls(article.title or ""), body) if part]
    return "\n\n".join(parts) + "\n" if body else ""


def _joined(article: Article, body: Iterable[Block], captions: Collection[int]) -> str:
    """The text of kept blocks, with those of the captions that have these indices alone."""
    marks, caption = article.page.marks, Role.CAPTION
    running = (
        _shown(block) for block in body if marks[block.index].role is not caption or block.index in captions
    )
    return strip_controls("\n\n".join(text for text in running if text))


def _captions_of_tables(article: Article) -> set[int]:
    """The indices of the captions that stand beside a table, and beside no picture, with other captions
    between them perhaps."""
    found: set[int] = set()
    before: Block | None = None
    captions: list[int] = []
    for block in (*article.body, None):
        if block is not None and article.page.marks[block.index].role is Role.CAPTION:
            captions.append(block.index)
            continue
        kinds = {each.kind for each in (before, block) if each is not None}
        if captions and Kind.TABLE in kinds and Kind.IMAGE not in kinds:
            found.update(captions)
        before, captions = block, []
    return found


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
