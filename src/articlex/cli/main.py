"""The command line: which command, and what becomes of exceptions.

Each command is a module that is imported when it is called, so that a page through a pipe does not
wait for the code of a batch.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from articlex.cli.diagnostics import Exit, printable, reason_and_code, say
from articlex.cli.sink import ClosedPipeError
from articlex.errors import ArticlexError

#: The command that runs when the first word names no other. Nobody can type it.
DEFAULT = ""

#: Name, "module:attribute" and one line of help of each command, in the order of --help.
COMMANDS: dict[str, tuple[str, str]] = {
    "batch": ("articlex.cli.batch:batch", "Many pages, safely, again and again."),
    "status": ("articlex.cli.status:status", "What became of the pages of a batch."),
    "explain": ("articlex.cli.explain:explain", "Why each block of a page was kept or dropped."),
    "completion": ("articlex.cli.completion:completion", "Print the completion script for a shell."),
    "doctor": ("articlex.cli.doctor:doctor", "Print the versions that a bug report needs."),
}


class Program(click.Group):
    """``articlex``: a group whose default command reads pages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        target = "articlex.cli.extract:extract" if cmd_name == DEFAULT else COMMANDS.get(cmd_name, ("",))[0]
        if not target:
            return None
        module, attribute = target.split(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = bool(args) and args[0] in COMMANDS
        return super().parse_args(ctx, args if named else [DEFAULT, *args])

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run, and leave the process with the exit code of the documentation."""
        sys.exit(run(self, list(sys.argv[1:] if args is None else args)))


def run(program: Program, args: list[str]) -> int:
    """The exit code of ``articlex ARGS``; everything that can go wrong ends here as one line."""
    try:
        with program.make_context("articlex", args) as context:
            program.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _complain(error)
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except ClosedPipeError:
        return Exit.OK
    except (ArticlexError, OSError) as error:
        name = printable(str(getattr(error, "filename", None) or "error"))
        reason, code = reason_and_code(error)
        say(f"articlex: {name}: {printable(reason)} [{code}]")
        return getattr(error, "exit_code", Exit.FAILED)
    return Exit.OK


def _complain(error: click.ClickException) -> int:
    """One line for an error that click found. Its own exit codes are not ours."""
    usage = isinstance(error, click.UsageError)
    code = "usage" if usage else "io"
    say(f"articlex: {printable(error.format_message())} [{code}]")
    if isinstance(error, click.UsageError) and error.ctx is not None:
        say(f"Try '{error.ctx.command_path.strip()} --help'.")
    return Exit.USAGE if usage else Exit.FAILED


program = Program("articlex", add_help_option=False)


def main() -> NoReturn:
    """The console script."""
    if "_ARTICLEX_COMPLETE" in os.environ:
        click.Group.main(program, prog_name="articlex")
    program.main()
