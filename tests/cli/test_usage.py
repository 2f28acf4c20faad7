"""What is wrong usage, and in which words it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import articlex


@pytest.mark.parametrize(
    "args",
    [
        ["--no-such-option"],
        ["-f", "docx", "x"],
        ["--encoding", "klingon", "x"],
        ["--encoding", "rot13", "x"],
        ["--max-size", "lots", "x"],
        ["--max-size", "2000000T", "x"],
        ["--max-size", "9" * 400, "x"],
        ["--max-size", "0.5", "x"],
        ["batch", "-o", "x", "--timeout", "1e10", "x"],
        ["batch", "-o", "x", "--lock-wait", "1e300", "x"],
        ["status", "--limit", "9" * 20, "x"],
        ["status", ""],
        ["--reference-date", "yesterday", "x"],
        ["-", "-"],
        ["x", "-o", ""],
        ["x", "-o", "/"],
        ["x", "y", "-o", "new/"],
        ["config"],
        ["completion"],
    ],
)
def test_wrong_usage_is_2(args: list[str]) -> None:
    result = articlex(*args, stdin="")
    assert result.exit_code == 2
    said, hint = result.stderr.splitlines()
    assert said.startswith("articlex: ")
    assert said.endswith("[usage]")
    assert "\\n" not in said
    assert hint.startswith("Try ")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["-o", "/tmp", "x"], "/tmp is a folder; only 'articlex batch' writes into folders"),
        (
            ["--url", "ex.org/a", "x"],
            "'ex.org/a' is not an absolute address; an example: https://example.org/a",
        ),
        (["--json", "x"], "-f json"),
        (["batch", "--markdown", "x", "-o", "y"], "-f md"),
        (["--reference-date", "tomorrow", "x"], "'tomorrow' is not a day; an example: 2024-05-06"),
        (["--reference-date", "2024-13-01", "x"], "'2024-13-01' is not a day; an example: 2024-05-06"),
        (["explain", "--block", "title", "x"], "'title' is not a valid whole number"),
        (["status", "--limit", "1.5", "x"], "'1.5' is not a valid whole number"),
        (["batch", "-o", "x", "--timeout", "5s", "x"], "'5s' is not a valid number of seconds"),
        (["batch", "-o", "x", "--timeout", "nan", "x"], "'nan' is not a valid number of seconds"),
        (["batch", "-o", "x", "-f", "parquet", "x"], "'articlex batch -o FILE.parquet' writes"),
    ],
)
def test_wrong_usage_is_told_in_words_of_the_user(args: list[str], message: str) -> None:
    assert message in articlex(*args).stderr.splitlines()[0]


@pytest.mark.parametrize("name", ["-dash.html", "--dash.html"])
@pytest.mark.parametrize("command", [[], ["explain"]])
def test_a_file_that_is_taken_for_an_option_is_told_its_path(
    name: str, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hint = f"; the file of this name is ./{name} [usage]"
    assert hint not in articlex(*command, name).stderr
    Path(name).touch()
    assert hint in articlex(*command, name).stderr


@pytest.mark.parametrize(("args", "command"), [(["-f"], ""), (["batch", "-o"], " batch")])
def test_an_option_without_its_value_is_told_where_help_is(args: list[str], command: str) -> None:
    said, hint = articlex(*args).stderr.splitlines()
    assert said == f"articlex: Option '{args[-1]}' requires an argument. [usage]"
    assert hint == f"Try 'articlex{command} --help'."


def test_a_site_profile_that_is_not_there_is_called_that() -> None:
    result = articlex("--site-profile", "no-such", "x")
    assert (result.exit_code, result.stderr) == (2, "articlex: no-such: no such file [not-found]\n")


@pytest.mark.parametrize(
    ("options", "variable", "shown"),
    [("-vv", "", True), ("-vvv", "", True), ("--traceback", "", True), ("", "1", True), ("-v", "", False)],
)
def test_an_unforeseen_error_has_a_traceback_where_it_is_wanted(
    options: str, variable: str, shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARTICLEX_TRACEBACK", variable or "0")
    monkeypatch.setattr("articlex.cli.extract.requested", lambda parameters: 1 / 0)
    result = articlex(*options.split(), "x")
    assert result.exit_code == 3
    assert result.stderr.endswith(
        "articlex: internal error: ZeroDivisionError: division by zero [internal]\n"
    )
    assert result.stderr.startswith("Traceback") is shown


def test_no_format_is_proposed_to_a_command_without_formats() -> None:
    assert "-f csv" not in articlex("status", "--csv", "x").stderr
