"""Write the generated parts of README.md: the table of stages.

Run ``make readme``. What stands between ``<!-- stages -->`` and ``<!-- /stages -->`` is written anew from
the stages' records and the first lines of their modules.
"""

from __future__ import annotations

import inspect
from pathlib import Path

from articlex.pipeline import ORDER
from articlex.stages.contract import Stage

README = Path(__file__).parents[2] / "README.md"

START, END = "<!-- stages -->", "<!-- /stages -->"


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


def main() -> None:
    """Write README.md anew. Raises ValueError when it has lost its markers."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(START, 1)
    after = rest.split(END, 1)[1]
    README.write_text(f"{before}{START}\n{stage_table()}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
