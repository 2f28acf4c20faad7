import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from articlex.cli.main import program


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_each_shell(shell: str) -> None:
    result = CliRunner().invoke(program, ["completion", shell])
    assert result.exit_code == 0
    assert "_ARTICLEX_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("articlex expl", "plain,explain"),
        ("articlex --fav", "plain,--favor"),
        ("articlex explain --reas", "plain,--reasons"),
    ],
)
def test_commands_and_options_complete(words: str, expected: str) -> None:
    env = os.environ | {
        "_ARTICLEX_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-m", "articlex"], env=env, capture_output=True, text=True, timeout=60
    )
    assert expected in done.stdout.split()


def test_doctor_names_the_parser() -> None:
    result = CliRunner().invoke(program, ["doctor"])
    assert result.exit_code == 0
    assert "libxml2" in result.stdout
