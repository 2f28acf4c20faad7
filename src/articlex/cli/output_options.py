"""Options about the form of the output, and the frozen record that they become."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

import click
from click.core import ParameterSource

from articlex.cli.parameters import together
from articlex.errors import UsageError
from articlex.stderr import say
from articlex.write.formats import FORMATS, RECORDS, format_name
from articlex.write.options import DEFAULTS, RenderOptions, Schema, Tables

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class FieldList(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # see Size
    """Names of fields of the record, parted by commas; which there are depends on the schema."""

    name = "fields"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        return tuple(filter(None, value.replace(" ", "").split(",")))

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from articlex.write.json import FIELDS
        from articlex.write.schemas import record_names

        before, comma, begun = incomplete.rpartition(",")
        schema = ctx.params.get("schema") or DEFAULTS.schema
        names = FIELDS if schema == DEFAULTS.schema else record_names(RenderOptions(schema=schema))
        return [CompletionItem(f"{before}{comma}{name}") for name in names if name.startswith(begun)]


class FormatName(click.Choice[str]):
    """A format, by any of its names: ``md``, ``markdown``, ``.md``."""

    def __init__(self) -> None:
        super().__init__(list(FORMATS))

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return format_name(str(value))
        except UsageError:
            return super().convert(value, param, ctx)


#: Options that are about the fields of a record.
_OF_RECORDS = ("fields", "schema", "provenance", "blocks")
#: Options that are about Markdown, which a record has as well.
_OF_MARKDOWN = ("front_matter", "tables")

#: The options that :func:`rendering` takes out of a command's parameters again.
rendering_options = together(
    click.option("--front-matter", is_flag=True, help="Begin Markdown with the metadata as YAML."),
    click.option(
        "--tables",
        type=click.Choice(get_args(Tables)),
        default="gfm",
        help="How Markdown shows a table that GFM cannot. [default: gfm, flattened]",
    ),
    click.option(
        "--fields", type=FieldList(), default=(), metavar="A,B,...", help="Print these fields alone."
    ),
    click.option(
        "--schema",
        type=click.Choice(get_args(Schema)),
        default="articlex",
        help="Name the fields as another tool does. [default: articlex]",
    ),
    click.option("--provenance", is_flag=True, help="Add where each value comes from, and what lost to it."),
    click.option("--blocks", is_flag=True, help="Add the body as a list of typed blocks."),
)


def rendering(parameters: Mapping[str, Any]) -> RenderOptions:
    """The record of the values that :func:`rendering_options` put into ``parameters``.

    Raises click.UsageError for fields that the schema does not have.
    """
    options = RenderOptions(
        front_matter=parameters["front_matter"],
        tables=parameters["tables"],
        fields=parameters["fields"],
        schema=parameters["schema"],
        with_blocks=parameters["blocks"],
        with_provenance=parameters["provenance"],
    )
    if options.fields:
        from articlex.write.schemas import record_names

        try:
            record_names(options)
        except UsageError as error:
            raise click.UsageError(str(error)) from None
    return options


def tell_without_effect(context: click.Context, format: str) -> None:
    """One line for options that were typed and change nothing, as not every format has fields, or Markdown. A
    setting may be meant for another format."""
    for names, formats, what in (
        (_OF_RECORDS, RECORDS, "fields"),
        (_OF_MARKDOWN, {*RECORDS, "md"}, "Markdown"),
    ):
        typed = [
            f"--{name.replace('_', '-')}"
            for name in names
            if context.get_parameter_source(name) is ParameterSource.COMMANDLINE
        ]
        if typed and format not in formats and format != "parquet" and not context.params["quiet"]:
            *others, last = sorted(formats)
            alone = f"as {', '.join(others)} and {last} alone have {what}"
            say(f"articlex: {', '.join(typed)}: no effect on {format}, {alone} [no-effect]")
