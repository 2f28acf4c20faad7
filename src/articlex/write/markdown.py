"""The article as Markdown: CommonMark with GFM tables, strikethrough, task lists and footnotes.

What CommonMark cannot express is written as inline HTML (``<sub>``, ``<details>``) or in the most widely
understood extension: ``$…$`` for formulas, ``: `` for definitions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count, pairwise
from typing import TYPE_CHECKING

from articlex.page import Block, Container, Kind, Run, Style, Wrap, stands_in
from articlex.regex import regex
from articlex.signs.boxes import is_box_title
from articlex.signs.summaries import is_summary
from articlex.write.control import strip_controls
from articlex.write.front_matter import front_matter
from articlex.write.headings import headings_of
from articlex.write.links import links_of, shown_runs
from articlex.write.markdown_escape import escape_line_starts, escape_text
from articlex.write.markdown_inline import Inline, render_inline
from articlex.write.markdown_list import render_definitions, render_list
from articlex.write.markdown_table import render_table
from articlex.write.note_signs import signs_in, without_own_sign
from articlex.write.one_line import on_one_line
from articlex.write.options import DEFAULTS, RenderOptions
from articlex.write.structure import (
    Branch,
    Tree,
    nest,
    note_of,
    take_footnotes,
    with_items_alone,
    without_idle_rules,
)

if TYPE_CHECKING:
    from articlex.article import Article

_FENCES = regex("^[ \t]*(`{3,})", re.MULTILINE)
_CLOSING = regex(r"(?:^|(?<=\s))(#+)$")
_LABEL = regex(r"[\w-]{1,20}")
_LANGUAGE = regex(r"[^\s`]+")
# See articlex.page on members of enumerations.
_PARAGRAPH, _LIST_ITEM, _HEADING = Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.HEADING
_FOOTNOTE = Wrap.FOOTNOTE
#: Line breaks and footnote references have no style.
_UNSTYLED = Style.BREAK | Style.FOOTNOTE


def write_markdown(article: Article, options: RenderOptions = DEFAULTS) -> str:
    """The article as Markdown: front matter if wanted, the headline as ``#``, the body; "" for none of
    them."""
    body = article.body
    front = front_matter(article) if options.front_matter else ""
    parts = [front] if front else []
    title = " ".join((article.title or "").split())
    if title:
        parts.append(f"# {_closed(escape_text(title))}\n")
    if body:
        writer = MarkdownWriter(article, options)
        parts.append("\n".join(writer.document(body)) + "\n")
    return strip_controls("\n".join(parts))


class MarkdownWriter:
    """Writes the blocks of one article. Each method returns lines without line feeds."""

    __slots__ = ("_headings", "_note_signs", "_notes", "inline", "nodes", "options")

    def __init__(self, article: Article, options: RenderOptions = DEFAULTS) -> None:
        page = article.page
        self.options = options
        self.nodes = page.nodes
        self.inline = Inline(links_of(article), options)
        self._headings = headings_of(article)
        self._notes: list[Branch] = []
        #: The text of the reference to each printed footnote, by its anchor.
        self._note_signs: dict[str, str] = {}

    def document(self, body: Sequence[Block]) -> list[str]:
        """The body, its footnotes last."""
        tree = with_items_alone(nest(body))
        if any(stands_in(block.within, _FOOTNOTE) for block in body):
            tree = self._number_footnotes(body, tree)
        lines = self.blocks(without_idle_rules(tree))
        for note in self._notes:
            label = self.inline.footnotes[note.container.label]
            children = without_own_sign(note.children, label, self._note_signs[note.container.label])
            content = self.blocks(without_idle_rules(children))
            if content and content[0][:3] == "```":  # the fence must not stand on the line of the label
                content.insert(0, "")
            content = indented(content, f"[^{label}]: ", "    ")
            lines += ["", *content] if lines else content
        return lines

    def blocks(self, tree: Tree) -> list[str]:
        """The lines of blocks and containers, with an empty line between them."""
        lines: list[str] = []
        previous: Branch | Block | None = None
        marker = 0
        for child in tree:
            if isinstance(child, Branch):
                follows = isinstance(previous, Branch) and _alike(previous.container, child.container)
                other = 1 - marker if follows else 0
                content = self._container(child, other)
            else:
                other = 0
                content = self.block(child)
            if content:
                marker = other
                if lines:
                    lines.append("")
                lines += content
                previous = child
        return lines

    def block(self, block: Block) -> list[str]:
        """The lines of one block."""
        kind = block.kind
        if kind is _PARAGRAPH or kind is _LIST_ITEM:
            return self.paragraph(_in_bold(block.runs) if is_box_title(block, self.nodes) else block.runs)
        if kind is _HEADING:
            return self._heading(block)
        if kind is Kind.CODE:
            return fenced(block.text, block.language)
        if kind is Kind.TABLE and block.table is not None:
            return render_table(block.table, self)
        if kind is Kind.CAPTION:
            return self.paragraph(_slanted(block.runs))
        if kind is Kind.MATH:
            latex = [line for line in block.text.split("\n") if line.strip()]
            return ["$$", *latex, "$$"] if latex else []
        if kind is Kind.RULE:
            return ["---"]
        return self.paragraph(shown_runs(block, self.inline.links))

    def paragraph(self, runs: Sequence[Run]) -> list[str]:
        """The lines of a paragraph with this inline content."""
        text = escape_line_starts(render_inline(runs, self.inline).strip())
        return text.split("\n") if text else []

    def _heading(self, block: Block) -> list[str]:
        level = self._headings.level(block)
        text = " ".join(render_inline(on_one_line(_plain_heading(block.runs)), self.inline).split())
        return [f"{'#' * level} {_closed(text)}"] if text and level else []

    def _container(self, branch: Branch, marker: int) -> list[str]:
        """The lines of a container; ``marker`` is as in :func:`render_list`."""
        container = branch.container
        wrap = container.wrap
        if wrap is Wrap.LIST:
            return render_list(branch, self, marker)
        if wrap is Wrap.QUOTE:
            return indented(self.blocks(branch.children), "> ", "> ")
        if wrap is Wrap.DEFINITIONS:
            return render_definitions(branch, self)
        if wrap is Wrap.DETAILS:
            return self._details(branch)
        return self.blocks(branch.children)

    def _details(self, branch: Branch) -> list[str]:
        """A <details> element, or plain blocks if its summary is not kept.

        Threads fold each reply under a line with its author, which is not part of the text.
        """
        children = branch.children
        first = children[0]
        summary = ""
        if not isinstance(first, Branch) and is_summary(first, self.nodes):
            from articlex.write.html import inline_html

            summary = inline_html(first.runs, self.inline.links, self.options)
            children = children[1:]
        content = self.blocks(children)
        if not summary:
            return content
        below = ["", *content, ""] if content else []
        return ["<details>", f"<summary>{' '.join(summary.split())}</summary>", *below, "</details>"]

    def _number_footnotes(self, body: Iterable[Block], tree: Tree) -> Tree:
        """Take the footnotes with a reference out of the tree and give them labels; return the rest.

        They are printed in the order of their references, as parsers order them.
        """
        rest, found = take_footnotes(tree)
        notes = _whole_notes(found)
        labels = self.inline.footnotes
        taken: set[str] = set()
        numbers = map(str, count(1))
        for sign in chain.from_iterable(map(signs_in, filter(self._refers_to_notes, body))):
            anchor = note_of(sign)
            if anchor in notes and anchor not in labels:
                labels[anchor] = _label(sign.text, taken, numbers)
                self._note_signs[anchor] = sign.text.strip()
        self._notes = [notes[anchor] for anchor in labels]
        printed = frozenset(note.container.id for note in self._notes)
        return [
            *rest,
            *(child for note in found if note.container.id not in printed for child in note.children),
        ]

    def _refers_to_notes(self, block: Block) -> bool:
        """Whether references in a block are printed as such: in a block that is printed, as Markdown, and
        outside the notes, as parsers drop notes that only notes refer to."""
        if stands_in(block.within, Wrap.FOOTNOTE) or is_summary(block, self.nodes):
            return False  # a summary is written as HTML, where a reference is a link
        return block.kind is not Kind.HEADING or self._headings.level(block) > 0


def _whole_notes(parts: Iterable[Branch]) -> dict[str, Branch]:
    """The footnotes by their labels, the parts of one put together."""
    notes: dict[str, Branch] = {}
    for part in parts:
        note = notes.setdefault(part.container.label, part)
        if note is not part and note.container.id == part.container.id:
            note.children.extend(part.children)
            part.children.clear()
    return notes


def indented(lines: list[str], first: str, rest: str) -> list[str]:
    """``lines`` behind the prefix ``first`` or ``rest``, which loses trailing spaces on an empty line."""
    bare = rest.rstrip()
    out = [rest + line if line else bare for line in lines]
    if out:
        out[0] = (first + lines[0]) if lines[0] else first.rstrip()
    return out


def fenced(code: str, language: str) -> list[str]:
    """The lines of a fenced code block, with a fence longer than any in the code; none for blank code."""
    if not code.strip():
        return []
    fence = "`" * max([3, *(len(found) + 1 for found in _FENCES.findall(code))])
    name = _LANGUAGE.match(language)
    return [fence + (name[0] if name else ""), *code.strip("\n").split("\n"), fence]


def _plain_heading(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs of a heading, not in bold if all of its words are: a heading implies it."""
    if not _is_all(Style.STRONG, runs):
        return runs
    return [run._replace(style=run.style & ~Style.STRONG) for run in runs]


def _in_bold(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs of a title that has no heading, in bold."""
    return [run if run.style & _UNSTYLED else run._replace(style=run.style | Style.STRONG) for run in runs]


def _slanted(runs: Sequence[Run]) -> Sequence[Run]:
    """The runs of a caption in italics, in which emphasised words are upright, unless all of them are.

    Nor are they where signs touch them: Markdown begins and ends no italics there.
    """
    if _is_all(Style.EM, runs):
        return runs
    if any(_touches(*pair) for pair in pairwise(runs)):
        return [run if run.style & _UNSTYLED else run._replace(style=run.style | Style.EM) for run in runs]
    return [run if run.style & _UNSTYLED else run._replace(style=run.style ^ Style.EM) for run in runs]


def _touches(run: Run, following: Run) -> bool:
    """Whether emphasis begins or ends between two runs without a blank there."""
    is_border = (run.style ^ following.style) & Style.EM and not (run.style | following.style) & _UNSTYLED
    return bool(is_border) and not (run.text[-1:].isspace() or following.text[:1].isspace())


def _is_all(style: int, runs: Sequence[Run]) -> bool:
    """Whether there are words in the runs, and all in this style."""
    words = [run for run in runs if run.src is None and any(map(str.isalnum, run.text))]
    return bool(words) and all(run.style & style for run in words)


def _alike(one: Container, other: Container) -> bool:
    """Whether Markdown would read two neighbours with the same marker as one list."""
    return one.wrap is other.wrap is Wrap.LIST and one.ordered == other.ordered


def _closed(heading: str) -> str:
    r"""``heading`` with a final ``#`` escaped, which would be a closing sequence."""
    return _CLOSING.sub(r"\\\1", heading) if heading.endswith("#") else heading


def _label(text: str, taken: set[str], numbers: Iterator[str]) -> str:
    """The label of a footnote: the ``text`` of its reference, or the next free number; then ``taken``."""
    found = _LABEL.search(text.replace(" ", ""))  # "N1" from "N 1"
    is_free = found is not None and found[0].casefold() not in taken  # GFM: labels "a" and "A" are the same
    label = found[0] if found and is_free else next(n for n in numbers if n not in taken)
    taken.add(label.casefold())
    return label
