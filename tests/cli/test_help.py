"""What --help and --version print."""

from __future__ import annotations

import subprocess
import sys

import pytest
from command import articlex

from articlex.cli.main import COMMANDS, all_commands


@pytest.mark.parametrize("command", [*COMMANDS, "config show", ""])
def test_h_is_help_of_every_command(command: str) -> None:
    short, long = (articlex(*command.split(), option) for option in ("-h", "--help"))
    assert (short.exit_code, short.stdout) == (0, long.stdout)
    assert "-h, --help" in short.stdout


def test_help_shows_three_examples_before_the_options() -> None:
    text = articlex("--help").stdout
    assert (
        text.index("Examples:") < text.index("Output:") < text.index("Commands:") < text.index("Exit codes:")
    )


@pytest.mark.parametrize("command", [*COMMANDS, "config show", ""])
def test_help_is_no_wider_than_a_terminal(command: str) -> None:
    assert [line for line in articlex(*command.split(), "-h").stdout.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("name", ["", "batch", "learn", "explain"])
def test_every_option_stands_below_a_heading_of_the_help(name: str) -> None:
    text = articlex(*name.split(), "--help").stdout
    options = [p.opts[-1] for p in all_commands()[name].params if p.param_type_name == "option"]
    assert [option for option in options if f"{option} " not in text] == []
    assert "\nOptions:" not in text


@pytest.mark.parametrize("name", ["", "batch", "learn", "explain", "status"])
def test_the_help_of_what_reads_pages_says_what_each_exit_code_means(name: str) -> None:
    assert "\nExit codes:\n" in articlex(*name.split(), "--help").stdout.replace("  Exit", "Exit")


def test_without_docstrings_the_help_still_says_what_a_command_is_for() -> None:
    show = "print([name for name, command in all_commands().items() if not command.help])"
    code = f"from articlex.cli.main import all_commands; {show}"
    done = subprocess.run([sys.executable, "-OO", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_version_is_one_line() -> None:
    assert articlex("--version").stdout.startswith("articlex ")
