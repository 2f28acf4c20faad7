"""Features of a block by itself: its length, its characters, its kind, its links, its role so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articlex.facts import best_value
from articlex.page import Block, Field, Form, Hidden, Kind, Page, Role, Style, Wrap
from articlex.regex import regex
from articlex.scoring.characters import CODE, Counts
from articlex.scoring.columns import Stack, integers, places_of_true, stacked
from articlex.scoring.rows import Rows
from articlex.scoring.words import Words
from articlex.signs import headline_block

_KINDS = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CODE, Kind.TABLE, Kind.CAPTION, Kind.TERM, Kind.DEFINITION)

#: Roles that earlier stages give, as features: the scorer has the last word on all of them.
_ROLES: tuple[Role, ...] = tuple(
    role for role in Role if role not in (Role.UNKNOWN, Role.BODY, Role.BOILERPLATE)
)

_TAGS = ("p", "div", "td", "li", "button", "option", "section", "article", "a", "figcaption", "summary")

_KIND_CODE = {kind: code for code, kind in enumerate(_KINDS)}
_TAG_CODE = {tag: code for code, tag in enumerate(_TAGS)}
_ROLE_CODE = {role: _ROLES.index(role) if role in _ROLES else -1 for role in Role}

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

#: Ends of a text that was cut off, as that of a teaser is.
_ELLIPSES = ("…", "...", "…]", "...]", "……")

_WRAPS = (Wrap.QUOTE, Wrap.LIST, Wrap.FIGURE, Wrap.DETAILS)
_WRAP_CODE = {wrap: _WRAPS.index(wrap) if wrap in _WRAPS else len(_WRAPS) for wrap in Wrap}

_STYLES = {"strong": Style.STRONG, "em": Style.EM, "code": Style.CODE}
_STYLED = Style.STRONG | Style.EM | Style.CODE

#: An ideograph carries about as much as this many Latin letters (GB 18030 news against its translations).
_IDEOGRAPH_SIZE = 2.5

#: Latin-sized characters from which a block without many links is running text.
_LONG = 80.0

_KIND_NAMES = tuple(f"kind_{kind}" for kind in _KINDS)
_TAG_NAMES = tuple(f"tag_{tag}" for tag in _TAGS)
_HIDDEN_NAMES = tuple(f"hidden_{name}" for name in _HIDDEN)
_ROLE_NAMES = tuple(f"role_{role}" for role in _ROLES)
_ROLE_COUNT_NAMES = ("is_headline", "role_any", "since_beginning", "beginnings", "endings", "endings_left")
_WITHIN_NAMES = tuple(f"within_{wrap}" for wrap in _WRAPS)
_STYLE_NAMES = tuple(f"style_{name}" for name in _STYLES)
#: The last column exists in HTML alone.
_OVERLAP_NAMES = ("title_overlap", "in_description", "states_text")

#: Text of an article in JSON-LD, by the names of its properties.
_STATED = regex(r'"(?:articleBody|reviewBody|text|recipeInstructions)"\s*:\s*"((?:[^"\\]|\\.)*)"')

#: Characters of the longest block that may print the title.
_MAX_TITLE_LINE = 300
#: Up to so many pairs of a word of the title and one of the page are compared each with each, in a byte a
#: pair; more words are sorted. A title of half a megabyte, printed once, would take 10 GB.
_MOST_PAIRS = 1 << 22


def sizes(counts: Counts) -> Any:
    """Length of each block in Latin-sized characters."""
    return counts.chars * (1.0 + (_IDEOGRAPH_SIZE - 1.0) * counts.shares["ideograph"])


def block_columns(page: Page, rows: Rows, counts: Counts, size: Any, words: Words) -> list[Stack]:
    """Columns that need nothing but the block; ``words`` are those of the blocks and, behind them, of the
    title."""
    blocks = rows.blocks
    kinds, tags, hidden, level = _sort_columns(rows)
    columns = [_measures(blocks, counts, size, level), kinds, *_role_columns(page, rows)]
    columns += [_within_columns(blocks), _edges(rows, counts)]
    if page.form is Form.TEXT:
        lines = ([b.indent for b in blocks], [b.gap for b in blocks], [len(b.lines) for b in blocks])
        columns.append(stacked(("indent", "gap", "wrapped"), lines, len(blocks)))
    else:
        inline = stacked(("inline_words",), ([len(b.inline_words) for b in blocks],), len(blocks))
        columns += [tags, _style_columns(blocks), inline, hidden]
    columns.append(_overlap_columns(page, blocks, words))
    return columns


def _measures(blocks: list[Block], counts: Counts, size: Any, level: Any) -> Stack:
    """How long each block is, how much of it is in links, and its characters by class."""
    import numpy as np

    link_chars = integers([b.link_chars for b in blocks]).astype(np.float32)
    density = np.minimum(link_chars / counts.chars, 1.0)
    good = np.where((size >= _LONG) & (density < 0.4), size * (1.0 - density), 0.0)
    shares = counts.shares
    columns = {
        "size": np.log1p(size),
        "tokens": np.log1p(counts.tokens),
        "token_size": counts.chars / (counts.tokens + 1.0),
        "link_density": density,
        "links": integers([b.links for b in blocks]),
        "level": level,
        "nesting": integers([len(b.within) for b in blocks]),
        "first_class": counts.first,
        "last_class": counts.last,
        "ends_sentence": counts.last == CODE["stop"],
        "stops": shares["stop"] * counts.chars,
        "commas": shares["comma"] * counts.chars,
        **{f"share_{name}": share for name, share in shares.items()},
        "good": good,
        "log_good": np.log1p(good),
    }
    return stacked(tuple(columns), list(columns.values()), len(blocks))


def _sort_columns(rows: Rows) -> tuple[Stack, Stack, Stack, Any]:
    """What each block is by its markup: kind, tag, why it is hidden, and its heading level."""
    import numpy as np

    kinds, tags, levels, hidden = zip(*rows.sorts, strict=True)
    bits = integers(list(_HIDDEN.values()))[:, None]
    of_sorts = np.array(
        (
            *_one_hot([_KIND_CODE.get(kind, -1) for kind in kinds], len(_KINDS)),
            *_one_hot([_TAG_CODE.get(tag, -1) for tag in tags], len(_TAGS)),
            *(integers(hidden) & bits > 0),
            levels,
        ),
        np.float32,
    )
    table = of_sorts.take(rows.sort, axis=1)
    after_kinds, after_tags = len(_KINDS), len(_KINDS) + len(_TAGS)
    return (
        Stack(_KIND_NAMES, table[:after_kinds]),
        Stack(_TAG_NAMES, table[after_kinds:after_tags]),
        Stack(_HIDDEN_NAMES, table[after_tags:-1]),
        table[-1],
    )


def _one_hot(codes: Sequence[int], count: int) -> Any:
    """Whether each code is each of the first ``count`` numbers: [count, codes]."""
    import numpy as np

    return integers(codes) == np.arange(count)[:, None]


def _role_columns(page: Page, rows: Rows) -> list[Stack]:
    """The roles from earlier stages, and how many that begin or end an article come before and after a block.

    What repeats the headline above it, in a menu or a breadcrumb, begins no article.
    """
    import numpy as np

    marks, n = page.marks, len(rows.blocks)
    roles = [marks[block.index].role for block in rows.blocks] if marks else [Role.UNKNOWN] * n
    codes = integers([_ROLE_CODE[role] for role in roles])
    is_headline = rows.at == headline_block(page)
    begins = np.array([*map(_BEGINNING.__contains__, _ROLES), False])[codes]
    ends = np.array([*map(_ENDING.__contains__, _ROLES), False])[codes]
    places = np.arange(n)
    begins[: is_headline.argmax()] &= codes[: is_headline.argmax()] != _ROLE_CODE[Role.TITLE]
    last = np.maximum.accumulate(np.where(begins, places, -1))
    endings = ends.cumsum()
    counts = (
        is_headline,
        codes >= 0,
        np.where(last >= 0, np.minimum(places - last, 99), -1),
        begins.cumsum(),
        endings,
        endings[-1] - endings,
    )
    return [
        Stack(_ROLE_NAMES, codes == np.arange(len(_ROLES))[:, None]),
        stacked(_ROLE_COUNT_NAMES, counts, n),
    ]


def _within_columns(blocks: list[Block]) -> Stack:
    """Which structures the block stands in."""
    import numpy as np

    n = len(blocks)
    cells = [
        row + n * _WRAP_CODE[container.wrap] for row, block in enumerate(blocks) for container in block.within
    ]
    table = np.zeros((len(_WRAPS) + 1, n), np.float32)
    table.ravel()[cells] = 1.0
    return Stack(_WITHIN_NAMES, table[:-1])


def _edges(rows: Rows, counts: Counts) -> Stack:
    """Blocks without text (images, rules, embeds) right before the block, and whether it is cut off."""
    import numpy as np

    table = np.zeros((2, len(rows.blocks)), np.float32)
    table[0] = rows.at
    table[0, 1:] -= rows.at[:-1] + 1
    closed = (counts.last == CODE["stop"]) | (counts.last == CODE["bracket"])
    cut = [row for row in places_of_true(closed).tolist() if rows.blocks[row].text.endswith(_ELLIPSES)]
    table[1, cut] = 1.0
    return Stack(("images_before", "ends_ellipsis"), table)


def _style_columns(blocks: list[Block]) -> Stack:
    """The share of the block's text in each style."""
    import numpy as np

    table = np.zeros((len(_STYLES), len(blocks)))
    styled = [row for row, block in enumerate(blocks) for run in block.runs if run.style & _STYLED]
    for row in dict.fromkeys(styled):
        runs, whole = blocks[row].runs, len(blocks[row].text)
        for place, bit in enumerate(_STYLES.values()):
            lengths = [len(run.text) for run in runs if run.style & bit]
            table[place, row] = sum(lengths) / whole if len(runs) > 1 else len(lengths)
    return Stack(_STYLE_NAMES, table)


def _overlap_columns(page: Page, blocks: list[Block], words: Words) -> Stack:
    """Agreement with what the page says of itself: title, description, JSON-LD text."""
    description = best_value(page, Field.DESCRIPTION)[:60]
    described = [description in b.text for b in blocks] if len(description) > 20 else False
    columns = [_title_overlap(blocks, words), described]
    if page.form is Form.HTML:
        columns.append(states_text(page))
    return stacked(_OVERLAP_NAMES[: len(columns)], columns, len(blocks))


def _title_overlap(blocks: list[Block], words: Words) -> Any:
    """Jaccard overlap of the words of each short block with those of the title."""
    import numpy as np

    n = len(blocks)
    prints = words.whole
    bounds = words.rows.searchsorted(np.arange(n + 2)).tolist()
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
        if len(blocks[row].text) <= _MAX_TITLE_LINE:
            own = set(prints[bounds[row] : bounds[row + 1]].tolist())
            common = len(own & said)
            overlap[row] = common / (len(own) + len(said) - common)
    return overlap


def states_text(page: Page) -> bool:
    """Whether the page's JSON-LD states the article's text."""
    stated = (match[1] for source in page.markup.json_ld for match in _STATED.finditer(source))
    return any(text.strip() for text in map(_unescaped, stated))


def _unescaped(text: str) -> str:
    """The string whose form in JSON is ``text``; unchanged if it is no such form."""
    if "\\" not in text:
        return text
    import json

    try:
        return str(json.loads(f'"{text}"', strict=False))
    except ValueError:
        return text
