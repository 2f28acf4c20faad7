import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import articlex

from articlex.cli.main import COMMANDS, main


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_each_shell(shell: str) -> None:
    result = articlex("completion", shell)
    assert result.exit_code == 0
    assert "_ARTICLEX_COMPLETE" in result.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("articlex expl", "plain,explain"),
        ("articlex --fav", "plain,--favor"),
        ("articlex explain --reas", "plain,--reasons"),
        ("articlex explain --ht", "plain,--html"),
        ("articlex explain pag", "file,pag"),
        ("articlex batch -f ", "plain,jsonl"),
        ("articlex --fields text,mark", "plain,text,markdown"),
        ("articlex --schema newspaper --fields top", "plain,top_image"),
    ],
)
def test_commands_and_options_complete(
    words: str,
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In a folder whose configuration file is broken, too."""
    (tmp_path / "articlex.toml").write_text("favor = \n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("_ARTICLEX_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    with pytest.raises(SystemExit):
        main()
    assert expected in capsys.readouterr().out.split()


@pytest.mark.parametrize(("word", "expected"), [("comp", ["completion"]), ("", list(COMMANDS)), ("pag", [])])
def test_bash_completes_the_first_word(word: str, expected: list[str], tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash")
    script = articlex("completion", "bash").stdout
    called = (tmp_path / "articlex").resolve()
    called.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m articlex "$@"\n')
    called.chmod(0o755)
    # compopt works only while readline completes.
    lines = [script, "compopt() { :; }", f"COMP_WORDS=(articlex '{word}')", "COMP_CWORD=1"]
    lines += [f"_articlex_completion '{called}'", 'printf "%s\\n" "${COMPREPLY[@]}"']
    done = subprocess.run([bash, "-c", "\n".join(lines)], capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == expected


def test_doctor_names_the_parser() -> None:
    result = articlex("doctor")
    assert result.exit_code == 0
    assert "libxml2" in result.stdout
