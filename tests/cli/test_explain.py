import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from command import articlex

from articlex.article import assemble
from articlex.markup import Markup
from articlex.page import Fact, Field, Form, Page
from articlex.write.explain.account import account_of
from articlex.write.explain.table import explain_text

TEXT = "The ferry to the island runs again since Monday, after two winters in which it lay in the dock. " * 3
PAGE = f"<html><body><p>Home</p><p>{TEXT}</p></body></html>"


def explain(*args: str, page: str = PAGE) -> Result:
    return articlex("explain", *args, stdin=page)


def test_each_block_is_a_row_with_role_and_reason() -> None:
    result = explain()
    assert result.exit_code == 0
    assert any(line.split()[:3] == ["1", "body", "body"] for line in result.stdout.splitlines())


def test_facts_and_stages_follow_the_blocks() -> None:
    text = explain().stdout
    assert text.index("facts (") < text.index("\nstages\n")
    assert "+  verdict" in text


def test_a_date_that_is_not_believed_has_not_won() -> None:
    page = Page(Form.TEXT, (), (), Markup())
    dates = tuple(
        Fact(field, "2024-05-06", "dateline", "", "numeric", score, stage="published")
        for field, score in ((Field.DATE_PUBLISHED, 0.4), (Field.DATE_MODIFIED, 0.9))
    )
    article = assemble(replace(page, facts=dates))
    text = explain_text(account_of(article))
    assert (article.date_published, article.date_modified) == (None, "2024-05-06")
    assert "\n?  date_published" in text
    assert "\n+  date_modified" in text


def test_a_pipe_gets_no_escape_sequences() -> None:
    assert "\x1b" not in explain().stdout


def test_a_terminal_without_colours_has_its_width_too() -> None:
    primary, secondary = pty.openpty()
    command = [sys.executable, "-m", "articlex", "explain"]
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "70"}
    subprocess.run(command, input=PAGE.encode(), stdout=secondary, env=environment, check=True)
    os.close(secondary)
    shown = os.read(primary, 65536).decode()
    os.close(primary)
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) == 70


def test_colour_is_there_when_asked_for() -> None:
    assert "\x1b[" in explain("--color", "always").stdout


def test_json_has_every_block_and_the_facts() -> None:
    record = json.loads(explain("--json").stdout)
    assert record["blocks"][0]["text"] == "Home"
    assert record["facts"]
    assert record["trace"][-1].keys() == {"stage", "marked", "stated", "error"}


def test_json_gives_the_end_of_a_long_path_and_one_block_all_of_it() -> None:
    depth = 300
    page = "<section>" * depth + f"<p>{TEXT}</p>" + "</section>" * depth
    record = json.loads(explain("--json", page=page).stdout)
    path = record["blocks"][-1]["path"].split(" > ")
    assert path[0] == "…"
    assert path[-3:] == ["section", "section", "p"]
    assert len(path) < 40
    assert explain("--block", "0", page=page).stdout.count("section >") == depth


def test_reasons_are_printed_as_sentences_on_demand() -> None:
    assert "\nreasons\n" in explain("--reasons").stdout
    assert "\nreasons\n" not in explain().stdout


def test_lines_that_are_set_aside_are_shown_as_written() -> None:
    head = (
        "From: Jane Doe <jane@harbour.example>\nSubject: The ferry\nDate: Tue, 12 Mar 2002 09:15:00 +0100\n"
    )
    page = f"{head}Message-ID: <12@harbour.example>\n\n{TEXT}\n"
    assert "(embed) Message-ID: <12@harbour.example>" in explain(page=page).stdout
    record = json.loads(explain("--json", page=page).stdout)
    assert record["blocks"][-1]["text"] == "Message-ID: <12@harbour.example>"


def test_one_block_is_shown_in_full() -> None:
    assert TEXT.strip() in explain("--block", "1").stdout


def test_a_block_that_is_not_there_is_wrong_usage() -> None:
    result = explain("--block", "99")
    assert result.exit_code == 2
    assert "there is no block 99: the page has 2 blocks, counted from 0" in result.stderr
    assert "the page has 1 block, counted from 0" in explain("--block", "1", page="Alone").stderr


def test_a_missing_file_is_one_line() -> None:
    result = explain("nowhere")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == "articlex: nowhere: no such file [not-found]\n"


@pytest.mark.parametrize("options", [[], ["--json"], ["--html"], ["--block", "1"], ["--reasons"]])
def test_what_a_terminal_would_obey_does_not_come_out(options: list[str]) -> None:
    evil = "\x1b[31m \x9b2J \x7f \u2028"
    page = f"<title>Ferry {evil}</title><meta name=author content='Ann {evil}'><p>Home</p><pre>{evil} x</pre>"
    stdout = explain(*options, page=page + TEXT).stdout
    shown = "\u2028" if "--html" in options else ""  # which is a line's end in no HTML
    assert not set("\x1b\x9b\x7f\u2028") & set(stdout) - {shown}


def test_one_block_names_the_features_that_weighed_most() -> None:
    assert "features that weighed most" in explain("--block", "1").stdout


@pytest.fixture
def page_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


def test_a_report_is_one_page_of_html() -> None:
    result = explain("--html")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("<!DOCTYPE html>\n")
    assert result.stdout.endswith("</html>\n")
    assert TEXT.strip() in result.stdout


def test_raw_page_text_has_a_report_too() -> None:
    stdout = explain("--html", page=f"Home\nNews\n\n{TEXT}\n").stdout
    assert "Read as text" in stdout
    assert "line 2" in stdout


@pytest.mark.parametrize(
    ("options", "start"),
    [
        ("-o out.html", "<!DOCTYPE html>"),
        ("-o out.HTM", "<!DOCTYPE html>"),
        ("-o out.json", "{"),
        ("-o out.txt", "html, "),
        ("-o out", "html, "),
        ("--html -o out.txt", "<!DOCTYPE html>"),
        ("--json -o out.html", "{"),
    ],
)
def test_the_extension_of_the_output_chooses_the_form(options: str, start: str, page_file: Path) -> None:
    result = articlex("explain", "page.html", *options.split())
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert Path(options.split()[-1]).read_text("utf-8").startswith(start)


@pytest.mark.parametrize(
    ("options", "why"),
    [
        ("--json --html", "--json and --html exclude each other"),
        ("--html --block 1", "--block is of no use for HTML, which shows every block"),
        ("-o out.html --block 1", "--block is of no use for HTML, which shows every block"),
        ("-o page.html", "the output page.html would replace an input"),
    ],
)
def test_options_that_make_no_sense_together_are_wrong_usage(options: str, why: str, page_file: Path) -> None:
    result = articlex("explain", "page.html", *options.split())
    assert result.exit_code == 2
    assert result.stderr.startswith(f"articlex: {why} [usage]\n")
    assert page_file.read_text() == PAGE
    assert not Path("out.html").exists()


def test_what_is_typed_wins_over_what_is_set(page_file: Path) -> None:
    Path("articlex.toml").write_text("[explain]\njson = true\n")
    assert articlex("explain", "page.html").stdout.startswith("{")
    assert articlex("explain", "page.html", "--html").stdout.startswith("<!DOCTYPE html>")
    articlex("explain", "page.html", "-o", "out.html")
    assert Path("out.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--html --reasons --width 80 --color never", "--reasons, --width, --color: no effect on html"),
        ("-o x.json --width 80", "--width: no effect on json"),
        ("--json --reasons", ""),
        ("--block 0 --reasons --width 80", "--reasons, --width: no effect with --block"),
        ("--json --block 0 --reasons", ""),
        ("-q --html --reasons", ""),
        ("--reasons --width 80 --color never", ""),
    ],
)
@pytest.mark.usefixtures("page_file")
def test_options_that_change_nothing_are_named(options: str, told: str) -> None:
    result = articlex("explain", "page.html", *options.split())
    assert (result.exit_code, result.stderr) == (0, f"articlex: {told} [no-effect]\n" if told else "")


@pytest.mark.usefixtures("page_file")
def test_what_was_found_is_told_beside_a_report() -> None:
    assert articlex("explain", "page.html", "-o", "why.html").stderr == ""
    assert (
        articlex("explain", "-v", "page.html", "-o", "why.html").stderr == articlex("-v", "page.html").stderr
    )


def test_one_block_is_counted_as_one() -> None:
    assert explain(page="<p>Alone</p>").stdout.startswith("html, utf-8, 1 block, ")
    assert " of 1 block kept, " in articlex("-v", stdin="<p>Alone</p>").stderr


def test_a_page_that_fails_leaves_the_output_alone(page_file: Path) -> None:
    Path("out.html").write_text("before")
    assert articlex("explain", "nowhere", "-o", "out.html").exit_code == 3
    assert Path("out.html").read_text() == "before"


@pytest.mark.parametrize("name", ["why.txt", "why", "why.v2"])
@pytest.mark.usefixtures("page_file")
def test_any_other_name_of_the_output_gets_the_table_and_the_help_says_so(name: str) -> None:
    articlex("explain", "page.html", "-o", name)
    assert Path(name).read_text("utf-8") == articlex("explain", "page.html").stdout
    assert "else the table" in " ".join(articlex("explain", "--help").stdout.split())


def test_the_manual_page_knows_the_report() -> None:
    assert "\\-\\-html" in articlex("man").stdout
