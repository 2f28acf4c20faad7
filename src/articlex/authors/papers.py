"""The authors of a paper, between its title and its abstract: in a line of their own, or with no sign between
their names and what follows: "Anna Example Department of Ice, University of Holm Peter Sample Institute of
Snow", "Anna Example Peter Sample"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from articlex.authors.gathering import Gathering
from articlex.bylines.given import begins_as_name, has_given_name
from articlex.bylines.persons import is_caseless, is_person
from articlex.data.bylines import byline_words
from articlex.page import Block, Page
from articlex.punctuation import SENTENCE_ENDS
from articlex.signs import headline_block, signs_of

#: Feature of the candidate in the head of a paper without such signs.
PAPER_HEAD = "paper-head"

#: Blocks from title to names, and from names to abstract (affiliations, addresses), at most.
_BELOW_TITLE, _ABOVE_ABSTRACT = 4, 14
#: What may surround the word "Abstract", and characters of the longest such word with it.
_AROUND, _MAX_WORD = " :：.。—–-【】[]〔〕《》", 20
#: What parts that word from the text behind it.
_SIGNS = frozenset(":：.。—–-】]〕")
#: How a line begins that is a date in brackets: "(14 March 2024)".
_OPENS_DAY = ("(", "（")
#: Characters of the head of a paper, spaces left out, and authors in it, at most.
_MAX_CHARS, _MOST = 1500, 20
#: Where East Asian scripts begin, and characters of a name in them, at most.
_WIDE, _LONGEST_HAN = "\u3000", 4


def heads_paper(page: Page, index: int, names: Sequence[str]) -> bool:
    """Whether a line of persons, ``names``, stands right below the headline and above an abstract."""
    title = headline_block(page)
    if title < 0 or not title < index <= title + _BELOW_TITLE:
        return False
    if not all(map(is_person, names)) or not any(map(has_given_name, names)):
        return False
    if signs_of(page).makeup.prices:
        # A shop prints the author of a book and a summary of it, too.
        return False
    for block in page.blocks[index + 1 : index + 1 + _ABOVE_ABSTRACT]:
        if _begins_abstract(block.text):
            # A single name right above a summary may be the subject of the page.
            return len(names) > 1 or block.index > index + 1
        if signs_of(page).prose[block.index]:
            break
    return False


def _above_abstract(page: Page) -> list[Block]:
    """The blocks between the headline and the abstract of a paper, with its authors and their affiliations,
    but without a date in brackets; empty where no abstract follows."""
    title = headline_block(page)
    if title < 0:
        return []
    head: list[Block] = []
    for block in page.blocks[title + 1 : title + 1 + _ABOVE_ABSTRACT]:
        if _begins_abstract(block.text):
            return head
        if signs_of(page).prose[block.index] and block.text[-1] in SENTENCE_ENDS:
            break
        if not block.text.startswith(_OPENS_DAY):
            head.append(block)
    return []


def _begins_abstract(text: str) -> bool:
    """Whether a text is the word "Abstract" in some language, or begins with it: "Abstract. The bridges"."""
    start = text[:_MAX_WORD].lstrip(_AROUND).casefold()
    words = byline_words().abstracts
    if start.strip(_AROUND) in words:
        return True
    return any(start.startswith(word) and start[len(word) :].lstrip()[:1] in _SIGNS for word in words)


def add_paper_head(found: Gathering) -> None:
    """Add the persons between title and abstract, where there are no other blocks but their affiliations."""
    blocks = _above_abstract(found.page)
    tokens = " ".join([block.text for block in blocks]).split()
    if not tokens or sum(map(len, tokens)) > _MAX_CHARS:
        return
    names = _names(tokens)
    if 1 < len(names) <= _MOST:
        found.entry(names, *(block.index for block in blocks)).features.add(PAPER_HEAD)


def _names(tokens: Sequence[str]) -> tuple[str, ...]:
    """The names, in order; () if other words come first, or stand behind some names and not behind others."""
    starts: list[tuple[int, int]] = []
    for start in range(len(tokens)):
        end = starts[-1][1] if starts else 0
        if size := _size(tokens, start) if start >= end else 0:
            starts.append((start, start + size))
        elif not start:
            return ()
    following = [start for start, _ in starts[1:]] + [len(tokens)]
    gaps = {end < after for (_, end), after in zip(starts, following, strict=True)}
    return tuple(" ".join(tokens[start:end]) for start, end in starts) if len(gaps) == 1 else ()


def _size(tokens: Sequence[str], start: int) -> int:
    """How many words the name has that begins at ``start``: a known given name, initials and particles, one
    word more; 0 without one. Behind a lower-case word stands a place: "University of Florence"."""
    first = tokens[start]
    if not begins_as_name(first) or (start and tokens[start - 1].islower()):
        return 0
    if first >= _WIDE:
        return 1 if len(first) <= _LONGEST_HAN and is_person(first) else 0
    size = 1 + sum(1 for _ in _inner(tokens[start + 1 :])) + 1
    name = " ".join(tokens[start : start + size])
    return size if is_person(name) and (first[0].isupper() or is_caseless(first)) else 0


def _inner(tokens: Sequence[str]) -> Iterator[str]:
    """The initials and particles at the start of ``tokens``."""
    for token in tokens:
        is_initial = len(token) == len("A.") and token[0].isupper() and token[1] == "."
        if not is_initial and token not in byline_words().particles:
            return
        yield token
