"""``make bench``: word F1, snippet F1, failures and time on the corpora, in both forms, beside the peers.

    python -m articlex_lab.bench.body [--corpus NAME,NAME] [--sample N] [--form html|text|both] [--peers]

Times are processor time, in ratio to a bare lxml parse of the same HTML in the same process; the median over
pages is shown. The run is written to a file, two of which ``make compare`` sets side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from articlex_lab.bench.measure import Task, measure_all
from articlex_lab.bench.runs import new_run, save
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import Record
from articlex_lab.corpora.flatteners import FLATTENERS
from articlex_lab.peers.engines import ARTICLEX, TEXT_PEERS, Engine, installed, version
from articlex_lab.scores.pages import Mean, PageScore, convention, group, mean, means_by_kind
from articlex_lab.tables import render

FORMS = {"html": ("html",), "text": ("text",), "both": ("html", "text")}


def plan(records: Sequence[Record], peers: Sequence[Engine], form: str, flattener: str) -> list[Task]:
    """A task for each record: for articlex in the forms that ``form`` names, for the peers in HTML alone."""
    tasks = [Task(record, ARTICLEX.name, "") for record in records if "html" in FORMS[form]]
    tasks += [Task(record, peer.name, "") for peer in peers for record in records]
    tasks += [Task(record, ARTICLEX.name, flattener) for record in records if "text" in FORMS[form]]
    return tasks


def table(pages: Sequence[PageScore]) -> str:
    """The scores of articlex: a row for each corpus, kind of page and form, and for all kinds of a corpus."""
    head = ["corpus", "kind", "form", "pages", "F1", "P", "R", "F1 other", "snippet F1"]
    head += ["failed", "slow", "ms", "× parse"]
    rows = [
        [corpus, kind, form, *_cells(means)]
        for (corpus, kind, form, engine), means in means_by_kind(pages).items()
        if engine == ARTICLEX.name
    ]
    return render(head, sorted(rows, key=lambda row: (row[0], row[1] != "all", row[1])))


def _cells(means: Mean) -> list[str]:
    words = means.words
    scores = [f"{value:.3f}" for value in (words.f1, words.precision, words.recall)] if words else ["-"] * 3
    other = "-" if means.other_f1 is None else f"{means.other_f1:.3f}"
    snippets = "-" if means.snippets is None else f"{means.snippets.f1:.3f}"
    counts = [str(means.failed), str(means.slow), f"{means.milliseconds:.1f}", f"{means.ratio:.1f}"]
    return [str(means.pages), *scores, other, snippets, *counts]


def peer_table(pages: Sequence[PageScore]) -> str:
    """All engines, a column for each: rows for each corpus, kind of page and measure, then for failures and
    times."""
    means = means_by_kind(pages)
    columns = list(dict.fromkeys((engine, form) for _, _, form, engine in means))
    keys = sorted({(corpus, kind) for corpus, kind, _, _ in means}, key=lambda k: (k[0], k[1] != "all", k[1]))
    rows = []
    for corpus, kind in keys:
        found = [means.get((corpus, kind, form, engine)) for engine, form in columns]
        words = [f"{m.words.f1:.3f}" if m and m.words else "" for m in found]
        snippets = [f"{m.snippets.f1:.3f}" if m and m.snippets else "" for m in found]
        rows += [[corpus, kind, "word F1", *words]] if any(words) else []
        rows += [[corpus, kind, "snippet F1", *snippets]] if any(snippets) else []
    totals = [
        mean([p for p in pages if (p.engine, p.form) == column], convention="body") for column in columns
    ]
    rows.append(["all", "all", "failed", *(str(total.failed) for total in totals)])
    rows.append(["all", "all", "over 2 s", *(str(total.slow) for total in totals)])
    rows.append(["all", "all", "× parse", *(f"{total.ratio:.1f}" for total in totals)])
    whole = (f"{total.whole_ratio:.1f}" if total.whole_ratio else "" for total in totals)
    rows.append(["all", "all", "… with metadata", *whole])
    names = [f"{engine}, text" if form == "text" else engine for engine, form in columns]
    return render(["corpus", "kind", "measure", *names], rows)


def worst(pages: Sequence[PageScore], limit: int) -> str:
    """The ``limit`` pages of each corpus, form and kind on which articlex has the lowest F1."""
    ours = [page for page in pages if page.engine == ARTICLEX.name and page.words]
    out = []
    for (corpus, form), chosen in group(ours, lambda p: (p.corpus, p.form)).items():
        reported = convention(chosen)
        for (kind,), part in group(chosen, lambda p: (p.kind,)).items():
            out.append(f"\n{corpus} {kind} {form}:   F1     P     R")
            for page in sorted(part, key=lambda p: p.words[reported].f1)[:limit]:
                score = page.words[reported]
                figures = f"{score.f1:.3f} {score.precision:.3f} {score.recall:.3f}"
                out.append(
                    f"  {page.name:<20} {figures} {page.verdict} {page.flattener} {page.url} {page.error}"
                )
    return "\n".join(out)


def errors(pages: Sequence[PageScore]) -> str:
    """The ten most frequent errors, and the slow pages of articlex."""
    counts = Counter((p.engine, p.form, p.error.splitlines()[0]) for p in pages if p.error)
    out = [f"{count} × {engine} {form}: {error}" for (engine, form, error), count in counts.most_common(10)]
    out += [
        f"slow: {p.name} {p.form} {p.milliseconds:.0f} ms"
        for p in pages
        if p.slow and p.engine == ARTICLEX.name
    ]
    return "\n".join(out)


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--corpus", "names", help="Corpora to run, separated by commas (default: all with gold text).")
@click.option("--sample", type=int, default=0, help="At most so many pages of each kind of each corpus.")
@click.option("--form", type=click.Choice(list(FORMS)), default="both", show_default=True)
@click.option("--flattener", type=click.Choice(["mixed", *FLATTENERS]), default="mixed", show_default=True)
@click.option("--peers", is_flag=True, help="Run the peers that are installed beside articlex.")
@click.option("--jobs", type=int, default=2, show_default=True, help="Processes.")
@click.option("--out", type=click.Path(path_type=Path), help="Run file (default: in the cache folder).")
@click.option("--worst", "worst_pages", type=int, default=0, help="Print the N worst pages of each kind.")
def main(**options: Any) -> None:
    """Entry point of ``python -m articlex_lab.bench.body``."""
    names, sample = options["names"], options["sample"]
    records = [r for r in annotated.chosen(names, sample) if r.text is not None or r.with_snippets]
    peers = installed(TEXT_PEERS) if options["peers"] else []
    pages = measure_all(plan(records, peers, options["form"], options["flattener"]), options["jobs"])
    versions = {engine.name: version(engine) for engine in (ARTICLEX, *peers)}
    run = new_run(pages, versions, annotated.digest(records))
    click.echo(f"{run.date} {run.commit}; " + ", ".join(f"{k} {v}" for k, v in versions.items()))
    click.echo(table(pages))
    if peers:
        click.echo("\n" + peer_table(pages))
    click.echo(errors(pages))
    if options["worst_pages"]:
        click.echo(worst(pages, options["worst_pages"]))
    click.echo(f"run file: {save(run, options['out'])}")


if __name__ == "__main__":
    run_command(main)
