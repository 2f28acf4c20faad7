"""What a command says of what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from articlex_lab.command import only_argument, run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.flatteners import FlattenerMissingError
from articlex_lab.word_lists import cldr_dates


@pytest.fixture(autouse=True)
def called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/lab/measure_all.py"])


def test_missing_corpora_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(annotated.VARIABLE, "/nowhere")
    with pytest.raises(SystemExit, match=r"^measure_all: no corpora at /nowhere; [^\n]*$"):
        run_command(annotated.load)


def test_a_missing_program_is_one_line() -> None:
    def main() -> None:
        raise FlattenerMissingError("w3m is not installed")

    with pytest.raises(SystemExit, match=r"^measure_all: w3m is not installed$"):
        run_command(main)


def test_a_missing_package_is_one_line_that_says_what_installs_it() -> None:
    def main() -> None:
        import package_that_is_nowhere  # type: ignore[import-not-found]  # noqa: F401

    with pytest.raises(SystemExit, match=r"^measure_all: No module named 'package_\w+'; .*make.*$"):
        run_command(main)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"^measure_all: [^\n]*page\.toml is missing$"):
        run_command((tmp_path / "page.toml").read_text)


def test_another_error_passes() -> None:
    with pytest.raises(KeyError):
        run_command({}.popitem)


def test_a_command_without_its_argument_says_its_use(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit, match=r"^usage: python -m articlex_lab\.measure_all FOLDER$"):
        only_argument("FOLDER")
    monkeypatch.setattr(sys, "argv", ["x.py", "there"])
    assert only_argument("FOLDER") == Path("there")


def test_a_module_in_a_package_says_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [cldr_dates.__file__])
    with pytest.raises(SystemExit, match=r"^usage: python -m articlex_lab\.word_lists\.cldr_dates FOLDER$"):
        only_argument("FOLDER")
