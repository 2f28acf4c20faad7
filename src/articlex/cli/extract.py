"""The default command: pages in, articles out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import click

from articlex import __version__
from articlex.article import Article, Verdict
from articlex.batch.codecs import ENDINGS, FOREIGN
from articlex.cli.defaults import say_stray_variables
from articlex.cli.diagnostics import Diagnostics, Exit
from articlex.cli.help import DefaultCommand, complete_first_word, short_help
from articlex.cli.inputs import STDIN, Input, is_keyboard, refuse_to_replace
from articlex.cli.output_options import (
    FormatName,
    check_fields,
    render_options_of,
    rendering_options,
    without_effect,
)
from articlex.cli.parameters import (
    ReadingOptions,
    file_option,
    is_typed,
    message_options,
    reading_options,
    reading_options_of,
    say_what_has_no_effect,
    url_option,
    verbosity_of,
    wants_traceback,
)
from articlex.cli.sink import Sink, open_sink
from articlex.errors import UsageError
from articlex.placing import is_special
from articlex.stderr import say_note
from articlex.write.control import escape_controls
from articlex.write.formats import ALIASES, FORMATS, RECORDS, format_name, render, together
from articlex.write.options import RenderOptions


class Request(NamedTuple):
    """What the command line asks for."""

    inputs: tuple[Input, ...]
    format: str
    render: RenderOptions
    reading: ReadingOptions
    fail_fast: bool


@click.command(cls=DefaultCommand)
@click.argument("files", nargs=-1, metavar="[FILE|-]...", shell_complete=complete_first_word)
@click.option(
    "-f",
    "--format",
    type=FormatName(),
    help="Output format. [default: md for one page, jsonl for several]",
)
@file_option("Write to FILE, whole or not at all; without -f, its extension chooses the format.")
@rendering_options
@reading_options
@url_option
@click.option("--fail-fast", is_flag=True, help="Stop at the first input that fails.")
@click.option("--allow-empty", is_flag=True, help="Exit with 0 if a page has no article.")
@message_options
@click.version_option(__version__, message="articlex %(version)s")
@click.help_option("-h", "--help")
@click.pass_context
def extract(context: click.Context, /, **parameters: Any) -> None:
    """Print the article in each FILE, or in standard input."""
    if not is_typed(context, "format") and is_typed(context, "output"):
        # The extension of the output wins over a format that is set in the configuration.
        parameters["format"] = _format_of(parameters["output"]) or parameters["format"]
    check_fields(context)
    request = requested(parameters)
    if request is None:
        click.echo(short_help(), err=True)
        context.exit(Exit.USAGE)
    say_stray_variables(context)
    say_what_has_no_effect(context, without_effect(context.params, request.format))
    diagnostics = Diagnostics(verbosity_of(context), wants_traceback(context))
    if diagnostics.verbosity >= 0:
        _say_one_address(request)
    with open_sink(parameters["output"]) as sink:
        run(request, sink, diagnostics)
    context.exit(diagnostics.exit_code(allow_empty=parameters["allow_empty"]))


def requested(parameters: Mapping[str, Any]) -> Request | None:
    """The request in ``parameters``; None if there is nothing to read but a keyboard."""
    files = parameters["files"]
    if is_keyboard(files):
        return None
    files = files or (STDIN,)
    if files.count(STDIN) > 1:
        raise click.UsageError("standard input can be read only once")
    output = parameters["output"]
    refuse_to_replace((*files, parameters["site_profile"]), output)
    return Request(
        inputs=tuple(Input(path, first=not place) for place, path in enumerate(files)),
        format=parameters["format"] or _format_of(output) or ("jsonl" if len(files) > 1 else "md"),
        render=render_options_of(parameters),
        reading=reading_options_of(parameters),
        fail_fast=parameters["fail_fast"],
    )


def _format_of(output: str | None) -> str | None:
    """The format for the extension of ``output``. None if that is not one of a format (``page.v2``, names
    made by mktemp), or for a device or pipe. Raises click.UsageError for the extension of a format that
    articlex does not write."""
    ending = Path(output).suffix.lower() if output else ""
    if not output or not ending or is_special(Path(output)):
        return None
    try:
        return format_name(ending)
    except UsageError:
        if ending not in FOREIGN:
            return None
    known = " ".join(f".{name}" for name in (*FORMATS, *ALIASES))
    hint = "'articlex batch' compresses" if ending in ENDINGS else "-f chooses the format whatever the name"
    raise click.UsageError(f"{output}: no format has the extension {ending} (known: {known}); {hint}")


def run(request: Request, sink: Sink, diagnostics: Diagnostics) -> None:
    """Read every input and write its article; a bad input never stops the others."""
    documents = _documents(request, sink, diagnostics)
    if len(request.inputs) > 1:
        pieces = together(documents, request.format, request.render)
    else:
        pieces = (document for _, document in documents)
    for piece in pieces:
        sink.write(piece)


def _documents(request: Request, sink: Sink, diagnostics: Diagnostics) -> Iterator[tuple[str, bytes]]:
    """The name of each input that can be read, printable, and its document, unless that is empty."""
    for source in request.inputs:
        if document := _document(source, request, sink, diagnostics):
            yield escape_controls(source.name), document.encode("utf-8", "replace")
        if diagnostics.failed and request.fail_fast:
            return


def _document(source: Input, request: Request, sink: Sink, diagnostics: Diagnostics) -> str:
    """The document of ``source``, "" if it failed or has no article: only a record can say so, and is worth
    printing or replacing a file."""
    try:
        article = request.reading.article_in(source)
        document = render(article, request.format, replace(request.render, source=source.record_name))
    except Exception as error:
        # Whatever goes wrong with one page is reported, and the others go on.
        diagnostics.error(source.name, error)
        return ""
    _tell(source.name, article, diagnostics)
    has_article = article.verdict in (Verdict.OK, Verdict.UNCERTAIN)
    if not has_article and request.format not in RECORDS:
        return ""
    sink.found |= bool(document)
    return document


def _say_one_address(request: Request) -> None:
    """Say that one address is given to several pages: the records of all may say that they are from there."""
    many = len(request.inputs)
    if request.reading.url and many > 1:
        say_note(f"--url: one address for {many:,} pages, as if all were the same", "one-address")


def _tell(name: str, article: Article, diagnostics: Diagnostics) -> None:
    """Report on stderr what became of a page: failed stages, warnings, what was kept, no article."""
    for step in article.page.trace:
        if step.error:
            diagnostics.stage_failed(name, step.stage, step.error)
    diagnostics.found(name, article)
    if article.verdict in (Verdict.EMPTY, Verdict.NO_ARTICLE):
        diagnostics.no_article(name, article.verdict)
