"""Settings of :mod:`articlex.config` as click's defaults for options that are not given."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from articlex.config import (
    DEFAULT_TABLE,
    ConfigError,
    Layer,
    Setting,
    check_layers,
    config_files,
    read_layers,
    settings,
    stray_variables,
)
from articlex.stderr import say_note

#: The commands whose options can be set; "" is the default command.
SETTABLE = ("", "batch", "explain", "learn", "status")

#: Options that say what this one run reads and writes. As settings, those of a folder that somebody else made
#: could redirect an article, or have another file written over, without a word.
_TYPED = frozenset({"output", "report", "block", "files_from", "url", "dry_run"})
#: Options that cannot be set.
_NEVER = _TYPED | {"help", "version", "no_config"}

#: Where a context keeps the settings of the running command.
_SETTINGS = "articlex.settings"


def set_defaults(context: click.Context, _: click.Parameter, no_config: bool) -> None:
    """Give the running command its settings as defaults, those in files too unless ``no_config``.

    This is the callback of ``--no-config``, which is eager, so that every other option has its default then.
    Help and the version are eager too; if one of them is typed, it comes first, and works while a file is
    broken.
    """
    from articlex.cli.main import command_named

    layers = current_layers(command_named, with_files=not no_config)
    found = command_settings(context.command, context.info_name or "", layers)
    context.meta[_SETTINGS] = found
    context.default_map = {name: checked(context.command, name, setting) for name, setting in found.items()}


no_config_option = click.option(
    "--no-config",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=set_defaults,
    help="Ignore every articlex.toml.",
)


def current_layers(command_of: Callable[[str], click.Command | None], with_files: bool) -> list[Layer]:
    """What the configuration files say, if they count. Raises ConfigError for a key that is not an option of
    any command: it would have no effect, silently."""
    layers = read_layers(config_files(os.environ, Path())) if with_files else []
    if layers:
        commands = _tables(command_of)
        check_layers(layers, {name: options_of(command) for name, command in commands.items()}, _TYPED)
    return layers


def say_stray_variables(context: click.Context, tell: Callable[[str, str], None] = say_note) -> None:
    """Say which variables look like settings of the running command and are none, unless it is to be
    quiet."""
    if not context.params["quiet"]:
        _say_strays({context.info_name or DEFAULT_TABLE: context.command}, tell)


def say_all_stray_variables(command_of: Callable[[str], click.Command | None]) -> None:
    """Say which variables look like settings of any command and are none."""
    _say_strays(_tables(command_of), say_note)


def _say_strays(commands: dict[str, click.Command], tell: Callable[[str, str], None]) -> None:
    typed = {option.name or "" for command in commands.values() for option in command.params} & _TYPED
    options = {name: options_of(command) for name, command in commands.items()}
    for name, why in stray_variables(os.environ, options, typed):
        tell(f"{name}: {why}", "no-effect")


def set_at(context: click.Context, option: str) -> str:
    """Where an option of the running command is set, as the start of a message; "" if it is not, but typed
    or a default."""
    if context.get_parameter_source(option) is not ParameterSource.DEFAULT_MAP:
        return ""
    return f"{context.meta[_SETTINGS][option].place(option)}: "


def _tables(command_of: Callable[[str], click.Command | None]) -> dict[str, click.Command]:
    """The commands whose options can be set, by the names of their tables."""
    return {name or DEFAULT_TABLE: command for name in SETTABLE if (command := command_of(name))}


def command_settings(command: click.Command, name: str, layers: list[Layer]) -> dict[str, Setting]:
    """The settings that apply to the command ``name``."""
    return settings(name or DEFAULT_TABLE, options_of(command), os.environ, layers)


def options_of(command: click.Command) -> dict[str, click.Option]:
    """The options of a command that can be set, by their names."""
    options = (option for option in command.params if isinstance(option, click.Option))
    return {option.name: option for option in options if option.name and option.name not in _NEVER}


def checked(command: click.Command, option: str, setting: Setting) -> Any:
    """The setting's value in the form that click takes as a default. Raises ConfigError if it is not a valid
    value of the option."""
    parameter = options_of(command)[option]
    try:
        text = _as_typed(setting.value, parameter)
        value = parameter.type_cast_value(click.Context(command), text)
    except (click.BadParameter, ValueError) as error:
        told = error.message if isinstance(error, click.BadParameter) else str(error)
        if isinstance(error, click.BadParameter) and getattr(parameter, "is_flag", False):
            told = f"{text!r} is neither true nor false"
        raise ConfigError(f"{setting.place(option)}: {told}") from None
    return value if isinstance(value, bool | int | float) else text


def _as_typed(value: Any, parameter: click.Parameter) -> Any:
    """A TOML value as it would be typed on the command line: a str, a list of str for an option that may be
    repeated, a bool for a flag, an int. Raises ValueError if the option cannot be given like that."""
    if parameter.multiple:
        words = [word for word in value.split(os.pathsep) if word] if isinstance(value, str) else value
        return [_word(word) for word in (words if isinstance(words, list) else [words])]
    is_flag = getattr(parameter, "is_flag", False)
    if isinstance(value, list) and is_flag:
        raise ValueError("the option takes no value")
    if isinstance(value, bool):
        if is_flag:
            return value
        if getattr(parameter, "count", False):
            return int(value)
        raise ValueError(f"{str(value).lower()} is for an option that takes no value")
    return ",".join(map(_word, value)) if isinstance(value, list) else _word(value)


def _word(value: Any) -> str:
    """A TOML value as one word of the command line: ``2020-05-03``."""
    if isinstance(value, bool | list | dict):
        raise ValueError(f"{value!r} is neither a text nor a number")
    return value.isoformat() if isinstance(value, date | time) else str(value)
