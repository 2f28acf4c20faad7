"""Rules typed as text on the page ("* * *", "_____", as a paragraph of their own), as rules.

Their text stays, which is all that plain text can show of a rule.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from articlex.page import Block, Kind
from articlex.regex import regex

_TEXTS = frozenset({Kind.PARAGRAPH, Kind.HEADING})
#: One sign at least three times. (Dots are left out: somebody may fall silent.)
_RULE = regex(r"([*_=~#+•–—-])(?:\s*\1){2,}")


def with_printed_rules(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, with rules in place of those that are drawn with characters."""
    return [
        replace(block, kind=Kind.RULE, runs=(), level=0) if _is_rule(block) else block for block in blocks
    ]


def _is_rule(block: Block) -> bool:
    if block.kind not in _TEXTS or not block.text or _RULE.fullmatch(block.text) is None:
        return False
    return all(run.href is None and run.src is None for run in block.runs)
