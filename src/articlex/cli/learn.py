"""``articlex learn``: what the pages of a site have in common, kept for ``--site-profile``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from articlex.cli.defaults import say_stray_variables
from articlex.cli.diagnostics import Exit
from articlex.cli.help import MESSAGES, READING, WHICH_PAGES, WORKERS, GroupedCommand
from articlex.cli.inputs import refuse_to_replace
from articlex.cli.parameters import (
    file_option,
    input_options,
    message_options,
    refuse_ending,
    say_what_has_no_effect,
    verbosity_of,
    wants_traceback,
)
from articlex.cli.sink import open_sink
from articlex.cli.source_options import (
    jobs_of,
    limits_of,
    source_options,
    sources_of,
    sources_without_effect,
    worker_options,
)
from articlex.options import Options
from articlex.stderr import say, say_failure, say_note, say_traceback
from articlex.write.counts import counted

EPILOG = """\b
Examples:
  articlex learn site/ -o site.json
  articlex batch site/ -o out/ --site-profile site.json

\b
Exit codes:
  0    the profile is written
  1    no SOURCE has a page, and nothing is written
  2    wrong usage
  3    at least one page failed; the profile is that of the others
  130  interrupted, and nothing is written
"""


class LearnCommand(GroupedCommand):
    """``articlex learn``, for its help."""

    groups = (
        ("Output", ("output",)),
        WHICH_PAGES,
        ("Input", ("archive", "html_field", "url_field", *READING)),
        WORKERS,
        ("Messages", MESSAGES),
        ("Other", ("no_config", "help")),
    )


@click.command(cls=LearnCommand, epilog=EPILOG)
@file_option("Write the profile to FILE.", required=True)
@source_options
@worker_options
@input_options
@message_options
@click.help_option("-h", "--help")
@click.pass_context
def learn(context: click.Context, /, **parameters: Any) -> None:
    """Learn what the pages of a site have in common, which is not part of their articles.

    Each SOURCE is a folder, a file, an archive, or - for standard input, as for batch. The pages may come
    from several sites, which are told apart by the addresses of the pages; the more pages of each, the
    better. The profile is a file of fingerprints and contains no text.
    """
    from articlex.batch.learning import learn_pages
    from articlex.batch.unit import Job
    from articlex.site_profiles import Counts

    refuse_ending(parameters["output"], "learn", (".json",))
    refuse_to_replace((parameters["files_from"],), parameters["output"])
    say_stray_variables(context)
    say_what_has_no_effect(context, sources_without_effect(parameters))
    options = Options(max_bytes=parameters["max_size"])
    sources = sources_of(parameters, options.max_bytes)
    job = Job(options, form=parameters["input_format"], encoding=parameters["encoding"])
    verbosity, traceback = verbosity_of(context), wants_traceback(context)
    counts, failures = Counts(), 0
    # Opened before the first page is read, so that a file that cannot be written is reported at once.
    with open_sink(parameters["output"]) as sink:
        limits, jobs, output = limits_of(parameters), jobs_of(parameters), Path(parameters["output"])
        for page in learn_pages(sources, job, limits, jobs, counts, output):
            if page.failure:
                failures += 1
                if page.failure.trace and traceback:
                    say_traceback(page.failure.trace)
                say_failure(page.item.label, page.failure.error, page.failure.code)
            elif verbosity >= 1:
                pairs = counted(len(page.shingles), "pair")
                say_failure(page.item.label, f"site {page.site or 'unknown'}, {pairs} of blocks", "read")
        if counts.pages:
            sink.write(counts.text())
            sink.found = True
    if not counts.pages and not failures:
        say_note("no page was found in any SOURCE", "no-pages")
    if verbosity >= 0 and counts.pages:
        pages, shared = sum(counts.pages.values()), sum(len(counts.shared(site)) for site in counts.pages)
        say(f"articlex: pages: {pages}, sites: {len(counts.pages)}, pairs of blocks in common: {shared}")
    context.exit(Exit.FAILED if failures else Exit.OK if counts.pages else Exit.NO_ARTICLE)
