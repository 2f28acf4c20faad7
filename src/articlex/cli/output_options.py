"""Options about the form of the output, and the frozen record that they become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

import click

from articlex.cli.defaults import set_at
from articlex.cli.parameters import Ineffective, together
from articlex.errors import UsageError
from articlex.write.formats import FORMATS, RECORDS, format_name
from articlex.write.options import DEFAULTS, RenderOptions, Schema, Tables

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class FieldList(click.ParamType):  # type: ignore[type-arg, unused-ignore]  # see Size
    """Names of fields of the record, separated by commas. Which ones exist depends on the schema."""

    name = "fields"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        names = tuple(filter(None, value.replace(" ", "").split(",")))
        if not names:
            # Otherwise an unset variable of a shell would mean all fields.
            self.fail("no field is named", param, ctx)
        return names

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
            if str(value).lower().lstrip(".") == "parquet":
                self.fail(
                    "'parquet' is for one file, which 'articlex batch -o FILE.parquet' writes", param, ctx
                )
            return super().convert(value, param, ctx)


#: Options that add a field to the record, and that field.
_ON_REQUEST = {"provenance": "provenance", "blocks": "blocks", "keep_fields": "input"}
#: Options that only affect formats with fields.
_OF_RECORDS = ("fields", "schema", *_ON_REQUEST)
#: Options that only affect Markdown, which is also a field of records.
_OF_MARKDOWN = ("front_matter", "tables")

#: The options that :func:`render_options_of` takes out of a command's parameters again.
rendering_options = together(
    click.option("--front-matter", is_flag=True, help="Begin Markdown with the metadata as YAML."),
    click.option(
        "--tables",
        type=click.Choice(get_args(Tables)),
        default="gfm",
        help="How Markdown shows a table that GFM cannot. [default: gfm, flattened]",
    ),
    click.option(
        "--fields", type=FieldList(), default=(), metavar="A,B,...", help="Print only these fields."
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


def render_options_of(parameters: Mapping[str, Any]) -> RenderOptions:
    """The values of :func:`rendering_options` in ``parameters``, as one record."""
    return RenderOptions(
        front_matter=parameters["front_matter"],
        tables=parameters["tables"],
        fields=parameters["fields"],
        schema=parameters["schema"],
        with_blocks=parameters["blocks"],
        with_provenance=parameters["provenance"],
    )


def check_fields(context: click.Context) -> None:
    """Raise UsageError for a field that the schema does not have, with the file or variable that sets it."""
    fields, schema = context.params["fields"], context.params["schema"]
    if not fields:
        return
    from articlex.write.schemas import record_names

    try:
        record_names(RenderOptions(fields=fields, schema=schema))
    except UsageError as error:
        raise UsageError(f"{set_at(context, 'fields')}{error}") from None


def without_effect(parameters: Mapping[str, Any], format: str) -> Iterator[Ineffective]:
    """The options that change nothing because the format has no fields, or no Markdown."""
    schema, fields = parameters["schema"], parameters["fields"]
    if format not in RECORDS and format != "parquet":
        yield _OF_RECORDS, f"on {format}, as {_listed(RECORDS)} alone have fields"
        if format != "md":
            yield _OF_MARKDOWN, f"on {format}, as {_listed(RECORDS | {'md'})} alone have Markdown"
    elif schema != DEFAULTS.schema:
        yield (*_ON_REQUEST, *_OF_MARKDOWN), f"on the fields of schema {schema}"
    elif fields:
        of_other_fields = tuple(name for name, field in _ON_REQUEST.items() if field not in fields)
        yield of_other_fields + (_OF_MARKDOWN if "markdown" not in fields else ()), "on these --fields"


def _listed(names: Iterable[str]) -> str:
    *others, last = sorted(names)
    return f"{', '.join(others)} and {last}"
