"""The page about the batch says what there is."""

from __future__ import annotations

import re
from pathlib import Path

from articlex.batch.archives import READERS, archive_kind
from articlex.batch.codecs import ARCHIVES
from articlex.cli.main import all_commands

PAGE = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")


def test_every_long_option_in_the_page_exists() -> None:
    options = {
        option
        for command in all_commands().values()
        for parameter in command.params
        for option in parameter.opts
    }
    others = {"--help"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) - others <= options


def test_every_archive_in_the_page_is_read() -> None:
    names = re.findall(r"`(\.(?:tar|tgz|zip|jsonl|parquet|warc|wet|mbox|enex)[.\w]*)`", PAGE)
    assert len(names) > 8
    assert all(archive_kind("x" + name) for name in names)


def test_every_archive_that_is_read_has_an_extension_and_stands_in_the_page() -> None:
    assert set(ARCHIVES.values()) == READERS.keys()
    assert [kind for kind in READERS if f"`.{kind}`" not in PAGE] == []
