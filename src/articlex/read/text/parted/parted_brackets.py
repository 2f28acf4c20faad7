"""Joins what is in brackets on lines of its own to the line above, to which it belongs.

MediaWiki's footnote markers and edit labels are links, and their brackets elements besides:
``get_text("\\n")`` prints "[", "edit" and "]" on three lines below a heading, and "[1]" on a line in the
middle of a sentence. Most other programs print the label on a line below the heading too, as it is no longer
inside that. A bracket with a label alone, "The old quay (Photo:", goes on in the next line, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articlex.punctuation import COLONS, SENTENCE_ENDS
from articlex.read.text.lines import Line, breaks_at, measured
from articlex.read.text.parted.breaks import CLOSING
from articlex.read.text.scripts import words_in_line
from articlex.regex import regex

#: Most lines between two brackets ("Bearbeiten", "|", "Quelltext bearbeiten"), and their characters.
_MOST_BETWEEN = 3
_LONGEST = 60
#: Fewest split brackets, repeated labels, or markers inside sentences of a page flattened this way.
_FEWEST = 2
#: Fewest repeated labels that are whole: placeholders of pictures are repeated too.
_FEWEST_WHOLE = 3
#: A footnote marker ("[1]", "[a]", "[note 2]"), a label, and the number of a link in one, as of lynx.
NOTE = regex(r"\[(?:[^\W\d_]{1,8} )?(?:\d{1,3}|[a-z]{1,2})\]")
_LABEL = regex(r"\[ ?[^\W\d_][^\[\]\d_.]*\]")
_NUMBER = regex(r"(?<=[\[ ])\[\d{1,4}\](?=[^\W\d_])")
#: The end of a line in such a bracket, and the rest of the bracket. (A call in code has no blank before it.)
_LABELLED = regex(r"(?:\s|[^\x00-\x7f])[(（][^\W\d_][^()（）]{0,20}\Z")
_CLOSED = regex(r"[^()（）]{1,60}[)）]")
_LONGEST_LABEL = 24
#: Fewest words of a line of text, and its fewest columns where there are no spaces to tell words by.
PROSE = 4
#: Fewest columns of a line of text.
_LONG = 50
#: Most footnote markers behind one line.
_MOST_NOTES = 20


def with_brackets(lines: list[Line]) -> list[Line]:
    """``lines`` with labels and footnote markers in brackets at the end of the lines that they belong to."""
    if sum(line.text[0] == "[" and line.text[-1] in "[]" for line in lines) < _FEWEST:
        return lines
    whole, parted = _whole(lines)
    return _with_notes(_with_labels(whole, parted), parted)


def with_labelled(lines: list[Line]) -> list[Line]:
    """``lines`` with what a label in a bracket at the end of a line announces behind it."""
    shown: list[Line] = []
    for line in lines:
        above = shown[-1] if shown and not line.gap and shown[-1].text[-1] in COLONS else None
        if above and _CLOSED.match(line.text) and _LABELLED.search(above.text[-_LONGEST_LABEL:]):
            longer = _lengthened(above, " " * above.text[-1].isascii() + line.text, line.open)
            # The width of its last row tells where the page was wrapped.
            shown[-1] = longer._replace(width=line.width)
        else:
            shown.append(line)
    return shown


def _whole(lines: list[Line]) -> tuple[list[Line], frozenset[int]]:
    """``lines`` with each pair of split brackets and what is between them as one line, and the numbers of
    these lines; unchanged if there are too few."""
    whole: list[Line] = []
    parted: set[int] = set()
    place = 0
    while place < len(lines):
        line, end = lines[place], 0
        if line.text == "[":
            end = _closing(lines, place)
        if end:
            text = "[" + " ".join(between.text for between in lines[place + 1 : end]) + "]"
            line = _lengthened(line._replace(raw=line.raw[:-1], text=""), text, lines[end].open)
            parted.add(line.number)
        whole.append(line)
        place = max(place, end) + 1
    return (whole, frozenset(parted)) if len(parted) >= _FEWEST else (lines, frozenset())


def _closing(lines: Sequence[Line], start: int) -> int:
    """The place of the bracket that closes the one at ``start`` soon; 0 if none does."""
    size = 0
    for place in range(start + 1, min(start + _MOST_BETWEEN + 2, len(lines))):
        line = lines[place]
        if line.gap or line.text == "[" or line.indent > 1:
            return 0  # indented lines may be a list in code
        if line.text == "]":
            return place if place > start + 1 else 0
        size += len(line.text)
        if size > _LONGEST:
            return 0
    return 0


def _lengthened(line: Line, text: str, is_open: bool) -> Line:
    """``line`` with ``text`` right behind it."""
    longer = measured(line.number, line.raw + text, line.text + text, line.gap)
    return longer._replace(open=is_open)


def _with_labels(lines: list[Line], parted: frozenset[int]) -> list[Line]:
    """``lines`` with the most frequent label at the end of the headings that it is below."""
    labels = {
        place: label
        for place, line in enumerate(lines)
        if place and line.text[0] == "[" and line.text[-1] == "]" and (label := _label(line.text))
    }
    label, times = Counter(labels.values()).most_common(1)[0] if labels else ("", 0)
    found = {place for place, text in labels.items() if text == label and _may_be_headed(lines, place)}
    is_parted = any(lines[place].number in parted for place in found)
    heads = {lines[place - 1].text for place in found}
    if len(heads) < max(_FEWEST if is_parted else _FEWEST_WHOLE, len(found), times - 1):
        return lines
    if not is_parted and 2 * sum(_has_text_below(lines, place) for place in found) < len(found):
        return lines
    shown: list[Line] = []
    for place, line in enumerate(lines):
        if place in found:
            shown[-1] = _lengthened(shown[-1], label, line.open)
        else:
            shown.append(line)
    return shown


def _label(text: str) -> str:
    """The edit label that a line may be, without lynx's numbers before links; "" if it is none."""
    bare = _NUMBER.sub("", text)
    return f"[{bare[1:-1].strip()}]" if _LABEL.fullmatch(bare) else ""


def _may_be_headed(lines: Sequence[Line], place: int) -> bool:
    """Whether the line above a label, at most one blank line away, may be a heading."""
    above = lines[place - 1].text
    return lines[place].gap <= 1 and above[-1] not in SENTENCE_ENDS and above[0] != "["


def _has_text_below(lines: Sequence[Line], place: int) -> bool:
    """Whether a long line is below a label; below placeholders of pictures there are short ones as well."""
    return place + 1 < len(lines) and lines[place + 1].width >= _LONG


def _with_notes(lines: list[Line], parted: frozenset[int]) -> list[Line]:
    """``lines`` with footnote markers at the end of the lines that they are below."""
    signs = {
        place
        for place, line in enumerate(lines)
        if place
        and line.text[0] == "["
        and line.indent <= 1  # lynx indents the number of a link without text
        and (line.number in parted or NOTE.fullmatch(line.text))
    }
    going_on = _inside_sentences(lines, signs)
    if len(going_on) < _FEWEST and not parted:
        return lines
    shown: list[Line] = []
    behind = 0  # markers behind the last line that is shown
    seen: set[str] = set()
    for place, line in enumerate(lines):
        # Above an entry of a list of references the number is a repetition of that in the text.
        again = line.text in seen and line.number not in parted and not breaks_at(lines, place + 1)
        seen.add(line.text)
        is_sign = (
            place in signs and not line.gap and behind < _MOST_NOTES and (place in going_on or not again)
        )
        if is_sign and (behind or place in going_on or _is_text(shown[-1].text)):
            shown[-1] = _lengthened(shown[-1], line.text, line.open)
            behind += 1
        else:
            shown.append(line)
            behind = 0
    return shown


def _inside_sentences(lines: Sequence[Line], signs: set[int]) -> set[int]:
    """Those places of footnote markers behind which, and any right below, a sentence visibly goes on."""
    found: set[int] = set()
    for place in sorted(signs, reverse=True):
        if breaks_at(lines, place + 1) or lines[place].gap:
            continue
        if place + 1 in found or (place + 1 not in signs and _goes_on(lines[place + 1])):
            found.add(place)
    return found


def _goes_on(line: Line) -> bool:
    """Whether a line goes on with the sentence above."""
    return line.indent == 1 or line.text[0] in CLOSING or line.text[0].islower()


def _is_text(text: str) -> bool:
    """Whether a line may have a footnote marker: a sentence, or more words than most headings have."""
    return text[-1] in SENTENCE_ENDS or words_in_line(text) >= PROSE
