"""Links around several blocks, on pages that write Markdown: a card of a shop or a list that is one link.

html2text prints the bracket that opens such a link before the first block and the one that closes it, with
the address, behind the last: neither is text of the block that it stands in. A bracket that closes the label
of the line right above belongs there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.read.text.lines import Line
from articlex.read.text.marks.markdown import ADDRESS, CODE_INDENT, with_code
from articlex.regex import regex

#: A bracket that closes a label, its address and its title.
_END = regex(rf"\]\( ?(?=[^\s()]*[/.#?])(?:{ADDRESS})(?: \"[^\"]*\")? ?\)")
#: Lines over which one link goes.
_MOST = 40
#: A heading right behind a link.
_HEADING = regex(r"#{1,6} ")


def without_parted_links(lines: list[Line]) -> list[Line]:
    """``lines`` without the brackets and addresses of links that go over several blocks."""
    if not any("](" in line.text for line in lines):
        return lines
    return list(_whole(_cut(lines)))


def _cut(lines: Sequence[Line]) -> list[tuple[Line, list[str]]]:
    """Each line, and the texts that it becomes."""
    found: list[tuple[Line, list[str]]] = []
    opened: list[int] = []
    for place, (line, in_code) in enumerate(with_code(lines)):
        texts = [line.text]
        found.append((line, texts))
        is_fenced = in_code and line.indent < CODE_INDENT
        if is_fenced or not ("[" in line.text or "](" in line.text):
            continue
        if line.text.startswith("](") and not line.gap and opened and opened[-1] == place - 1:
            texts[0] = _label(found[opened.pop()][1]) + line.text
        opening, closing = _brackets(texts[0])
        while closing >= 0 and (end := _END.match(texts[-1], closing)):
            before, after = texts[-1][:closing].rstrip(), texts[-1][end.end() :].lstrip()
            texts[-1:] = [before, after] if _HEADING.match(after) else [f"{before} {after}".strip()]
            if opened and place - opened[-1] <= _MOST:
                _open(found, opened.pop())
            opening, closing = _brackets(texts[-1])
        if opening >= 0 and closing < 0:
            opened.append(place)
    return found


def _brackets(text: str) -> tuple[int, int]:
    """The places of the first bracket in ``text`` that nothing closes, and of the first one that closes
    nothing and has an address; -1 for none."""
    opened: list[int] = []
    for place, char in enumerate(text):
        if char == "[":
            opened.append(place)
        elif char == "]" and opened:
            opened.pop()
        elif char == "]" and text[place + 1 : place + 2] == "(":
            return -1, place
    return opened[0] if opened else -1, -1


def _label(texts: list[str]) -> str:
    """What stands behind the bracket that nothing closes in the last of ``texts``, which loses it."""
    opening, _ = _brackets(texts[-1])
    label = texts[-1][opening:]
    texts[-1] = texts[-1][:opening].rstrip()
    return label


def _open(found: list[tuple[Line, list[str]]], place: int) -> None:
    """Take the bracket that nothing closes out of the last text at ``place``."""
    texts = found[place][1]
    opening, _ = _brackets(texts[-1])
    if opening >= 0:
        texts[-1] = texts[-1][:opening] + texts[-1][opening + 1 :].lstrip()


def _whole(found: Sequence[tuple[Line, list[str]]]) -> Iterator[Line]:
    gap = 0
    for line, texts in found:
        if texts == [line.text]:
            yield line._replace(gap=max(gap, line.gap)) if gap else line
            gap = 0
            continue
        lead = line.raw[: len(line.raw) - len(line.raw.lstrip())]
        gap = max(gap, line.gap)
        for text in texts:
            if text:
                yield line._replace(text=text, raw=lead + text, gap=gap)
                gap = 0
            gap = max(gap, 1)
        if texts[-1]:
            gap = 0
