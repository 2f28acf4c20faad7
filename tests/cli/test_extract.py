import errno
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from command import articlex

from articlex.cli.sink import open_sink

SENTENCE = "The harbour wall was finished in spring, three years late and far over what was planned. "
PAGE = f"<html><head><title>Wall</title></head><body><p>{SENTENCE * 3}</p><p>{SENTENCE * 2}</p></body></html>"
NO_ARTICLE = "<html><body><p>Page not found</p></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return str(path)


@pytest.fixture
def bare(tmp_path: Path) -> str:
    path = tmp_path / "bare.html"
    path.write_text(NO_ARTICLE)
    return str(path)


def test_one_file_gives_markdown(page: str) -> None:
    result = articlex(page)
    assert result.exit_code == 0
    assert SENTENCE.strip() in result.stdout
    assert result.stderr == ""


def test_piped_input_is_read_without_an_argument() -> None:
    assert SENTENCE.strip() in articlex(stdin=PAGE).stdout


def test_dash_is_standard_input(page: str) -> None:
    assert articlex("-", stdin=PAGE).stdout == articlex(page).stdout


def test_several_files_give_one_json_object_a_line(page: str) -> None:
    lines = articlex(page, page).stdout.splitlines()
    assert len(lines) == 2
    assert all(SENTENCE.strip() in json.loads(line)["text"] for line in lines)


def test_several_files_as_json_give_one_array(page: str) -> None:
    assert len(json.loads(articlex("-f", "json", page, page).stdout)) == 2


def test_json_of_failed_files_alone_is_an_empty_array() -> None:
    result = articlex("-f", "json", "nowhere", "nowhere-else")
    assert (result.exit_code, json.loads(result.stdout)) == (3, [])


def test_several_markdown_documents_each_name_their_file(page: str) -> None:
    result = articlex("-f", "md", page, page)
    assert result.stdout.count(f"<!-- {page} -->") == 2


def test_format_follows_the_ending_of_the_output(page: str, tmp_path: Path) -> None:
    output = tmp_path / "out.json"
    result = articlex(page, "-o", str(output))
    assert (result.exit_code, result.stdout) == (0, "")
    assert SENTENCE.strip() in json.loads(output.read_text())["text"]


def test_a_failed_run_leaves_the_old_output_and_no_other_file(tmp_path: Path) -> None:
    output = tmp_path / "out.md"
    output.write_text("old")
    assert articlex("nowhere", "-o", str(output)).exit_code == 3
    assert output.read_text() == "old"
    assert list(tmp_path.iterdir()) == [output]


def test_output_keeps_the_mode_of_the_file_that_it_replaces(page: str, tmp_path: Path) -> None:
    output = tmp_path / "out.md"
    output.write_text("old")
    output.chmod(0o640)
    articlex(page, "-o", str(output))
    assert output.stat().st_mode & 0o777 == 0o640
    assert SENTENCE.strip() in output.read_text()


def test_output_into_a_missing_folder_is_one_line(page: str, tmp_path: Path) -> None:
    result = articlex(page, "-o", str(tmp_path / "no" / "out.md"))
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1


def test_a_page_without_an_article_exits_with_1(bare: str) -> None:
    result = articlex(bare)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"articlex: {bare}: no article found [no-article]\n"


@pytest.mark.parametrize("form", ["md", "html", "txt", "tei"])
def test_of_an_error_page_only_a_record_is_printed(form: str, tmp_path: Path) -> None:
    """Its headline had been: "# 404 Not Found"."""
    path = tmp_path / "gone.html"
    path.write_text("<title>404 Not Found</title><h1>404 Not Found</h1><p>There is no such page.</p>")
    assert articlex("-f", form, str(path)).stdout == ""
    assert '"no_article"' in articlex("-f", "json", str(path)).stdout


def test_allow_empty_makes_that_0(bare: str) -> None:
    assert articlex("--allow-empty", bare).exit_code == 0


def test_quiet_says_nothing_about_it(bare: str) -> None:
    result = articlex("-q", bare)
    assert (result.exit_code, result.stderr) == (1, "")


def test_a_failure_outranks_a_missing_article_and_the_rest_go_on(page: str, bare: str) -> None:
    result = articlex("nowhere", bare, page)
    assert result.exit_code == 3
    assert "articlex: nowhere: no such file [not-found]" in result.stderr
    assert SENTENCE.strip() in result.stdout


def test_fail_fast_stops_at_the_first_failure(page: str) -> None:
    assert articlex("--fail-fast", "nowhere", page).stdout == ""


def test_verbose_tells_what_was_read(page: str) -> None:
    result = articlex("-v", page)
    assert f"articlex: {page}: html, " in result.stderr
    assert "[read]" in result.stderr


@pytest.mark.parametrize("option", ["-vv", "--traceback"])
def test_a_traceback_is_printed_when_asked_for(option: str) -> None:
    assert "Traceback" in articlex(option, "nowhere").stderr
    assert "Traceback" not in articlex("nowhere").stderr


@pytest.mark.parametrize("error", [MemoryError(), RuntimeError("unforeseen")])
def test_what_nobody_foresaw_is_one_line_and_no_missing_article(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr("articlex.cli.extract.requested", fail)
    result = articlex("page.html")
    assert result.exit_code == 3
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" in articlex("--traceback", "page.html").stderr


def test_what_the_terminal_would_obey_is_escaped_in_file_names() -> None:
    stderr = articlex("evil\x1b[31m\nname\u202e").stderr
    assert stderr == "articlex: evil\\x1b[31m\\nname\\u202e: no such file [not-found]\n"


def test_a_byte_that_is_no_utf_8_is_shown_as_it_could_be_typed() -> None:
    assert articlex(os.fsdecode(b"no\xff")).stderr == "articlex: no\\xff: no such file [not-found]\n"


@pytest.mark.parametrize("form", ["md", "txt", "html"])
def test_what_the_terminal_would_obey_is_escaped_between_documents(form: str, tmp_path: Path) -> None:
    path = tmp_path / "evil\x1b[31m\nname\u202e--.html"
    path.write_text(PAGE)
    stdout = articlex("-f", form, str(path), str(path)).stdout
    assert stdout.count("evil\\x1b[31m\\nname\\u202e") == 2


@pytest.mark.parametrize("name", ["a--->b.html", "a---->b.html", "a--b-"])
def test_a_name_does_not_end_the_comment_that_it_stands_in(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(PAGE)
    comment = articlex("-f", "html", name, name).stdout.splitlines()[0]
    assert comment.index("--", len("<!--")) == len(comment) - len("-->")


def test_what_the_terminal_would_obey_is_escaped_in_usage_errors() -> None:
    assert "\x1b" not in articlex("--\x1b[31m").stderr


def test_a_file_named_like_a_command_is_reached_by_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("explain").write_text(PAGE)
    assert SENTENCE.strip() in articlex("./explain").stdout
    assert SENTENCE.strip() in articlex("--", "explain").stdout


@pytest.mark.parametrize("size", ["1T", "1048576T"])
def test_a_large_limit_costs_no_memory(size: str, page: str) -> None:
    assert articlex("--max-size", size, page).exit_code == 0
    assert articlex("--max-size", size, stdin=PAGE).exit_code == 0


def test_a_glob_is_told_who_replaces_it() -> None:
    told = "no such file; the shell replaces a glob, unless it is quoted or nothing matches"
    assert articlex("*.html").stderr == f"articlex: *.html: {told} [not-found]\n"


@pytest.mark.parametrize("address", ["https://ex.org/page", "file:///page.html", "ftp://ex.org/page"])
def test_an_address_is_told_how_to_be_fetched(address: str) -> None:
    result = articlex(address)
    assert result.exit_code == 3
    assert result.stderr == (
        f"articlex: {address}: nothing is fetched; curl -s URL | articlex --url URL [not-found]\n"
    )


def test_max_size_refuses_what_is_larger(page: str) -> None:
    result = articlex("--max-size", "100", page)
    assert result.exit_code == 3
    assert "[too-large]" in result.stderr


def test_a_closed_pipe_ends_quietly(page: str) -> None:
    pages = " ".join([page] * 40)
    command = f"{sys.executable} -m articlex -f jsonl {pages} | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


@pytest.mark.parametrize("command", ["man", "config show", "batch --help", "explain"])
def test_a_closed_pipe_ends_every_command_quietly(command: str, page: str) -> None:
    words = [sys.executable, "-m", "articlex", *command.split(), *([page] if command == "explain" else [])]
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(words, stdout=writer, stderr=subprocess.PIPE, timeout=60)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_is_utf_8_whatever_the_locale(page: str, tmp_path: Path) -> None:
    path = tmp_path / "zh.html"
    path.write_text(PAGE.replace("harbour", "港口"), encoding="utf-8")
    env = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    command = [sys.executable, "-m", "articlex", str(path)]
    done = subprocess.run(command, env=env, capture_output=True, timeout=60)
    assert "港口".encode() in done.stdout


#: What reading a page of UTF-8 and writing Markdown can do without; each takes 3 ms or more to import.
HEAVY = """asyncio charset_normalizer email html.parser http importlib.metadata importlib.resources
    jsonschema logging lxml.html markdown_it mdit_py_plugins multiprocessing nh3 numpy.ma numpy.random
    numpy.testing readability rich sqlite3 subprocess tempfile traceback zipfile""".split()


@pytest.mark.parametrize(
    "name", ["news-en-mega-menu/source.html", "text-en-language-and-section-menus/source.txt"]
)
def test_heavy_packages_are_not_imported_to_read_one_page(name: str) -> None:
    page = Path(__file__).parents[2] / "fixtures" / "pages" / name
    code = (
        "import sys, articlex.cli.main as m\n"
        f"try: m.program.main([{str(page)!r}])\n"
        "except SystemExit: pass\n"
        f"print(sorted({set(HEAVY)} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, text=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_the_record_names_the_file_it_is_from(page: str) -> None:
    assert json.loads(articlex("-f", "json", page).stdout)["source"] == page


def test_fields_are_chosen_in_their_order(page: str) -> None:
    record = json.loads(articlex("-f", "json", "--fields", "word_count, title", page).stdout)
    assert list(record) == ["word_count", "title"]


def test_an_unknown_field_is_wrong_usage(page: str) -> None:
    result = articlex("-f", "json", "--fields", "colour", page)
    assert result.exit_code == 2
    assert "unknown field 'colour'" in result.stderr


def test_blocks_and_provenance_come_on_request(page: str) -> None:
    assert not {"blocks", "provenance"} & json.loads(articlex("-f", "json", page).stdout).keys()
    record = json.loads(articlex("-f", "json", "--blocks", "--provenance", page).stdout)
    assert {"blocks", "provenance"} <= record.keys()


@pytest.mark.parametrize(
    ("command", "code", "message"),
    [
        (
            "articlex PAGE -o /dev/fd/12345678901",
            3,
            "articlex: /dev/fd/12345678901: no such file [not-found]\n",
        ),
        ("articlex PAGE >/dev/full", 3, "articlex: <stdout>: no space left on device [io]\n"),
        ("articlex - <&-", 3, "articlex: <stdin>: standard input is closed [io]\n"),
        ("articlex PAGE >&-", 3, "articlex: <stdout>: standard output is closed [io]\n"),
        ("articlex PAGE nowhere 2>&- >/dev/null", 3, ""),
        ("articlex nowhere 2>&- | sed s/^/data:/ >&2; exit ${PIPESTATUS[0]}", 3, ""),
        ("articlex explain PAGE >&-", 3, "articlex: <stdout>: standard output is closed [io]\n"),
        ("articlex config show >&-", 3, "articlex: <stdout>: standard output is closed [io]\n"),
        ("articlex doctor >/dev/full", 3, "articlex: <stdout>: no space left on device [io]\n"),
        ("articlex ''", 3, "articlex: '': no such file [not-found]\n"),
        (
            "articlex -o /nowhere/x.md PAGE",
            2,
            "articlex: /nowhere/x.md: there is no folder /nowhere [not-found]\n",
        ),
    ],
)
def test_streams_that_cannot_be_written_are_one_line(
    command: str, code: int, message: str, page: str, tmp_path: Path
) -> None:
    command = command.replace("articlex", f"{sys.executable} -m articlex", 1).replace("PAGE", page)
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, timeout=60, text=True, stdin=subprocess.DEVNULL
    )
    assert (done.returncode, done.stderr) == (code, message.replace("PAGE", page))


def test_an_output_that_cannot_be_written_is_named(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("articlex.cli.extract.Sink.write", full)
    result = articlex(page, "-o", str(tmp_path / "out.md"))
    assert result.exit_code == 3
    assert result.stderr == f"articlex: {tmp_path}/out.md: no space left on device [io]\n"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_that_ends_the_process_leaves_no_file(
    number: signal.Signals,
    tmp_path: Path,
    inherited: Callable[[signal.Signals, signal.Handlers], AbstractContextManager[None]],
) -> None:
    command = [sys.executable, "-m", "articlex", "-o", str(tmp_path / "out.md")]
    with inherited(number, signal.SIG_DFL):
        process = subprocess.Popen(command, stdin=subprocess.PIPE)
    with process:
        while not list(tmp_path.iterdir()):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(number)
        assert process.wait(60) == -number
    assert list(tmp_path.iterdir()) == []


def test_a_stream_that_takes_a_part_at_a_time_gets_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """As standard output does under PYTHONUNBUFFERED when the disk is nearly full."""

    class Narrow(io.RawIOBase):
        taken = b""

        def write(self, data: Any) -> int:
            self.taken += bytes(data[:5])
            return min(5, len(data))

    narrow = Narrow()
    monkeypatch.setattr("sys.stdout", SimpleNamespace(buffer=narrow))
    with open_sink(None) as sink:
        sink.write("the harbour wall")
    assert narrow.taken == b"the harbour wall"


def test_a_device_is_written_and_not_replaced(page: str) -> None:
    command = f"{sys.executable} -m articlex {page} -o /dev/stdout | cat"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=60, text=True)
    assert SENTENCE.strip() in done.stdout
