"""The command line: which command runs, and what becomes of exceptions.

Each command is a module that is imported when it is called, so that a page in a pipe does not wait for the
code of a batch.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NoReturn

import click

from articlex.cli.defaults import SETTABLE
from articlex.cli.diagnostics import Exit
from articlex.cli.sink import silence_stdout
from articlex.errors import ArticlexError, reason_and_code
from articlex.stderr import say, say_failure, say_note, say_traceback
from articlex.streams import in_blocking_mode

#: The name of the command that runs if the first word is not a command. It cannot be typed.
DEFAULT = ""

#: Name, "module:attribute" and one line of help of each command, in the order of --help.
COMMANDS: dict[str, tuple[str, str]] = {
    "batch": ("articlex.cli.batch:batch", "Extract many pages, safely, again and again."),
    "status": ("articlex.cli.status:status", "Show what became of the pages of a batch."),
    "learn": ("articlex.cli.learn:learn", "Learn what the pages of a site have in common."),
    "explain": ("articlex.cli.explain:explain", "Show why each block was kept or dropped."),
    "config": ("articlex.cli.config:config", "Show which options are set, and where."),
    "man": ("articlex.cli.man:man", "Print the manual page."),
    "completion": ("articlex.cli.completion:completion", "Print the completion script for a shell."),
    "doctor": ("articlex.cli.doctor:doctor", "Print the versions that a bug report needs."),
}


class Program(click.Group):
    """``articlex``: a group whose default command reads pages."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now; the default one for ""."""
        default = ("articlex.cli.extract:extract", "Print the article in each FILE.")
        target, line = default if cmd_name == DEFAULT else COMMANDS.get(cmd_name, ("", ""))
        if not target:
            return None
        module, attribute = target.split(":")
        command: click.Command = getattr(import_module(module), attribute)
        command.help = command.help or line  # under python -OO there are no docstrings
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        named = bool(args) and args[0] in COMMANDS
        return super().parse_args(ctx, args if named else [DEFAULT, *args])

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run, and end the process with the documented exit code."""
        sys.exit(run(self, list(sys.argv[1:] if args is None else args)))


def run(program: Program, args: list[str]) -> int:
    """Run ``articlex ARGS`` and return its exit code. Whatever goes wrong ends here as one line on stderr."""
    context = None
    try:
        with program.make_context("articlex", args) as context:
            program.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as error:
        return _complain(error, args)
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # The reader of our standard output has gone (| head), which is not an error.
        silence_stdout()
        return Exit.OK
    except (ArticlexError, OSError) as error:
        # Our own messages say what they are about; those of the system need a name.
        if name := _name_of(error):
            say_failure(name, *reason_and_code(error))
        else:
            say_note(*reason_and_code(error))
        return getattr(error, "exit_code", Exit.FAILED)
    except Exception as error:
        return _mishap(error, context)
    return Exit.OK


def _name_of(error: Exception) -> str:
    """The file that an OSError is about; "" for any other error.

    If the error does not name one, it is the working directory if something was not found, and otherwise
    standard output, to which click writes.
    """
    if not isinstance(error, OSError):
        return ""
    unnamed = "." if isinstance(error, FileNotFoundError) else "<stdout>"
    return str(error.filename or unnamed)


def _mishap(error: Exception, context: click.Context | None) -> int:
    """One line for an unexpected error. Python itself would exit with 1, which means no article."""
    from articlex.cli.help import TRACEBACK

    if context is not None and context.meta.get(TRACEBACK):
        import traceback

        say_traceback("".join(traceback.format_exception(error)))
    say_note(*reason_and_code(error))
    return Exit.FAILED


def _complain(error: click.ClickException, args: list[str]) -> int:
    """One line for an error that click found, and one that says where help is. Our exit codes differ from
    those of click."""
    usage = isinstance(error, click.UsageError)
    code = "usage" if usage else "io"
    if isinstance(error, click.NoSuchOption):
        error = _with_file(_with_our_option(error), error.option_name, args)
    # click lists the values of an argument on lines of their own.
    say_note(error.format_message().replace("\n\t", " "), code)
    if usage:
        # An option without its value is found before there is a context.
        named = " ".join(["articlex", *args[:1]]) if args and args[0] in COMMANDS else "articlex"
        context = getattr(error, "ctx", None)
        say(f"Try '{context.command_path.strip() if context else named} --help'.")
    return Exit.USAGE if usage else Exit.FAILED


def _with_our_option(error: click.NoSuchOption) -> click.UsageError:
    """The error; to a command with formats it proposes ``-f json`` for the ``--json`` of other extractors."""
    from articlex.write.formats import ALIASES, FORMATS

    name = error.option_name.lstrip("-")
    name = ALIASES.get(name, name)
    options = error.ctx.command.params if error.ctx is not None else []
    if name not in FORMATS or "format" not in {option.name for option in options}:
        return error
    return click.UsageError(f"{error.message.rstrip('.')}; here it is -f {name}", error.ctx)


def _with_file(error: click.UsageError, option: str, args: list[str]) -> click.UsageError:
    """The error; if a file has the name that was taken for an option, it says how to name it."""
    name = next((word for word in args if word.startswith(option) and os.path.lexists(word)), "")
    if not name:
        return error
    text = error.format_message().rstrip(".")
    return click.UsageError(f"{text}; the file of this name is ./{name}", error.ctx)


program = Program("articlex", add_help_option=False)


def command_named(name: str) -> click.Command | None:
    """The command ``name`` ("" is the default one), None if its options cannot be set."""
    return program.get_command(click.Context(program), name) if name in SETTABLE else None


def all_commands() -> dict[str, click.Command]:
    """Every command by its name, the default one first."""
    context = click.Context(program)
    found = ((name, program.get_command(context, name)) for name in (DEFAULT, *COMMANDS))
    return {name: command for name, command in found if command is not None}


def main() -> NoReturn:
    """The console script."""
    if "_ARTICLEX_COMPLETE" in os.environ:
        click.Group.main(program, prog_name="articlex")
    # On import, numpy starts a thread for each core. Our small matrices would only wait for them, and a batch
    # has a process for each core already.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.stderr is not None:
        in_blocking_mode(sys.stderr.buffer)
    args = sys.argv[1:]
    code = run(program, args)
    if not args or args[0] not in COMMANDS:
        _leave_at_once(code)
    sys.exit(code)


def _leave_at_once(code: int) -> None:
    """End the process without freeing its objects: for lxml and numpy that takes as long as reading a page.
    Returns if the standard streams cannot be flushed, which the interpreter knows how to report.
    """
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    os._exit(code)
