"""The inline runs of one block: text arrives in pieces, and white space is collapsed across them."""

from __future__ import annotations

from unicodedata import east_asian_width

from articlex.character_classes import visible, without_idle_joiners
from articlex.page import Hidden, Run, Style, new_tuple, runs_text
from articlex.read.html.apart.seams import begins_sentence
from articlex.read.html.quotation_marks import without_second_marks
from articlex.read.html.state import State
from articlex.regex import regex

#: The number of a paragraph in an element of its own, beside which a style sheet makes room: "1.", "(2)",
#: "(iv)", "[3]", "a)"; and the characters of the longest. (Not any letters: behind "www." stands a word too.)
_NUMBERING = regex(r"(?i)[(\[]?(?:\d{1,4}[a-z]?|[a-z]|[ivxl]{2,5})[.)\]]+")
_MOST_NUMBERING = 8
#: The number of a section, in a heading before a capitalised word: "2.1".
_SECTION = regex(r"\d{1,2}(?:\.\d{1,2})*+")
_HANGUL = (("\u1100", "\u11ff"), ("\u3130", "\u318f"), ("\ua960", "\ua97f"), ("\uac00", "\ud7ff"))
_QUOTED = Style.QUOTE  # see articlex.page on members of enumerations


class RunBuilder:
    """Collects the runs of one block.

    White space follows CSS ``white-space: normal``: any stretch is one space, and there is none at the start
    or end of the block or around a line break. A space between two runs has the style and link that both
    have, so that emphasis and links begin and end on a letter.
    """

    __slots__ = (
        "_apart",
        "_has_icons",
        "_has_quotations",
        "_href",
        "_parts",
        "_style",
        "begun",
        "broken",
        "runs",
        "space",
        "state",
    )

    def __init__(self) -> None:
        #: Where the block begins.
        self.state = State()
        self.runs: list[Run] = []
        self._parts: list[str] = []
        self._style = 0
        self._href: str | None = None
        #: Whether the block holds anything yet.
        self.begun = False
        #: Whether white space came after the last text.
        self.space = False
        #: Whether a line break was the last thing that came.
        self.broken = False
        #: Whether code or a key has begun right behind other text, perhaps of the same style.
        self._apart = False
        #: Whether a decorative picture is among the runs.
        self._has_icons = False
        #: Whether a quotation is.
        self._has_quotations = False

    def begin_apart(self) -> None:
        """Keep the code, or the key, that begins now apart from one right before it."""
        self._apart = bool(self._parts)

    def add(self, text: str, state: State) -> None:
        """Append text as it is written in the markup at ``state``."""
        if text.isprintable() and "  " not in text:  # nine of ten: all its white space is single blanks
            line = text.strip()
        else:
            line = " ".join(text.split())
            if "\n" in text and not line.isascii():
                line = _unbroken(text)
            if not line.isprintable():
                line = " ".join(without_idle_joiners(visible(line), self.last()).split())
        if not line:
            self.space = self.space or any(map(str.isspace, text))
            return
        if not self.begun:  # as for three of four texts: nothing stands before it
            self.begun, self.state = True, state
            self._style, self._href, self._apart = state.style, state.href, False
        else:
            self._set_beside(text, line, state)
        self._parts.append(line)
        self.space = text[-1].isspace()
        self.broken = False

    def _set_beside(self, text: str, line: str, state: State) -> None:
        """Get ready for ``line`` behind what there is: add the space that parts them, and end the last run.

        ``line`` is ``text`` with its white space collapsed.
        """
        parts = self._parts
        if self.runs:
            is_apart = not parts and _stands_beside(self.runs[-1], line[0])
        else:
            is_apart = len(parts) == 1 and _is_numbered(parts[0], line, state.level)
        self.space = self.space or is_apart or text[0].isspace()
        if state.style != self._style or state.href != self._href or self._apart:
            self._begin_run(line, state)
        elif self.space and (parts or self.runs) and not self.broken:
            parts.append(" ")

    def _begin_run(self, line: str, state: State) -> None:
        """End the last run, and begin one for ``line``, with the space that parts the two if there is one."""
        style, href = state.style, state.href
        common = style & self._style if self._parts else style & self._style & Style.QUOTE
        if self._apart:
            common &= ~(Style.CODE | Style.KBD)
            self._apart = False
        link = href if href == self._href else None
        self.space = self.space or self._ends_sentence(style, line)
        self._end_run()
        if self.space and self.runs and not self.broken:
            self.runs.append(Run(" ", common, link))
        self._style, self._href = style, href

    def _ends_sentence(self, style: int, text: str) -> bool:
        """Whether a sentence is complete, and ``text``, in a link or emphasis or behind it, the next."""
        return (
            bool(self._parts)
            and not (style | self._style) & Style.CODE
            and begins_sentence(self._parts[-1], text)
        )

    def begin_line(self, apart: bool) -> None:
        """Begin a new line for what comes next; with ``apart`` false, only a new word."""
        if apart and not self.broken:
            self.add_break(0)
        else:
            self.space = True

    def add_break(self, style: int) -> None:
        """Add a line break in an element of this ``style``, unless nothing stands before it."""
        self._end_run()
        if self.runs:
            self.runs.append(Run("\n", Style.BREAK | style & Style.QUOTE))
        self.space = False
        self.broken = True

    def add_run(self, run: Run, state: State) -> None:
        """Add a run that is complete: an image, a formula, the sign of a note."""
        if not self.begun:
            self.begun, self.state = True, state
        if _stands_beside(run, self.last()):
            self.space = True
        self._end_run()
        if self.space and self.runs and not self.broken:
            in_quotation = state.style & self._style & Style.QUOTE
            self.runs.append(Run(" ", in_quotation, run.href if run.href == self._href else None))
        if state.style & Style.QUOTE:  # which nothing may divide
            run = run._replace(style=run.style | Style.QUOTE)
        self.runs.append(run)
        self._has_icons = self._has_icons or bool(run.style & Style.ICON)
        self._style, self._href = run.style, run.href
        self.space = False
        self.broken = False

    def last(self) -> str:
        """The last character so far; "" behind white space, a line break or a complete run."""
        return "" if self.space or self.broken or not self._parts else self._parts[-1][-1]

    def last_text(self) -> str:
        """The text that came last, without white space at its ends; "" if it was none."""
        if self._parts:
            return self._parts[-1]
        return self.runs[-1].text if self.runs else ""

    def take_back(self, text: str) -> bool:
        """Drop the last run, or the last piece of text, if ``text`` is what it shows; whether it was."""
        if len(self._parts) > 1 and self._parts[-1] == text:
            self._parts.pop()
            return True
        self._end_run()
        if not self.runs or self.runs[-1].text != text or self.runs[-1].src is not None:
            return False
        self.runs.pop()
        return True

    def leave_unseen(self, state: State) -> None:
        """Drop what the line holds so far if that is not shown, and words at ``state`` are."""
        if self.begun and self.state.hidden & ~state.hidden & Hidden.STYLE:
            self.take()

    def take(self) -> tuple[tuple[Run, ...], str]:
        """The runs so far, without line breaks at the end, and their text. The builder is emptied."""
        runs = self.runs
        text = ""
        if runs:
            self._end_run()
            while runs and (runs[-1].style & Style.BREAK or (runs[-1].text == " " and runs[-1].src is None)):
                runs.pop()
            self.runs = []
            found = tuple(runs)
            text = runs_text(found).strip()
            if self._has_icons:
                found = _without_icons(found) if text else found
                self._has_icons = False
            if self._has_quotations:
                found = without_second_marks(found)
                self._has_quotations = False
        elif self._parts:  # as for nine of ten blocks
            text = "".join(self._parts)
            found = (new_tuple(Run, (text, self._style, self._href, None)),)
            self._parts = []
        else:
            found = ()
        self._style, self._href = 0, None
        self.begun = self.space = self.broken = False
        return found, text

    def _end_run(self) -> None:
        if self._parts:
            self._has_quotations = self._has_quotations or bool(self._style & _QUOTED)
            self.runs.append(new_tuple(Run, ("".join(self._parts), self._style, self._href, None)))
            self._parts = []


def _without_icons(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs of a block with text, without decorative pictures and the spaces beside these."""
    kept: list[Run] = []
    for run in runs:
        is_blank = run.text == " " and run.src is None
        if not run.style & Style.ICON and not (is_blank and (not kept or kept[-1].text == " ")):
            kept.append(run)
    while kept and kept[-1].text == " " and kept[-1].src is None:
        kept.pop()
    return tuple(kept)


def _unbroken(text: str) -> str:
    """``text`` with white space collapsed, where a line break between two wide characters is no space.

    CSS Text Module Level 3, 4.1.3, "Segment Break Transformation Rules". Hangul has spaces between words.
    """
    parts: list[str] = []
    for line in text.strip().split("\n"):
        words = line.split()
        if words and parts and not (is_wide(parts[-1][-1]) and is_wide(words[0][0])):
            parts.append(" ")
        if words:
            parts.append(" ".join(words))
    return "".join(parts)


def _stands_beside(picture: Run, character: str) -> bool:
    """Whether a run is a picture that stands apart from a word with this ``character`` right beside it.

    One whose alternative text is a single character stands for that, in the word.
    """
    if picture.src is None or len(picture.text) == 1:
        return False
    return character.isalnum() and not is_wide(character)


def _is_numbered(before: str, text: str, level: int) -> bool:
    """Whether ``before``, with which a block begins, is its number, and ``text`` of another element its first
    word.

    ``level`` is that of the heading that the block is, 0 for any other block.
    """
    if len(before) > _MOST_NUMBERING:
        return False
    if level and text[0].isupper() and text[1:2].islower() and _SECTION.fullmatch(before):
        return True
    if not (text[0].isalpha() or text[0] in "“„«‘\"'"):
        return False
    return _NUMBERING.fullmatch(before) is not None and not is_wide(text[0])


def is_wide(character: str) -> bool:
    """Whether a character is of a script without spaces between words: Han or kana, not Hangul."""
    is_hangul = any(first <= character <= last for first, last in _HANGUL)
    return not is_hangul and east_asian_width(character) in "WFH"
