"""Run files: what a benchmark measured on each page, and what is to be known for a comparison."""

from __future__ import annotations

import json
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from articlex_lab.corpora.flatteners import cache_folder
from articlex_lab.repository import ROOT
from articlex_lab.scores.metrics import SnippetCounts, WordScore
from articlex_lab.scores.pages import PageScore


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a benchmark; ``digest`` is that of the pages and the gold that it ran on."""

    date: str
    commit: str
    python: str
    versions: dict[str, str]
    digest: str
    pages: Sequence[PageScore]


def new_run(pages: Sequence[PageScore], versions: dict[str, str], digest: str) -> Run:
    """A run that was made just now, by the code of the working tree."""
    return Run(
        date=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        commit=commit(),
        python=platform.python_version(),
        versions=versions,
        digest=digest,
        pages=pages,
    )


def commit() -> str:
    """The short hash of the commit that is checked out, with "+" if files differ from it; "" outside git."""
    try:
        name = _git("rev-parse", "--short", "HEAD")
        return name + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        return ""


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, check=True, text=True)
    return done.stdout.strip()


def save(run: Run, path: Path | None = None) -> Path:
    """Write a run as JSON, a line for each page; returns the path, by default one in the cache folder."""
    if path is None:
        name = f"{run.date.replace(':', '')}-{run.commit.rstrip('+') or 'unknown'}.json"
        path = cache_folder() / "runs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    record = asdict(replace(run, pages=()))
    head = json.dumps(record, ensure_ascii=False)[:-1].rsplit('"pages"', 1)[0]
    rows = ",\n".join(json.dumps(asdict(page), ensure_ascii=False) for page in run.pages)
    path.write_text(f'{head}"pages": [\n{rows}\n]}}\n', encoding="utf-8")
    return path


def load(path: Path) -> Run:
    """The run in a file. Raises :class:`click.ClickException` for a file that is none of ``make bench``."""
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        pages = [_page(row) for row in record.pop("pages")]
        return Run(pages=pages, **record)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise click.ClickException(f"{path} is no run file of `make bench` ({error!r:.200})") from None


def _page(row: dict[str, Any]) -> PageScore:
    words = {name: WordScore(*values) for name, values in row["words"].items()}
    snippets = {name: SnippetCounts(*values) for name, values in row["snippets"].items()}
    return PageScore(**{**row, "words": words, "snippets": snippets})
