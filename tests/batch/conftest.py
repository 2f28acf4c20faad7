"""Pages, folders of them, and runs over them."""

from __future__ import annotations

import io
import json
import tarfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from articlex.batch.member import Reading
from articlex.batch.plan import Plan, target
from articlex.batch.run import run_batch
from articlex.batch.sources import Sources, read_sources
from articlex.batch.summary import Summary
from articlex.batch.unit import Item, Row, Unit, process
from articlex.batch.worker import Limits


def page(title: str) -> bytes:
    """A small page with an article of three paragraphs."""
    paragraphs = "".join(
        f"<p>The {word} paragraph of {title} has enough words, and commas, to be read as prose by anyone.</p>"
        for word in ("first", "second", "third")
    )
    return (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{paragraphs}</body></html>".encode()
    )


def fill(folder: Path, pages: dict[str, bytes]) -> Path:
    """``folder`` with the files ``pages``."""
    for name, data in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def tarred(members: dict[str, bytes]) -> bytes:
    """An archive of files."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def items_in(archive: Path, max_bytes: int = 1 << 20) -> list[Item]:
    """The pages in an archive."""
    sources = Sources((str(archive),), reading=Reading(max_bytes=max_bytes))
    return [item for item in read_sources(sources, {}) if isinstance(item, Item)]


def tree(folder: Path) -> dict[str, bytes]:
    """The output files below ``folder``, the manifest's folder left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".articlex" not in path.parts
    }


@dataclass
class Done:
    """A run that is over."""

    summary: Summary
    report: dict[str, Any]
    rows: dict[str, Row] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        return self.summary.exit_code(False)

    @property
    def codes(self) -> dict[str, str]:
        """Code of each page that failed."""
        return {failure["input"]: failure["code"] for failure in self.report["failures"]}


class Listener:
    """Keeps the rows that a run tells of."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}

    def row(self, item: Item, row: Row) -> None:
        self.rows[item.name] = row

    def tick(self, summary: Summary) -> None:
        pass

    def clear(self) -> None:
        pass


Runner = Callable[..., Done]


@pytest.fixture
def batch(tmp_path_factory: pytest.TempPathFactory, forked_workers: None) -> Runner:
    """``batch(source, ..., output=, unit=, **plan)``: one run with one worker, unless told otherwise."""
    reports = tmp_path_factory.mktemp("reports")

    def run(
        *sources: Path | str,
        output: Path | str,
        unit: Unit = process,
        format: str | None = None,
        select: dict[str, Any] | None = None,
        **plan: Any,
    ) -> Done:
        listener = Listener()
        chosen = Sources(tuple(map(str, sources)), **(select or {}))
        plan.setdefault("limits", Limits(seconds=30))
        file = reports / "report.json"
        file.unlink(missing_ok=True)
        plan.setdefault("report", file)
        summary = run_batch(Plan(chosen, target(str(output), format), **plan), listener, unit)
        report = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        return Done(summary, report, listener.rows)

    return run
