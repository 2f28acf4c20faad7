"""The sign of a footnote ("1", "[1]", "1."): in the text, where it refers to the note, and in the note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from articlex.page import Block, Kind, Run, Style
from articlex.write.structure import Branch, Tree, note_of

_OPENING, _CLOSING = "[(", "])."


def signs_in(block: Block) -> Iterator[Run]:
    """The footnote references in a block, or in the cells of its table."""
    rows = block.table.rows if block.table is not None else ()
    for runs in (block.runs, *(cell.runs for row in rows for cell in row)):
        yield from (run for run in runs if run.style & Style.FOOTNOTE)


def signs_of_notes(body: Iterable[Block]) -> dict[str, str]:
    """The text of the first reference to each footnote, by the anchor of the note."""
    said: dict[str, str] = {}
    for block in body:
        for run in signs_in(block):
            said.setdefault(note_of(run), run.text.strip())
    return said


def without_brackets(sign: str) -> str:
    """The bare sign: "[1]" → "1"."""
    return sign.strip(_OPENING + _CLOSING + " ")


def without_own_sign(children: Tree, label: str, sign: str) -> Tree:
    """The blocks of a note without the sign at their head, which is ``label`` or the ``sign`` in the text.

    A bare number counts only if it is superscript, bold, or a link (back to the reference): a note may begin
    with one.
    """
    first = children[0] if children else None
    if first is None or isinstance(first, Branch) or not first.runs:
        return children
    for own in dict.fromkeys((label, sign.strip(_OPENING + _CLOSING))):
        if len(children) > 1 and _is_sign(first, own):
            return children[1:]
        runs = _without_sign(first.runs, own)
        if runs is not first.runs:
            return [replace(first, runs=runs), *children[1:]]
    return children


def _is_sign(block: Block, label: str) -> bool:
    """Whether a block is nothing but the sign of a note."""
    is_text = block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM) and all(run.src is None for run in block.runs)
    return is_text and block.text.strip(" " + _OPENING + _CLOSING) == label


def _without_sign(runs: tuple[Run, ...], label: str) -> tuple[Run, ...]:
    """The runs of a note without ``label`` at their head; the same object if it is not there."""
    head, *rest = runs
    text = head.text.lstrip()
    sign = text.lstrip(_OPENING).removeprefix(label).lstrip(_CLOSING)
    size = len(text) - len(sign)
    if not label or text[:size].strip(_OPENING + _CLOSING) != label or head.src is not None:
        return runs
    is_link = head.href is not None and head.href[:1] == "#"
    if not sign.strip() and rest and (is_link or head.style & (Style.SUP | Style.STRONG)):
        follows = rest[0]._replace(text=rest[0].text.lstrip(" .:"))
        return (follows, *rest[1:]) if any(run.text.strip(" .:") for run in rest) else runs
    is_symbol = not any(map(str.isalnum, label)) and sign[:1] != label[0]
    if sign.strip() and (is_symbol or (size > len(label) and sign[:1] == " ")):
        return (head._replace(text=sign.lstrip()), *rest)
    return runs
