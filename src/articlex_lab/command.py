"""Running a command of the laboratory: what this machine lacks is reported in a line, not by a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from articlex_lab.corpora.annotated import MissingCorporaError
from articlex_lab.corpora.flatteners import FlattenerMissingError


def run_command(main: Callable[[], object]) -> None:
    """Run ``main``; where corpora, a program, a package or a file is missing, exit with 1 and say which."""
    try:
        main()
    except ModuleNotFoundError as error:
        what = (
            f"{error}; pyproject.toml has the groups lab, peers and train, which the targets of make install"
        )
        sys.exit(f"{_name()}: {what}")
    except FileNotFoundError as error:
        sys.exit(f"{_name()}: {error.filename} is missing")
    except (MissingCorporaError, FlattenerMissingError) as error:
        sys.exit(f"{_name()}: {error}")


def only_argument(what: str) -> Path:
    """The only argument of the command, a path called ``what``; exits with the usage where there is none."""
    if len(sys.argv) != 2:
        sys.exit(f"usage: python -m articlex_lab.{_name()} {what}")
    return Path(sys.argv[1])


def _name() -> str:
    """What the command is called: ``bench.body`` for ``python -m articlex_lab.bench.body``."""
    path, package = Path(sys.argv[0]).resolve().with_suffix(""), Path(__file__).resolve().parent
    return ".".join(path.relative_to(package).parts) if path.is_relative_to(package) else path.name
