"""The command line, called in the process of the test."""

from __future__ import annotations

from click.testing import CliRunner, Result

from articlex.cli.main import program


def articlex(*arguments: str, stdin: str | bytes | None = None) -> Result:
    """What ``articlex ARGUMENTS`` prints and ends with."""
    return CliRunner().invoke(program, arguments, input=stdin)


def batch(*arguments: str) -> Result:
    """``articlex batch`` with one worker."""
    return articlex("batch", "-j", "1", *arguments)
