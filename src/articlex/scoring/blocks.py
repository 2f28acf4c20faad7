"""Features of a block by itself: its length, its characters, its kind, its links, its role so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from articlex.facts import best_value
from articlex.page import Block, Container, Field, Form, Hidden, Kind, Page, Role, Style, Wrap
from articlex.regex import regex
from articlex.scoring.characters import CODE, Counts
from articlex.scoring.columns import Columns
from articlex.scoring.words import Words

_KINDS = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CODE, Kind.TABLE, Kind.CAPTION, Kind.TERM, Kind.DEFINITION)

#: Roles that earlier stages give, as features: the scorer has the last word on all of them.
ROLES: tuple[Role, ...] = tuple(
    role for role in Role if role not in (Role.UNKNOWN, Role.BODY, Role.BOILERPLATE)
)

_TAGS = ("p", "div", "td", "li", "button", "option", "section", "article", "a", "figcaption", "summary")

_KIND_CODE = {kind: code for code, kind in enumerate(_KINDS)}
_TAG_CODE = {tag: code for code, tag in enumerate(_TAGS)}
_ROLE_CODE = {role: code for code, role in enumerate(ROLES)}

#: Roles that stand before an article, and roles that stand after it.
_BEGINNING = frozenset({Role.TITLE, Role.BYLINE, Role.DATE})
_ENDING = frozenset(
    {Role.COMMENT, Role.RELATED, Role.AUTHOR_BIO, Role.TAGS, Role.FOOTER, Role.LEGAL, Role.PROMO}
)

_HIDDEN = {
    "noscript": Hidden.NOSCRIPT,
    "template": Hidden.TEMPLATE,
    "style": Hidden.STYLE,
    "collapsed": Hidden.COLLAPSED,
    "data": Hidden.DATA,
}

#: A teaser is cut off; running text is not.
_ELLIPSES = ("…", "...", "…]", "...]", "……")

_WRAP_BITS = {Wrap.QUOTE: 1, Wrap.LIST: 2, Wrap.FIGURE: 4, Wrap.DETAILS: 8}
_WRAPS = {wrap.value: bit for wrap, bit in _WRAP_BITS.items()}

_STYLES = {"strong": Style.STRONG, "em": Style.EM, "code": Style.CODE}

#: An ideograph carries about as much as this many Latin letters (GB 18030 news against its translations).
_IDEOGRAPH_SIZE = 2.5

#: Latin-sized characters from which a block without many links is running text.
LONG = 80.0

#: Text of an article in JSON-LD, by the names of its properties.
_STATED = regex(r'"(?:articleBody|reviewBody|text|recipeInstructions)"\s*:\s*"((?:[^"\\]|\\.)*)"')

#: Characters of a block that may print the title.
MAX_TITLE_LINE = 300
#: Pairs of a word of the title and one of the page that are compared each with each, in a byte a pair; more
#: are sorted. A title of half a megabyte, printed once, would take 10 GB.
_MOST_PAIRS = 1 << 22


def sizes(counts: Counts) -> Any:
    """Length of each block in Latin-sized characters."""
    return counts.chars * (1.0 + (_IDEOGRAPH_SIZE - 1.0) * counts.shares["ideograph"])


def block_columns(page: Page, blocks: list[Block], counts: Counts, size: Any, words: Words) -> Columns:
    """Columns that need nothing but the block; ``words`` are those of the blocks and, behind them, of the
    title."""
    import numpy as np

    link_chars = np.array([b.link_chars for b in blocks], np.float32)
    density = np.minimum(link_chars / counts.chars, 1.0)
    columns: Columns = {
        "size": np.log1p(size),
        "tokens": np.log1p(counts.tokens),
        "token_size": counts.chars / (counts.tokens + 1.0),
        "lines": counts.lines,
        "link_density": density,
        "links": np.array([b.links for b in blocks], np.float32),
        "level": np.array([b.level for b in blocks], np.float32),
        "nesting": np.array([len(b.within) for b in blocks], np.float32),
        "first_class": counts.first,
        "last_class": counts.last,
        "ends_sentence": counts.last == CODE["stop"],
        "stops": counts.shares["stop"] * counts.chars,
        "commas": counts.shares["comma"] * counts.chars,
    }
    columns |= {f"share_{name}": share for name, share in counts.shares.items()}
    columns["good"] = np.where((size >= LONG) & (density < 0.4), size * (1.0 - density), 0.0)
    columns["log_good"] = np.log1p(columns["good"])
    columns |= _kind_columns(page, blocks)
    columns |= _overlap_columns(page, blocks, words)
    return columns


def _kind_columns(page: Page, blocks: list[Block]) -> Columns:
    """What each block is: its kind, role and structures, and its markup, or how raw page text is set."""
    import numpy as np

    columns = _one_of("kind", _KINDS, [_KIND_CODE.get(block.kind, -1) for block in blocks])
    columns |= _role_columns(page, blocks)
    columns |= _within_columns(blocks)
    columns["images_before"] = _textless_before(blocks)
    columns["ends_ellipsis"] = np.array([b.text.endswith(_ELLIPSES) for b in blocks], np.float32)
    if page.form is Form.TEXT:
        columns["indent"] = np.array([b.indent for b in blocks], np.float32)
        columns["gap"] = np.array([b.gap for b in blocks], np.float32)
        columns["wrapped"] = np.array([len(b.lines) for b in blocks], np.float32)
        return columns
    columns |= _one_of("tag", _TAGS, [_TAG_CODE.get(block.tag, -1) for block in blocks])
    columns |= _style_columns(blocks)
    columns["inline_words"] = np.array([len(b.inline_words) for b in blocks], np.float32)
    return columns | _bit_columns("hidden", _HIDDEN, [b.hidden for b in blocks])


def _one_of(prefix: str, names: Sequence[str], codes: Any) -> Columns:
    """A column for each name: whether a block's code is the name's place."""
    import numpy as np

    is_it = np.asarray(codes) == np.arange(len(names))[:, None]
    return {f"{prefix}_{name}": column for name, column in zip(names, is_it, strict=True)}


def _bit_columns(prefix: str, bits: Mapping[str, int], values: list[int]) -> Columns:
    """A column for each bit: whether it is set in a block's value."""
    import numpy as np

    is_set = np.array(values) & np.array(list(bits.values()))[:, None] > 0
    return {f"{prefix}_{name}": column for name, column in zip(bits, is_set, strict=True)}


def _role_columns(page: Page, blocks: list[Block]) -> Columns:
    """The stages' marks, and how many that begin or end an article stand before and after the block."""
    import numpy as np

    marks = page.marks
    codes = np.array([_ROLE_CODE.get(marks[block.index].role, -1) if marks else -1 for block in blocks])
    columns = _one_of("role", ROLES, codes)
    columns["role_any"] = codes >= 0
    begins = np.array([*map(_BEGINNING.__contains__, ROLES), False])[codes]
    ends = np.array([*map(_ENDING.__contains__, ROLES), False])[codes]
    places = np.arange(len(blocks))
    last = np.maximum.accumulate(np.where(begins, places, -1))
    columns["since_beginning"] = np.where(last >= 0, np.minimum(places - last, 99), -1)
    columns["beginnings"] = begins.cumsum()
    endings = columns["endings"] = ends.cumsum()
    columns["endings_left"] = endings[-1] - endings
    return columns


def _within_columns(blocks: list[Block]) -> Columns:
    """Which structures the block stands in."""
    return _bit_columns("within", _WRAPS, [_wraps(b.within) if b.within else 0 for b in blocks])


def _wraps(within: tuple[Container, ...]) -> int:
    """The bits of the structures that stand around a block."""
    found = 0
    for container in within:
        found |= _WRAP_BITS.get(container.wrap, 0)
    return found


def _textless_before(blocks: list[Block]) -> Any:
    """Images, rules and embeds between the block and the one before it that has text."""
    import numpy as np

    at = np.array([-1, *[block.index for block in blocks]])
    return at[1:] - at[:-1] - 1


def _style_columns(blocks: list[Block]) -> Columns:
    """The share of the block's text in each style."""
    import numpy as np

    runs = [block.runs for block in blocks]
    whole = [each[0].style if len(each) == 1 else 0 for each in runs]
    shares = {name: [float(style & bit > 0) for style in whole] for name, bit in _STYLES.items()}
    for row, each in enumerate(runs):
        if len(each) > 1 and any(run.style for run in each):
            for name, bit in _STYLES.items():
                styled = sum([len(run.text) for run in each if run.style & bit])
                shares[name][row] = styled / len(blocks[row].text)
    return {f"style_{name}": np.array(column) for name, column in shares.items()}


def _overlap_columns(page: Page, blocks: list[Block], words: Words) -> Columns:
    """Agreement with what the page says of itself: title, description, JSON-LD text."""
    import numpy as np

    n = len(blocks)
    columns: Columns = {}
    columns["title_overlap"] = _title_overlap(blocks, words)
    description = best_value(page, Field.DESCRIPTION)[:60]
    described = [description in b.text for b in blocks] if len(description) > 20 else False
    columns["in_description"] = np.full(n, described, np.float32)
    if page.form is Form.HTML:
        stated = " ".join(stated_text(page).split())
        columns["states_text"] = np.full(n, bool(stated), np.float32)
        found = [" ".join(b.text[:80].split()) in stated for b in blocks] if stated else False
        columns["in_stated_text"] = np.full(n, found, np.float32)
    return columns


def _title_overlap(blocks: list[Block], words: Words) -> Any:
    """Jaccard overlap of the words of each short block with those of the title."""
    import numpy as np

    n = len(blocks)
    prints = words.prints(words.first, words.last)
    bounds = np.searchsorted(words.rows, np.arange(n + 2))
    title = prints[bounds[n] : bounds[n + 1]]
    overlap = np.zeros(n, np.float32)
    if not len(title):
        return overlap
    said = set(title.tolist())
    printed = prints[: bounds[n]]
    if len(title) * len(printed) <= _MOST_PAIRS:
        shared = np.equal.outer(title, printed).any(axis=0)
    else:
        shared = np.isin(printed, title)
    for row in set(words.rows[: bounds[n]][shared].tolist()):
        if len(blocks[row].text) <= MAX_TITLE_LINE:
            own = set(prints[bounds[row] : bounds[row + 1]].tolist())
            overlap[row] = len(own & said) / len(own | said)
    return overlap


def stated_text(page: Page) -> str:
    """The article text that the page's JSON-LD states, as plain text; "" if none."""
    import json

    texts = []
    for source in page.markup.json_ld:
        for match in _STATED.finditer(source):
            try:
                texts.append(json.loads(f'"{match.group(1)}"', strict=False))
            except ValueError:
                texts.append(match.group(1))
    return "\n".join(texts)
