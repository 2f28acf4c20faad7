"""``articlex batch``: many pages, safely, again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from articlex.cli.defaults import say_stray_variables
from articlex.cli.diagnostics import Exit
from articlex.cli.help import (
    EXTRACTION,
    MESSAGES,
    READING,
    RENDERING,
    WHICH_PAGES,
    WORKERS,
    GroupedCommand,
)
from articlex.cli.output_options import (
    FieldList,
    FormatName,
    check_fields,
    render_options_of,
    rendering_options,
    without_effect,
)
from articlex.cli.parameters import (
    Ineffective,
    Output,
    Seconds,
    is_typed,
    message_options,
    reading_options,
    reading_options_of,
    refuse_ending,
    say_what_has_no_effect,
    verbosity_of,
    wants_traceback,
)
from articlex.cli.sink import put
from articlex.cli.source_options import (
    jobs_of,
    limits_of,
    source_options,
    sources_of,
    sources_without_effect,
    worker_options,
)
from articlex.errors import ArticlexError
from articlex.write.control import escape_controls

if TYPE_CHECKING:
    from articlex.batch.plan import Plan

EPILOG = """\b
Examples:
  articlex batch site/ -o out/              a mirrored tree of .md files
  articlex batch crawl.warc.gz -o articles.jsonl.zst
  find . -name '*.html' -print0 | articlex batch --files-from - -0 -o out/
  articlex batch -q /data/site -o /data/out --report run.json   in cron

\b
Exit codes:
  0    an article for every page, or another run is at work on the output
  1    at least one page has no article, or no SOURCE has a page
       (0 with --allow-empty)
  2    wrong usage
  3    at least one page failed, or the run could not go on
  130  interrupted
"""


class BatchCommand(GroupedCommand):
    """``articlex batch``, for its help."""

    groups = (
        ("Output", ("output", "format", *RENDERING, "report")),
        WHICH_PAGES,
        ("Input", ("archive", "html_field", "url_field", "keep_fields", *READING)),
        EXTRACTION,
        ("Second and later runs", ("dry_run", "retry_failed", "force", "prune", "lock_wait")),
        WORKERS,
        ("Messages and exit code", (*MESSAGES, "log_format", "fail_fast", "allow_empty")),
        ("Other", ("no_config", "help")),
    )


@click.command(cls=BatchCommand, epilog=EPILOG)
@click.option(
    "-o",
    "--output",
    metavar="DIR|FILE",
    type=Output(),
    required=True,
    help="A folder that mirrors the input, or one file: .jsonl, .json, .csv, .parquet, ..., also with .gz, "
    ".zst, .bz2 or .xz.",
)
@click.option("-f", "--format", type=FormatName(), help="Format of the files in DIR. [default: md]")
@source_options
@click.option(
    "--keep-fields",
    type=FieldList(),
    default=(),
    metavar="A,B,...",
    help="JSON Lines, Parquet: copy these fields to the field input of the record.",
)
@worker_options
@click.option("--retry-failed", is_flag=True, help="Repeat pages that failed, even if nothing has changed.")
@click.option("--force", is_flag=True, help="Repeat all pages.")
@click.option("--prune", is_flag=True, help="Remove the output of inputs that are gone or renamed.")
@click.option(
    "-n", "--dry-run", is_flag=True, help="Print what would be done: INPUT, OUTPUT and why, as TSV."
)
@click.option("--lock-wait", type=Seconds(), default=0.0, metavar="SECONDS", help="Wait for another run.")
@click.option(
    "--report", metavar="FILE.json|-", type=Output(dir_okay=False), help="Write a report of the run."
)
@click.option(
    "--log-format", type=click.Choice(["text", "json"]), default="text", help="Format of the lines on stderr."
)
@rendering_options
@reading_options
@click.option("--fail-fast", is_flag=True, help="Stop at the first page that fails.")
@click.option(
    "--allow-empty", is_flag=True, help="Exit with 0 if a page has no article, or no page was found."
)
@message_options
@click.help_option("-h", "--help")
@click.pass_context
def batch(context: click.Context, /, **parameters: Any) -> None:
    """Extract the articles of many pages.

    Each SOURCE is a folder (read recursively), a file, an archive (zip, Parquet; tar, JSON Lines, WARC, WET,
    mbox or ENEX, also compressed), or - for standard input. A second run does only what is new or changed.
    Each page is extracted by a worker process with limits of time and memory; a page that fails never stops
    the others.
    """
    from articlex.batch.dry import dry_run
    from articlex.batch.lock import LockedError
    from articlex.batch.progress import reporter
    from articlex.batch.run import run_batch

    if not is_typed(context, "format"):
        # A format that is set in the configuration is for folders: the extension of a file says its format.
        parameters["format"] = _setting_for(parameters["output"], parameters["format"])
    check_fields(context)
    plan = planned(parameters)
    if parameters["dry_run"]:
        say_stray_variables(context)
        say_what_has_no_effect(context, _without_effect(parameters, plan.target.format))
        for line in dry_run(plan):
            put("\t".join(escape_controls(word) for word in line))
        context.exit(Exit.OK)
    verbosity, traceback = verbosity_of(context), wants_traceback(context)
    watcher = reporter(plan.sources, parameters["log_format"], verbosity, traceback)
    say_stray_variables(context, watcher.note)
    say_what_has_no_effect(context, _without_effect(parameters, plan.target.format), watcher.note)
    try:
        summary = run_batch(plan, watcher)
    except LockedError as locked:
        watcher.note(str(locked), locked.code)
        context.exit(Exit.OK)
    except ArticlexError as error:
        watcher.run_failed(str(error), error.code)
        context.exit(error.exit_code)
    finally:
        watcher.clear()
    if summary.report_error:
        watcher.report_failed(plan.report, summary.report_error)
    code = summary.exit_code(plan.allow_empty)
    watcher.end(summary, code)
    context.exit(code)


def planned(parameters: Mapping[str, Any]) -> Plan:
    """The plan that the command line asks for. Raises click.UsageError and UsageError."""
    from articlex.batch.plan import Plan, target
    from articlex.batch.unit import Job

    wanted, report = reading_options_of(parameters), parameters["report"]
    refuse_ending(report if report != "-" else None, "batch --report", (".json",))
    render = render_options_of(parameters)
    if parameters["keep_fields"]:
        render = replace(render, input="{}")
    return Plan(
        sources=sources_of(parameters, wanted.options.max_bytes),
        target=target(parameters["output"], parameters["format"]),
        profile=parameters["site_profile"],
        job=Job(wanted.options, render, form=wanted.form, encoding=wanted.encoding),
        limits=limits_of(parameters),
        jobs=jobs_of(parameters),
        retry_failed=parameters["retry_failed"],
        force=parameters["force"],
        prune=parameters["prune"],
        fail_fast=parameters["fail_fast"],
        allow_empty=parameters["allow_empty"],
        lock_wait=parameters["lock_wait"],
        # A batch writes nothing else to standard output.
        report=Path("/dev/stdout" if report == "-" else report) if report else None,
    )


def _without_effect(parameters: Mapping[str, Any], format: str) -> Iterator[Ineffective]:
    """The options that change nothing beside the others."""
    yield from without_effect(parameters, format)
    yield from sources_without_effect(parameters)
    if parameters["dry_run"]:
        yield ("report",), "with --dry-run"


def _setting_for(output: str, format: str | None) -> str | None:
    """The configured format, or None if ``output`` is one file."""
    from articlex.batch.plan import target

    return format if target(output, None).kind == "tree" else None
