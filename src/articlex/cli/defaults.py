"""Settings of :mod:`articlex.config` as click's defaults for options that are not given."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any

import click

from articlex.config import (
    DEFAULT_TABLE,
    ConfigError,
    Layer,
    Setting,
    check_layers,
    config_files,
    read_layers,
    settings,
)

#: The flag to ignore configuration files, for runs that must not depend on them.
_NO_CONFIG = "--no-config"

#: Flags for which files are not read either: help must work while a file is broken.
_WITHOUT_FILES = ("-h", "--help", "--version")

#: The commands whose options can be set; "" is the default command.
SETTABLE = ("", "batch", "explain", "learn", "status")

#: Options that make no sense as a setting.
_NEVER = frozenset({"help", "version", "no_config", "dry_run"})


class Defaults(dict[str, Any]):
    """The ``default_map`` of the program: the settings of a command, looked up when it is called."""

    def __init__(self, command_of: Callable[[str], click.Command | None], *, with_files: bool) -> None:
        """``command_of`` gives the command of a name, None if there is none or its options cannot be set."""
        super().__init__()
        self._command_of = command_of
        self._with_files = with_files

    def get(self, name: str, default: Any = None) -> Any:
        """The defaults for the options of the command ``name``."""
        command = self._command_of(name)
        if command is None:
            return default
        found = command_settings(command, name, current_layers(self._command_of, self._with_files))
        return {option: checked(command, option, setting) for option, setting in found.items()}


def takes_no_config(args: Sequence[str]) -> bool:
    """Whether a flag on the command line says to ignore configuration files."""
    words = args[: args.index("--")] if "--" in args else args
    return not {_NO_CONFIG, *_WITHOUT_FILES}.isdisjoint(words)


def current_layers(command_of: Callable[[str], click.Command | None], with_files: bool) -> list[Layer]:
    """What the configuration files say, if they count. Raises ConfigError for a key that is not an option of
    any command: it would have no effect, silently."""
    layers = read_layers(config_files(os.environ, Path())) if with_files else []
    if layers:
        found = {name or DEFAULT_TABLE: command for name in SETTABLE if (command := command_of(name))}
        check_layers(layers, {name: options_of(command) for name, command in found.items()})
    return layers


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
        reason = error.message if isinstance(error, click.BadParameter) else str(error)
        raise ConfigError(f"{setting.origin}: {option.replace('_', '-')}: {reason}") from None
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
