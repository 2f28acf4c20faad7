"""The commands."""

from __future__ import annotations

from pathlib import Path

import click

from articlex.extraction import extract


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
def main(file: Path) -> None:
    """The article in FILE, as Markdown."""
    click.echo(extract(file.read_bytes()).markdown, nl=False)
