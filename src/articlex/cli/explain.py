"""``articlex explain``: every block of a page, what became of it, and why."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from articlex import __version__
from articlex.article import Article
from articlex.cli.defaults import say_stray_variables
from articlex.cli.diagnostics import Diagnostics, Exit
from articlex.cli.help import EXTRACTION, MESSAGES, READING, GroupedCommand
from articlex.cli.inputs import STDIN, Input, is_keyboard, refuse_to_replace
from articlex.cli.parameters import (
    Ineffective,
    Number,
    file_option,
    is_typed,
    message_options,
    reading_options,
    reading_options_of,
    refuse_ending,
    say_what_has_no_effect,
    url_option,
    verbosity_of,
    wants_traceback,
)
from articlex.cli.sink import open_sink
from articlex.errors import UsageError

EPILOG = """\b
Examples:
  articlex explain page.html | less -S
  articlex explain --reasons page.html
  articlex explain page.html -o why.html      a report to look at

\b
Exit codes:
  0    the page was read, whether or not it has an article
  2    wrong usage, or there is no block N
  3    the page could not be read
  130  interrupted
"""

#: Extensions of outputs, and the form of each.
_ENDINGS = {".txt": ["text"], ".text": ["text"], ".html": ["html"], ".htm": ["html"], ".json": ["json"]}


class ExplainCommand(GroupedCommand):
    """``articlex explain``, for its help."""

    groups = (
        ("Output", ("json", "html", "output", "reasons", "block", "width", "color")),
        ("Input", ("url", *READING)),
        EXTRACTION,
        ("Messages", MESSAGES),
        ("Other", ("no_config", "help")),
    )


@click.command(cls=ExplainCommand, epilog=EPILOG)
@click.argument("file", required=False, metavar="[FILE|-]", type=click.Path(readable=False))
@click.option("--json", is_flag=True, help="Print one JSON object, for machines.")
@click.option("--html", is_flag=True, help="Print a report to look at: one page, which needs no network.")
@file_option("Write to FILE, whole or not at all: a report to .html, JSON to .json, else the table.")
@click.option("--reasons", is_flag=True, help="Print each reason as a sentence.")
@click.option("--block", type=Number(0), metavar="N", help="Print all that is known of block N.")
@click.option(
    "--width",
    type=Number(40),
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
    file, output = parameters["file"], parameters["output"]
    if is_keyboard(() if file is None else (file,)):
        raise click.UsageError("name a FILE, or give a page on standard input")
    source = Input(STDIN if file is None else file)
    refuse_to_replace((source.path, parameters["site_profile"]), output)
    form = _form(context, parameters)
    wanted = reading_options_of(parameters)
    say_stray_variables(context)
    say_what_has_no_effect(context, _without_effect(form, parameters))
    diagnostics = Diagnostics(verbosity_of(context), wants_traceback(context))
    try:
        article = wanted.article_in(source)
        text = _told(article, form, parameters)
    except Exception as error:
        diagnostics.error(source.name, error)
        context.exit(getattr(error, "exit_code", Exit.FAILED))
    diagnostics.found(source.name, article)
    with open_sink(output) as sink:
        sink.write(text)
        sink.found = True


def _form(context: click.Context, parameters: Mapping[str, Any]) -> str:
    """ "text", "json" or "html": what was typed, else what the extension of the output says, else what is
    set."""
    asked = [name for name in ("json", "html") if parameters[name]]
    typed = [name for name in asked if is_typed(context, name)]
    if len(typed or asked) > 1:
        raise click.UsageError("--json and --html exclude each other")
    ending = Path(parameters["output"] or "").suffix.lower()
    if not typed:
        refuse_ending(parameters["output"], "explain", _ENDINGS)
    form: str = (*typed, *_ENDINGS.get(ending, ()), *asked, "text")[0]
    if form == "html" and parameters["block"] is not None:
        raise click.UsageError("--block is of no use for HTML, which shows every block")
    return form


def _without_effect(form: str, parameters: Mapping[str, Any]) -> Iterator[Ineffective]:
    """The options that change nothing beside the others."""
    if form == "html":
        yield ("reasons", "width", "color"), "on html"
    elif form == "json":
        yield ("width", "color"), "on json"
    elif parameters["block"] is not None:
        yield ("reasons", "width"), "with --block"


def _told(article: Article, form: str, parameters: Mapping[str, Any]) -> str:
    """What is known of a page, in one of the forms. Raises UsageError for a block that it does not have."""
    from articlex.write.counts import counted
    from articlex.write.explain.account import account_of

    block = parameters["block"]
    if block is not None and block >= len(article.blocks):
        there = counted(len(article.blocks), "block")
        raise UsageError(f"there is no block {block}: the page has {there}, counted from 0")
    account, reasons = account_of(article), parameters["reasons"]
    if form == "html":
        from articlex.write.explain.report import explain_html

        return explain_html(account, __version__)
    if form == "json":
        from articlex.write.explain.record import explain_json

        return explain_json(account, reasons=reasons, block=block)
    from articlex.write.explain.table import WIDTH, explain_text

    on_terminal = parameters["output"] in (None, "-") and sys.stdout is not None and sys.stdout.isatty()
    width = parameters["width"] or (shutil.get_terminal_size((120, 24)).columns if on_terminal else WIDTH)
    color = _color(parameters["color"], on_terminal)
    return explain_text(account, reasons=reasons, block=block, width=width, color=color)


def _color(choice: str, on_terminal: bool) -> bool:
    """Whether to colour: by default on a terminal, unless NO_COLOR (https://no-color.org) or TERM forbids
    it."""
    if choice != "auto":
        return choice == "always"
    return on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
