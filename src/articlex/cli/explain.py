"""``articlex explain``: every block of a page, what became of it, and why."""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any

import click

from articlex.cli.diagnostics import Diagnostics, Exit
from articlex.cli.inputs import STDIN, Input, is_keyboard
from articlex.cli.parameters import (
    Number,
    message_options,
    reading_options,
    reading_options_of,
    url_option,
    verbosity_of,
    wants_traceback,
)
from articlex.cli.sink import open_sink
from articlex.errors import UsageError
from articlex.extraction import extract


@click.command()
@click.argument("file", required=False, metavar="[FILE|-]", type=click.Path(readable=False))
@click.option("--json", is_flag=True, help="Print one JSON object, for machines.")
@click.option("--reasons", is_flag=True, help="Print each reason as a sentence.")
@click.option("--block", type=Number(min=0), metavar="N", help="Print all that is known of block N.")
@click.option(
    "--width",
    type=Number(min=40),
    metavar="COLUMNS",
    help="Width of the table. [default: the terminal, or 160]",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="When to colour the output. [default: auto, which honours NO_COLOR]",
)
@reading_options
@url_option
@message_options
@click.help_option("-h", "--help")
@click.pass_context
def explain(context: click.Context, /, **parameters: Any) -> None:
    """Print every block of FILE with its role, and the stage, reason and score behind it.

    Below the blocks follow the facts about the page, including those that lost to a better one, and what each
    stage did.
    """
    from articlex.write.explain.account import account_of
    from articlex.write.explain.record import explain_json
    from articlex.write.explain.table import WIDTH, View, explain_text

    file = parameters["file"]
    if file is None and is_keyboard():
        raise click.UsageError("name a FILE, or - for standard input")
    source = Input(STDIN if file is None else file)
    wanted = reading_options_of(parameters)
    diagnostics = Diagnostics(verbosity_of(context, parameters), wants_traceback(context, parameters))
    try:
        data = source.read(wanted.options.max_bytes)
        article = extract(
            data, url=wanted.url, form=wanted.form, encoding=wanted.encoding, options=wanted.options
        )
        block, blocks = parameters["block"], len(article.blocks)
        if block is not None and block >= blocks:
            raise UsageError(f"there is no block {block}: the page has {blocks} blocks, counted from 0")
        color = _color(parameters["color"])
        width = parameters["width"] or (_terminal_width() if _on_terminal() else WIDTH)
        account, reasons = account_of(article), parameters["reasons"]
        if parameters["json"]:
            text = explain_json(account, reasons=reasons, block=block)
        else:
            text = explain_text(account, View(reasons, block, width, color))
    except Exception as error:
        diagnostics.error(source.name, error)
        context.exit(getattr(error, "exit_code", Exit.FAILED))
    with open_sink(None) as sink:
        sink.write(text)


def _color(choice: str) -> bool:
    """Whether to colour: by default on a terminal, unless NO_COLOR (https://no-color.org) or TERM forbids
    it."""
    if choice != "auto":
        return choice == "always"
    return _on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _on_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _terminal_width() -> int:
    return shutil.get_terminal_size((120, 24)).columns
