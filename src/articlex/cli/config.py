"""``articlex config show``: the value of every option, and where it comes from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

import click

from articlex.cli.defaults import (
    SETTABLE,
    checked,
    command_settings,
    current_layers,
    options_of,
    say_all_stray_variables,
)
from articlex.cli.sink import put
from articlex.config import DEFAULT_TABLE, config_files, is_there
from articlex.write.control import escape_controls, json_shown


@click.group(no_args_is_help=False)
@click.help_option("-h", "--help")
def config() -> None:
    """Show options that the environment or articlex.toml sets."""


class Line(NamedTuple):
    """An option of a command, its value, and where that comes from."""

    command: str
    option: str
    value: Any
    origin: str


@config.command(short_help="Print the value of every option, and where it comes from.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--no-config", is_flag=True, help="Ignore every articlex.toml.")
@click.help_option("-h", "--help")
def show(as_json: bool, no_config: bool) -> None:
    """Print the value of every option, and where it comes from: the environment, a file or the default.

    A flag on the command line wins over all of them.
    """
    from articlex.cli.main import command_named

    found = lines(with_files=not no_config)
    say_all_stray_variables(command_named)
    if as_json:
        put(json_shown([line._asdict() for line in found]))
        return
    for path in () if no_config else config_files(os.environ, Path()):
        put(f"# {escape_controls(str(path))}{'' if is_there(path) else ' (not there)'}")
    width = max(len(f"{line.command}.{line.option}") for line in found)
    for line in found:
        name = f"{line.command}.{line.option}"
        value, origin = map(escape_controls, (json_shown(line.value, None), line.origin))
        put(f"{name:<{width}} = {value:<12} # {origin}")


def lines(*, with_files: bool = True) -> list[Line]:
    """The options of all commands. Raises ConfigError for a file that is invalid."""
    from articlex.cli.main import command_named

    layers = current_layers(command_named, with_files)
    commands = ((name, command_named(name)) for name in SETTABLE)
    return [line for name, command in commands if command for line in _lines_of(command, name, layers)]


def _lines_of(command: click.Command, name: str, layers: Any) -> list[Line]:
    """The options of one command."""
    found = command_settings(command, name, layers)
    result = []
    for option, parameter in sorted(options_of(command).items()):
        if option in found:
            value, origin = checked(command, option, found[option]), found[option].origin
        else:
            value = parameter.get_default(click.Context(command))
            origin = "default"
        plain = value if isinstance(value, str | int | float | bool | list | tuple) else None
        result.append(Line(name or DEFAULT_TABLE, option.replace("_", "-"), plain, origin))
    return result
