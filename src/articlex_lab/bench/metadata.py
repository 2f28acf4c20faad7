"""``make bench-metadata``: title, authors, day and tags on the annotated corpora, beside the peers.

    python -m articlex_lab.bench.metadata [--peers] [--corpus NAME,NAME] [--sample N] [--misses FIELD N FORM]

What counts as equal is defined in :mod:`articlex_lab.scores.matching`. The extractor is not told the address
of a flattened page, and a field of it counts only where the flattened text contains the gold value
(:mod:`articlex_lab.scores.presence`). In the column "or-update" a gold day also counts as found where the
extractor states it as that of the last update: some annotators took whichever the page prints.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import click

from articlex_lab.bench.judging import Scored, judge_all
from articlex_lab.bench.runs import new_run
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.peers.engines import ARTICLEX, METADATA_PEERS, installed, version
from articlex_lab.scores.metadata import FIELDS, near_share, share
from articlex_lab.scores.pages import group
from articlex_lab.tables import render

CORPORA = ("wcxb-dev", "snippets", "dates", "news", "reader")


def table(scored: Iterable[Scored]) -> str:
    """A row for each corpus, form and engine: shares of right pages; in parentheses, of how many."""
    groups = group(scored, lambda page: (page.corpus, page.form, page.engine))
    head = "corpus form engine title near authors day or-update tags no-author no-date no-tags failed".split()
    rows = []
    for (corpus, form, engine), pages in sorted(groups.items(), key=lambda item: item[0][:2]):
        judgements = [judgement for page in pages for judgement in page.judgements]
        title, authors, day, tags = (str(share(judgements, field, gold=True)) for field in FIELDS)
        near, updated = (str(near_share(judgements, field)) for field in ("title", "date"))
        found = [title, near, authors, day, updated, tags]
        none = [str(share(judgements, field, gold=False)) for field in ("authors", "date", "tags")]
        failed = sum(bool(page.error) for page in pages)
        rows.append([corpus, form, engine, *found, *none, str(failed)])
    return render(head, rows)


def misses(scored: Iterable[Scored], field: str, limit: int, form: str) -> str:
    """The first ``limit`` pages on which articlex has ``field`` wrong: gold, what it found, the address."""
    wrong = [
        (page, j)
        for page in scored
        if page.engine == ARTICLEX.name and page.form == form
        for j in page.judgements
        if j.field == field and not j.right
    ]
    out = [f"{len(wrong)} misses of {field} ({form}); the first {min(limit, len(wrong))}:"]
    for page, j in wrong[:limit]:
        out.append(f"{j.name}  {j.url}\n    gold  {j.gold or '(none)'}\n    ours  {j.found or '(none)'}")
        if page.error:
            out.append(f"    error {page.error}")
    return "\n".join(out)


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--corpus", "names", help="Corpora to run, separated by commas (default: all annotated ones).")
@click.option("--sample", type=int, default=0, help="At most so many pages of each kind of each corpus.")
@click.option("--peers", is_flag=True, help="Run trafilatura, newspaper4k and htmldate beside articlex.")
@click.option("--jobs", type=int, default=2, show_default=True, help="Processes.")
@click.option("--out", type=click.Path(path_type=Path), help="Write every judgement to this JSON file.")
@click.option(
    "--misses",
    "miss",
    type=(click.Choice(FIELDS), int, click.Choice(["html", "text"])),
    metavar="FIELD N FORM",
    help="List the first N pages whose title, authors, date or tags articlex has wrong, in html or text.",
)
def main(
    names: str | None,
    sample: int,
    peers: bool,
    jobs: int,
    out: Path | None,
    miss: tuple[str, int, str] | None,
) -> None:
    """Entry point of ``python -m articlex_lab.bench.metadata``."""
    records = annotated.chosen(names or ",".join(CORPORA), sample)
    engines = [ARTICLEX, *(installed(METADATA_PEERS) if peers else [])]
    scored = judge_all(records, engines, jobs)
    click.echo(f"{len(records)} pages; " + ", ".join(f"{e.name} {version(e)}" for e in engines))
    click.echo(table(scored))
    _report_errors(scored)
    if miss:
        click.echo(misses(scored, *miss))
    if out:
        record = asdict(new_run((), {e.name: version(e) for e in engines}, annotated.digest(records)))
        record["pages"] = [asdict(page) for page in scored]
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(record, ensure_ascii=False, indent=0), encoding="utf-8")


def _report_errors(scored: Iterable[Scored]) -> None:
    counts = Counter((page.engine, page.error.splitlines()[0]) for page in scored if page.error)
    for (engine, error), count in counts.most_common(10):
        click.echo(f"{count} × {engine}: {error}")


if __name__ == "__main__":
    run_command(main)
