"""Lists typed as text on the page ("• oil", "• wicks", in paragraphs or lines), as lists in Markdown.

Only Markdown needs this: its lists have signs of their own, which these are not. The blocks stay as on the
page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from articlex.page import Block, Container, Kind, Run, Style, Wrap
from articlex.punctuation import BULLETS, COLONS
from articlex.regex import regex
from articlex.write.structure import Branch, Tree

#: Signs that begin nothing but items. Dashes also begin direct speech, and count only behind a colon.
_BULLETS = tuple(f"{BULLETS}・･")
_BULLET = regex(rf"[{''.join(_BULLETS)}]\s*")
_DASH = regex(r"[-*](?:\s+|\Z)")
_NUMBER = regex(r"(\d{1,3})[.)](?:\s+|\Z)")
#: Fewest items of a list, and fewest numbered paragraphs: two may be the articles of a law.
_FEWEST, _FEWEST_NUMBERED = 2, 3

Runs = list[Run]

_PARAGRAPH = Kind.PARAGRAPH  # see articlex.page


def with_printed_lists(tree: Tree) -> Tree:
    """The tree, with lists in place of paragraphs, or of lines in a paragraph, that begin with such signs."""
    out: Tree = []
    place = 0
    while place < len(tree):
        child, end = tree[place], place + 1
        if isinstance(child, Branch):
            out.append(Branch(child.container, with_printed_lists(child.children)))
        elif _has_bullet(child):
            while end < len(tree) and _has_bullet(tree[end]):
                end += 1
            out += _listed(tree[place:end])
        elif child.kind is _PARAGRAPH and child.text[:1].isdecimal() and "\n" not in child.text:
            count, number = _counted(_line(tree[at]) for at in range(place, len(tree)))
            end = place + (count if count >= _FEWEST_NUMBERED else 1)
            out += _listed(tree[place:end], number)
        elif "\n" in child.text and child.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            out += _split(child)
        else:
            out.append(child)
        place = end
    return out


def _has_bullet(child: Branch | Block) -> bool:
    """Whether ``child`` is a paragraph of one line that begins with a bullet."""
    return _line(child).startswith(_BULLETS)


def _line(child: Branch | Block) -> str:
    """The text of a one-line paragraph, "" for anything else."""
    if isinstance(child, Branch) or child.kind is not _PARAGRAPH or "\n" in child.text:
        return ""
    return child.text


def _counted(texts: Iterable[str]) -> tuple[int, int]:
    """(how many of the first texts begin with consecutive numbers, the first number)."""
    count = first = 0
    for text in texts:
        found = _NUMBER.match(text)
        if found is None or (count and int(found[1]) != first + count):
            break
        first = first if count else int(found[1])
        count += 1
    return count, first


def _listed(paragraphs: Tree, number: int | None = None) -> Tree:
    """Paragraphs with bullets, or numbers from ``number`` on, as a list; unchanged if too few or without
    words."""
    blocks = [child for child in paragraphs if not isinstance(child, Branch)]
    items = [_without_sign(list(block.runs)) for block in blocks]
    if len(items) < _FEWEST or not all(items):
        return paragraphs
    pieces = [_piece(block, item) for block, item in zip(blocks, items, strict=True)]
    return [_list(pieces, number, [block.text[0] for block in blocks])]


def _split(block: Block) -> Tree:
    """A paragraph divided into lists, of lines with signs, and paragraphs; unchanged without a list."""
    lines = _lines(block.runs)
    texts = ["".join(run.text for run in line) if line and line[0].src is None else "" for line in lines]
    out: Tree = []
    rest: list[Runs] = []
    place = 0
    while place < len(lines):
        count, number = _signed(texts, place)
        items = [_without_sign(line) for line in lines[place : place + count]]
        if count < _FEWEST or not all(items):
            rest += lines[place : place + max(count, 1)]
            place += max(count, 1)
            continue
        out += _paragraph(block, rest)
        signs = [text[:1] for text in texts[place : place + count]]
        out.append(_list([_piece(block, item) for item in items], number, signs))
        rest = []
        place += count
    return [*out, *_paragraph(block, rest)] if out else [block]


def _lines(runs: Sequence[Run]) -> list[Runs]:
    """The runs of each line of a paragraph."""
    lines: list[Runs] = [[]]
    for run in runs:
        if run.style & Style.BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def _signed(texts: Sequence[str], place: int) -> tuple[int, int | None]:
    """(how many lines from ``place`` on have signs of one kind, the first number or None for bullets)."""
    text = texts[place]
    if text[:1] in _BULLETS:
        return _stretch(texts, place, _BULLETS), None
    if _DASH.match(text) and place and texts[place - 1].rstrip()[-1:] in COLONS:
        return _stretch(texts, place, (text[0],)), None
    return _counted(texts[at] for at in range(place, len(texts)))


def _stretch(texts: Sequence[str], place: int, signs: tuple[str, ...]) -> int:
    end = place + 1
    while end < len(texts) and texts[end].startswith(signs):
        end += 1
    return end - place


def _without_sign(line: Runs) -> Runs:
    """The runs of an item behind its sign; none if there is no sign, or nothing behind it."""
    if not line or line[0].src is not None:
        return []
    first = line[0].text
    found = _BULLET.match(first) or _DASH.match(first) or _NUMBER.match(first)
    if found is None:
        return []
    runs = [line[0]._replace(text=first[found.end() :]), *line[1:]]
    while runs and runs[0].src is None and not runs[0].text.strip():
        runs = runs[1:]
    if runs and runs[0].src is None:
        runs = [runs[0]._replace(text=runs[0].text.lstrip()), *runs[1:]]
    return runs if any(run.src is not None or any(map(str.isalnum, run.text)) for run in runs) else []


def _list(blocks: Sequence[Block], number: int | None, signs: Sequence[str]) -> Branch:
    """A list numbered from ``number`` on, or a bulleted one if that is None. Items with another bullet than
    the first item become lists inside the item above."""
    first = 1 if number is None else number
    items: list[Branch] = []
    for block, sign in zip(blocks, signs, strict=True):
        item = Branch(Container(Wrap.ITEM, -1, number=first + len(items)), [block])
        if number is not None or sign == signs[0]:
            items.append(item)
        elif len(items[-1].children) > 1 and isinstance(below := items[-1].children[-1], Branch):
            below.children.append(item)
        else:
            items[-1].children.append(Branch(Container(Wrap.LIST, -1), [item]))
    return Branch(Container(Wrap.LIST, -1, ordered=number is not None, number=first), [*items])


def _paragraph(block: Block, lines: Sequence[Runs]) -> Tree:
    """The lines as a paragraph; nothing for no lines."""
    runs: Runs = []
    for line in lines:
        runs += [Run("\n", Style.BREAK), *line] if runs else line
    return [_piece(block, runs)] if runs else []


def _piece(block: Block, runs: Runs) -> Block:
    """A part of ``block``, with these runs."""
    text = "".join(run.text for run in runs if run.src is None).strip()
    return replace(block, kind=Kind.PARAGRAPH, runs=tuple(runs), text=text)
