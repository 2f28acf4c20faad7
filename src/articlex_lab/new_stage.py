"""Write the stubs of a new stage: ``make stage NAME=read_time``.

The stubs fail the tests until they are filled in; that is the point of them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

MODULE = '''"""{title}: say in one sentence what this stage marks, and how it knows."""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Mark, Page, Role
from articlex.stages.contract import Output, Stage

REASONS = {{
    "some-reason": "One English sentence that `articlex explain` prints.",
}}


def run(page: Page, options: Options) -> Output:
    """Mark the blocks that ..."""
    for block in page.blocks:
        if page.role(block.index) is Role.UNKNOWN and block.text == "...":
            yield Mark(block.index, Role.BOILERPLATE, "some-reason", 0.5)


STAGE = Stage(name="{name}", run=run, reasons=REASONS, sets=frozenset({{Role.BOILERPLATE}}))
'''

CASES = """=== it fires here
form: text

...
---
boilerplate some-reason ...

=== it looks alike, but must not fire
form: text

The wind turned at noon. By night the whole bay was white.
---
"""


def write_stubs(name: str, root: Path = ROOT) -> tuple[Path, Path]:
    """Write the module and the cases of stage ``name``; returns their paths.

    Raises ValueError for a name that is no module name, FileExistsError rather than overwrite.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise ValueError(f"{name!r} is no name for a stage: use a noun in snake_case")
    module = root / "src" / "articlex" / "stages" / f"{name}.py"
    cases = root / "fixtures" / "stages" / f"{name}.cases"
    title = name.replace("_", " ").capitalize()
    for path, text in ((module, MODULE.format(name=name, title=title)), (cases, CASES)):
        with path.open("x", encoding="utf-8") as stub:
            stub.write(text)
    return module, cases


def main() -> None:
    """Write the stubs and print what is left to do."""
    try:
        module, cases = write_stubs(sys.argv[1] if len(sys.argv) > 1 else "")
    except (ValueError, FileExistsError) as error:
        sys.exit(f"new_stage: {error}")
    lines = (
        f"wrote {module.relative_to(ROOT)} and {cases.relative_to(ROOT)}. Next:",
        f"1. Fill in the cases; see them fail: pytest tests/stages -k {module.stem}",
        "2. In src/articlex/pipeline.py import the module and put this line where it belongs in ORDER:",
        f"       {module.stem}.STAGE,",
        "3. Fill in the module, run `make readme` and `make check`.",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
