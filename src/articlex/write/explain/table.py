"""The account of a page as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from articlex.page import Role
from articlex.write.counts import counted
from articlex.write.explain.account import Account, Claim, Entry, Standing
from articlex.write.terminal_lines import Line, aligned, blank_controls, clip, coloured

#: Styles of rich for the roles: what is kept is bright, what no stage recognised is a warning.
_STYLES = {
    Role.TITLE: "bold green",
    Role.BODY: "green",
    Role.CAPTION: "green",
    Role.BYLINE: "cyan",
    Role.DATE: "cyan",
    Role.UNKNOWN: "yellow",
}
_DROPPED = "dim"
_HEADING = "bold"

#: The sign before a fact.
_SIGNS = {Standing.WON: "+", Standing.LOST: "-", Standing.DOUBTED: "?"}

#: Columns of a line without a terminal.
WIDTH = 160


def explain_text(
    account: Account,
    *,
    reasons: bool = False,
    block: int | None = None,
    width: int = WIDTH,
    color: bool = False,
) -> str:
    """The account as lines of text, ``width`` columns wide, with escape sequences for ``color``. ``block``
    restricts it to that block, ``reasons`` adds their sentences.

    Raises IndexError if the page has no such block.
    """
    if block is None:
        lines = [Line(clip(line.text, width), line.style) for line in _all(account, reasons)]
    else:
        lines = list(_one_block(account, account.entries[block]))
    return coloured(lines) if color else "".join(f"{line.text}\n" for line in lines)


def _all(account: Account, reasons: bool) -> Iterator[Line]:
    """A summary line; tables of blocks, facts and stages; perhaps the reasons."""
    article, page = account.article, account.page
    encoding = f", {page.encoding}" if page.encoding else ""
    kept = len({block.index for block in article.body})
    yield Line(
        f"{page.form}{encoding}, {counted(len(page.blocks), 'block')}, {kept:,} kept, "
        f"{article.verdict} {article.confidence:.2f}",
        _HEADING,
    )
    yield Line("")
    yield from _block_lines(account)
    yield from _fact_lines(account)
    yield from _trace_lines(account)
    if reasons:
        yield Line("")
        yield Line("reasons", _HEADING)
        yield from (Line(f"{stage}/{slug}: {text}") for stage, slug, text in account.reasons())


def _block_lines(account: Account) -> Iterator[Line]:
    header = ("block", "role", "stage", "reason", "score", "text")
    rows = map(_block_row, account.entries)
    styles = [_HEADING, *(_STYLES.get(entry.mark.role, _DROPPED) for entry in account.entries)]
    yield from map(Line, aligned([header, *rows]), styles)


def _block_row(entry: Entry) -> tuple[str, ...]:
    block, mark = entry.block, entry.mark
    score = f"{mark.score:.2f}" if mark.stage else "-"
    start = blank_controls(block.text or f"({block.kind}) {entry.shown}".rstrip())
    return (str(block.index), mark.role, mark.stage or "-", mark.reason or "-", score, start)


def _fact_lines(account: Account) -> Iterator[Line]:
    """A row for each fact, grouped by field, the winner first."""
    yield Line("")
    yield Line("facts (+ won, - lost, ? best but not believed)", _HEADING)
    claims = [claim for rivals in account.claims.values() for claim in rivals]
    styles = [_STYLES[Role.BYLINE] if claim.standing is Standing.WON else _DROPPED for claim in claims]
    yield from map(Line, aligned(map(_fact_row, claims)), styles)


def _fact_row(claim: Claim) -> tuple[str, ...]:
    fact, value = claim.fact, claim.value
    raw = f"  <- {fact.raw}" if fact.raw and fact.raw != value else ""
    where = "" if fact.block is None else f"block {fact.block}"
    score, said = f"{fact.score:.2f}", blank_controls(value + raw)
    return (_SIGNS[claim.standing], fact.field, score, fact.source, fact.stage, fact.reason, where, said)


def _trace_lines(account: Account) -> Iterator[Line]:
    yield Line("")
    yield Line("stages", _HEADING)
    rows = [("stage", "marks", "facts", "error")]
    steps = account.page.trace
    rows += [(step.stage, str(step.marked), str(step.stated), blank_controls(step.error)) for step in steps]
    yield from (Line(row) for row in aligned(rows))
    if account.article.warnings:
        yield Line("")
        yield Line("warnings", _HEADING)
        warnings = map(blank_controls, account.article.warnings)
        yield from (Line(warning, _STYLES[Role.UNKNOWN]) for warning in warnings)


def _one_block(account: Account, entry: Entry) -> Iterator[Line]:
    """Everything known about a block."""
    block, mark = entry.block, entry.mark
    yield Line(f"block {block.index}: {block.kind}, {mark.role}", _HEADING)
    around = reversed([*account.page.around(block)])
    facts = {
        "stage": mark.stage or "none: no stage knew it",
        "reason": f"{mark.reason}: {entry.sentence}" if mark.stage else "",
        "score": f"{mark.score:.4f}" if mark.stage else "",
        "path": account.path(block),
        "class words": " ".join(word for node in around for word in node.words),
        "within": " > ".join(container.wrap for container in block.within),
        "line": str(block.line) if block.line else "",
        "hidden": " ".join(entry.hidden),
        "links": f"{block.links} with {block.link_chars} of {len(block.text)} characters",
    }
    yield from (Line(f"  {name:<12} {blank_controls(value)}") for name, value in facts.items() if value)
    yield Line("")
    yield from (Line(f"  {blank_controls(line)}") for line in entry.shown.split("\n"))
    weights = account.weights.get(block.index)
    if weights:
        yield Line("")
        yield Line("features that weighed most, with the log-odds of main content that each adds", _HEADING)
        rows = ((name, f"{value:.3g}", f"{change:+.2f}") for name, value, change in weights)
        yield from (Line(f"  {row}") for row in aligned(rows))
