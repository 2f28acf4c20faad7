"""Share bars: links to pass the page on to social networks, by mail or on paper."""

from __future__ import annotations

from articlex.data.labels import meaning_of
from articlex.options import Options
from articlex.page import Block, Kind, Page, Role
from articlex.regex import regex
from articlex.signs import Place, Signs, signs_of
from articlex.signs.networks import NETWORKS
from articlex.stages.contract import Output, Stage, mark_unknown

REASONS = {
    "share-element": "The block stands in an element that is named after sharing or social networks.",
    "share-label": "The block is a label for sharing, and nothing else.",
    "embed-code": "Markup printed as text, to be copied into another site.",
    "networks": "The block is nothing but names of social networks and labels for sharing.",
    "network": "The name of a social network, beside others or beside a label for sharing.",
}

#: Characters of the longest share bar in one line, and networks of the shortest.
_MAX_CHARS, _MIN_RUN = 160, 3

#: The style or the link of an embed code stands in its first so many characters.
_MAX_CODE = 600
_ELEMENT = regex(r"<(?:div|a|iframe|p|h[1-6]|img|script|table|blockquote|object|embed|center)[\s>]")
_ADDRESS = regex(r"""(?:href|src)=["']?https?://""")

_WORD = regex(r"[^\s,|/·•()\[\]:]+")

#: Annotations of bylines and days. Some themes put these into one element with the buttons.
_SIGNED = frozenset(("time", "class", "rel"))


def run(page: Page, options: Options) -> Output:
    """Mark share bars."""
    signs = signs_of(page)
    signed = {note.block for note in page.markup.annotations if note.name in _SIGNED}
    named = (index for index in signs.at[Place.SHARE] if not signs.prose[index] and index not in signed)
    yield from mark_unknown(page, Role.SHARE, dict.fromkeys(named, "share-element"), 0.9)
    bars = _bars(page, signs)
    others = {
        index: reason
        for index, reason in bars.items()
        if signs.places[index] is not Place.SHARE
        and (reason != "network" or _networks_beside(page, index, bars) >= _MIN_RUN)
    }
    yield from mark_unknown(page, Role.SHARE, others, 0.85)


def _bars(page: Page, signs: Signs) -> dict[int, str]:
    """The blocks that are share bars, or parts of one, by what they say, each with the reason."""
    bars = dict.fromkeys(signs.labelled.get("share", ()), "share-label")
    for block in page.blocks:
        if len(block.text) <= _MAX_CHARS and (reason := _names_networks(block.text)):
            bars.setdefault(block.index, reason)
    for block in page.blocks[signs.first + 1 :]:
        if block.text[:1] == "<" and _is_embed_code(block):
            bars.setdefault(block.index, "embed-code")
    return bars


def _is_embed_code(block: Block) -> bool:
    """Whether a text is the markup of an embedded snippet or button, and no sample of code."""
    if block.kind is Kind.CODE:
        return False
    start = block.text[:_MAX_CODE].casefold()
    return bool(_ELEMENT.match(start)) and (' style="' in start or _ADDRESS.search(start) is not None)


def _names_networks(text: str) -> str:
    """The reason "networks" or "network" by the networks that a text names, "" if it says more than those."""
    folded = text.casefold()
    if NETWORKS.isdisjoint(folded.split()):
        return ""
    words = _WORD.findall(folded)
    known = sum(word in NETWORKS for word in words)
    if known == len(words):
        return "networks" if known >= _MIN_RUN else "network"
    rest = [word for word in words if word not in NETWORKS]
    return "networks" if known >= 2 and meaning_of(" ".join(rest)) == "share" else ""


def _networks_beside(page: Page, index: int, bars: dict[int, str]) -> int:
    """How many different texts the share bar has that a block and its neighbours make."""
    first = last = index
    while first - 1 in bars and index - first < _MIN_RUN:
        first -= 1
    while last + 1 in bars and last - index < _MIN_RUN:
        last += 1
    return len({block.text for block in page.blocks[first : last + 1]})


STAGE = Stage(name="share", run=run, reasons=REASONS, sets=frozenset({Role.SHARE}))
