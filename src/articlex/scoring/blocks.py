"""Features of a block by itself: its length, its characters, its kind, its links, its role so far."""

from __future__ import annotations

from typing import Any

from articlex.page import Block, Field, Form, Hidden, Kind, Page, Role, Style, Wrap
from articlex.regex import regex
from articlex.scoring.characters import CODE, Counts

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
_BEGINNING = (Role.TITLE, Role.BYLINE, Role.DATE)
_ENDING = (Role.COMMENT, Role.RELATED, Role.AUTHOR_BIO, Role.TAGS, Role.FOOTER, Role.LEGAL, Role.PROMO)

_HIDDEN = {
    "noscript": Hidden.NOSCRIPT,
    "template": Hidden.TEMPLATE,
    "style": Hidden.STYLE,
    "collapsed": Hidden.COLLAPSED,
    "data": Hidden.DATA,
}

#: A teaser is cut off; running text is not.
_ELLIPSES = ("…", "...", "…]", "...]", "……")

_STYLES = {"strong": Style.STRONG, "em": Style.EM, "code": Style.CODE}

#: An ideograph carries about as much as this many Latin letters (GB 18030 news against its translations).
_IDEOGRAPH_SIZE = 2.5

#: Latin-sized characters from which a block without many links is running text.
LONG = 80.0

_WORD = regex(r"\w+")


def sizes(counts: Counts) -> Any:
    """Length of each block in Latin-sized characters."""
    return counts.chars * (1.0 + (_IDEOGRAPH_SIZE - 1.0) * counts.shares["ideograph"])


def block_columns(page: Page, blocks: list[Block], counts: Counts, size: Any) -> dict[str, Any]:
    """Columns that need nothing but the block."""
    import numpy as np

    n = len(blocks)
    link_chars = np.fromiter((b.link_chars for b in blocks), np.float32, n)
    density = np.minimum(link_chars / counts.chars, 1.0)
    columns: dict[str, Any] = {
        "size": np.log1p(size),
        "tokens": np.log1p(counts.tokens),
        "token_size": counts.chars / (counts.tokens + 1.0),
        "lines": counts.lines,
        "link_density": density,
        "links": np.fromiter((b.links for b in blocks), np.float32, n),
        "level": np.fromiter((b.level for b in blocks), np.float32, n),
        "nesting": np.fromiter((len(b.within) for b in blocks), np.float32, n),
        "first_class": counts.first.astype(np.float32),
        "last_class": counts.last.astype(np.float32),
        "ends_sentence": (counts.last == CODE["stop"]).astype(np.float32),
        "stops": counts.shares["stop"] * counts.chars,
        "commas": counts.shares["comma"] * counts.chars,
    }
    for name, share in counts.shares.items():
        columns[f"share_{name}"] = share
    columns["good"] = np.where((size >= LONG) & (density < 0.4), size * (1.0 - density), 0.0)
    columns["log_good"] = np.log1p(columns["good"])
    columns |= _kind_columns(page, blocks, n)
    columns |= _overlap_columns(page, blocks, n)
    return columns


def _kind_columns(page: Page, blocks: list[Block], n: int) -> dict[str, Any]:
    import numpy as np

    columns: dict[str, Any] = {}
    kinds = np.fromiter((_KIND_CODE.get(block.kind, -1) for block in blocks), np.int8, n)
    for code, kind in enumerate(_KINDS):
        columns[f"kind_{kind.value}"] = (kinds == code).astype(np.float32)
    columns |= _role_columns(page, blocks, n)
    columns |= _within_columns(blocks, n)
    columns["images_before"] = _textless_before(blocks, n)
    columns["ends_ellipsis"] = np.fromiter((b.text.endswith(_ELLIPSES) for b in blocks), np.float32, n)
    if page.form is Form.TEXT:
        columns["indent"] = np.fromiter((b.indent for b in blocks), np.float32, n)
        columns["gap"] = np.fromiter((b.gap for b in blocks), np.float32, n)
        columns["wrapped"] = np.fromiter((len(b.lines) for b in blocks), np.float32, n)
        return columns
    tags = np.fromiter((_TAG_CODE.get(block.tag, -1) for block in blocks), np.int8, n)
    for code, tag in enumerate(_TAGS):
        columns[f"tag_{tag}"] = (tags == code).astype(np.float32)
    for name, bit in _STYLES.items():
        columns[f"style_{name}"] = np.fromiter((_styled(b, bit) for b in blocks), np.float32, n)
    columns["inline_words"] = np.fromiter((len(b.inline_words) for b in blocks), np.float32, n)
    hidden = np.fromiter((b.hidden for b in blocks), np.int32, n)
    for name, bit in _HIDDEN.items():
        columns[f"hidden_{name}"] = (hidden & bit > 0).astype(np.float32)
    return columns


def _role_columns(page: Page, blocks: list[Block], n: int) -> dict[str, Any]:
    """The stages' marks, and how many that begin or end an article stand before and after the block."""
    import numpy as np

    roles = np.fromiter((_ROLE_CODE.get(page.role(block.index), -1) for block in blocks), np.int8, n)
    columns: dict[str, Any] = {
        f"role_{role.value}": (roles == code).astype(np.float32) for code, role in enumerate(ROLES)
    }
    columns["role_any"] = (roles >= 0).astype(np.float32)
    begins = np.isin(roles, [_ROLE_CODE[role] for role in _BEGINNING])
    ends = np.isin(roles, [_ROLE_CODE[role] for role in _ENDING])
    places = np.arange(n)
    last = np.maximum.accumulate(np.where(begins, places, -1))
    columns["since_beginning"] = np.where(last >= 0, np.minimum(places - last, 99), -1).astype(np.float32)
    columns["beginnings"] = np.cumsum(begins).astype(np.float32)
    columns["endings"] = np.cumsum(ends).astype(np.float32)
    columns["endings_left"] = (ends.sum() - np.cumsum(ends)).astype(np.float32)
    return columns


def _within_columns(blocks: list[Block], n: int) -> dict[str, Any]:
    """Which structures the block stands in."""
    import numpy as np

    columns: dict[str, Any] = {}
    wraps = [{container.wrap for container in block.within} if block.within else () for block in blocks]
    for wrap in (Wrap.QUOTE, Wrap.LIST, Wrap.FIGURE, Wrap.DETAILS):
        columns[f"within_{wrap.value}"] = np.fromiter((wrap in found for found in wraps), np.float32, n)
    return columns


def _textless_before(blocks: list[Block], n: int) -> Any:
    """Images, rules and embeds between the block and the one before it that has text."""
    import numpy as np

    places = np.fromiter((block.index for block in blocks), np.int64, n)
    return np.diff(places, prepend=-1) - 1


def _styled(block: Block, bit: int) -> float:
    runs = block.runs
    if len(runs) == 1:
        return 1.0 if runs[0].style & bit else 0.0
    return sum([len(run.text) for run in runs if run.style & bit]) / len(block.text)


def _overlap_columns(page: Page, blocks: list[Block], n: int) -> dict[str, Any]:
    """Agreement with what the page says of itself: title, description, JSON-LD text."""
    import numpy as np

    columns: dict[str, Any] = {}
    title = set(_WORD.findall(_best(page, Field.TITLE).lower()))
    columns["title_overlap"] = np.fromiter((_overlap(b.text, title) for b in blocks), np.float32, n)
    description = _best(page, Field.DESCRIPTION)[:60]
    columns["in_description"] = np.fromiter(
        (len(description) > 20 and description in b.text for b in blocks), np.float32, n
    )
    if page.form is Form.HTML:
        stated = " ".join(stated_text(page).split())
        columns["states_text"] = np.full(n, bool(stated), np.float32)
        columns["in_stated_text"] = np.fromiter(
            (bool(stated) and " ".join(b.text[:80].split()) in stated for b in blocks), np.float32, n
        )
    return columns


def _best(page: Page, field: Field) -> str:
    facts = [fact for fact in page.facts if fact.field is field]
    return str(max(facts, key=lambda fact: fact.score).value) if facts else ""


def _overlap(text: str, title: set[str]) -> float:
    """Jaccard overlap of the tokens of a short block with those of the title."""
    if not title or len(text) > 300:
        return 0.0
    tokens = set(_WORD.findall(text.lower()))
    return len(tokens & title) / (len(tokens | title) or 1)


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
