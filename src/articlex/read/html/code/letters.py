"""Letters and other prose in <pre>, as in archives of mailing lists: read as raw page text is.

A letter is one block, which is kept or dropped as a whole, with its paragraphs as parts; the signature of its
sender and the notice of the list are not among them. Text with columns, signs of code or few wrapped lines is
kept as it is written: verse, tables, drawings, listings.
"""

from __future__ import annotations

from dataclasses import replace
from re import Match
from typing import TYPE_CHECKING

from articlex.page import Block, Container, Kind
from articlex.punctuation import CLOSES, SENTENCE_ENDS
from articlex.read.html.tree import Element
from articlex.regex import regex

if TYPE_CHECKING:
    from articlex.read.html.walk import Walker

#: Elements of a letter: addresses, and what pipermail sets a quotation in.
_INSIDE = frozenset("a i b em strong br font u".split())
#: What prose does not have: columns, comments and statements of programs, options of commands, tags, prompts,
#: and the edges of drawings and tables.
_NO_PROSE = regex(
    r"(?m)\S {4}|\S\t|^[ \t]*+(?:#|//|/\*|;;|\$ |%|\+[-=+]|[-=+|_]{4}|</?\w)|[;{}\\|][ \t]*+$|</\w"
    r"|[\s\[]--?[a-z]\b"
)
#: Characters of the shortest letter and of a wrapped line; the least shares of its text in wrapped paragraphs
#: that end as sentences do, and in paragraphs that are wrapped or end so. Of 2,154 <pre> in the corpora 8 are
#: read as prose: seven letters and a part of a manual.
_LEAST, _WIDE = 200, 50
_WRAPPED, _PROSE = 0.3, 0.5
_ENDS = SENTENCE_ENDS | {":"}
#: The line above a signature (RFC 3676, 4.3) or what Mailman adds to each letter; most lines below it.
_SIGNED = regex(r"(?m)^(?:--|_{20,}+)[ \t]*+$")
_MOST_SIGNED = 12
#: The sender of a letter.
_SENDER = regex(r"(?m)^From: *\S")
#: Characters and lines within which the head of a letter ends, with what is above.
_MOST_HEAD, _MOST_FIELDS = 3000, 40
#: In public-inbox, the line with sender and day of a letter in a thread, and the lines below it of who
#: answers whom; what stands before the subject, and the line of links below the letter.
_IN_THREAD = regex(r"(?m)^From: (\S[^\n]*?) @ (\d{4}-\d\d-\d\d[^\n(]*)[^\n]*+\n(?:[ \t]+\S[^\n]*\n)*+")
_MARKED, _LINKS_BELOW = "* ", regex(r"\n\^ [^\n]*+\s*\Z")
#: The name of a value in a record, and the fewest of them in one.
_NAME, _LEAST_NAMES = regex(r"[^\W\d_][\w /-]{0,30}(?: ?[:：])(?=\s)"), 4
_RUNNING = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM})


def letter_blocks(element: Element, text: str) -> tuple[Block, ...]:
    """The blocks of prose in a <pre> with that ``text``; none if it is to be kept as it is written.

    (Not asked of a <pre> that states the language of its code.)
    """
    if len(text) < _LEAST or any(each.tag not in _INSIDE for each in element.iterdescendants()):
        return ()
    text = _unsigned(text)
    if _NO_PROSE.search(text):
        return ()
    # Pages without letters do not wait for the reader of raw text.
    from articlex.read.text.reader import read_text

    blocks = read_text(text).blocks
    if _is_record(blocks):
        return ()
    size = sum(len(block.text) for block in blocks)
    ended = sum(len(block.text) for block in blocks if _is_wrapped(block) and _ends(block))
    prose = sum(len(block.text) for block in blocks if _is_wrapped(block) or _ends(block))
    return blocks if ended >= _WRAPPED * size and prose >= _PROSE * size else ()


def parted_letter(text: str, title: str) -> tuple[list[str], str]:
    """The head of the letter that the ``text`` of a <pre> is, and the letter below it.

    The head is what stands above it, then lines with subject, sender and day. Without a head, or where the
    subject is not in the ``title`` of the page, as with an example of a letter: no lines and the whole text.
    """
    if not _SENDER.search(text[:_MOST_HEAD]):
        return [], text
    if among := _IN_THREAD.search(text[:_MOST_HEAD]):
        return _letter_of_thread(text, title, among)
    from articlex.read.text.around.mail import shown_head

    lines = text.split("\n")
    head = shown_head([" ".join(line.split()) for line in lines[:_MOST_FIELDS]])
    if not head.subject or head.subject not in " ".join(title.split()):
        return [], text
    shown = [*filter(None, lines[: head.start]), head.subject, head.sender, head.day]
    return [" ".join(line.split()) for line in shown], "\n".join(lines[head.end :]).strip("\n")


def _letter_of_thread(text: str, title: str, found: Match[str]) -> tuple[list[str], str]:
    """The same for a letter in a thread in public-inbox; its subject is in the head if it is in the title."""
    subject = " ".join(text[: text.find("\n")].removeprefix(_MARKED).split())
    title = " ".join(title.split())
    if not subject or not (subject in title or subject.endswith(title)):
        return [], text
    shown = [subject] if subject in title else []
    below = _LINKS_BELOW.sub("", text[found.end() :]).strip("\n")
    return [*shown, f"From: {found[1]}", f"Date: {found[2].strip()}"], below


def _unsigned(text: str) -> str:
    """``text`` without the signature, and the notice of the list, at its end."""
    start, below = len(text), 0
    while start > 0 and below <= _MOST_SIGNED:
        end, start = start, text.rfind("\n", 0, start - 1) + 1
        below += not text[start:end].isspace()
    signed = _SIGNED.search(text, start)
    return text[: signed.start()] if signed else text


def _is_record(blocks: tuple[Block, ...]) -> bool:
    """Whether most blocks are a name with a value, and no name comes twice. (In a dialogue, speakers do.)"""
    names = [found[0] for block in blocks if (found := _NAME.match(block.text))]
    return len(names) >= _LEAST_NAMES and 2 * len(names) > len(blocks) and len(set(names)) == len(names)


def _is_wrapped(block: Block) -> bool:
    return block.kind in _RUNNING and len(block.lines) > 1 and len(block.lines[0].strip()) >= _WIDE


def _ends(block: Block) -> bool:
    return block.kind in _RUNNING and block.text.rstrip(f"{CLOSES} ")[-1:] in _ENDS


def letter_parts(walker: Walker, blocks: tuple[Block, ...], letter: Block) -> tuple[Block, ...]:
    """``blocks`` as the parts of the block ``letter``: at its place, in containers of the page."""
    known: dict[int, Container] = {}
    for block in blocks:
        for container in block.within:
            if container.id not in known:
                known[container.id] = container._replace(id=walker.container(container.wrap).id)
    return tuple(
        replace(
            block,
            index=letter.index,
            node=letter.node,
            hidden=letter.hidden,
            within=(*letter.within, *(known[container.id] for container in block.within)),
        )
        for block in blocks
    )
