"""Options of ``batch`` and ``learn`` that say which pages to read, and within what limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from articlex.batch.codecs import ARCHIVES
from articlex.cli.parameters import Ineffective, Number, Seconds, Size, together

if TYPE_CHECKING:
    from articlex.batch.sources import Sources
    from articlex.batch.worker import Limits


#: The SOURCEs and the options from which :func:`sources_of` makes its record.
source_options = together(
    click.argument("sources", nargs=-1, metavar="SOURCE...", type=click.Path(readable=False)),
    click.option(
        "--files-from",
        metavar="FILE|-",
        type=click.Path(readable=False),
        help="Read the names of files and folders from FILE, one per line.",
    ),
    click.option("-0", "--null", is_flag=True, help="Each name in --files-from is followed by a NUL byte."),
    click.option(
        "--include",
        multiple=True,
        metavar="GLOB",
        help="Only files and members that match, and all of an archive that does. [default: all but style "
        "sheets, scripts, fonts, pictures, sound and film]",
    ),
    click.option("--exclude", multiple=True, metavar="GLOB", help="No files, folders or members that match."),
    click.option("--hidden", is_flag=True, help="Also names that begin with a dot."),
    click.option("-L", "--follow-links", is_flag=True, help="Follow symbolic links in folders."),
    click.option(
        "--archive",
        type=click.Choice(("auto", "none", *dict.fromkeys(ARCHIVES.values()))),
        default="auto",
        help="Kind of archive that every SOURCE is. [default: by its extension]",
    ),
    click.option(
        "--html-field", default="html", metavar="NAME", help="JSON Lines, Parquet: the page. [default: html]"
    ),
    click.option(
        "--url-field", default="url", metavar="NAME", help="JSON Lines, Parquet: its address. [default: url]"
    ),
)

#: The options from which :func:`limits_of` and :func:`jobs_of` take their values.
worker_options = together(
    click.option(
        "-j",
        "--jobs",
        type=Number(0),
        default=0,
        metavar="N",
        help="Workers, at most. [default: 0, one per CPU]",
    ),
    click.option(
        "--timeout",
        type=Seconds(),
        default=10.0,
        metavar="SECONDS",
        help="Time limit for a page, 0 for none. [default: 10]",
    ),
    click.option(
        "--memory",
        type=Size(),
        default=1 << 30,
        metavar="SIZE",
        help="Memory limit for a page. [default: 1G]",
    ),
)


def sources_of(parameters: Mapping[str, Any], max_bytes: int) -> Sources:
    """What to read; a page may have ``max_bytes``. Raises click.UsageError."""
    from articlex.batch.member import Reading
    from articlex.batch.selection import Selection
    from articlex.batch.sources import Sources

    if not parameters["sources"] and parameters["files_from"] is None:
        raise click.UsageError("name a SOURCE, or give --files-from")
    if [*parameters["sources"], parameters["files_from"]].count("-") > 1:
        raise click.UsageError("standard input can be read only once")
    archive = parameters["archive"]
    return Sources(
        paths=parameters["sources"],
        files_from=parameters["files_from"],
        null=parameters["null"],
        selection=Selection(
            parameters["include"], parameters["exclude"], parameters["hidden"], parameters["follow_links"]
        ),
        reading=Reading(
            parameters["html_field"], parameters["url_field"], max_bytes, parameters.get("keep_fields", ())
        ),
        input_format="page" if archive == "none" else archive,
    )


def sources_without_effect(parameters: Mapping[str, Any]) -> Iterator[Ineffective]:
    """The options of sources that change nothing."""
    if parameters["files_from"] is None:
        yield ("null",), "without --files-from"


def limits_of(parameters: Mapping[str, Any]) -> Limits:
    """The limits of time and memory for a page."""
    from articlex.batch.worker import Limits

    return Limits(parameters["timeout"], parameters["memory"])


def jobs_of(parameters: Mapping[str, Any]) -> int:
    """The number of workers, by default that of the CPUs that this process may use."""
    from articlex.batch.process import usable_cpus

    return parameters["jobs"] or usable_cpus()
