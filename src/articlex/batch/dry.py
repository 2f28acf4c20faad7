"""What a run would do, without doing it: nothing is written and no page is extracted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from articlex.batch.collisions import check_collisions
from articlex.batch.entry import Entry, Where
from articlex.batch.intake import Intake, Todo
from articlex.batch.listing import keep_list
from articlex.batch.plan import Plan, check
from articlex.batch.reader import ArchiveReader
from articlex.batch.run import make_sink, open_manifest
from articlex.batch.sinks import Sink
from articlex.batch.sources import Archive
from articlex.batch.unit import Item, Row


class Planned(NamedTuple):
    """One page or unchanged archive: its input, its output ("" for none), and why it is or is not done: a
    word of :data:`~articlex.batch.intake.Todo`, "pruned", "spared" (not pruned, as its SOURCE has no page any
    more), or what is wrong with it."""

    input: str
    output: str
    todo: str


def dry_run(plan: Plan) -> Iterator[Planned]:
    """What the run would do with each page, in the order of the input.

    Raises UsageError and ManifestError, as the run would.
    """
    check(plan)
    check_collisions(plan)
    with TemporaryDirectory() as folder:
        if plan.target.kind == "tree":
            plan = replace(plan, sources=keep_list(plan.sources, plan.target.path, Path(folder) / "list"))
        yield from _planned_pages(plan)


def _planned_pages(plan: Plan) -> Iterator[Planned]:
    """What would be done with each page, then what would be pruned. Only a copy of the manifest changes."""
    manifest = open_manifest(plan, dry=True)
    sink = make_sink(plan, manifest)
    intake = Intake(plan, manifest, sink)
    with closing(ArchiveReader(plan.limits.memory)) as reader:
        for found in intake.found(reader):
            if isinstance(found, Archive):
                if found.skipped:
                    manifest.see_archive(found)
                    yield Planned(found.name, "", "done")
                else:
                    manifest.finish_archive(found)  # so that pages no longer in it count as gone
                continue
            item, entry, todo = intake.look(found, ())
            yield _planned(item, entry, todo, sink)
            if entry is None:
                manifest.record(item, Row(item.name, "failed" if item.error else "unchanged"), Where())
            else:
                manifest.see(item)
    intake.forget_mended()
    for entry, is_spared in intake.gone():
        planned = sink.planned(Item(entry.input, entry.path))
        yield Planned(entry.path, planned, "spared" if is_spared else "pruned")


def _planned(item: Item, entry: Entry | None, todo: Todo, sink: Sink) -> Planned:
    if todo == "failed":
        return Planned(item.label, "", f"{item.error} [{item.code}]")
    if todo == "repeated":
        return Planned(item.label, "", todo)
    if todo == "done" and entry is not None and not entry.bytes:
        return Planned(item.label, "", f"{entry.error} [{entry.code}]" if entry.error else "done")
    sink.place(item)
    return Planned(item.label, sink.planned(item), todo)
