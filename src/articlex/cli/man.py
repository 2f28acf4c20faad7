"""``articlex man``: the manual page, made from the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from articlex import __version__
from articlex.cli.help import EXAMPLES, EXIT_CODES
from articlex.cli.sink import put


@click.command()
@click.help_option("-h", "--help")
def man() -> None:
    """Print the manual page, in the format of man(7).

    \b
    mkdir -p ~/.local/share/man/man1
    articlex man > ~/.local/share/man/man1/articlex.1
    """
    put("\n".join(page()))


def page() -> Iterator[str]:
    """The lines of the manual page articlex(1)."""
    from articlex.cli.main import all_commands

    yield f'.TH ARTICLEX 1 "" "articlex {__version__}" "User Commands"'
    yield from (".SH NAME", r"articlex \- the article in a web page, as Markdown or JSON")
    commands = all_commands()
    yield ".SH SYNOPSIS"
    for name, command in commands.items():
        words = f"articlex {_escape(name)}".rstrip()
        pieces = " ".join(command.collect_usage_pieces(_context(name, command)))
        yield f".B {words}\n{_escape(pieces)}\n.br"
    for name, command in commands.items():
        yield f".SH {'DESCRIPTION' if not name else _escape('articlex ' + name).upper()}"
        yield from _body(name, command)
    yield from _ending()


def _body(name: str, command: click.Command) -> Iterator[str]:
    """The description of a command, its options and its epilogue."""
    context = _context(name, command)
    yield from _paragraphs(command.help or "")
    if isinstance(command, click.Group):
        for sub in command.commands.values():
            yield f".TP\n.B {_escape(sub.name or '')}"
            yield _escape(sub.get_short_help_str(200))
            yield from (".RS", *_options(sub, context), ".RE")
    yield from _options(command, context)
    if command.epilog:
        yield from _paragraphs(command.epilog)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """The options of a command."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record is not None:
            yield f".TP\n.B {_escape(record[0])}"
            yield _escape(record[1])


def _paragraphs(text: str) -> Iterator[str]:
    """Help text as paragraphs; as in click, one that begins with \\b keeps its line breaks."""
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        kept = [line.strip("\b") for line in paragraph.splitlines() if line.strip() != "\b"]
        if "\b" in paragraph:
            yield from (".PP", ".nf", *(_escape(line) for line in kept), ".fi")
        else:
            yield from (".PP", _escape(" ".join(line.strip() for line in kept)))


def _ending() -> Iterator[str]:
    """Exit codes, environment, files and examples."""
    yield ".SH EXIT STATUS"
    for code, meaning in EXIT_CODES:
        yield f".TP\n.B {code}\n{_escape(meaning)}"
    yield ".SH ENVIRONMENT"
    yield from (".TP", r".B ARTICLEX_\fIOPTION\fR, ARTICLEX_\fICOMMAND\fR_\fIOPTION\fR")
    yield "Value of an option that the command line does not give, in capitals, with _ for \\-."
    yield from (".SH FILES", r".TP", r".B ./articlex.toml, $XDG_CONFIG_HOME/articlex/articlex.toml")
    yield "The same in TOML; see articlex config show."
    yield ".SH EXAMPLES"
    for command, meaning in EXAMPLES:
        yield f".TP\n.B {_escape(command)}\n{_escape(meaning)}"


def _context(name: str, command: click.Command) -> click.Context:
    return click.Context(command, info_name=f"articlex {name}".strip())


def _escape(text: str) -> str:
    """``text`` escaped so that man(7) shows it literally."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.MULTILINE)
