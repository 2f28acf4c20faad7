"""Outputs that would replace an input: refused, unless an earlier run wrote the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from articlex.batch.manifest_file import has_assembled
from articlex.batch.plan import Plan
from articlex.batch.summary import is_report
from articlex.batch.walk import Avoid, identity
from articlex.errors import UsageError
from articlex.placing import same_file


def check_collisions(plan: Plan) -> None:
    """Raise UsageError if the one file or the report would replace a SOURCE, a file in a SOURCE, the list of
    files or the site profile, or the report the output: all that is known before the run. :func:`avoided` is
    for the rest."""
    for path, name in _places(plan):
        if any(_same(path, needed) for needed in plan.needed):
            raise UsageError(_refusal(name))
    if plan.report is not None and _same(plan.target.path, plan.report):
        raise UsageError(f"the report {plan.report} would replace the output: choose another")
    if plan.report is not None and _is_own(plan.report, plan):
        raise UsageError(f"the report {plan.report} would replace a file of the output: choose another")
    for path, name in _foreign(plan):
        selection = plan.sources.selection
        if any(_same(path, source) or selection.takes_from(source, path) for source in plan.sources.paths):
            raise UsageError(_refusal(name))


def _is_own(report: Path, plan: Plan) -> bool:
    """Whether the report would replace the manifest or its like, or a file in the output folder."""
    real = Path(os.path.realpath(report))
    if real.is_relative_to(os.path.realpath(plan.target.state)):
        return True
    inside = plan.target.kind == "tree" and real.is_relative_to(os.path.realpath(plan.target.path))
    return inside and real.is_file() and not is_report(real)


def avoided(plan: Plan) -> Avoid:
    """What is never read: the output and the report of the last run. A file of somebody else in their place
    must not be an input: the run ends when it meets that file, before it has replaced it."""
    own = [plan.target.path, plan.target.state, *([plan.report] if plan.report else [])]
    avoid = {identity(place.stat()): "" for place in own if place.exists()}
    return avoid | {identity(place.stat()): _refusal(name) for place, name in _foreign(plan)}


def _places(plan: Plan) -> Iterator[tuple[Path, str]]:
    """The files that a run replaces at its end, and how messages call them."""
    if plan.target.kind == "file":
        yield plan.target.path, f"the output {plan.target.path}"
    if plan.report is not None:
        yield plan.report, f"the report {plan.report}"


def _foreign(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Those of them that exist, are not empty and were not written by a run."""
    for path, name in _places(plan):
        if not path.is_file():
            continue  # reading from a pipe would block
        known = is_report(path) if path == plan.report else has_assembled(plan.target.state)
        if not known and path.stat().st_size:
            yield path, name


def _refusal(name: str) -> str:
    return f"{name} would replace an input: choose another"


def _same(path: Path, other: Path | str) -> bool:
    return os.path.realpath(path) == os.path.realpath(other) or same_file(path, other)
