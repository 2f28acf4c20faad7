"""Features of a block by itself: its length, its characters, its kind, its links, its role so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from articlex.page import Block, Field, Form, Hidden, Kind, Page, Role, Style, Wrap
from articlex.regex import regex
from articlex.scoring.characters import CODE, Counts
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

_WRAPS = {Wrap.QUOTE.value: 1, Wrap.LIST.value: 2, Wrap.FIGURE.value: 4, Wrap.DETAILS.value: 8}

_STYLES = {"strong": Style.STRONG, "em": Style.EM, "code": Style.CODE}

#: An ideograph carries about as much as this many Latin letters (GB 18030 news against its translations).
_IDEOGRAPH_SIZE = 2.5

#: Latin-sized characters from which a block without many links is running text.
LONG = 80.0

#: Characters of a block that may print the title.
MAX_TITLE_LINE = 300


def sizes(counts: Counts) -> Any:
    """Length of each block in Latin-sized characters."""
    return counts.chars * (1.0 + (_IDEOGRAPH_SIZE - 1.0) * counts.shares["ideograph"])


def block_columns(page: Page, blocks: list[Block], counts: Counts, size: Any, words: Words) -> dict[str, Any]:
    """Columns that need nothing but the block; ``words`` are those of the blocks and, behind them, of the
    title."""
    import numpy as np

    link_chars = np.array([b.link_chars for b in blocks], np.float32)
    density = np.minimum(link_chars / counts.chars, 1.0)
    columns: dict[str, Any] = {
        "size": np.log1p(size),
        "tokens": np.log1p(counts.tokens),
        "token_size": counts.chars / (counts.tokens + 1.0),
        "lines": counts.lines,
        "link_density": density,
        "links": np.array([b.links for b in blocks], np.float32),
        "level": np.array([b.level for b in blocks], np.float32),
        "nesting": np.array([len(b.within) for b in blocks], np.float32),
        "first_class": counts.first.astype(np.float32),
        "last_class": counts.last.astype(np.float32),
        "ends_sentence": (counts.last == CODE["stop"]).astype(np.float32),
        "stops": counts.shares["stop"] * counts.chars,
        "commas": counts.shares["comma"] * counts.chars,
    }
    columns |= {f"share_{name}": share for name, share in counts.shares.items()}
    columns["good"] = np.where((size >= LONG) & (density < 0.4), size * (1.0 - density), 0.0)
    columns["log_good"] = np.log1p(columns["good"])
    columns |= _kind_columns(page, blocks)
    columns |= _overlap_columns(page, blocks, words)
    return columns


def _kind_columns(page: Page, blocks: list[Block]) -> dict[str, Any]:
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


def _one_of(prefix: str, names: Sequence[str], codes: Any) -> dict[str, Any]:
    """A column for each name: whether a block's code is the name's place."""
    import numpy as np

    is_it = (np.asarray(codes) == np.arange(len(names))[:, None]).astype(np.float32)
    return {f"{prefix}_{name}": column for name, column in zip(names, is_it, strict=True)}


def _bit_columns(prefix: str, bits: Mapping[str, int], values: list[int]) -> dict[str, Any]:
    """A column for each bit: whether it is set in a block's value."""
    import numpy as np

    is_set = (np.array(values) & np.array(list(bits.values()))[:, None] > 0).astype(np.float32)
    return {f"{prefix}_{name}": column for name, column in zip(bits, is_set, strict=True)}


def _role_columns(page: Page, blocks: list[Block]) -> dict[str, Any]:
    """The stages' marks, and how many that begin or end an article stand before and after the block."""
    import numpy as np

    marks = page.marks
    codes = np.array([_ROLE_CODE.get(marks[block.index].role, -1) if marks else -1 for block in blocks])
    columns = _one_of("role", ROLES, codes)
    columns["role_any"] = (codes >= 0).astype(np.float32)
    begins = np.array([*map(_BEGINNING.__contains__, ROLES), False])[codes]
    ends = np.array([*map(_ENDING.__contains__, ROLES), False])[codes]
    places = np.arange(len(blocks))
    last = np.maximum.accumulate(np.where(begins, places, -1))
    columns["since_beginning"] = np.where(last >= 0, np.minimum(places - last, 99), -1).astype(np.float32)
    columns["beginnings"] = np.cumsum(begins).astype(np.float32)
    columns["endings"] = np.cumsum(ends).astype(np.float32)
    columns["endings_left"] = (ends.sum() - np.cumsum(ends)).astype(np.float32)
    return columns


def _within_columns(blocks: list[Block]) -> dict[str, Any]:
    """Which structures the block stands in."""
    values = []
    for block in blocks:
        value = 0
        for container in block.within:
            value |= _WRAPS.get(container.wrap, 0)
        values.append(value)
    return _bit_columns("within", _WRAPS, values)


def _textless_before(blocks: list[Block]) -> Any:
    """Images, rules and embeds between the block and the one before it that has text."""
    import numpy as np

    return np.diff(np.array([block.index for block in blocks]), prepend=-1) - 1


def _style_columns(blocks: list[Block]) -> dict[str, Any]:
    """The share of the block's text in each style."""
    import numpy as np

    columns = _bit_columns("style", _STYLES, [b.runs[0].style if len(b.runs) == 1 else 0 for b in blocks])
    for row, block in enumerate(blocks):
        if len(block.runs) > 1 and any(run.style for run in block.runs):
            for name, bit in _STYLES.items():
                styled = sum([len(run.text) for run in block.runs if run.style & bit])
                columns[f"style_{name}"][row] = np.float32(styled / len(block.text))
    return columns


def _overlap_columns(page: Page, blocks: list[Block], words: Words) -> dict[str, Any]:
    """Agreement with what the page says of itself: title, description, JSON-LD text."""
    import numpy as np

    n = len(blocks)
    columns: dict[str, Any] = {}
    columns["title_overlap"] = _title_overlap(blocks, words)
    description = best_stated(page, Field.DESCRIPTION)[:60]
    described = [description in b.text for b in blocks] if len(description) > 20 else False
    columns["in_description"] = np.full(n, described, np.float32)
    if page.form is Form.HTML:
        stated = " ".join(stated_text(page).split())
        columns["states_text"] = np.full(n, bool(stated), np.float32)
        found = [" ".join(b.text[:80].split()) in stated for b in blocks] if stated else False
        columns["in_stated_text"] = np.full(n, found, np.float32)
    return columns


def best_stated(page: Page, field: Field) -> str:
    """The value of the best fact so far, "" if there is none."""
    facts = [fact for fact in page.facts if fact.field is field]
    return str(max(facts, key=lambda fact: fact.score).value) if facts else ""


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
    shared = np.equal.outer(title, prints[: bounds[n]]).any(axis=0)
    for row in set(words.rows[: bounds[n]][shared].tolist()):
        if len(blocks[row].text) <= MAX_TITLE_LINE:
            own = set(prints[bounds[row] : bounds[row + 1]].tolist())
            overlap[row] = len(own & said) / len(own | said)
    return overlap


_STATED = regex(r'"(?:articleBody|reviewBody|text|recipeInstructions)"\s*:\s*"((?:[^"\\]|\\.)*)"')


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
