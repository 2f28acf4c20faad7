"""Settings from the environment and from files, for options that are not on the command line.

A flag overrides ``ARTICLEX_BATCH_JOBS`` (for one command), which overrides ``ARTICLEX_JOBS`` (for all
commands with the option); these override ``articlex.toml`` in the working directory, and that the user's,
``$XDG_CONFIG_HOME/articlex/articlex.toml`` (``~/.config/...``). In a file, a key is the long name of an
option; at the top level it is for all commands with the option, in a table for that command alone::

    format = "json"
    [batch]
    jobs = 4
    exclude = ["drafts", "*.tmp"]
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from articlex.errors import ArticlexError, reason

FILE = "articlex.toml"
_PREFIX = "ARTICLEX_"

#: What is said of an option that can only be typed.
_TYPED = "is for the command line alone"

#: How similar (difflib's ratio) a variable must be to one of ours to be taken for a slip: it has one letter
#: too many or too few, or two swapped. "ARTICLEX_PORT" and "ARTICLEX_CACHE" are none.
_SLIP = 0.85

#: The name of the default command, which is nameless on the command line, in tables and in the environment.
DEFAULT_TABLE = "extract"


class ConfigError(ArticlexError):
    """A configuration file cannot be read, or has an unknown key."""

    code = "config"
    exit_code = 2


class Setting(NamedTuple):
    """A raw value, and its origin: the name of a variable ("ARTICLEX_JOBS") or the path of a file, and the
    table in that file ("" for the top level)."""

    value: Any
    origin: str
    table: str = ""

    def place(self, option: str) -> str:
        """Where the option is set, for messages: ``articlex.toml: [batch] jobs``."""
        return f"{self.origin}: {_in_table(self.table, option.replace('_', '-'))}"


class Layer(NamedTuple):
    """A configuration file: its path and its content."""

    path: Path
    content: dict[str, Any]


def config_files(environment: Mapping[str, str], folder: Path) -> list[Path]:
    """The paths of the configuration files, the strongest first, whether they exist or not."""
    base = Path(environment.get("XDG_CONFIG_HOME") or "")
    if not base.is_absolute():
        try:
            base = Path(environment.get("HOME") or "~").expanduser() / ".config"
        except RuntimeError:
            return [folder / FILE]  # a user unknown to the system, as in containers
    return [folder / FILE, base / "articlex" / FILE]


def read_layers(files: list[Path]) -> list[Layer]:
    """The existing ones of ``files`` with their contents. Raises ConfigError for one that cannot be read."""
    return [Layer(path, _read(path)) for path in files if is_there(path)]


def is_there(path: Path) -> bool:
    """Whether something of that name exists; not if its folder may not be read (another user's HOME)."""
    try:
        return path.exists()
    except OSError:
        return False


def _read(path: Path) -> dict[str, Any]:
    import tomllib

    if not path.is_file():  # to open a FIFO would block
        raise ConfigError(f"{path}: is not a file")
    try:
        # Editors on Windows begin a file with a byte order mark.
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: {reason(error)}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{path}: not UTF-8, which TOML has to be") from None
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: {error}") from None


def check_layers(
    layers: list[Layer], commands: Mapping[str, Collection[str]], typed: Collection[str] = ()
) -> None:
    """Raise ConfigError for a key that is no option, or one of those that can only be ``typed``.

    ``commands`` has the options of each command, written with underscores, by the name of its table.
    """
    everywhere = {option for options in commands.values() for option in options}
    for path, content in layers:
        _refuse(path, "", content, typed)
        for key, value in content.items():
            if isinstance(value, dict):
                if key not in commands:
                    raise ConfigError(f"{path}: no command is called {key!r}{_near(key, commands)}")
                _refuse(path, key, value, typed)
                _check_table(path, key, value, commands[key])
            elif _name(key) not in everywhere:
                raise ConfigError(f"{path}: no option is called {key!r}{_near(key, everywhere)}")


def _check_table(path: Path, table: str, content: dict[str, Any], options: Collection[str]) -> None:
    for key, value in content.items():
        if _name(key) not in options:
            raise ConfigError(f"{path}: [{table}] has no option {key!r}{_near(key, options)}")
        if isinstance(value, dict):
            raise ConfigError(f"{path}: [{table}] {key} is a table, which no option takes")


def _refuse(path: Path, table: str, content: dict[str, Any], typed: Collection[str]) -> None:
    """Raise ConfigError for an option in a table that can only be typed."""
    for key in content:
        if _name(key) in typed:
            raise ConfigError(f"{path}: {_in_table(table, key)} {_TYPED}")


def stray_variables(
    environment: Mapping[str, str], commands: Mapping[str, Collection[str]], typed: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """Each variable that looks like a setting and is none, and what is to be said of it. Others whose names
    begin like ours (``ARTICLEX_VERSION`` in a container) belong to somebody else."""
    known = {name for table, options in commands.items() for name in _variables(table, options)}
    refused = {name: option for table in commands for option in typed for name in _variables(table, [option])}
    for name in sorted(environment):
        if not name.startswith(_PREFIX) or name in known or not environment[name]:
            continue
        if name in refused:
            yield name, f"no effect; {refused[name].replace('_', '-')} {_TYPED}"
        elif close := _closest(name.removeprefix(_PREFIX), [one.removeprefix(_PREFIX) for one in known]):
            yield name, f"no effect; did you mean {_PREFIX}{close}?"


def _closest(name: str, known: Collection[str]) -> str:
    """The known name of a variable that ``name`` is a slip of; "" if it is none."""
    from difflib import get_close_matches

    return "".join(get_close_matches(name, sorted(known), 1, _SLIP))


def _variables(table: str, options: Collection[str]) -> list[str]:
    """The variables that set these options of a command, for it alone and for all commands."""
    return [f"{_PREFIX}{part}{option}".upper() for option in options for part in (f"{table}_", "")]


def settings(
    table: str, options: Collection[str], environment: Mapping[str, str], layers: list[Layer]
) -> dict[str, Setting]:
    """The strongest setting of each option of the command whose table is ``table``."""
    found: dict[str, Setting] = {}
    for option in sorted(options):
        for setting in _stated(table, option, environment, layers):
            found.setdefault(option, setting)
    return found


def _stated(
    table: str, option: str, environment: Mapping[str, str], layers: list[Layer]
) -> Iterator[Setting]:
    """The settings of an option, the strongest first."""
    for name in _variables(table, [option]):
        if environment.get(name):
            yield Setting(environment[name], name)
    for path, content in layers:
        for place in (table, ""):
            values = content.get(place) if place else content
            for key, value in values.items() if isinstance(values, dict) else ():
                if _name(key) == option and not isinstance(value, dict):
                    yield Setting(value, str(path), place)


def _in_table(table: str, key: str) -> str:
    return f"[{table}] {key}" if table else key


def _name(key: str) -> str:
    return key.replace("-", "_")


def _near(word: str, known: Collection[str]) -> str:
    """The end of a message, with the known name most similar to ``word``, if any."""
    from difflib import get_close_matches

    close = get_close_matches(_name(word), sorted(known), 1)
    return f"; did you mean {close[0].replace('_', '-')!r}?" if close else ""
