"""``articlex batch`` and ``articlex status`` from the command line."""

from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command import articlex, batch


def test_stdout_is_silent_and_the_summary_goes_to_stderr(site: Path) -> None:
    result = batch("site", "-o", "out")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("articlex: 2 pages: 1 ok, 1 empty (")
    assert (site.parent / "out" / "a.md").read_text().startswith("# Rain\n")


def test_quiet_leaves_only_failures(site: Path) -> None:
    (site / "c.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    result = batch("-q", "site", "-o", "out")
    assert result.exit_code == 3
    assert result.stderr.startswith("articlex: site/c.pdf: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("quiet", ["-q", "--no-config"])
def test_what_failed_before_and_is_as_it_was_is_one_line(quiet: str, site: Path) -> None:
    (site / "c.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    (site / "d.jsonl").write_text('{"html": 5}\n[]\n')
    batch("-q", "site", "-o", "out")
    again = batch(quiet, "site", "-o", "out")
    assert again.exit_code == 3
    assert again.stderr.splitlines()[-1] == (
        "articlex: failed in an earlier run and left alone: 3 pages;"
        " see 'articlex status' and --retry-failed [failed-before]"
    )
    assert again.stderr.count("\n") == (1 if quiet == "-q" else 2)


def test_allow_empty(site: Path) -> None:
    assert batch("--allow-empty", "site", "-o", "out").exit_code == 0


def test_verbose_names_pages_without_an_article(site: Path) -> None:
    assert "site/b.html: the page is empty [empty]" in batch("-v", "site", "-o", "out").stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["site"],
        ["-o", "out"],
        ["site", "-o", "site"],
        ["site", "-o", "out.jsonl", "-f", "md"],
        ["site", "-o", "out", "-f", "pdf"],
        ["site", "-o", "out", "--memory", "lots"],
        ["site", "-o", "out", "--timeout", "nan"],
        ["site", "-o", "out", "--timeout", "inf"],
        ["site", "-o", "out", "--lock-wait", "nan"],
        ["site", "-o", ""],
        ["site", "-o", "out", "--report", ""],
        ["site", "-o", "out", "--report", "reports/"],
        ["site/a.html", "-o", "./site/a.html"],
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(arguments: list[str], site: Path, rain_page: str) -> None:
    result = batch(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("articlex: ")
    assert not (site.parent / "out").exists()
    assert (site / "a.html").read_text() == rain_page


def test_a_missing_source_fails(site: Path) -> None:
    result = batch("gone", "-o", "out")
    assert result.exit_code == 3
    assert "articlex: gone: no such file [not-found]" in result.stderr


def test_an_address_is_told_that_nothing_is_fetched(site: Path) -> None:
    result = batch("https://ex.org/a", "-o", "out")
    assert result.stderr.startswith("articlex: https://ex.org/a: nothing is fetched; a SOURCE is a file, ")


def test_a_dry_run_says_where_pages_would_go_and_writes_nothing(site: Path) -> None:
    result = batch("-n", "site", "-o", "out")
    assert result.stdout == "site/a.html\tout/a.md\tnew\nsite/b.html\tout/b.md\tnew\n"
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_dry_run_after_a_run_says_what_changed_and_leaves_the_manifest(site: Path, rain_page: str) -> None:
    batch("site", "-o", "out")
    (site / "a.html").write_text(rain_page + "<p>More of it.</p>")
    before = (site.parent / "out" / ".articlex" / "manifest.sqlite").read_bytes()
    result = batch("-n", "site", "-o", "out")
    assert result.stdout == "site/a.html\tout/a.md\tchanged\nsite/b.html\t\tdone\n"
    assert (site.parent / "out" / ".articlex" / "manifest.sqlite").read_bytes() == before


def test_a_dry_run_says_what_is_pruned_and_what_has_no_output(site: Path) -> None:
    (site / "c.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    batch("site", "-o", "out")
    (site / "a.html").unlink()
    lines = batch("-n", "--prune", "site", "-o", "out").stdout.splitlines()
    assert lines == [
        "site/b.html\t\tdone",
        "site/c.pdf\t\ta PDF document, not a page of text [binary]",
        f"{site}/a.html\tout/a.md\tpruned",
    ]
    assert (site.parent / "out" / "a.md").exists()


def from_standard_input(page: str, *arguments: str) -> int:
    """The exit code of a batch of the one page on standard input, in a process of its own."""
    command = [sys.executable, "-m", "articlex", "batch", "-j", "1", "-q", "-", "-o", "out", *arguments]
    return subprocess.run(command, input=page.encode(), check=False).returncode


def test_a_page_on_standard_input_has_an_output_of_that_name(site: Path, rain_page: str) -> None:
    assert from_standard_input(rain_page) == 0
    assert "# Rain" in (site.parent / "out" / "stdin.md").read_text()


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(("size", "code"), [("1T", 0), ("100", 3)])
def test_a_page_on_standard_input_has_the_limit_of_others(size: str, code: int, rain_page: str) -> None:
    assert from_standard_input(rain_page, "--max-size", size) == code


@pytest.mark.parametrize("arguments", [("-", "--files-from", "-"), ("-", "-")])
def test_standard_input_is_read_once(arguments: tuple[str, ...], site: Path) -> None:
    result = batch(*arguments, "-o", "out")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        2,
        "articlex: standard input can be read only once [usage]",
    )


@pytest.mark.parametrize("output", ["out", "out.jsonl.gz"])
def test_a_run_leaves_nothing_open(output: str, site: Path) -> None:
    command = [sys.executable, "-X", "dev", "-m", "articlex", "batch", "-j", "1", "site", "-o", output, "-q"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("- <&-", "articlex: <stdin>: standard input is closed [io]"),
        ("- --archive jsonl <&-", "articlex: <stdin>: standard input is closed [io]"),
        ("--files-from - <&-", "articlex: <stdin>: standard input is closed [io]"),
        ("'' </dev/null", "articlex: '': no such file [not-found]"),
        (
            "- --archive zip < <(cat site/b.html)",
            "articlex: <stdin>: zip is read from a file, not from a pipe [archive]",
        ),
    ],
)
def test_an_input_that_cannot_be_read_is_one_line(arguments: str, message: str, site: Path) -> None:
    command = f"{sys.executable} -m articlex batch -q -o out {arguments}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (3, message + "\n")


def test_report(site: Path) -> None:
    (site / "c.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    result = batch("site", "-o", "out", "--report", "report.json")
    report = json.loads((site.parent / "report.json").read_text())
    assert report["exit_code"] == result.exit_code == 3
    assert report["counts"] == {
        "ok": 1,
        "uncertain": 0,
        "no_article": 0,
        "empty": 1,
        "partial": 0,
        "failed": 1,
    }
    assert [(page["input"], page["code"]) for page in report["failures"]] == [("c.pdf", "binary")]
    assert [page["input"] for page in report["without_article"]] == ["b.html"]


def test_json_log(site: Path) -> None:
    (site / "c.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    events = [
        json.loads(line) for line in batch("--log-format", "json", "site", "-o", "out").stderr.splitlines()
    ]
    assert [event["event"] for event in events] == ["page", "summary"]
    assert events[0]["input"] == "site/c.pdf"
    assert events[1]["exit_code"] == 3


def test_options_of_the_output_reach_the_rows(site: Path) -> None:
    batch("site", "-o", "out.jsonl", "--fields", "source,title")
    rows = (site.parent / "out.jsonl").read_text().splitlines()
    assert json.loads(rows[0]) == {"source": "a.html", "title": "Rain"}


def test_a_setting_for_the_format_does_not_contradict_the_ending(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARTICLEX_FORMAT", "txt")
    assert batch("site", "-o", "out.jsonl").exit_code == 1
    assert batch("site", "-o", "out").exit_code == 1
    assert (site.parent / "out" / "a.txt").exists()


def test_names_from_standard_input(site: Path) -> None:
    arguments = ["batch", "-j", "1", "--files-from", "-", "-0", "-o", "out"]
    done = subprocess.run(
        [sys.executable, "-m", "articlex", *arguments], input=b"site/a.html\0site/b.html\0", check=False
    )
    assert done.returncode == 1
    assert (site.parent / "out" / "site" / "a.md").exists()


def test_an_archive_on_standard_input_that_a_list_names_is_read(site: Path) -> None:
    (site.parent / "x.jsonl").write_text('{"html": "<p>One."}\n')
    (site.parent / "list").write_text("x.jsonl\n-\n")
    options = ["--files-from", "list", "--archive", "jsonl", "-o", "out.jsonl"]
    subprocess.run(
        [sys.executable, "-m", "articlex", "batch", "-q", "-j", "1", *options],
        input=b'{"html": "<p>Two."}\n{"html": "<p>Three."}\n',
        check=False,
    )
    records = map(json.loads, (site.parent / "out.jsonl").read_text().splitlines())
    assert [record["source"] for record in records] == [
        "x.jsonl/00000001",
        "stdin/00000001",
        "stdin/00000002",
    ]


@pytest.mark.parametrize("output", ["out", "out.jsonl"])
def test_a_list_on_standard_input_that_names_it_loses_nothing(output: str, site: Path) -> None:
    # As many bytes as no pipe holds at once: what is behind the dash has not been read when it is met.
    names = ["site/a.html", "-", *(f"site/{number:0200}.html" for number in range(1_000))]
    done = subprocess.run(
        [sys.executable, "-m", "articlex", "batch", "-q", "-j", "1", "--files-from", "-", "-o", output],
        input="\n".join(names),
        text=True,
        capture_output=True,
        check=False,
    )
    assert "<stdin>: standard input is the list of files; a file of this name is ./- [io]\n" in done.stderr
    assert done.stderr.count("[not-found]") == 1_000


def test_a_bar_on_a_terminal(site: Path) -> None:
    primary, secondary = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    process = subprocess.Popen(
        [sys.executable, "-m", "articlex", "batch", "-j", "1", "site", "-o", "out", "--report", "-"],
        stdout=secondary,
        stderr=secondary,
        env=environment,
    )
    process.wait(60)
    os.close(secondary)
    shown = b""
    try:
        while chunk := os.read(primary, 65536):
            shown += chunk
    except OSError:
        pass  # the other end of a terminal that is closed reads as an error
    os.close(primary)
    assert b"pages/s" in shown
    assert b"\x1b[" in shown
    assert b'\x1b[2K{\r\n  "exit_code": 1,' in shown, "the report begins below the bar, or in its place"
    assert b"articlex: 2 pages: 1 ok, 1 empty" in shown


def test_status(site: Path) -> None:
    (site / "c.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    batch("site", "-o", "out")
    result = articlex("status", "out")
    assert result.exit_code == 0
    assert result.stdout.startswith("3 pages in 1 run: 1 ok, 1 empty, 1 failed\n")
    assert "c.pdf" in result.stdout
    account = json.loads(articlex("status", "--json", "out").stdout)
    assert account["counts"]["ok"] == 1
    assert account["failures"][0]["input"] == "c.pdf"
    assert len(account["slowest"]) == 3


def test_members_of_archives_are_named(site: Path) -> None:
    (site / "d.jsonl").write_text('{"html": 5}\n')
    batch("site", "-o", "out", "--report", "report.json")
    account = json.loads(articlex("status", "--json", "out").stdout)
    report = json.loads(Path("report.json").read_text())
    expected = [f"{site}/d.jsonl!00000001"]
    assert [failure["path"] for failure in account["failures"]] == expected
    assert [failure["path"] for failure in report["failures"]] == expected


def test_status_of_an_output_that_only_others_may_write(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch("site", "-o", "out")
    connect = sqlite3.connect

    def refusing(address: str, *, uri: bool) -> sqlite3.Connection:
        """As in a folder in which SQLite can make no file for the shared memory of its log."""
        if "immutable" not in address:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return connect(address, uri=uri)

    monkeypatch.setattr(sqlite3, "connect", refusing)
    assert "2 pages" in articlex("status", "out").stdout


def test_status_of_one_file(site: Path) -> None:
    batch("site", "-o", "out.jsonl")
    assert "2 pages" in articlex("status", "out.jsonl").stdout


@pytest.mark.usefixtures("site")
def test_a_source_that_may_not_be_read_does_not_stop_the_others(
    monkeypatch: pytest.MonkeyPatch, rain_page: str
) -> None:
    closed, stat = Path("closed.html"), os.stat
    closed.write_text(rain_page)
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) != "closed.html")

    def refusing(path: Any, *args: Any, **options: Any) -> os.stat_result:
        if path == "closed.html":
            raise PermissionError(13, "Permission denied")
        return stat(path, *args, **options)

    monkeypatch.setattr(os, "stat", refusing)
    result = batch("closed.html", "site/a.html", "-o", "out")
    assert result.exit_code == 3
    assert "articlex: closed.html: permission denied [permission]" in result.stderr
    assert Path("out/site/a.md").exists()


@pytest.fixture
def named(site: Path, rain_page: str) -> Path:
    """JSON Lines whose records have names of their own: a page, and one without HTML."""
    lines = [{"id": 7, "html": rain_page, "more": {"a": [1]}, "other": 1}, {"id": 8, "html": None}]
    path = site.parent / "in.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of an output in JSON Lines."""
    return [json.loads(line) for line in Path(name).read_text().splitlines()]


def test_fields_of_the_input_come_back_in_the_record(named: Path) -> None:
    """Who pipes JSON Lines knows each record again by its own name for it, one that failed too."""
    batch(named.name, "-o", "out.jsonl", "--keep-fields", "id,more")
    assert [(row["status"], row["input"]) for row in rows("out.jsonl")] == [
        ("ok", {"id": 7, "more": {"a": [1]}}),
        ("error", {"id": 8}),
    ]


def test_fields_of_the_input_are_one_of_the_fields(named: Path) -> None:
    batch(named.name, "-o", "out.jsonl", "--keep-fields", "id", "--fields", "title,input")
    assert rows("out.jsonl")[0] == {"title": "Rain", "input": {"id": 7}}


def test_no_field_of_the_input_is_kept_unasked(named: Path) -> None:
    batch(named.name, "-o", "out.jsonl")
    assert "input" not in rows("out.jsonl")[0]


def test_another_name_for_the_same_page_is_another_row(named: Path) -> None:
    batch(named.name, "-o", "out.jsonl", "--keep-fields", "id")
    named.write_text(named.read_text().replace('"id": 7', '"id": 9'))
    batch(named.name, "-o", "out.jsonl", "--keep-fields", "id")
    assert rows("out.jsonl")[0]["input"] == {"id": 9}


def test_fields_of_the_input_that_no_json_can_hold(site: Path, rain_page: str) -> None:
    """Half a character ended the run; NaN, which pandas writes for what is missing, is no JSON."""
    fields = ['"\\ud800"', '{"\\udfff": 1}', "NaN", "[1e999, -Infinity]", '"NaN \u2028 \x9b31m"']
    pages = (json.dumps(rain_page), "null")
    lines = [f'{{"id": {field}, "html": {html}}}\n' for field in fields for html in pages]
    (site.parent / "in.jsonl").write_text("".join(lines))
    assert batch("in.jsonl", "-o", "out.jsonl", "--keep-fields", "id").exit_code == 3
    written = (site.parent / "out.jsonl").read_text()
    assert "\x9b" not in written
    kept = [json.loads(line, parse_constant=pytest.fail)["input"]["id"] for line in written.splitlines()]
    wanted = ["\ufffd", {"\ufffd": 1}, None, [None, None], "NaN \u2028 \x9b31m"]
    assert kept == [value for value in wanted for _ in pages]
