"""Language menus: runs of names of languages, each in its own language, or of language codes.

A list of languages in a text ("spoken in Bern: German, French, Italian") names them all in the language of
the text; a menu names each as its speakers do. This stage goes by that difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from articlex.data.labels import normal
from articlex.data.languages import WORD_END, Languages, languages
from articlex.options import Options
from articlex.page import Block, Mark, Page, Role
from articlex.punctuation import COLONS
from articlex.regex import regex
from articlex.signs import Signs, signs_of
from articlex.stages.contract import Output, Stage

_UNKNOWN = Role.UNKNOWN  # see articlex.page

REASONS = {
    "own-names": "One of several neighbours that are each the name of a language as its speakers call it.",
    "names": "One of several neighbours that are names of languages, above or below the running text.",
    "codes": "One of several neighbours that are language codes.",
    "inline": "The block is nothing but the names or codes of several languages.",
    "prefix": "A label or date in front of the first name of the language menu that follows.",
    "single": "The name of a language as its speakers call it, alone, above or below the running text.",
}

#: The scores of marks that are less sure than those of runs.
_SCORES = {"inline": 0.9, "prefix": 0.8, "single": 0.6}

#: A menu on one line may have two dozen languages.
_MAX_LINE = 400
#: Neighbours that make a menu if each is a language's own name, and if each is any name or a code.
_MIN_OWN, _MIN_NAMES = 2, 3

#: The longest code is "zh-hans".
_MAX_CODE = 8

#: Words of the longest line above a menu that ends in the first of its names.
_MAX_PREFIX = 6

_REGION = regex(r"\s*(?:[(（\[].*|[-–—/:]\s.*)$")
_SEPARATORS = regex(r"\s*[|/·•‧,;、،>‹›«»]+\s*|\s+[-–—]\s+|\t|\n")
_CODE = regex(r"([a-z]{2,3})(?:[-_][a-z]{2,4})?")


class _Named(NamedTuple):
    """What a short text names: a language, by its own name, another's name for it, or its code."""

    how: str  # "own", "other", "code"
    language: str


def run(page: Page, options: Options) -> Output:
    """Mark the blocks of language menus."""
    known = languages()
    signs = signs_of(page)
    may_be_names = _may_be_names(signs.short, known)
    reasons = _in_runs(page, signs, known, may_be_names)
    for block in compress(page.blocks, may_be_names):
        if block.index not in reasons and not signs.prose[block.index]:
            reasons[block.index] = _alone(block, signs, known)
    for index, reason in reasons.items():
        if reason and page.role(index) is _UNKNOWN:
            yield Mark(index, Role.LANGUAGE_MENU, reason, _SCORES.get(reason, 0.95))


def _in_runs(page: Page, signs: Signs, known: Languages, may_be_names: Sequence[bool]) -> dict[int, str]:
    """The blocks of runs of names, with the line in front of each that ends in a name, and the reasons."""
    reasons: dict[int, str] = {}
    for items in _runs(page, signs, known, may_be_names):
        if reason := _verdict(page, items, signs):
            reasons |= dict.fromkeys(items, reason)
            before = min(items) - 1
            if before >= 0 and _ends_in_name(page.blocks[before].text, known):
                reasons.setdefault(before, "prefix")
    return reasons


def _alone(block: Block, signs: Signs, known: Languages) -> str:
    """The reason for which a block alone is a language menu, "" if it is none."""
    is_outside = signs.is_outside(block.index)
    if is_outside and not block.level and known.own.get(signs.short[block.index]) in known.codes:
        return "single"
    return "inline" if (is_outside or block.links > 1) and _is_inline_menu(block.text, known) else ""


def _named(text: str, known: Languages) -> _Named | None:
    """The language that ``text``, normalised as a label, names; None if it names none or says more."""
    if text in known.own:
        return _Named("own", known.own[text])
    if text in known.other:
        return _Named("other", known.other[text])
    head = text.partition(" ")[0]
    if head not in known.heads and head.isalpha():
        return None
    code = _CODE.fullmatch(text) if len(text) <= _MAX_CODE else None
    if code:
        return _Named("code", code[1]) if code[1] in known.codes else None
    name = _REGION.sub("", text)
    return _named(name, known) if name != text else None


def _may_be_names(short: Sequence[str], known: Languages) -> list[bool]:
    """Whether each block begins as names of languages do, or with no word at all, so that it may be one or a
    row of them. Most blocks do not, and leaving them out saves half of the stage's time."""
    heads = [text.partition(" ")[0] for text in short]
    return [head in known.heads or not head.isalpha() for head in heads]


def _runs(
    page: Page, signs: Signs, known: Languages, may_be_names: Sequence[bool]
) -> Iterator[dict[int, _Named]]:
    """Runs of neighbouring blocks that each name a language; blocks without text do not end a run."""
    items: dict[int, _Named] = {}
    for index, text in enumerate(signs.short):
        named = _named(text, known) if text and may_be_names[index] else None
        if named:
            items[index] = named
        elif items and page.blocks[index].text:
            yield items
            items = {}
    if items:
        yield items


def _verdict(page: Page, items: dict[int, _Named], signs: Signs) -> str:
    """The reason for which a run of names is a menu, "" if it is none."""
    own = {named.language for named in items.values() if named.how == "own"}
    named_languages = {named.language for named in items.values()}
    outside = min(items) > signs.last or max(items) < signs.first
    if len(own) >= _MIN_OWN and len(items) >= (_MIN_OWN if outside else _MIN_NAMES):
        return "own-names" if outside or not _is_announced(page, min(items), signs) else ""
    if not outside or len(named_languages) < _MIN_NAMES:
        return ""
    codes = sum(named.how == "code" for named in items.values())
    if codes * 2 > len(items):
        return "codes" if all(page.blocks[index].text.isupper() for index in items) else ""
    return "names"


def _is_announced(page: Page, index: int, signs: Signs) -> bool:
    """Whether running text, or a line that ends in a colon, stands right above the block."""
    return index > 0 and (signs.prose[index - 1] or page.blocks[index - 1].text.endswith(COLONS))


def _ends_in_name(text: str, known: Languages) -> bool:
    """Whether a short text ends in the name of a language: "date 2018-01-02 English"."""
    words = text.split()
    return 1 < len(words) <= _MAX_PREFIX and words[-1].casefold() in known.own and text[-1].isalpha()


def _is_inline_menu(text: str, known: Languages) -> bool:
    """Whether a text is nothing but names or codes of several languages, parted by separators or blanks."""
    if not 0 < len(text) <= _MAX_LINE:
        return False
    head = text.partition(" ")[0]
    if not head[:1].isalpha():
        return False
    if not head.isalpha():
        head = WORD_END.split(_SEPARATORS.split(head, maxsplit=1)[0], maxsplit=1)[0]
    if head.casefold() not in known.heads:
        return False
    return any(_are_languages(parts, text, known) for parts in (_SEPARATORS.split(text), text.split()))


def _are_languages(parts: Sequence[str], text: str, known: Languages) -> bool:
    """Whether the ``parts`` of a text name different languages, most by their own names or by codes."""
    named = [_named(normal(part), known) for part in parts if part]
    found = [item for item in named if item]
    if len(found) < 2 or len({item.language for item in found}) < len(named):
        return False
    own = sum(item.how == "own" for item in found)
    codes = sum(item.how == "code" for item in found)
    return own >= 2 or own + codes == len(found) > 2 or (codes == len(found) and text.isupper())


STAGE = Stage(name="language_menu", run=run, reasons=REASONS, sets=frozenset({Role.LANGUAGE_MENU}))
