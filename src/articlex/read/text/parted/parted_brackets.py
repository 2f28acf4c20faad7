"""What stands in brackets on lines of its own, behind the lines that it belongs to.

MediaWiki's signs of notes and labels for editing are links, and their brackets elements besides:
``get_text("\\n")`` prints "[", "edit" and "]" below a heading, and "[1]" in the middle of a sentence, on
lines of their own. Both stand behind the line above. The label has a line of its own from most programs,
since it is no longer in the heading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from articlex.punctuation import SENTENCE_ENDS
from articlex.read.text.lines import Line, measured
from articlex.read.text.parted.breaks import CLOSING
from articlex.regex import regex

#: Lines between two brackets at most ("Bearbeiten", "|", "Quelltext bearbeiten"), and their characters.
MOST_BETWEEN = 3
LONGEST = 60
#: Brackets that are parted, labels that come back, and signs behind which a sentence visibly goes on, before
#: a page is believed to be flattened so.
FEWEST = 2
#: The same of labels that nothing has parted: what stands for a picture comes back, too.
FEWEST_WHOLE = 3
#: A sign of a note ("[1]", "[a]", "[note 2]"), and what was parted.
NOTE = regex(r"\[(?:[^\W\d_]{1,8} )?(?:\d{1,3}|[a-z]{1,2})\]")
LABEL = regex(r"\[ ?[^\W\d_][^\[\]\d_.]*\]")
NUMBER = regex(r"(?<=[\[ ])\[\d{1,4}\](?=[^\W\d_])")
#: Columns of a line of text.
LONG = 50
#: Signs of notes behind one line.
MOST_NOTES = 20
#: Words of a line that is no label.
PROSE = 4


def with_brackets(lines: list[Line]) -> list[Line]:
    """``lines`` with what stands in brackets behind the lines that it belongs to."""
    if sum(line.text[0] == "[" and line.text[-1] in "[]" for line in lines) < FEWEST:
        return lines
    whole, parted = _whole(lines)
    return _with_notes(_with_labels(whole, parted), parted)


def _whole(lines: list[Line]) -> tuple[list[Line], frozenset[int]]:
    """``lines`` with each pair of brackets and what is between them as one line, and the numbers of those;
    as they are if there are too few."""
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
    return (whole, frozenset(parted)) if len(parted) >= FEWEST else (lines, frozenset())


def _closing(lines: Sequence[Line], start: int) -> int:
    """The place of the bracket that closes the one at ``start``; 0 if none does at once."""
    size = 0
    for place in range(start + 1, min(start + MOST_BETWEEN + 2, len(lines))):
        line = lines[place]
        if line.gap or line.text == "[" or line.indent > 1:
            return 0  # set in are the values of a list in code
        if line.text == "]":
            return place if place > start + 1 else 0
        size += len(line.text)
        if size > LONGEST:
            return 0
    return 0


def _lengthened(line: Line, text: str, is_open: bool) -> Line:
    """``line`` with ``text`` right behind it."""
    longer = measured(line.number, line.raw + text, line.text + text, line.gap)
    return longer._replace(open=is_open)


def _with_labels(lines: list[Line], parted: frozenset[int]) -> list[Line]:
    """``lines`` with the label that comes back most often behind the headings that it stands below."""
    labels = {
        place: label
        for place, line in enumerate(lines)
        if place and line.text[0] == "[" and line.text[-1] == "]" and (label := _label(line.text))
    }
    label, times = Counter(labels.values()).most_common(1)[0] if labels else ("", 0)
    found = {place for place, text in labels.items() if text == label and _may_be_headed(lines, place)}
    heads = {lines[place - 1].text for place in found}
    surely = any(lines[place].number in parted for place in found)
    texts = len(found) if surely else 2 * sum(_has_text_below(lines, place) for place in found)
    fewest = FEWEST if surely else FEWEST_WHOLE
    if len(heads) < max(fewest, len(found), times - 1) or texts < len(found):
        return lines
    shown: list[Line] = []
    for place, line in enumerate(lines):
        if place in found:
            shown[-1] = _lengthened(shown[-1], label, line.open)
        else:
            shown.append(line)
    return shown


def _label(text: str) -> str:
    """The label for editing that a line may be, without the numbers that lynx sets before links."""
    bare = NUMBER.sub("", text)
    return f"[{bare[1:-1].strip()}]" if LABEL.fullmatch(bare) else ""


def _may_be_headed(lines: Sequence[Line], place: int) -> bool:
    """Whether a heading may stand right above a label, or one blank line further up."""
    above = lines[place - 1].text
    return lines[place].gap <= 1 and above[-1] not in SENTENCE_ENDS and above[0] != "["


def _has_text_below(lines: Sequence[Line], place: int) -> bool:
    """Whether a long line stands below a label: below what stands for a picture others do as well."""
    return place + 1 < len(lines) and lines[place + 1].width >= LONG


def _with_notes(lines: list[Line], parted: frozenset[int]) -> list[Line]:
    """``lines`` with the signs of notes behind the words that they stand below."""
    signs = {
        place
        for place, line in enumerate(lines)
        if place
        and line.text[0] == "["
        and line.indent <= 1  # lynx sets in the number of a link without a text
        and (line.number in parted or NOTE.fullmatch(line.text))
    }
    going_on: set[int] = set()
    for place in sorted(signs, reverse=True):
        if _goes_on(lines, place, signs, going_on):
            going_on.add(place)
    if len(going_on) < FEWEST and not parted:
        return lines
    shown: list[Line] = []
    behind: list[int] = []
    seen: set[str] = set()
    for place, line in enumerate(lines):
        # In a list of references each number stands above one of them, and has stood in the text already.
        again = line.text in seen and line.number not in parted and not _ends(lines, place)
        is_sign = place in signs and not line.gap and (place in going_on or not again)
        seen.add(line.text)
        is_sign = is_sign and behind[-1] < MOST_NOTES
        if is_sign and (behind[-1] or place in going_on or _is_text(shown[-1].text)):
            shown[-1] = _lengthened(shown[-1], line.text, line.open)
            behind[-1] += 1
        else:
            shown.append(line)
            behind.append(0)
    return shown


def _is_text(text: str) -> bool:
    """Whether a sign may stand behind a line: a sentence, or more words than most headings have."""
    return text[-1] in SENTENCE_ENDS or text.count(" ") >= PROSE - 1


def _ends(lines: Sequence[Line], place: int) -> bool:
    """Whether a blank line stands below a line, or nothing."""
    return place + 1 == len(lines) or lines[place + 1].gap > 0


def _goes_on(lines: Sequence[Line], place: int, signs: set[int], going_on: set[int]) -> bool:
    """Whether the sentence visibly goes on behind the sign at ``place``, and others below it, of which
    ``going_on`` are those that it goes on behind."""
    if place + 1 == len(lines) or lines[place + 1].gap or lines[place].gap:
        return False
    if place + 1 in signs:
        return place + 1 in going_on
    line = lines[place + 1]
    return line.indent == 1 or line.text[0] in CLOSING or line.text[0].islower()
