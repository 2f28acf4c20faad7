"""The report of ``articlex explain``: the role of each block and why, all competing facts, the trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any

from articlex.facts import is_believed
from articlex.options import Options
from articlex.page import Block, Fact, Hidden, Kind, Mark, Page, Role
from articlex.pipeline import ORDER, run
from articlex.scoring.score import weightiest_features
from articlex.write.control import json_shown
from articlex.write.terminal_lines import Line, aligned, blank_controls, clip, coloured

if TYPE_CHECKING:
    from articlex.article import Article

#: Styles of rich for the roles: what is kept is bright, what no stage recognised is a warning.
STYLES = {
    Role.TITLE: "bold green",
    Role.BODY: "green",
    Role.CAPTION: "green",
    Role.BYLINE: "cyan",
    Role.DATE: "cyan",
    Role.UNKNOWN: "yellow",
}
DROPPED = "dim"
HEADING = "bold"

#: Innermost elements of a path that the record of each block has: on a page nested 1,500 deep, whole paths
#: would be most of the output.
INNERMOST = 32
#: Columns of a line without a terminal.
WIDTH = 160


@dataclass(frozen=True, slots=True)
class View:
    """How to print: whether with ``reasons``, only one ``block`` (an index), ``width`` in columns."""

    reasons: bool = False
    block: int | None = None
    width: int = WIDTH
    color: bool = False


def explain_text(article: Article, view: View) -> str:
    """The report as lines of text, with escape sequences for colour if ``view.color``.

    Raises IndexError if the page has no block ``view.block``.
    """
    if view.block is None:
        lines = [Line(clip(line.text, view.width), line.style) for line in _account(article, view)]
    else:
        lines = list(_one_block(article.page, view.block))
    return coloured(lines) if view.color else "".join(f"{line.text}\n" for line in lines)


def explain_json(article: Article, view: View) -> str:
    """The report as one JSON object; ``view.block`` restricts it to that block, and raises IndexError too."""
    page = article.page
    chosen = page.blocks if view.block is None else (page.blocks[view.block],)
    record: dict[str, Any] = {
        "verdict": article.verdict,
        "confidence": article.confidence,
        "form": page.form,
        "encoding": page.encoding or None,
        "blocks": [_block_record(page, block) for block in chosen],
    }
    if view.block is None:
        record["facts"] = [fact._asdict() for facts in article.provenance.values() for fact in facts]
        record["trace"] = [step._asdict() for step in page.trace]
        record["warnings"] = list(article.warnings)
    if view.reasons:
        record["reasons"] = {f"{stage}/{slug}": text for stage, slug, text in _sentences(article)}
    return json_shown(record) + "\n"


def _block_record(page: Page, block: Block) -> dict[str, Any]:
    mark = page.marks[block.index]
    return {
        "index": block.index,
        "kind": block.kind,
        "role": mark.role,
        "stage": mark.stage or None,
        "reason": mark.reason or None,
        "score": round(mark.score, 4) if mark.stage else None,
        "line": block.line or None,
        "path": _path(page, block, INNERMOST),
        "text": _shown(block),
    }


def _shown(block: Block) -> str:
    """The text of a block; the original lines of one that the reader of raw page text has set aside."""
    return block.text or ("\n".join(block.lines) if block.kind is Kind.EMBED else "")


def _account(article: Article, view: View) -> Iterator[Line]:
    """A summary line; tables of blocks, facts and stages; the reasons, if the view has them."""
    page = article.page
    encoding = f", {page.encoding}" if page.encoding else ""
    yield Line(
        f"{page.form}{encoding}, {len(page.blocks)} blocks, {len(article.body)} kept, "
        f"{article.verdict} {article.confidence:.2f}",
        HEADING,
    )
    yield Line("")
    yield from _block_lines(page)
    yield from _fact_lines(article)
    yield from _trace_lines(article)
    if view.reasons:
        yield Line("")
        yield Line("reasons", HEADING)
        yield from (Line(f"{stage}/{slug}: {text}") for stage, slug, text in _sentences(article))


def _block_lines(page: Page) -> Iterator[Line]:
    header = ("block", "role", "stage", "reason", "score", "text")
    rows = [_block_row(page.marks[block.index], block) for block in page.blocks]
    styles = [HEADING, *(STYLES.get(page.marks[block.index].role, DROPPED) for block in page.blocks)]
    yield from map(Line, aligned([header, *rows]), styles)


def _block_row(mark: Mark, block: Block) -> tuple[str, ...]:
    score = f"{mark.score:.2f}" if mark.stage else "-"
    start = blank_controls(block.text or f"({block.kind}) {_shown(block)}".rstrip())
    return (str(block.index), mark.role, mark.stage or "-", mark.reason or "-", score, start)


def _fact_lines(article: Article) -> Iterator[Line]:
    """A row for each fact, grouped by field, the winner first."""
    yield Line("")
    yield Line("facts (+ won, - lost, ? best but not believed)", HEADING)
    rows: list[tuple[str, ...]] = []
    styles: list[str] = []
    for facts in article.provenance.values():
        for place, fact in enumerate(facts):
            sign = "-" if place else "+" if is_believed(fact) else "?"
            rows.append(_fact_row(fact, sign))
            styles.append(STYLES[Role.BYLINE] if sign == "+" else DROPPED)
    yield from map(Line, aligned(rows), styles)


def _fact_row(fact: Fact, sign: str) -> tuple[str, ...]:
    value = fact.value if isinstance(fact.value, str) else ", ".join(fact.value)
    raw = f"  <- {fact.raw}" if fact.raw and fact.raw != value else ""
    where = "" if fact.block is None else f"block {fact.block}"
    score, said = f"{fact.score:.2f}", blank_controls(value + raw)
    return (sign, fact.field, score, fact.source, fact.stage, fact.reason, where, said)


def _trace_lines(article: Article) -> Iterator[Line]:
    yield Line("")
    yield Line("stages", HEADING)
    rows = [("stage", "marks", "facts", "error")]
    steps = article.page.trace
    rows += [(step.stage, str(step.marked), str(step.stated), blank_controls(step.error)) for step in steps]
    yield from (Line(row) for row in aligned(rows))
    if article.warnings:
        yield Line("")
        yield Line("warnings", HEADING)
        yield from (Line(blank_controls(warning), STYLES[Role.UNKNOWN]) for warning in article.warnings)


def _one_block(page: Page, index: int) -> Iterator[Line]:
    """Everything known about the block ``index``."""
    block, mark = page.blocks[index], page.marks[index]
    yield Line(f"block {index}: {block.kind}, {mark.role}", HEADING)
    facts = {
        "stage": mark.stage or "none: no stage knew it",
        "reason": f"{mark.reason}: {_sentence_of().get((mark.stage, mark.reason), '')}" if mark.stage else "",
        "score": f"{mark.score:.4f}" if mark.stage else "",
        "path": _path(page, block),
        "class words": " ".join(word for node in reversed([*page.around(block)]) for word in node.words),
        "within": " > ".join(container.wrap for container in block.within),
        "line": str(block.line) if block.line else "",
        "hidden": " ".join(_hidden(block.hidden)),
        "links": f"{block.links} with {block.link_chars} of {len(block.text)} characters",
    }
    yield from (Line(f"  {name:<12} {blank_controls(value)}") for name, value in facts.items() if value)
    yield Line("")
    yield from (Line(f"  {blank_controls(line)}") for line in _shown(block).split("\n"))
    weights = weightiest_features(_before_the_body(page), index)
    if weights:
        yield Line("")
        yield Line("features that weighed most, with the log-odds of main content that each adds", HEADING)
        rows = ((name, f"{value:.3g}", f"{weight:+.2f}") for name, value, weight in weights)
        yield from (Line(f"  {row}") for row in aligned(rows))


def _before_the_body(page: Page) -> Page:
    """The page as the scorer saw it, with the marks of only the stages before the body."""
    fresh = replace(page, marks=(), facts=(), trace=())
    return run(fresh, Options(), takewhile(lambda stage: stage.name != "body", ORDER))


def _hidden(bits: int) -> list[str]:
    # Only upper-case names: from Python 3.13 on, a class also has an attribute for its first line number.
    return [name.lower() for name, value in vars(Hidden).items() if name.isupper() and bits & value]


def _path(page: Page, block: Block, most: int | None = None) -> str:
    """The elements around the block, ``html > body > main > p``; only the innermost ``most``, behind
    ``…``."""
    nodes = list(islice(page.around(block), most))[::-1]
    tags = [node.tag for node in nodes]
    if nodes and nodes[0].parent >= 0:
        tags.insert(0, "…")
    if block.tag and tags[-1:] != [block.tag]:
        tags.append(block.tag)
    return " > ".join(tag for tag in tags if tag)


def _sentence_of() -> dict[tuple[str, str], str]:
    """The sentence of each reason, by its stage and slug."""
    from articlex.engines import readability

    tables = {stage.name: stage.reasons for stage in ORDER} | {"readability": readability.REASONS}
    return {(stage, slug): text for stage, reasons in tables.items() for slug, text in reasons.items()}


def _sentences(article: Article) -> Iterator[tuple[str, str, str]]:
    """(stage, slug, sentence) of each reason given on this page, in order of appearance."""
    sentences = _sentence_of()
    given: dict[tuple[str, str], None] = {}
    outputs: tuple[Mark | Fact, ...] = (*article.page.marks, *article.page.facts)
    for output in outputs:
        if output.stage:
            given[output.stage, output.reason] = None
    for stage, slug in given:
        yield stage, slug, sentences.get((stage, slug), "")
