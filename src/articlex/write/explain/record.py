"""The account of a page as one JSON object, for machines."""

from __future__ import annotations

from typing import Any

from articlex.page import Step
from articlex.write.control import json_shown
from articlex.write.explain.account import INNERMOST, Account, Entry


def explain_json(account: Account, *, reasons: bool = False, block: int | None = None) -> str:
    """The object as text. ``block`` restricts it to that block, ``reasons`` adds their sentences.

    Raises IndexError if the page has no such block.
    """
    article, page = account.article, account.page
    chosen = account.entries if block is None else (account.entries[block],)
    record: dict[str, Any] = {
        "verdict": article.verdict,
        "confidence": article.confidence,
        "form": page.form,
        "encoding": page.encoding or None,
        "blocks": [_entry(account, entry) for entry in chosen],
    }
    if block is None:
        record["facts"] = [claim.fact._asdict() for claims in account.claims.values() for claim in claims]
        record["trace"] = [_step(step) for step in page.trace]
        record["warnings"] = list(article.warnings)
    if reasons:
        record["reasons"] = {f"{stage}/{slug}": text for stage, slug, text in account.reasons()}
    return json_shown(record) + "\n"


def _entry(account: Account, entry: Entry) -> dict[str, Any]:
    block, mark = entry.block, entry.mark
    return {
        "index": block.index,
        "kind": block.kind,
        "role": mark.role,
        "stage": mark.stage or None,
        "reason": mark.reason or None,
        "score": round(mark.score, 4) if mark.stage else None,
        "line": block.line or None,
        "path": account.path(block, INNERMOST),
        "text": entry.shown,
    }


def _step(step: Step) -> dict[str, Any]:
    return {"stage": step.stage, "marked": step.marked, "stated": step.stated, "error": step.error}
