"""``make stage NAME=read_time``: write the stubs of a new stage.

They fail the tests until they are filled in; that is their point.
"""

from __future__ import annotations

import keyword
import re
import sys
from pathlib import Path

from articlex_lab.repository import ROOT

# What is to be written has no full stop yet, so that the tests ask for a sentence. The role is one that
# stages may set before the body has chosen.
MODULE = '''"""{title}: what this stage marks, in one sentence for the README, and how it knows"""

from __future__ import annotations

from articlex.options import Options
from articlex.page import Mark, Page, Role
from articlex.stages.contract import Output, Stage, has_run

REASONS = {{
    "some-reason": "one English sentence that `articlex explain` prints",
}}


def run(page: Page, options: Options) -> Output:
    """Mark the blocks that ..."""
    if has_run(page, "{name}"):
        return
    for block in page.blocks:
        if page.role(block.index) is Role.UNKNOWN and block.text == "What it marks":
            yield Mark(block.index, Role.NAV, "some-reason", 0.5)


STAGE = Stage(name="{name}", run=run, reasons=REASONS, sets=frozenset({{Role.NAV}}))
'''

# What is to be marked is not the first line, which the stage of the headline would have marked before.
CASES = """=== it fires here
form: text

The wind turned at noon. By night the whole bay was white.

...
---
nav some-reason ...

=== it looks alike, but must not fire
form: text

The wind turned at noon. By night the whole bay was white.
---
"""


def write_stubs(name: str, root: Path = ROOT) -> list[Path]:
    """Write the module of the stage ``name`` and its cases, or that of both which is missing; returns the
    paths of what was written.

    Raises ValueError for a name that is no module name or that of something else among the stages,
    FileExistsError if both are there.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or keyword.iskeyword(name):
        raise ValueError(f"{name!r} is no name for a stage: use a noun in snake_case")
    module = root / "src" / "articlex" / "stages" / f"{name}.py"
    cases = root / "fixtures" / "stages" / f"{name}.cases"
    if module.with_suffix("").exists() or (module.exists() and "\nSTAGE = " not in module.read_text("utf-8")):
        raise ValueError(f"{name} is no stage: another module or package of the stages has this name")
    title = name.replace("_", " ").capitalize()
    stubs = {module: MODULE.format(name=name, title=title), cases: CASES}
    missing = [path for path in stubs if not path.exists()]
    if not missing:
        raise FileExistsError(
            f"{' and '.join(str(path.relative_to(root)) for path in stubs)} are there already"
        )
    for path in missing:
        path.write_text(stubs[path], encoding="utf-8")
    return missing


def main() -> None:
    """Write the stubs and print what is left to do."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        written = write_stubs(name)
    except (ValueError, FileExistsError) as error:
        sys.exit(f"new_stage: {error}")
    lines = (
        f"wrote {' and '.join(str(path.relative_to(ROOT)) for path in written)}. Next:",
        f"1. In src/articlex/pipeline.py put the name {name} where it belongs in the order.",
        "2. Put texts for the ... of the cases and see them fail; then fill in the module until they pass.",
        "   The stages before yours run too: a block that one of them marks is not unknown any more.",
        f"       .venv/bin/python -m pytest tests/stages -k {name}",
        "   NAV stands for the role that the blocks have; articlex.page lists the roles.",
        "3. `make readme` writes the stage's row; this says what is still missing:",
        f"       .venv/bin/python -m pytest tests/test_registry.py -k 'in_order or {name}'",
        "4. `make golden` writes the report of `explain`, which lists every stage; golden pages may come out",
        "   otherwise too: read the diff. Then `make check`.",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
