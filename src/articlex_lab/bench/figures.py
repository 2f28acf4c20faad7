"""``make figures``: write the tables of docs/figures.md, and those of the README, from two run files.

    python -m articlex_lab.bench.figures BENCH.json METADATA.json [--sample N]

What is between ``<!-- figures -->`` and ``<!-- /figures -->`` in both documents is replaced.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from articlex_lab.bench.body import peer_table
from articlex_lab.bench.judging import Scored
from articlex_lab.bench.metadata import table
from articlex_lab.bench.runs import Run, load
from articlex_lab.repository import FIGURES, README
from articlex_lab.scores.metadata import Judgement
from articlex_lab.upkeep.readme import write_part

#: Stands with every table, for articlex has been fitted on these corpora.
FITTED = (
    "What articlex ships is fitted on pages of these corpora, `multilingual` excepted; the model card has "
    "its figures on pages of sites that it was not fitted on."
)
#: Stands with every table, for on this corpus one peer is always right.
READER = "`reader` are test pages of Readability.js, whose gold is what it makes of them."


def body_figures(run: Run, sample: int | None) -> str:
    """What the body was measured on and with, and the table of all engines."""
    command = f"make figures SAMPLE={sample}" if sample else "make figures"
    pages = len({page.name for page in run.pages})
    return (
        f"`{command}` on {pages} pages, "
        f"{_when(run.date, run.commit, run.versions)}. "
        "Word F1 is the mean over pages; times are the median of the ratio to a bare lxml parse of the page, "
        "for the text and for text, title, authors and date together, which articlex always gives. "
        f"Other extractors do not read flattened text. {READER} {FITTED}\n\n" + peer_table(run.pages)
    )


def metadata_figures(path: Path) -> str:
    """What the metadata in the run file ``path`` were measured with, and their table."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        scored = [
            Scored(
                **{**page, "judgements": tuple(Judgement(**judgement) for judgement in page["judgements"])}
            )
            for page in record["pages"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        what = f"{path} is no file of `make bench-metadata` ({error!r:.200})"
        raise click.ClickException(what) from None
    when = _when(record["date"], record["commit"], record["versions"])
    return (
        f"The same command, {when}. A title is near when nine tenths of its words agree; tags are right "
        'when all are found and no others; "no author" and its like are the shares of pages without one on '
        "which none is claimed. On flattened pages a value counts where the text contains it.\n\n"
        + table(scored)
    )


def _when(date: str, commit: str, versions: Mapping[str, str]) -> str:
    listed = ", ".join(f"{name} {version}" for name, version in versions.items())
    return f"{date[:10]}, commit {commit}: {listed}"


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.argument("bench", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("metadata", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--sample", type=int, help="Pages of each kind of each corpus that the benchmarks were run on.")
def main(bench: Path, metadata: Path, sample: int | None) -> None:
    """Entry point of ``python -m articlex_lab.bench.figures``."""
    run = load(bench)
    made = f"{body_figures(run, sample)}\n\n{metadata_figures(metadata)}"
    write_part("figures", made, FIGURES)
    whole = [replace(page, kind="all") for page in run.pages]
    write_part("figures", body_figures(replace(run, pages=whole), sample), README)


if __name__ == "__main__":
    main()
