"""``make gate``: no score on a fixed sample of the corpora may fall under its floor.

    python -m articlex_lab.checks.gate [--pin [--allow-regression]]

The floors are in ``floors.json`` beside this file: word F1, snippet F1 and shares of right metadata, by
corpus, kind of page and form. A page that raises or is too slow fails the gate whatever the scores. ``--pin``
raises floors to what is reached now, and lowers none without ``--allow-regression``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import click

from articlex_lab.bench.judging import Scored, judge_all
from articlex_lab.bench.measure import Task, measure_all
from articlex_lab.bench.metadata import CORPORA
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import MissingCorporaError, Record
from articlex_lab.corpora.flatteners import MIXED, missing
from articlex_lab.peers.engines import ARTICLEX
from articlex_lab.scores.metadata import FIELDS, share
from articlex_lab.scores.pages import PageScore, group, means_by_kind

FLOORS = Path(__file__).with_name("floors.json")

#: Pages of each kind of each corpus.
SAMPLE = 40

#: How far a score may be under its floor: for rounding, and for small differences between versions of the
#: libraries that parse and flatten.
BAND = 0.0005

#: Shares of fewer pages have no floor.
_FEWEST = 10


@dataclass(frozen=True, slots=True)
class Floors:
    """The least scores by name ("wcxb-dev/forum/html/word F1"), on a sample of that ``digest``."""

    digest: str = ""
    sample: int = SAMPLE
    band: float = BAND
    floors: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reached:
    """The scores that articlex reaches now, and a line for each page that raised or was too slow."""

    digest: str
    scores: dict[str, float]
    failures: tuple[str, ...]


def load_floors(path: Path = FLOORS) -> Floors:
    """The floors in a file; none if there is no file."""
    return Floors(**json.loads(path.read_text(encoding="utf-8"))) if path.exists() else Floors()


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, sorted by name."""
    ordered = {**asdict(floors), "floors": dict(sorted(floors.floors.items()))}
    path.write_text(json.dumps(ordered, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def reach(records: Sequence[Record], jobs: int) -> Reached:
    """Run articlex on the sample in both forms and collect the scores."""
    scored = [record for record in records if record.text is not None or record.with_snippets]
    tasks = [Task(record, ARTICLEX.name, flattener) for flattener in ("", "mixed") for record in scored]
    pages = measure_all(tasks, jobs)
    dated = [record for record in records if record.corpus in CORPORA]
    facts = judge_all(dated, [ARTICLEX], jobs)
    failures = [f"{page.name} {page.form}: {page.error}" for page in pages if page.error]
    failures += [f"{page.name} {page.form}: {page.milliseconds:.0f} ms" for page in pages if page.slow]
    measured = {(page.name, page.form) for page in pages}
    # Pages with gold metadata alone are in the second run and not in the first.
    others = (fact for fact in facts if (fact.page, fact.form) not in measured)
    failures += [f"{fact.page} {fact.form}: {fact.error}" for fact in others if fact.error]
    scores = {**_text_scores(pages), **_metadata_scores(facts)}
    return Reached(annotated.digest(records), scores, tuple(failures))


def _text_scores(pages: Sequence[PageScore]) -> dict[str, float]:
    scores = {}
    for (corpus, kind, form, _), means in means_by_kind(pages).items():
        if means.words:
            scores[f"{corpus}/{kind}/{form}/word F1"] = means.words.f1
        if means.snippets:
            scores[f"{corpus}/{kind}/{form}/snippet F1"] = means.snippets.f1
    return scores


def _metadata_scores(facts: Iterable[Scored]) -> dict[str, float]:
    scores = {}
    for (corpus, form), pages in group(facts, lambda page: (page.corpus, page.form)).items():
        judged = [judgement for page in pages for judgement in page.judgements]
        for name in FIELDS:
            for gold, label in ((True, name), (False, f"no {name}")):
                reached = share(judged, name, gold=gold)
                if reached.pages >= _FEWEST:
                    scores[f"{corpus}/all/{form}/{label}"] = reached.right / reached.pages
    return scores


def breaches(floors: Mapping[str, float], scores: Mapping[str, float], band: float = BAND) -> list[str]:
    """A line for each floor that is not reached or whose score is missing."""
    lines = []
    for name, floor in floors.items():
        score = scores.get(name)
        if score is None:
            lines.append(f"{name}: not measured, floor {floor:.4f}")
        elif score < floor - band:
            lines.append(f"{name}: {score:.4f} is under the floor {floor:.4f}")
    return lines


def raised(
    floors: Mapping[str, float], scores: Mapping[str, float], allow_regression: bool
) -> dict[str, float]:
    """The new floors: the scores, or the old floors where these are higher, unless ``allow_regression``.

    Scores are rounded down to four digits, so that each reaches its own floor.
    """
    new = {name: math.floor(score * 10_000) / 10_000 for name, score in scores.items()}
    if allow_regression:
        return new
    return {**floors, **{name: max(score, floors.get(name, 0.0)) for name, score in new.items()}}


def judge(pinned: Floors, reached: Reached) -> list[str]:
    """A line for everything that fails the gate."""
    if pinned.digest != reached.digest:
        return ["the sample is not the one that the floors were pinned on; pin them anew"]
    return [*reached.failures, *breaches(pinned.floors, reached.scores, pinned.band)]


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--pin", is_flag=True, help="Raise the floors to what is reached now.")
@click.option("--allow-regression", is_flag=True, help="With --pin: lower floors as well.")
@click.option("--jobs", type=int, default=2, show_default=True, help="Processes.")
@click.option("--floors", "path", type=click.Path(path_type=Path), default=FLOORS, help="The file of floors.")
def main(pin: bool, allow_regression: bool, jobs: int, path: Path) -> None:
    """Entry point of ``python -m articlex_lab.checks.gate``."""
    pinned = load_floors(path)
    if not pin and not pinned.floors:
        click.echo("gate: no floors are pinned; nothing to check")
        return
    absent = missing(MIXED)
    if absent:
        click.echo(f"gate: not run, these flatteners are not installed: {', '.join(absent)}")
        return
    try:
        records = annotated.sample(annotated.load(), pinned.sample)
    except MissingCorporaError as error:
        click.echo(f"gate: not run, {error}")
        return
    reached = reach(records, jobs)
    if pin:
        _pin(pinned, reached, allow_regression, path)
        return
    failing = judge(pinned, reached)
    click.echo("\n".join(failing) or f"gate: {len(pinned.floors)} floors hold on {len(records)} pages")
    raise SystemExit(1 if failing else 0)


def _pin(pinned: Floors, reached: Reached, allow_regression: bool, path: Path) -> None:
    floors = raised(pinned.floors, reached.scores, allow_regression)
    save_floors(Floors(reached.digest, pinned.sample, pinned.band, floors), path)
    for name, floor in sorted(floors.items()):
        before = pinned.floors.get(name)
        if before is None or before != floor:
            click.echo(f"{name}: {'new' if before is None else f'{before:.4f}'} → {floor:.4f}")
    for line in [*reached.failures, *breaches(floors, reached.scores, pinned.band)]:
        click.echo(f"still failing: {line}")


if __name__ == "__main__":
    main()
