"""Features of a block by itself: its length, its characters, its kind, its links, its role so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from articlex.page import Block, Field, Form, Kind, Page, Role, Style
from articlex.scoring.characters import CODE, Counts

if TYPE_CHECKING:
    from numpy.typing import NDArray

Array = "NDArray[Any]"

_KINDS = (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.CODE, Kind.TABLE, Kind.CAPTION, Kind.TERM, Kind.DEFINITION)

#: Roles that earlier stages give, as features: the scorer has the last word on all of them.
ROLES = tuple(role for role in Role if role not in (Role.UNKNOWN, Role.BODY, Role.BOILERPLATE))

_TAGS = ("p", "div", "td", "li", "button", "option", "section", "article", "a", "figcaption", "summary")

_STYLES = {"strong": Style.STRONG, "em": Style.EM, "code": Style.CODE}

#: An ideograph carries about as much as this many Latin letters (GB 18030 news against its translations).
_IDEOGRAPH_SIZE = 2.5

#: Latin-sized characters from which a block without many links is running text.
LONG = 80.0

_WORD = re.compile(r"\w+")


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
        "hidden": np.fromiter((b.hidden for b in blocks), np.float32, n),
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
    kinds = [block.kind for block in blocks]
    for kind in _KINDS:
        columns[f"kind_{kind.value}"] = np.fromiter((k is kind for k in kinds), np.float32, n)
    roles = [page.role(block.index) for block in blocks]
    for role in ROLES:
        columns[f"role_{role.value}"] = np.fromiter((r is role for r in roles), np.float32, n)
    columns["role_any"] = np.fromiter((r is not Role.UNKNOWN for r in roles), np.float32, n)
    if page.form is Form.TEXT:
        columns["indent"] = np.fromiter((b.indent for b in blocks), np.float32, n)
        columns["gap"] = np.fromiter((b.gap for b in blocks), np.float32, n)
        columns["wrapped"] = np.fromiter((len(b.lines) for b in blocks), np.float32, n)
        return columns
    tags = [block.tag for block in blocks]
    for tag in _TAGS:
        columns[f"tag_{tag}"] = np.fromiter((t == tag for t in tags), np.float32, n)
    for name, bit in _STYLES.items():
        columns[f"style_{name}"] = np.fromiter((_styled(b, bit) for b in blocks), np.float32, n)
    columns["inline_words"] = np.fromiter((len(b.inline_words) for b in blocks), np.float32, n)
    return columns


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


_STATED = re.compile(r'"(?:articleBody|reviewBody|text|recipeInstructions)"\s*:\s*"((?:[^"\\]|\\.)*)"')


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
