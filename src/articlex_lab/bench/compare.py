"""``make compare``: how the scores moved between two run files, and the pages that moved most.

python -m articlex_lab.bench.compare A.json B.json [--top 20]
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import click

from articlex_lab.bench.runs import Run, load
from articlex_lab.scores.pages import PageScore, convention, group
from articlex_lab.tables import render


class Move(NamedTuple):
    """A page that is in both runs, and its F1 in each: word F1, or snippet F1 where there is no gold text."""

    page: PageScore
    before: float
    after: float

    @property
    def gain(self) -> float:
        """By how much F1 rose; negative where it fell."""
        return self.after - self.before


def moves(before: Run, after: Run, engine: str = "articlex") -> list[Move]:
    """The pages that are in both runs, with their F1 under the convention of their corpus."""
    earlier = _scores(before.pages, engine)
    return [
        Move(page, earlier[key][1], value)
        for key, (page, value) in _scores(after.pages, engine).items()
        if key in earlier
    ]


def _scores(pages: Sequence[PageScore], engine: str) -> dict[tuple[str, str], tuple[PageScore, float]]:
    found = {}
    for chosen in group([p for p in pages if p.engine == engine], lambda p: (p.corpus,)).values():
        reported = convention(chosen)
        for page in chosen:
            scores = page.words or page.snippets
            if scores:
                found[page.name, page.form] = page, scores[reported].f1
    return found


def summary(moved: Sequence[Move]) -> str:
    """Mean F1 before and after, for each corpus, form and kind."""
    rows = []
    by_kind = group(moved, lambda move: (move.page.corpus, move.page.form, move.page.kind))
    for (corpus, form, kind), pages in sorted(by_kind.items()):
        before, after = fmean(m.before for m in pages), fmean(m.after for m in pages)
        rows.append(
            [corpus, form, kind, str(len(pages)), f"{before:.4f}", f"{after:.4f}", f"{after - before:+.4f}"]
        )
    return render(["corpus", "form", "kind", "pages", "before", "after", "change"], rows)


def listing(moved: Sequence[Move], top: int) -> str:
    """The ``top`` pages whose F1 fell most, and the ``top`` pages whose F1 rose most."""
    ordered = sorted(moved, key=lambda move: (move.gain, move.page.name))
    lost = [move for move in ordered[:top] if move.gain < 0]
    won = [move for move in ordered[::-1][:top] if move.gain > 0]
    lines = [
        f"{after - before:+.3f}  {before:.3f} → {after:.3f}  {page.name} {page.form} {page.kind} {page.url}"
        for page, before, after in [*lost, *won]
    ]
    return "\n".join(lines) or "no page moved"


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.argument("before", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("after", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--top", type=int, default=20, show_default=True, help="Pages to list each way.")
@click.option("--engine", default="articlex", show_default=True)
def main(before: Path, after: Path, top: int, engine: str) -> None:
    """Entry point of ``python -m articlex_lab.bench.compare``."""
    moved = moves(load(before), load(after), engine)
    click.echo(summary(moved))
    click.echo(listing(moved, top))


if __name__ == "__main__":
    main()
