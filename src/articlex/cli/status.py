"""``articlex status``: the manifest of an output, summed up."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import click

from articlex.cli.defaults import no_config_option
from articlex.cli.parameters import Number, Output, say_what_has_no_effect
from articlex.cli.sink import put
from articlex.errors import UsageError
from articlex.write.control import escape_controls, json_shown

#: The lists of pages, and which pages they name.
_LISTS = {
    "failures": "status IN ('failed', 'partial') ORDER BY run, seq, sub",
    "low_confidence": "status = 'done' AND verdict = 'uncertain' ORDER BY confidence, input",
    "without_article": "status = 'done' AND verdict IN ('no_article', 'empty') ORDER BY run, seq, sub",
    "slowest": "status <> 'pending' ORDER BY ms DESC, input",
}

EPILOG = """\b
Exit codes:
  0  whatever became of the pages
  2  wrong usage, or nothing was written there by a batch
  3  the manifest cannot be read
"""


@click.command(epilog=EPILOG)
@click.argument("output", metavar="DIR|FILE", type=Output())
@click.option(
    "--json", is_flag=True, help="Print JSON, with all pages that failed, are doubtful or have no article."
)
@click.option("--limit", type=Number(0), default=10, metavar="N", help="Most lines in a list. [default: 10]")
@no_config_option
@click.help_option("-h", "--help")
@click.pass_context
def status(context: click.Context, /, output: str, json: bool, limit: int) -> None:
    """Show what became of the pages of a batch: counts, and the pages that failed, are doubtful, have no
    article, or took longest.

    DIR|FILE is the output of articlex batch. A run may be at work on it.
    """
    from contextlib import closing

    from articlex.batch.manifest_file import guarded, read_manifest

    state = _state_folder(Path(output))
    say_what_has_no_effect(context, [(("limit",), "with --json")] if json else ())
    with guarded(state / "manifest.sqlite"), closing(read_manifest(state)) as manifest:
        account = take_stock(manifest, None if json else limit)
    if json:
        put(json_shown(account))
    else:
        for line in lines(account):
            put(escape_controls(line))


def _state_folder(output: Path) -> Path:
    """The folder of the manifest for an output, which is a folder or one file. Raises UsageError."""
    from articlex.batch.names import STATE, state_beside

    state = output / STATE if output.is_dir() else output.parent / state_beside(output.name)
    if not state.is_dir():
        raise UsageError(f"no output of articlex batch at {output}")
    return state


def take_stock(manifest: sqlite3.Connection, limit: int | None) -> dict[str, Any]:
    """The manifest summed up. ``limit`` bounds each list; None bounds only that of the slowest pages, which
    would otherwise list all."""
    from articlex.batch.summary import OUTCOMES, SLOWEST, outcome

    counts = dict.fromkeys(OUTCOMES, 0)
    query = "SELECT status, verdict, count(*) FROM page WHERE status <> 'pending' GROUP BY status, verdict"
    for state, verdict, count in manifest.execute(query):
        counts[outcome(state, verdict)] += count
    runs = manifest.execute("SELECT value FROM meta WHERE name = 'run'").fetchone()
    bounds = dict.fromkeys(_LISTS, limit) if limit is not None else {"slowest": SLOWEST}
    return {
        "pages": sum(counts.values()),
        "runs": runs[0] if runs else 0,
        "counts": counts,
        "bytes": manifest.execute("SELECT coalesce(sum(bytes), 0) FROM page").fetchone()[0],
        "seconds": round(manifest.execute("SELECT coalesce(sum(ms), 0) FROM page").fetchone()[0] / 1000, 3),
    } | {name: _pages(manifest, which, bounds.get(name, -1)) for name, which in _LISTS.items()}


def lines(account: dict[str, Any]) -> list[str]:
    """The lines of an account, for people."""
    from articlex.write.counts import counted

    counts = [f"{count:,} {name.replace('_', ' ')}" for name, count in account["counts"].items() if count]
    totals = f"{counted(account['pages'], 'page')} in {counted(account['runs'], 'run')}"
    text = [f"{totals}: {', '.join(counts) or 'nothing yet'}"]
    for heading, key, form in (
        ("Failed", "failures", "{path}: {error} [{code}]"),
        ("Doubtful", "low_confidence", "{confidence:.2f}  {path}"),
        ("Without an article", "without_article", "{path}"),
        ("Slowest", "slowest", "{ms:,.0f} ms  {path}"),
    ):
        if account[key]:
            text += ["", heading, *("  " + form.format(**page) for page in account[key])]
    return text


def _pages(manifest: sqlite3.Connection, which: str, limit: int) -> list[dict[str, Any]]:
    """The first ``limit`` pages that an SQL condition selects (-1: all), as in the report of a run."""
    from articlex.batch.entry import Entry, given
    from articlex.batch.summary import page_record

    query = f"SELECT {', '.join(Entry._fields)} FROM page WHERE {which} LIMIT ?"
    rows = manifest.execute(query, (limit,))
    return [page_record(Entry._make(map(given, row))) for row in rows]
