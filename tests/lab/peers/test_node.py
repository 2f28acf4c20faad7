"""The peers in JavaScript, with a program of two lines in place of Node."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from articlex_lab.peers import node
from articlex_lab.peers.engines import DEFUDDLE, Source, version
from articlex_lab.peers.node import ask

pytest.importorskip("html_text")

ANSWER = """{"content": "<p>It rained.</p>", "title": "Rain", "author": "Ann Lee, Bo Ray", "seconds": 0.5}"""


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file whose lines the program answers with, one for each page."""
    lines = tmp_path / "answers"
    program = tmp_path / "node"
    answering = f'while read page && read answer <&3; do echo "$answer"; done 3< {lines}'
    program.write_text(f"#!/bin/sh\n{answering}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(node, "FOLDER", tmp_path)
    node._started.cache_clear()
    yield lines
    node._started.cache_clear()


def test_an_answer_is_text_title_names_and_time(answers: Path) -> None:
    answers.write_text(f"{ANSWER}\n")
    output = DEFUDDLE.extract(Source(b"<p>It rained.</p>"))
    assert (output.text, output.title, output.authors) == ("It rained.", "Rain", ("Ann Lee", "Bo Ray"))
    assert output.date is None
    assert output.seconds_outside == 0.5


def test_what_the_extractor_raised_is_raised(answers: Path) -> None:
    answers.write_text('{"error": "TypeError: no tree", "seconds": 0.1}\n' + ANSWER + "\n")
    with pytest.raises(RuntimeError, match="TypeError: no tree"):
        ask("Defuddle", b"<p>", None)
    assert ask("Defuddle", b"<p>", None).title == "Rain"


def test_after_a_program_that_ended_the_next_page_has_a_new_one(answers: Path) -> None:
    answers.write_text("")
    with pytest.raises(RuntimeError, match="ended"):
        ask("Defuddle", b"<p>", None)
    answers.write_text(f"{ANSWER}\n")
    assert ask("Defuddle", b"<p>", None).title == "Rain"


def test_a_program_that_hangs_is_ended(answers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers.with_name("node").write_text("#!/bin/sh\nexec sleep 60\n")
    monkeypatch.setattr(node, "_LIMIT", 0.01)
    with pytest.raises(RuntimeError, match="too long"):
        ask("Defuddle", b"<p>", None)


def test_a_package_has_the_version_that_it_states(answers: Path) -> None:
    assert version(DEFUDDLE) == ""
    stated = answers.parent / "node_modules" / "defuddle" / "package.json"
    stated.parent.mkdir(parents=True)
    stated.write_text('{"version": "0.19.4"}')
    assert version(DEFUDDLE) == "0.19.4"
