"""Help with options in groups and, for the default command, with examples and the list of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from articlex.cli.parameters import wants_traceback

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

USAGE = "articlex [OPTIONS] [FILE|-]..."

EXAMPLES = (
    ("articlex page.html", "the article, as Markdown"),
    ("curl -s URL | articlex --url URL -f json", "from a pipe, as JSON with metadata"),
    ("articlex explain page.html", "why each block was kept or dropped"),
)

#: Where a context keeps whether tracebacks are wanted.
TRACEBACK = "articlex.traceback"

#: Headings, and the parameters below each.
Groups = tuple[tuple[str, tuple[str, ...]], ...]

#: Parameters that several commands have below one heading.
RENDERING = ("front_matter", "tables", "fields", "schema", "provenance", "blocks")
READING = ("input_format", "encoding", "max_size")
MESSAGES = ("quiet", "verbose", "traceback")
WHICH_PAGES = ("Which pages", ("files_from", "null", "include", "exclude", "hidden", "follow_links"))
WORKERS = ("Workers", ("jobs", "timeout", "memory"))
EXTRACTION = ("Extraction", ("favor", "engine", "reference_date", "site_profile"))

GROUPS: Groups = (
    ("Output", ("format", "output", *RENDERING)),
    ("Input", ("url", *READING)),
    EXTRACTION,
    ("Messages and exit code", (*MESSAGES, "fail_fast", "allow_empty")),
    ("Other", ("no_config", "version", "help")),
)

EXIT_CODES = (
    ("0", "an article for every input"),
    ("1", "at least one input has no article (0 with --allow-empty)"),
    ("2", "wrong usage"),
    ("3", "at least one input failed"),
    ("130", "interrupted"),
)


class GroupedCommand(click.Command):
    """A command whose help shows its options below the headings in ``groups``."""

    groups: Groups = ()

    def invoke(self, ctx: click.Context) -> object:
        # Kept where the program finds it if the command fails in a way that nobody has foreseen.
        ctx.meta[TRACEBACK] = wants_traceback(ctx)
        return super().invoke(ctx)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = {
            parameter.name: parameter.get_help_record(ctx)
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option)
        }
        for heading, names in self.groups:
            rows = [row for name in names if (row := records.get(name)) is not None]
            with formatter.section(heading):
                formatter.write_dl(rows)


class DefaultCommand(GroupedCommand):
    """The default command, whose help is that of the whole program, with examples first."""

    groups = GROUPS

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage("articlex", "[OPTIONS] [FILE|-]...")
        formatter.write_usage("articlex", "COMMAND [ARGS]...", prefix="       ")
        formatter.write_paragraph()
        formatter.write_text(
            "The article in a web page, in clean Markdown or JSON. The page is HTML, or page text that "
            "was already flattened (w3m, lynx, a crawl's text). Nothing is ever fetched."
        )
        with formatter.section("Examples"):
            formatter.write_dl(EXAMPLES)
        self.format_options(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl(list(_commands()))
            formatter.write_paragraph()
            formatter.write_text("To read a file with the name of a command, type its path: ./batch")
        with formatter.section("Exit codes"):
            formatter.write_dl(EXIT_CODES)


def complete_first_word(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Completions for the first word: files, and commands if no file has been typed."""
    from click.shell_completion import CompletionItem

    files = [CompletionItem(incomplete, type="file")]
    if ctx.params.get("files"):
        return files
    commands = (CompletionItem(name, help=text) for name, text in _commands() if name.startswith(incomplete))
    # Files first: the script for bash discards the words before their line.
    return [*files, *commands]


def _commands() -> list[tuple[str, str]]:
    from articlex.cli.main import COMMANDS

    return [(name, text) for name, (_, text) in COMMANDS.items()]


def short_help() -> str:
    """What a person sees who types just ``articlex``."""
    lines = [f"usage: {USAGE}", ""]
    lines += [f"  {command:<42} {what}" for command, what in EXAMPLES]
    return "\n".join([*lines, "", "articlex --help says more."])
