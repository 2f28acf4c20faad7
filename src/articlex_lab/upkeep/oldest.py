"""For ``make test-oldest``: the oldest releases that pyproject.toml allows, a requirement on each line.

    python -m articlex_lab.upkeep.oldest

Only of what the package and its extras need; what the tests need is installed in its newest release.
"""

from __future__ import annotations

import tomllib

import click

from articlex_lab.repository import ROOT


def oldest() -> list[str]:
    """The requirements of the package and its extras, each at its lower bound ("click==8.2")."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(line for extra in extras for line in extra)]
    return [line.replace(">=", "==", 1) for line in wanted]


if __name__ == "__main__":
    click.echo("\n".join(oldest()))
