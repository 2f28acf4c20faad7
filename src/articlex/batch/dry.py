"""What a run would do, without doing it: nothing is written and no page is extracted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import NamedTuple

from articlex.batch.intake import Intake, Todo
from articlex.batch.plan import Plan, check
from articlex.batch.reader import ArchiveReader
from articlex.batch.run import avoided, make_sink, open_manifest
from articlex.batch.sinks import Sink
from articlex.batch.sources import Archive, label, read_sources
from articlex.batch.unit import Item


class Planned(NamedTuple):
    """One page or unchanged archive: its input, its output ("" none), and why, a word of Intake."""

    input: str
    output: str
    todo: str


def dry_run(plan: Plan) -> Iterator[Planned]:
    """What the run would do, in the order of the input.

    Raises UsageError and ManifestError, as the run would.
    """
    check(plan)
    manifest = open_manifest(plan, dry=True)
    sink = make_sink(plan, manifest)
    intake = Intake(manifest, sink, plan.force, plan.retry_failed)
    finished = {} if plan.force else manifest.finished_archives(plan.retry_failed)
    seen: set[str] = set()
    with closing(ArchiveReader(plan.limits.memory)) as reader:
        for found in read_sources(plan.sources, finished, avoided(plan), reader):
            if isinstance(found, Archive):
                if found.skipped:
                    yield Planned(found.name, "", "done")
                continue
            item, _, todo = intake.look(found, seen)
            seen.add(item.name)
            yield _planned(item, todo, sink)


def _planned(item: Item, todo: Todo, sink: Sink) -> Planned:
    if todo == "failed":
        return Planned(label(item), "", f"{item.error} [{item.code}]")
    if todo == "repeated":
        return Planned(label(item), "", todo)
    sink.place(item)
    return Planned(label(item), sink.planned(item), todo)
