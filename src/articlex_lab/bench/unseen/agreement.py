"""What the benchmarks on unseen pages share: the command line, the results of engines, and their table."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from statistics import mean

from articlex_lab.corpora.flatteners import FLATTENERS, flatten_source
from articlex_lab.peers.engines import ARTICLEX, TEXT_PEERS, Engine, Output, Source, installed
from articlex_lab.scores.metrics import WordScore, word_score
from articlex_lab.tables import render


@dataclass(slots=True)
class Result:
    """Pages with gold, the scores of each engine on them, and which fields the first engine has right."""

    paths: list[Path] = field(default_factory=list)
    #: For each page, in the order of the engines.
    scores: list[list[WordScore]] = field(default_factory=list)
    #: For each page the fields that it prints (title, ...), and whether the first engine has them right.
    fields: list[dict[str, bool]] = field(default_factory=list)

    def add(
        self, path: Path, gold: str, outputs: Sequence[Output], right: Mapping[str, bool | None] | None = None
    ) -> None:
        """Add a page: score the engines' outputs against its ``gold`` text.

        ``right`` says which fields the first engine has right; None is for one that the page does not print.
        """
        self.paths.append(path)
        self.scores.append([word_score(gold, output.text) for output in outputs])
        self.fields.append(
            {name: is_right for name, is_right in (right or {}).items() if is_right is not None}
        )

    def row(self, name: str, fields: Sequence[str] = ()) -> list[str]:
        """A row of the table: the mean scores of the first engine, its shares of right ``fields``, and the F1
        of the other engines."""
        own, *others = zip(*self.scores, strict=True)
        values = [f"{mean(getattr(score, part) for score in own):.3f}" for part in WordScore._fields]
        for asked in fields:
            answers = [right[asked] for right in self.fields if asked in right]
            values.append(f"{mean(answers):.2f}" if answers else "–")
        values += [f"{mean(score.f1 for score in scores):.3f}" for scores in others]
        return [name, str(len(self.paths)), *values]

    def worst(self, count: int) -> list[str]:
        """A line for each of the ``count`` pages on which the first engine has the lowest F1."""
        pages = zip((scores[0] for scores in self.scores), self.paths, self.fields, strict=True)
        return [
            f"{score.f1:.2f} {score.precision:.2f} {score.recall:.2f} {path}"
            + "".join(f" {name}" for name, is_right in right.items() if not is_right)
            for score, path, right in sorted(pages, key=lambda page: page[0].f1)[:count]
        ]


def together(results: Sequence[Result]) -> Result:
    """One result with the pages of several."""
    return Result(
        list(chain(*(result.paths for result in results))),
        list(chain(*(result.scores for result in results))),
        list(chain(*(result.fields for result in results))),
    )


def in_form(page: bytes, form: str, number: int) -> bytes | str:
    """``page`` itself for the form "html"; for "text" flattened, by the flatteners in turn of ``number``."""
    names = list(FLATTENERS)
    return flatten_source(page, names[number % len(names)]) if form == "text" else page


def command_line(about: str, whose: str, pages: int) -> argparse.ArgumentParser:
    """The parser of a command, whose docstring is ``about``, on ``pages`` pages of each ``whose``: "site"."""
    parser = argparse.ArgumentParser(description=about.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=pages, help=f"of each {whose}")
    parser.add_argument("--form", choices=("html", "text"), default="html")
    parser.add_argument("--peers", action="store_true", help="beside the peers, which read HTML alone")
    parser.add_argument("--worst", type=int, default=0, help=f"pages of each {whose} to name")
    return parser


def engines_of(options: argparse.Namespace) -> list[Engine]:
    """articlex, and the peers if the options of :func:`command_line` ask for them."""
    return [ARTICLEX, *(installed(TEXT_PEERS) if options.peers and options.form == "html" else [])]


def answers(engines: Sequence[Engine], source: Source) -> list[Output]:
    """What each engine makes of a page. A peer that raises has nothing of it, as in ``make bench``."""
    return [_output(engine, source) for engine in engines]


def _output(engine: Engine, source: Source) -> Output:
    try:
        return engine.extract(source)
    except Exception:
        if engine is ARTICLEX:
            raise
        return Output()


def table(
    results: Mapping[str, Result], engines: Sequence[Engine], whose: str, fields: Sequence[str] = ()
) -> str:
    """A row for each of the named results that has pages."""
    head = [whose, "pages", *WordScore._fields, *fields, *(engine.name for engine in engines[1:])]
    return render(head, [result.row(name, fields) for name, result in results.items() if result.paths])
