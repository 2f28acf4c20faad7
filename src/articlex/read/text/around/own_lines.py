"""Separates the lines that are a flattened page's own from those that programs have put around them.

Headers and footers of a print, a crawler's record, the header of a mail: none of it is text of the page. All
of it is kept, aside from the text.
"""

from __future__ import annotations

from typing import NamedTuple

from articlex.read.text.around.archive_bar import archive_bar
from articlex.read.text.around.buttons import MARK, without_buttons
from articlex.read.text.around.edges import page_edges, printed_record, sheet_edges, without_edges
from articlex.read.text.around.edit_labels import without_edit_labels
from articlex.read.text.around.mail import (
    archived_subject,
    inner_heads,
    is_of_page,
    message_head,
    with_subject,
)
from articlex.read.text.around.numbers import with_numbers
from articlex.read.text.around.permalinks import SIGNS, without_names, without_permalinks
from articlex.read.text.around.record import crawl_record, titled_head
from articlex.read.text.code.parted_code import with_whole_code
from articlex.read.text.lines import Line, sheet_starts, split_lines
from articlex.read.text.marks.links import references, titles_above
from articlex.read.text.marks.markdown import writes_markdown
from articlex.read.text.parted.parted_brackets import with_brackets, with_labelled
from articlex.read.text.parted.parted_dates import with_dates
from articlex.read.text.wrapping.spacing import without_margin, without_trailing_blanks


class OwnLines(NamedTuple):
    """The page's own ``lines``, those set ``aside``, and the title and address that these state."""

    lines: list[Line]
    aside: list[Line]
    #: Numbers of the lines that an edit label or a permalink shows to be headings.
    labelled: set[int]
    title: str
    url: str | None
    #: Numbers of the lines of code that were put together.
    code: frozenset[int]


class _Headed(NamedTuple):
    """The ``lines`` below what heads a text, those set ``aside``, and the title and the address that these
    state; and the ``subject`` of a message whose header an archive shows, if that is the page's."""

    lines: list[Line]
    aside: list[Line]
    title: str
    url: str | None
    subject: str


def own_lines(source: str) -> OwnLines:
    """The page's own lines in ``source``, and what is said around them. Raises TooLargeError."""
    lines = split_lines(source)
    whole, code = with_whole_code(lines, source)
    if code and writes_markdown(lines):  # the brackets are those of its links
        code = frozenset()
    lines = _set_out(without_trailing_blanks(whole if code else lines))
    bar = archive_bar(lines)
    aside, lines = lines[: bar.lines], lines[bar.lines :]
    printed = page_edges(lines)
    edges = printed or sheet_edges(lines, sheet_starts(source))
    title, url = printed_record([lines[place] for place in sorted(printed)])
    aside += [lines[place] for place in sorted(edges)]
    head = _headed(without_edges(lines, edges) if edges else lines)
    lines = head.lines
    lines = with_dates(lines)
    if "(" in source or "（" in source:
        lines = with_labelled(lines)
    if "[" in source:
        lines = with_brackets(lines)
    lines, labelled = without_edit_labels(lines)
    if MARK in source:
        lines = without_buttons(lines)
    if any(sign in source for sign in SIGNS):
        lines, linked = without_permalinks(lines)
        labelled |= linked
    lines, names, named = without_names(lines)
    return OwnLines(
        with_numbers(lines),
        [*aside, *head.aside, *names],
        labelled | named,
        head.title or title or head.subject,
        head.url or url or bar.url,
        code,
    )


def _headed(lines: list[Line]) -> _Headed:
    """What a crawler's record, the header of a message or a labelled title states above a text."""
    record, head = crawl_record(lines), message_head(lines)
    is_headed = bool(record.title or head.subject)
    head = head if is_headed else titled_head(lines)
    shown = head if is_headed or head.subject else archived_subject(lines)
    heads = frozenset() if record.title else head.places | inner_heads(lines, head)
    above = record.places | heads | titles_above(lines)
    aside = [lines[place] for place in sorted(above)]
    subject = shown.subject if is_of_page(lines, shown) else ""
    lines = with_subject(lines, shown) if shown.subject else lines
    kept = [line for place, line in enumerate(lines) if place not in above] if above else lines
    return _Headed(kept, aside, record.title or head.subject, record.url, subject)


def _set_out(lines: list[Line]) -> list[Line]:
    """``lines`` without a margin where columns mean something: lynx sets headings in by none, Markdown code
    by four. In inscriptis' print the margin is the depth of the elements."""
    inner = without_margin(lines)
    if inner is lines or not (references(lines).addresses or writes_markdown(lines)):
        return lines
    return list(inner)
