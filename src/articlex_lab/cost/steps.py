"""``make step-times``: what each step of an extraction costs, in ratio to a bare lxml parse.

    python -m articlex_lab.cost.steps [--corpus NAME,NAME] [--sample N] [--form html|text]

The steps are those of :func:`articlex.extract` and the writers, run one after the other on the same page.
Times are processor time, summed over the pages, so that shares are those of the cost of a batch. The scorer
of the body is a part of its stage, and is timed once more by itself.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Literal, TypeVar

import click

from articlex.article import assemble
from articlex.garbage import collect_garbage_less_often
from articlex.options import Options
from articlex.page import Form
from articlex.pipeline import ORDER, run
from articlex.read import read_page
from articlex.scoring.score import score_page
from articlex_lab.bench.timing import bare_parse
from articlex_lab.command import run_command
from articlex_lab.corpora.annotated import chosen
from articlex_lab.corpora.flatteners import flatten
from articlex_lab.corpora.stages_before import read_before
from articlex_lab.tables import render

Result = TypeVar("Result")
Times = Counter[str]

#: The step to which all others are put in ratio.
PARSE = "bare lxml parse"
#: A step that is timed once more by itself, and not counted again in the sum.
SCORER = "the scorer, of stage body"


def time_page(page: bytes, source: bytes | str, url: str | None, times: Times) -> None:
    """Add the nanoseconds of each step on one page to ``times``.

    ``source`` is what is extracted, the HTML or the flattened text; ``page`` is the HTML, for the bare parse.
    """

    def timed(step: str, call: Callable[[], Result]) -> Result:
        start = time.process_time_ns()
        result = call()
        times[step] += time.process_time_ns() - start
        return result

    options = Options()
    form: Literal["html", "text"] = "html" if isinstance(source, bytes) else "text"
    timed(PARSE, lambda: bare_parse(page))
    read = timed("read", lambda: read_page(source, url=url, form=form))
    marked = timed("signs", lambda: run(read, options, ()))
    for stage in ORDER:
        before = marked
        marked = timed(f"stage {stage.name}", lambda: run(before, options, (stage,)))  # noqa: B023 (called at once)
    article = timed("assemble", lambda: assemble(marked))
    timed("write text", lambda: article.text)
    timed("write markdown", lambda: article.markdown)
    unscored = read_before("body", source, Form(form), url)
    timed(SCORER, lambda: score_page(unscored))


def table(times: Times) -> str:
    """A row for each step: its time in ratio to the bare parse, and its share of the sum."""
    total = times.total() - times[PARSE] - times[SCORER]
    rows = [
        [step, f"{spent / times[PARSE]:.2f}", f"{spent / total:.0%}"]
        for step, spent in times.items()
        if step != PARSE
    ]
    rows.append(["together", f"{total / times[PARSE]:.2f}", "100%"])
    return render(["step", "× parse", "share"], rows)


def measure_steps(sources: Iterable[tuple[bytes, bytes | str, str | None]]) -> Times:
    """The times of all steps on pages (HTML, source, address); the first is also run before, untimed."""
    times: Times = Counter()
    for number, (page, source, url) in enumerate(sources):
        if number == 0:
            time_page(page, source, url, Counter())
        time_page(page, source, url, times)
    return times


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--corpus", "names", help="Corpora to run, separated by commas (default: all).")
@click.option("--sample", type=int, default=10, show_default=True, help="Pages of each kind of each corpus.")
@click.option("--form", type=click.Choice(["html", "text"]), default="html", show_default=True)
def main(names: str | None, sample: int, form: str) -> None:
    """Entry point of ``python -m articlex_lab.cost.steps``."""
    collect_garbage_less_often()  # as the command and the workers of a batch do
    records = chosen(names, sample)
    html = form == "html"
    pages = ((r.read(), r.read() if html else flatten(r), r.url if html else None) for r in records)
    click.echo(table(measure_steps(pages)))


if __name__ == "__main__":
    run_command(main)
