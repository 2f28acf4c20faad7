"""What a batch says on stderr besides its failures, and the report that it cannot write."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import batch
from rich.console import Console
from rich.progress import Progress

from articlex.batch.progress import BarReporter
from articlex.batch.summary import Summary
from articlex.errors import UsageError


def test_a_json_log_has_nothing_else_in_it(site: Path) -> None:
    """Whatever the encoding of the log: cron has none that is set."""
    (site / "möwe\u009b\U0001f600.html").write_bytes(b"%PDF-1.7\n\0\xff")
    command = [
        "batch",
        "--log-format",
        "json",
        "-0",
        "--blocks",
        "--report",
        "/dev/full",
        "site",
        "-o",
        "out",
    ]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-m", "articlex", *command], capture_output=True, env=environment)
    events = [json.loads(line) for line in done.stderr.decode("ascii").splitlines()]
    assert [event["event"] for event in events] == ["note", "note", "page", "error", "summary"]
    assert events[2]["input"].endswith("möwe\\x9b\U0001f600.html")
    assert events[3] == {**events[3], "path": "/dev/full", "message": "no space left on device [io]"}
    assert (events[4]["exit_code"], done.returncode) == (3, 3)


@pytest.mark.parametrize(
    ("output", "code", "exit_code"), [("site", "usage", 2), ("taken", "output", 3), ("broken", "manifest", 3)]
)
def test_why_a_run_cannot_begin_is_an_object_of_a_json_log(
    output: str, code: str, exit_code: int, site: Path
) -> None:
    (site.parent / "taken").mkdir()
    (site.parent / "taken" / ".articlex").touch()
    (site.parent / "broken" / ".articlex").mkdir(parents=True)
    (site.parent / "broken" / ".articlex" / "manifest.sqlite").write_bytes(b"no database" * 100)
    done = batch("-q", "--log-format", "json", "site", "-o", output)
    event = json.loads(done.stderr)
    assert (event["event"], event["code"], done.exit_code) == ("error", code, exit_code)


def test_a_quiet_json_log_has_failures_alone(site: Path) -> None:
    quiet = ("-q", "--log-format", "json", "-o", "out", "site")
    assert batch(*quiet).stderr == ""
    (site / "c.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    events = [[json.loads(line)["event"] for line in batch(*quiet).stderr.splitlines()] for _ in range(2)]
    assert events == [["page"], ["summary"]]  # the second run leaves the page alone, which the summary says


def test_a_terminal_gets_its_cursor_back_whatever_ends_the_run(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(plan: object, watcher: BarReporter) -> None:
        watcher.tick(Summary())
        raise UsageError("a package is missing")

    drawn = io.StringIO()
    bar = Progress(console=Console(file=drawn, force_terminal=True), auto_refresh=False)
    monkeypatch.setattr("articlex.batch.progress._bar", lambda: bar)
    monkeypatch.setattr("articlex.batch.progress.can_draw", lambda stream: True)
    monkeypatch.setattr("articlex.batch.run.run_batch", broken)
    assert batch("site", "-o", "out").exit_code == 2
    assert drawn.getvalue().rfind("\x1b[?25h") > drawn.getvalue().find("\x1b[?25l") >= 0


def test_a_report_that_fails_outweighs_a_page_without_an_article(site: Path) -> None:
    assert batch("site", "-o", "out").exit_code == 1
    assert batch("site", "-o", "out", "--report", "/dev/full").exit_code == 3


@pytest.mark.skipif(sys.platform != "linux", reason="needs a folder in which not even root can write")
def test_a_report_that_cannot_be_written_is_told_before_any_work(site: Path) -> None:
    done = batch("site", "-o", "out", "--report", "/proc/report.json")
    assert (done.exit_code, done.stderr.count("\n")) == (3, 1)
    assert done.stderr.startswith("articlex: cannot write /proc/report.json: ")
    assert not Path("out").exists()


@pytest.mark.parametrize("options", [("-q",), ("-q", "--log-format", "json"), ("-q", "--include", "*.htm")])
def test_a_source_without_a_page_is_told_in_quiet_too(options: tuple[str, ...], site: Path) -> None:
    """Cron's disk was not mounted."""
    Path("bare").mkdir()
    done = batch(*options, "site" if "--include" in options else "bare", "-o", "out")
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    assert "no-pages" in done.stderr


@pytest.mark.parametrize("report", ["", "run.json", "out/run.json"])
def test_no_folder_is_made_if_every_source_is_missing(report: str, site: Path) -> None:
    result = batch("gone", "-o", "out", *(("--report", report) if report else ()))
    assert (result.exit_code, result.stderr.count("[not-found]")) == (3, 1)
    assert Path("out").exists() is (report == "out/run.json")
    assert not report or json.loads(Path(report).read_text())["pages"] == 1


def test_what_stays_because_a_source_is_empty_is_told_in_quiet_too(site: Path) -> None:
    Path("disk").mkdir()
    (site / "a.html").rename("disk/a.html")
    batch("disk", "site", "-o", "out")
    Path("disk/a.html").unlink()
    done = batch("-q", "--prune", "disk", "site", "-o", "out")
    assert done.stderr == (
        "articlex: not pruned, as a SOURCE has no page any more: 1 page; is a disk not mounted? "
        "To prune, leave that SOURCE out [no-pages]\n"
    )
    assert Path("out/disk/a.md").exists()
    planned = batch("-n", "--prune", "disk", "site", "-o", "out").stdout
    assert planned.splitlines()[-1] == f"{Path('disk/a.html').absolute()}\tout/disk/a.md\tspared"


def test_what_stays_because_the_only_source_is_empty_is_told_too(site: Path) -> None:
    batch("site", "-o", "out")
    for path in site.iterdir():
        path.unlink()
    done = batch("-q", "--prune", "site", "-o", "out")
    told = "not pruned, as a SOURCE has no page any more: 2 pages; is a disk not mounted?"
    assert [line for line in done.stderr.splitlines() if told in line]
    assert Path("out/a.md").exists()


def test_pages_that_have_another_name_than_in_an_earlier_run_are_counted(site: Path) -> None:
    Path("more").mkdir()
    batch("site", "-o", "out")
    told = (
        "articlex: here under the names of an earlier run as well: 2 pages; --prune removes those [renamed]"
    )
    assert told in batch("site", "more", "-o", "out").stderr.splitlines()
    assert "2 pruned" in batch("site", "more", "-o", "out", "--prune").stderr
    assert "[renamed]" not in batch("site", "more", "-o", "out").stderr


def test_files_of_somebody_else_that_are_replaced_are_counted(site: Path) -> None:
    Path("out").mkdir()
    Path("out/a.md").write_text("mine")
    told = "articlex: replaced, though not known to be of an earlier run: 1 file (out/a.md first) [replaced]"
    assert told in batch("site", "-o", "out").stderr.splitlines()
    assert "[replaced]" not in batch("site", "-o", "out", "--force").stderr


def test_an_empty_list_of_files_is_no_fault(site: Path) -> None:
    """Nothing has changed since yesterday."""
    Path("list").touch()
    done = batch("-q", "--files-from", "list", "-o", "out")
    assert (done.exit_code, done.stderr) == (0, "")


def test_a_report_that_nobody_reads_to_its_end_is_no_failure(site: Path) -> None:
    command = f"{sys.executable} -m articlex batch -q site -o out --report - | true; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("1\n", "")


def test_a_report_for_a_closed_stream_is_wrong_usage(site: Path) -> None:
    """The number of the stream is that of whichever file the run opens next."""
    command = f"{sys.executable} -m articlex batch -q site -o out --report - >&-"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (2, "articlex: /dev/stdout: bad file descriptor [usage]\n")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("-0", "-o", "out"), "--null: no effect without --files-from"),
        (("-n", "--report", "x.json", "-o", "out"), "--report: no effect with --dry-run"),
        (
            ("--keep-fields", "id", "-o", "out"),
            "--keep-fields: no effect on md, as csv, json and jsonl alone have fields",
        ),
        (
            ("--schema", "newspaper", "--keep-fields", "id", "--tables", "html", "-o", "out.jsonl"),
            "--keep-fields, --tables: no effect on the fields of schema newspaper",
        ),
        (
            ("--fields", "title", "--keep-fields", "id", "-o", "out.jsonl"),
            "--keep-fields: no effect on these --fields",
        ),
        (
            ("--fields", "title,input,markdown", "--keep-fields", "id", "--tables", "html", "-o", "out.csv"),
            "",
        ),
    ],
)
def test_options_that_change_nothing_are_named(options: tuple[str, ...], message: str, site: Path) -> None:
    told = [line for line in batch("site", *options).stderr.splitlines() if "no-effect" in line]
    assert told == ([f"articlex: {message} [no-effect]"] if message else [])


def test_a_working_directory_that_is_gone_is_named(site: Path) -> None:
    output = site.parent / "out"
    command = f"mkdir gone; cd gone; rmdir ../gone; exec {sys.executable} -m articlex batch . -o {output}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (3, "articlex: .: no such file [not-found]\n")


def test_a_glob_is_told_who_takes_it(site: Path) -> None:
    result = batch("site/*.htm", "-o", "out")
    assert result.stderr.startswith(
        "articlex: site/*.htm: no such file; the shell replaces a glob, unless it is quoted or "
        "nothing matches; --include takes one [not-found]"
    )


@pytest.mark.usefixtures("site")
def test_what_failed_again_is_not_also_unchanged() -> None:
    sources = ("site", "gone.html")
    batch(*sources, "-o", "out")
    told = batch(*sources, "-o", "out").stderr
    assert "articlex: gone.html: no such file" in told
    assert "3 pages: 1 ok, 1 empty, 1 failed; 2 of them unchanged since" in told
    assert "in an earlier run and left alone" not in told


@pytest.mark.parametrize("name", ["report.pdf", "report.md"])
def test_a_report_has_no_extension_of_another_format(site: Path, name: str) -> None:
    result = batch("site", "-o", "out", "--report", name)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"articlex: {name}: 'articlex batch --report' writes no ")
    assert not (site.parent / "out").exists()
