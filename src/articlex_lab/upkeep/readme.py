"""The generated parts of documents, each between ``<!-- name -->`` and ``<!-- /name -->``.

``make readme`` writes the table of stages in the README, from the ``STAGE`` of each and the first line of its
module; ``make figures`` and ``make constructs`` write the other parts.
"""

from __future__ import annotations

import inspect
from pathlib import Path

from articlex.pipeline import ORDER
from articlex.stages.contract import Stage
from articlex_lab.repository import README


def stage_row(stage: Stage) -> str:
    """The row of one stage in the table."""
    module = inspect.getmodule(stage.run)
    marks = inspect.getdoc(module) or ""
    roles = ", ".join(sorted(role.value for role in stage.sets)) or "—"
    over = ", ".join(sorted(role.value for role in stage.overrides)) or "—"
    forms = ", ".join(sorted(form.value for form in stage.forms))
    return f"| `{stage.name}` | {marks.splitlines()[0] if marks else ''} | {roles} | {over} | {forms} |"


def stage_table() -> str:
    """The table, in the order in which the stages run."""
    head = "| stage | what it marks | sets | overrides | forms |\n|---|---|---|---|---|\n"
    return head + "\n".join(stage_row(stage) for stage in ORDER)


def insert(readme: str, name: str, made: str) -> str:
    """``readme`` with ``made`` as its part ``name``. Raises ValueError if it has no markers for that part."""
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    before, rest = readme.split(start, 1)
    _, after = rest.split(end, 1)
    return f"{before}{start}\n{made}\n{end}{after}"


def write_part(name: str, made: str, path: Path = README) -> None:
    """Replace the part ``name`` of the document ``path`` by ``made``."""
    path.write_text(insert(path.read_text(encoding="utf-8"), name, made), encoding="utf-8")


if __name__ == "__main__":
    write_part("stages", stage_table())
