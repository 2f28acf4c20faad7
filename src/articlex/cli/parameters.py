"""Options that several commands share, and the frozen record that they become."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

import click
from click.core import ParameterSource

from articlex.batch.codecs import FOREIGN
from articlex.cli.defaults import no_config_option
from articlex.errors import UsageError, reason_and_code
from articlex.options import MAX_BYTES, Engine, Favor, FormName, Options
from articlex.placing import is_special
from articlex.regex import regex
from articlex.stderr import say_note
from articlex.write.formats import ALIASES, FORMATS

if TYPE_CHECKING:
    from articlex.article import Article
    from articlex.cli.inputs import Input
    from articlex.site_profiles import SiteProfile

Command = TypeVar("Command", bound=Callable[..., Any])
#: Options that have no effect beside the others, and why.
Ineffective = tuple[tuple[str, ...], str]

_SIZE = regex(r"(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1024, "m": 1024**2, "g": 1024**3, "t": 1024**4}
#: The operating system does not accept much larger limits.
_LARGEST = 1 << 60
#: The largest number that an option takes; as seconds it is thirty years.
_MOST = 10**9


class Size(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # generic only from click 8.3 on
    """A number of bytes such as ``500000``, ``20M`` or ``1.5GiB``; K, M, G and T are powers of 1024."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        match = _SIZE.fullmatch(str(value).strip())
        size = float(match[1]) * _UNITS[match[2].lower()] if match else 0.0
        if not 1 <= size <= _LARGEST:
            self.fail(f"{value!r} is not a size; examples: 500000, 20M, 1G", param, ctx)
        return int(size)


class Number(click.IntRange):
    """A whole number, which click would call an "integer range" in its message; none that SQLite would not
    take."""

    name = "whole number"

    def __init__(self, least: int) -> None:
        super().__init__(least, _MOST)


class Seconds(click.FloatRange):
    """A number of seconds from 0 on: "nan" is a float too, and the timers of the system end somewhere."""

    name = "number of seconds"

    def __init__(self) -> None:
        super().__init__(0, _MOST)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        seconds = super().convert(value, param, ctx)
        if math.isnan(seconds):
            self.fail(f"{value!r} is not a valid {self.name}.", param, ctx)
        return seconds


class Address(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # see Size
    """An absolute address, since another makes no link absolute; "", as of an unset variable, is none."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value and "://" not in value:
            self.fail(f"{value!r} is not an absolute address; an example: https://example.org/a", param, ctx)
        return str(value)


class Day(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # see Size
    """A day, which click reads as a moment."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is not a day; an example: 2024-05-06", param, ctx)


class Output(click.Path):  # type: ignore[type-arg, unused-ignore]  # see Size
    """Where to write. An empty name, as of an unset shell variable, is an error and not the working
    directory; a name that ends in a slash is that of a folder, and "-" is standard output. A file that
    exists need not be readable: it is replaced."""

    def __init__(self, *, dir_okay: bool = True) -> None:
        super().__init__(dir_okay=dir_okay, readable=False, allow_dash=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not value:
            self.fail("the name is empty", param, ctx)
        if not self.dir_okay and (value.endswith("/") or Path(value).is_dir()):
            self.fail(f"{value} is a folder; only 'articlex batch' writes into folders", param, ctx)
        return super().convert(value, param, ctx)


class Encoding(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # see Size
    """The name of a text encoding that :func:`articlex.extract` accepts."""

    name = "encoding"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from articlex.read.decoding.charset import exact_codec

        try:
            exact_codec(value)
        except LookupError:
            self.fail(f"unknown encoding {value!r}", param, ctx)
        return str(value)


class ReadingOptions(NamedTuple):
    """How to read a page and find its article: the arguments of :func:`articlex.extract`."""

    url: str | None
    form: FormName
    encoding: str | None
    options: Options

    def article_in(self, source: Input) -> Article:
        """The article in an input. Raises what :meth:`Input.read` and :func:`articlex.extract` raise."""
        from articlex.extraction import extract

        data = source.read(self.options.max_bytes)
        return extract(data, url=self.url, form=self.form, encoding=self.encoding, options=self.options)


def together(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    """Several options as one decorator. ``--help`` shows them in this order."""

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def is_typed(context: click.Context, option: str) -> bool:
    """Whether an option was typed, as opposed to a setting or a default."""
    return context.get_parameter_source(option) is ParameterSource.COMMANDLINE


def say_what_has_no_effect(
    context: click.Context, groups: Iterable[Ineffective], tell: Callable[[str, str], None] = say_note
) -> None:
    """Say which options were typed but change nothing beside the others. Settings are not mentioned: they may
    be meant for other calls."""
    if context.params.get("quiet"):
        return
    for names, why in groups:
        typed = [f"--{name.replace('_', '-')}" for name in names if is_typed(context, name)]
        if typed:
            tell(f"{', '.join(typed)}: no effect {why}", "no-effect")


def verbosity_of(context: click.Context) -> int:
    """-1 for -q (errors only), else the number of -v: the values of :data:`message_options`. A -v that was
    typed wins over a setting of quiet."""
    louder = is_typed(context, "verbose") and not is_typed(context, "quiet")
    verbose: int = context.params["verbose"]
    return -1 if context.params["quiet"] and not louder else verbose


def wants_traceback(context: click.Context) -> bool:
    """Whether errors come with their traceback: --traceback, or -vv."""
    return context.params["traceback"] or verbosity_of(context) >= 2


def file_option(help: str, *, required: bool = False) -> Callable[[Command], Command]:
    """The option for the one file that a command writes."""
    kind = Output(dir_okay=False)
    return click.option("-o", "--output", metavar="FILE", type=kind, required=required, help=help)


def refuse_ending(output: str | None, command: str, own: Collection[str]) -> None:
    """Raise click.UsageError for an output with the extension of a format other than the command's own:
    what is in the file would not be what its name says."""
    ending = Path(output).suffix.lower() if output else ""
    if not output or ending in own or is_special(Path(output)):
        return
    if ending in FOREIGN or ending.lstrip(".") in (*FORMATS, *ALIASES):
        raise click.UsageError(
            f"{output}: 'articlex {command}' writes no {ending} (its extensions: {' '.join(own)})"
        )


#: The options that say what a page is, and how to read its bytes.
input_options = together(
    click.option(
        "--input-format",
        type=click.Choice(get_args(FormName)),
        default="auto",
        help="Form of the input. [default: look at the bytes]",
    ),
    click.option(
        "--encoding", type=Encoding(), metavar="NAME", help="Encoding of the page, if it is stated wrongly."
    ),
    click.option(
        "--max-size",
        type=Size(),
        default=MAX_BYTES,
        metavar="SIZE",
        help=f"Largest page, before and after decompression. [default: {MAX_BYTES // 1024**2}M]",
    ),
)

#: The address of the one page that a command reads.
url_option = click.option(
    "--url",
    "--base-url",
    type=Address(),
    metavar="URL",
    help="Address of the page: makes its links absolute.",
)

#: The options from which :func:`reading_options_of` makes its record; it takes a :data:`url_option` as well.
reading_options = together(
    input_options,
    click.option(
        "--favor",
        type=click.Choice(get_args(Favor)),
        default="balanced",
        help="Keep less, but surely right, or all that may belong. [default: balanced]",
    ),
    click.option(
        "--engine",
        type=click.Choice(get_args(Engine)),
        default="articlex",
        help="Who finds the body. [default: articlex]",
    ),
    click.option(
        "--reference-date",
        type=Day(),
        metavar="YYYY-MM-DD",
        help='Day that "3 hours ago" counts from; without it such dates are not read.',
    ),
    click.option(
        "--site-profile",
        type=click.Path(readable=False),
        metavar="FILE",
        help="What the pages of the site have in common, from articlex learn.",
    ),
)


def reading_options_of(parameters: Mapping[str, Any]) -> ReadingOptions:
    """The values of :func:`reading_options` in ``parameters``, as one record. Raises UsageError."""
    return ReadingOptions(
        url=parameters.get("url"),
        form=parameters["input_format"],
        encoding=parameters["encoding"],
        options=Options(
            engine=parameters["engine"],
            favor=parameters["favor"],
            reference_date=parameters["reference_date"],
            site_profile=_site_profile_at(parameters["site_profile"]),
            max_bytes=parameters["max_size"],
        ),
    )


def _site_profile_at(path: str | None) -> SiteProfile | None:
    """The site profile in a file, None for no file. Raises UsageError if it cannot be read."""
    if path is None:
        return None
    from articlex.site_profiles import parse_profile

    try:
        return parse_profile(Path(path).read_bytes())
    except OSError as error:
        told, code = reason_and_code(error)
        raise UsageError(f"{path or repr(path)}: {told}", code) from None
    except ValueError as error:
        raise UsageError(f"{path}: {error}") from None


#: ``-q``, ``-v``, ``--traceback`` and ``--no-config``.
message_options = together(
    click.option("-q", "--quiet", is_flag=True, help="Print only errors on stderr."),
    click.option("-v", "--verbose", count=True, help="Print what was found, too; -vv adds tracebacks."),
    click.option("--traceback", is_flag=True, help="Print the tracebacks of errors."),
    no_config_option,
)
