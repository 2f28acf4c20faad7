"""Links around several blocks, on pages of Markdown, such as a product card that is one link.

html2text prints the opening bracket before the first block, and the closing one with the address behind the
last: neither belongs to the text of its block. Only if the link ends right at the beginning of the line below
its first one is it an ordinary link, which is joined there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.read.text.lines import Line, with_text
from articlex.read.text.marks.markdown import CODE_INDENT, LETTER_OF_ADDRESS, with_code
from articlex.regex import regex

#: The end of a link: the bracket that closes its label, its address and its title.
_END = regex(
    rf"\]\( ?(?=[^\s()]{{0,300}}[/.#?])(?:{LETTER_OF_ADDRESS}){{1,2000}}(?: \"[^\"]{{0,800}}\")? ?\)"
)
_BRACKET = regex(r"[\[\]]")
#: Most lines that one link goes over.
_MOST = 40
#: A heading that follows a link on the same line.
_HEADING = regex(r"#{1,6} ")


def without_parted_links(lines: list[Line]) -> list[Line]:
    """``lines`` without the brackets and addresses of links around several blocks."""
    if not any("](" in line.text for line in lines):
        return lines
    return list(_whole(_cut(lines)))


def _cut(lines: Sequence[Line]) -> list[tuple[Line, list[str]]]:
    """Each line with the texts that it becomes."""
    found: list[tuple[Line, list[str]]] = []
    opened: list[int] = []  # places of lines with a bracket that nothing has closed yet
    for place, (line, in_code) in enumerate(with_code(lines)):
        texts = [line.text]
        found.append((line, texts))
        is_fenced = in_code and line.indent < CODE_INDENT
        if is_fenced or not ("[" in line.text or "](" in line.text):
            continue
        if line.text.startswith("](") and not line.gap and opened and opened[-1] == place - 1:
            texts[0] = _label(found[opened.pop()][1]) + line.text
        parts, opening = _parts(texts[0])
        for _ in parts[1:]:
            if opened and place - opened[-1] <= _MOST:
                _open(found, opened.pop())
        if len(parts) > 1:
            texts[:] = _shown(parts)
        if opening >= 0:
            opened.append(place)
    return found


def _parts(text: str) -> tuple[list[str], int]:
    """The parts of ``text`` between the ends of links that begin in lines above, and the place in the last
    part of the first bracket that nothing closes, -1 for none."""
    parts: list[str] = []
    opened: list[int] = []
    start = place = 0
    while bracket := _BRACKET.search(text, place):
        place = bracket.end()
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            opened.pop()
        elif end := _END.match(text, bracket.start()):
            parts.append(text[start : bracket.start()])
            start = place = end.end()
    parts.append(text[start:])
    return parts, opened[0] - start if opened else -1


def _shown(parts: Sequence[str]) -> list[str]:
    """``parts`` as one text, or several where one begins with a heading."""
    texts: list[list[str]] = [[]]
    for part in map(str.strip, parts):
        if _HEADING.match(part):
            texts.append([])
        texts[-1] += [part] if part else []
    return [" ".join(pieces) for pieces in texts]


def _label(texts: list[str]) -> str:
    """Cut the bracket that nothing closes, and all behind it, off the last of ``texts``; returns that."""
    _, opening = _parts(texts[-1])
    label = texts[-1][opening:]
    texts[-1] = texts[-1][:opening].rstrip()
    return label


def _open(found: list[tuple[Line, list[str]]], place: int) -> None:
    """Delete the bracket that nothing closes from the last text at ``place``."""
    texts = found[place][1]
    _, opening = _parts(texts[-1])
    if opening >= 0:
        texts[-1] = texts[-1][:opening] + texts[-1][opening + 1 :].lstrip()


def _whole(found: Sequence[tuple[Line, list[str]]]) -> Iterator[Line]:
    """A line for each text that a line has become, with blank lines between these."""
    gap = 0
    for line, texts in found:
        if texts == [line.text]:
            yield line._replace(gap=max(gap, line.gap)) if gap else line
            gap = 0
            continue
        gap = max(gap, line.gap)
        for text in texts:
            if text:
                yield with_text(line, text)._replace(gap=gap)
                gap = 0
            gap = max(gap, 1)
        if texts[-1]:
            gap = 0
