"""What a run would do, without doing it: nothing is written and no page is extracted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from articlex.batch.intake import Intake
from articlex.batch.plan import Plan, check
from articlex.batch.run import avoided, make_sink, open_manifest
from articlex.batch.sources import Archive, label, read_sources


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
    for found in read_sources(plan.sources, finished, avoided(plan)):
        if isinstance(found, Archive):
            if found.skipped:
                yield Planned(found.name, "", "done")
            continue
        item, _, todo = intake.look(found, seen)
        seen.add(item.name)
        if todo == "failed":
            yield Planned(label(item), "", f"{item.error} [{item.code}]")
        elif todo == "repeated":
            yield Planned(label(item), "", todo)
        else:
            sink.place(item)
            yield Planned(label(item), sink.planned(item), todo)
