"""Settings from the environment and from files, for options that the command line does not give.

A flag wins over ``ARTICLEX_BATCH_JOBS`` (one command) and ``ARTICLEX_JOBS`` (every command that has the
option), these over ``articlex.toml`` in the working directory, and that over the user's,
``$XDG_CONFIG_HOME/articlex/articlex.toml`` (``~/.config/...``). In a file, a key is the long name of an
option; at the top it holds for every command that has the option, in a table for the command alone::

    format = "json"
    [batch]
    jobs = 4
    exclude = ["drafts", "*.tmp"]
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from articlex.errors import ArticlexError

FILE = "articlex.toml"
PREFIX = "ARTICLEX_"

#: What the default command, which has no name, is called in a table and in the environment.
DEFAULT_TABLE = "extract"


class ConfigError(ArticlexError):
    """A configuration file cannot be read, or says what there is not."""

    code = "config"
    exit_code = 2


class Setting(NamedTuple):
    """A value as the environment or a file has it, and where: ``ARTICLEX_JOBS`` or a file's path."""

    value: Any
    origin: str


class Layer(NamedTuple):
    """A configuration file: its path and what it says."""

    path: Path
    content: dict[str, Any]


def config_files(environment: Mapping[str, str], folder: Path) -> list[Path]:
    """The configuration files, the strongest first, whether they are there or not."""
    base = Path(environment.get("XDG_CONFIG_HOME") or "")
    if not base.is_absolute():
        try:
            base = Path(environment.get("HOME") or "~").expanduser() / ".config"
        except RuntimeError:
            return [folder / FILE]  # a user whom the system does not know, as in containers
    return [folder / FILE, base / "articlex" / FILE]


def read_layers(files: list[Path]) -> list[Layer]:
    """What the files say; one that is not there says nothing. Raises ConfigError."""
    return [Layer(path, _read(path)) for path in files if is_there(path)]


def is_there(path: Path) -> bool:
    """Whether there is such a file. A folder that may not be looked into (another user's HOME) has none."""
    try:
        return path.is_file()
    except OSError:
        return False


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        # Windows' editors begin a file with a byte order mark.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {(error.strerror or str(error)).lower()}") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {error}") from None


def check_layers(layers: list[Layer], commands: Mapping[str, frozenset[str]]) -> None:
    """Raise ConfigError for a key that is no option.

    ``commands`` has the options of each command under the name of its table, written with underscores.
    """
    everywhere = frozenset().union(*commands.values())
    for path, content in layers:
        for key, value in content.items():
            if isinstance(value, dict):
                if key not in commands:
                    near = _near(key, frozenset(commands))
                    raise ConfigError(f"{path}: no command is called {key!r}{near}")
                _check_table(path, key, value, commands[key])
            elif _name(key) not in everywhere:
                raise ConfigError(f"{path}: no option is called {key!r}{_near(key, everywhere)}")


def _check_table(path: Path, table: str, content: dict[str, Any], options: frozenset[str]) -> None:
    for key, value in content.items():
        if _name(key) not in options:
            raise ConfigError(f"{path}: [{table}] has no option {key!r}{_near(key, options)}")
        if isinstance(value, dict):
            raise ConfigError(f"{path}: [{table}] {key} is a table, which no option takes")


def settings(
    table: str, options: frozenset[str], environment: Mapping[str, str], layers: list[Layer]
) -> dict[str, Setting]:
    """The strongest setting of each option of the command whose table is ``table``."""
    found: dict[str, Setting] = {}
    for option in sorted(options):
        setting = _from_environment(table, option, environment) or _from_files(table, option, layers)
        if setting is not None:
            found[option] = setting
    return found


def _from_environment(table: str, option: str, environment: Mapping[str, str]) -> Setting | None:
    for name in (f"{PREFIX}{table}_{option}".upper(), f"{PREFIX}{option}".upper()):
        if environment.get(name):
            return Setting(environment[name], name)
    return None


def _from_files(table: str, option: str, layers: list[Layer]) -> Setting | None:
    for path, content in layers:
        for place in (content.get(table), content):
            for key, value in place.items() if isinstance(place, dict) else ():
                if _name(key) == option and not isinstance(value, dict):
                    return Setting(value, str(path))
    return None


def _name(key: str) -> str:
    return key.replace("-", "_")


def _near(word: str, known: frozenset[str]) -> str:
    """A hint at what was meant."""
    from difflib import get_close_matches

    close = get_close_matches(_name(word), sorted(known), 1)
    return f"; did you mean {close[0].replace('_', '-')!r}?" if close else ""
