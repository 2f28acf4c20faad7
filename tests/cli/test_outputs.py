"""What -o, the fields, the encoding and the first word may be, and what is said of those that may not."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import articlex


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rain_page: str) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(rain_page)
    return tmp_path


@pytest.fixture
def bare(folder: Path) -> str:
    (folder / "bare.html").write_text("<html><body><p>Page not found</p></body></html>")
    return "bare.html"


@pytest.mark.parametrize(
    "ending", ["pdf", "xlsx", "yaml", "yml", "DOCX", "parquet", "md.gz", "json.zst", "zip"]
)
def test_an_ending_that_no_format_has_is_wrong_usage(ending: str) -> None:
    result = articlex("page.html", "-o", f"out.{ending}")
    assert result.exit_code == 2
    assert ".md .json" in result.stderr
    assert not Path(f"out.{ending}").exists()
    assert articlex("page.html", "-f", "md", "-o", f"out.{ending}").exit_code == 0


@pytest.mark.parametrize(
    "name",
    [
        "out",
        "out.MD",
        "out.htm",
        "out.markdown",
        ".out",
        "z.log",
        "tmp.e0sEZfLaxC",
        "page.v2",
        "page.2024-01-01",
    ],
)
def test_other_names_are_as_good_as_ever(name: str) -> None:
    assert articlex("page.html", "-o", name).exit_code == 0


@pytest.mark.parametrize("ending", ["pdf", "md", "csv", "xml", "jsonl", "json.gz"])
@pytest.mark.parametrize("command", ["explain", "learn"])
def test_an_ending_of_what_a_command_does_not_write_is_wrong_usage(command: str, ending: str) -> None:
    result = articlex(command, "page.html", "-o", f"out.{ending}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"out.{ending}: 'articlex {command}' writes no .{ending.split('.')[-1]}" in result.stderr
    assert not Path(f"out.{ending}").exists()


@pytest.mark.parametrize("name", ["out", "out.json", "out.v2"])
@pytest.mark.parametrize("command", ["explain", "learn"])
def test_an_ending_that_says_nothing_else_is_as_good_as_ever(command: str, name: str) -> None:
    assert articlex(command, "page.html", "-o", name).exit_code == 0


def test_a_table_is_text(folder: Path) -> None:
    for name, options in (("out.txt", ()), ("out.md", ("--json",)), ("out.md", ("--html",))):
        assert articlex("explain", "page.html", "-o", name, *options).exit_code == 0
    assert articlex("learn", "page.html", "-o", "/dev/null").exit_code == 0


@pytest.mark.parametrize("name", ["markdown", "MD", ".md"])
def test_a_format_has_several_names(name: str) -> None:
    assert articlex("page.html", "-f", name).stdout.startswith("# Rain\n")
    assert articlex("batch", "page.html", "-f", name, "-o", "out").exit_code == 0
    assert Path("out/page.md").exists()


@pytest.mark.parametrize("output", ["page.html", "./page.html", "link.html"])
def test_an_output_that_is_the_input_is_refused(output: str, folder: Path, rain_page: str) -> None:
    (folder / "link.html").symlink_to("page.html")
    result = articlex("-f", "html", "page.html", "-o", output)
    assert result.exit_code == 2
    assert "would replace an input" in result.stderr
    assert Path("page.html").read_text() == rain_page


def test_a_batch_has_no_standard_output() -> None:
    result = articlex("batch", "page.html", "-o", "-")
    assert result.exit_code == 2
    assert not Path("-").exists()


def test_a_loop_of_links_and_a_link_into_nothing_are_one_line(folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    (folder / "link").symlink_to("missing/file")
    loop, link = articlex("page.html", "-o", "loop"), articlex("page.html", "-o", "link")
    assert (loop.exit_code, link.exit_code) == (2, 2)
    assert loop.stderr == "articlex: loop: too many levels of symbolic links [usage]\n"
    assert link.stderr == f"articlex: link: there is no folder {os.path.realpath('missing')} [not-found]\n"


@pytest.mark.parametrize("name", ["/", ".", "new/", "page.html/", "page.html/below", "loop", "loop/below"])
@pytest.mark.parametrize("command", ["", "batch", "learn"])
def test_a_place_where_nothing_can_be_written_is_wrong_usage(command: str, name: str, folder: Path) -> None:
    (folder / "loop").symlink_to("loop")
    result = articlex(*command.split(), "page.html", "-o", name)
    is_new_folder = (command, name) == ("batch", "new/")
    assert (result.exit_code, "[usage]" in result.stderr or "[not-found]" in result.stderr) == (
        (0, False) if is_new_folder else (2, True)
    )


def test_a_misspelt_command_is_recognised() -> None:
    assert "did you mean the command 'explain'?" in articlex("exlain", "page.html").stderr


@pytest.mark.parametrize("words", ["page page.html", "page.html exlain", "explain statu", "./exlain"])
def test_a_file_that_is_not_there_is_not_taken_for_a_command(words: str) -> None:
    assert "did you mean" not in articlex(*words.split()).stderr


@pytest.mark.parametrize("words", ["-- batch", "-q explain page.html", "-f json status"])
def test_a_command_behind_another_word_is_told_its_place(words: str) -> None:
    name = next(word for word in words.split() if word in ("batch", "explain", "status"))
    told = f"articlex: {name}: no such file; the command {name!r} has to be the first word [not-found]\n"
    assert articlex(*words.split()).stderr == told


def test_who_asks_for_help_by_a_word_is_told_the_option() -> None:
    assert "'articlex --help' lists the commands" in articlex("help", "batch").stderr


@pytest.mark.parametrize("output", ["nosuch", "folder", "page.html"])
def test_status_of_what_is_no_output_is_wrong_usage(output: str) -> None:
    Path("folder").mkdir()
    result = articlex("status", output)
    assert result.exit_code == 2
    assert "no output of articlex batch" in result.stderr


def test_status_of_a_manifest_that_has_just_been_made_is_one_clear_line() -> None:
    Path("out/.articlex").mkdir(parents=True)
    Path("out/.articlex/manifest.sqlite").touch()
    result = articlex("status", "out")
    assert result.exit_code == 3
    assert "no such table" not in result.stderr


def test_a_compressed_archive_on_standard_input(rain_page: str) -> None:
    lines = gzip.compress(b'{"html": "' + rain_page.encode() + b'"}\n')
    command = [
        sys.executable,
        "-m",
        "articlex",
        "batch",
        "-q",
        "-j",
        "1",
        "-",
        "--archive",
        "jsonl",
        "-o",
        "out",
    ]
    assert subprocess.run(command, input=lines, timeout=60).returncode == 0
    assert Path("out/stdin/00000001.md").read_text().startswith("# Rain")


@pytest.mark.parametrize("ending", ["md", "txt", "html", "tei", "json", "csv"])
def test_a_run_that_finds_nothing_leaves_the_old_output(ending: str, bare: str, folder: Path) -> None:
    output, error_page = folder / f"old.{ending}", folder / "404.html"
    output.write_text("old")
    error_page.write_text("<title>Not found</title><h1>404 Not found</h1><p>The page is not there.</p>")
    assert articlex("nowhere", "nowhere-else", "-o", str(output)).exit_code == 3
    assert output.read_text() == "old"
    if ending not in ("json", "csv"):
        for page in (bare, str(error_page)):
            assert articlex(page, "-o", str(output)).exit_code == 1
            assert output.read_text() == "old"


def test_a_record_that_says_there_is_no_article_is_written(bare: str, folder: Path) -> None:
    output = folder / "out.json"
    assert articlex(bare, "-o", str(output)).exit_code == 1
    assert json.loads(output.read_text())["verdict"] == "no_article"


@pytest.mark.parametrize("args", [[], ["-f", "md"], ["-f", "csv"]])
def test_fields_go_by_the_names_of_the_schema(args: list[str]) -> None:
    right = articlex("--schema", "newspaper", "--fields", "publish_date,text", *args, "page.html")
    assert right.exit_code == 0
    wrong = articlex("--schema", "newspaper", "--fields", "date_published", *args, "page.html")
    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "unknown field 'date_published'" in wrong.stderr


def test_a_list_of_no_fields_is_no_list_of_all() -> None:
    result = articlex("-f", "json", "--fields", "", "page.html")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no field is named" in result.stderr


@pytest.mark.parametrize(
    ("name", "code"),
    [
        *((name, 2) for name in ("utf-7", "idna", "punycode", "unicode_escape", "hex", "klingon", "\0")),
        *((name, 0) for name in ("x-sjis", "windows-874", "windows-31j", "iso-8859-8-i", "x-mac-cyrillic")),
        ("utf-8", 0),
    ],
)
def test_encodings_are_those_of_the_library(name: str, code: int) -> None:
    assert articlex("--encoding", name, "page.html").exit_code == code


@pytest.mark.parametrize(
    "start", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n", b"x" * 257 + b"ustar\0" + b"\0" * 9]
)
def test_a_binary_format_is_none_in_any_encoding(start: bytes, folder: Path) -> None:
    (folder / "x").write_bytes(start + b"\0" * 512)
    result = articlex("--encoding", "latin-1", str(folder / "x"))
    assert result.exit_code == 3
    assert "[binary]" in result.stderr


def test_the_record_names_a_file_whose_name_is_no_utf_8(tmp_path: Path, rain_page: str) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/latin\xe9.html")
    Path(path).write_text(rain_page)
    assert json.loads(articlex("-f", "json", path).stdout)["source"] == rf"{tmp_path}/latin\xe9.html"


def test_options_about_markdown_that_change_nothing_are_named() -> None:
    told = articlex("-f", "html", "--front-matter", "--tables", "html", "page.html")
    assert (told.exit_code, told.stderr) == (
        0,
        "articlex: --front-matter, --tables: no effect on html, as csv, json, jsonl and md alone have "
        "Markdown [no-effect]\n",
    )
    for format in ("md", "json", "csv"):
        assert articlex("-f", format, "--front-matter", "page.html").stderr == ""


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--schema", "schemaorg"), "the fields of schema schemaorg"),
        (("--fields", "title,text"), "these --fields"),
    ],
)
def test_options_about_fields_that_are_not_there_are_named(options: tuple[str, ...], reason: str) -> None:
    told = articlex("-f", "json", *options, "--blocks", "--front-matter", "page.html").stderr
    assert told == f"articlex: --blocks, --front-matter: no effect on {reason} [no-effect]\n"
    assert articlex("-f", "json", "--fields", "blocks,markdown", "--blocks", "page.html").stderr == ""


def test_options_about_fields_that_change_nothing_are_named() -> None:
    """Who asks for fields of a document is told why it has all."""
    told = articlex("--fields", "title", "--provenance", "page.html")
    assert (told.exit_code, told.stderr) == (
        0,
        "articlex: --fields, --provenance: no effect on md, as csv, json and jsonl alone have fields "
        "[no-effect]\n",
    )
    for quiet in (
        ("-q", "--fields", "title", "page.html"),
        ("-f", "json", "--fields", "title", "page.html"),
        ("page.html",),
    ):
        assert articlex(*quiet).stderr == ""


def test_one_address_for_several_pages_is_named() -> None:
    """Their records would all say that they are from there."""
    one = ("--url", "https://ex.org/a", "page.html")
    told = articlex(*one, "page.html", "-")
    assert (told.exit_code, told.stderr.splitlines()[0]) == (
        1,
        "articlex: --url: one address for 3 pages, as if all were the same [one-address]",
    )
    for quiet in (one, ("-q", *one, "page.html"), ("page.html", "page.html")):
        assert articlex(*quiet).stderr == ""
