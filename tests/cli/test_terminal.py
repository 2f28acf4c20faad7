"""What happens when standard input is a keyboard."""

import subprocess
import sys

import pytest

from articlex.cli.extract import requested
from articlex.cli.main import program


class Keyboard:
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_nothing_to_read_on_a_terminal_is_a_short_help(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard())
    with pytest.raises(SystemExit) as exit:
        program.main(arguments)
    captured = capsys.readouterr()
    assert exit.value.code == 2
    assert captured.out == ""
    assert captured.err.startswith("usage: articlex")


def test_nothing_is_requested_without_a_file_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Keyboard())
    assert requested({"files": ()}) is None


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_nothing_to_explain_on_a_terminal_is_wrong_usage(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It had waited for a page to be typed, without a word."""
    monkeypatch.setattr("sys.stdin", Keyboard())
    with pytest.raises(SystemExit) as exit:
        program.main(["explain", *arguments])
    assert exit.value.code == 2
    assert capsys.readouterr().err.startswith(
        "articlex: name a FILE, or give a page on standard input [usage]\n"
    )


def test_an_interrupt_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("articlex.extraction.extract", interrupt)
    with pytest.raises(SystemExit) as exit:
        program.main([__file__])
    assert exit.value.code == 130


#: The command as a process, in which somebody presses Ctrl-C when the module ``click`` is asked for; what was
#: started in the background of a shell does not hear of it.
INTERRUPTED_IMPORT = """
import runpy, signal, sys

class Finder:
    def find_spec(self, name, *_):
        if name == "click":
            signal.raise_signal(signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Finder())
runpy.run_module("articlex", run_name="__main__")
"""


def test_an_interrupt_while_the_command_is_imported_is_quiet() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED_IMPORT], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
