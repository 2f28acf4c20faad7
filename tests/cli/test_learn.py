"""``articlex learn`` and ``--site-profile`` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import articlex, batch

NOTICE = "Every Friday the best of the bay in your mail, written for you in the office of the harbour."
NAMES = ("Askew", "Barrow", "Cove", "Dell")


@pytest.fixture
def bay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with four pages of one site, which is the working directory's ``bay``."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "bay"
    folder.mkdir()
    for name in NAMES:
        paragraphs = (
            f"{name} is what it was about, and nobody in the village could remember a storm like it.",
            NOTICE,
            "Subscribe at the window of the office, which is open from nine to noon on every day but Sunday.",
            f"By evening the harbour master had closed the road to {name}, and said that it would stay so.",
            f"More will be told of {name} when the boats are back, and people from the county have seen it.",
        )
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        (folder / f"{name}.html").write_text(f"<title>{name}</title><h1>{name}</h1>{text}")
    return folder


def learn(*arguments: str) -> tuple[int, str]:
    result = articlex("learn", "-j", "1", *arguments)
    assert result.stdout == ""
    return result.exit_code, result.stderr


def test_a_profile_is_written_and_summed_up_in_a_line(bay: Path) -> None:
    assert learn("bay", "-o", "p.json") == (0, "articlex: pages: 4, sites: 1, pairs of blocks in common: 1\n")
    assert json.loads((bay.parent / "p.json").read_text())["sites"][""]["pages"] == 4


def test_what_was_found_in_each_page_is_told(bay: Path) -> None:
    (bay / "x.html").write_text('<link rel="canonical" href="https://bay.example/x"><p>Rain.')
    lines = learn("-v", "bay", "-o", "p.json")[1].splitlines()
    assert lines[0] == "articlex: bay/Askew.html: site unknown, 5 pairs of blocks [read]"
    assert lines[4] == "articlex: bay/x.html: site bay.example, 0 pairs of blocks [read]"


def test_a_null_byte_without_a_list_is_told(bay: Path) -> None:
    told = "articlex: --null: no effect without --files-from [no-effect]"
    assert learn("-0", "bay", "-o", "p.json")[1].splitlines()[0] == told


def test_what_the_pages_share_is_no_part_of_an_article(bay: Path) -> None:
    learn("bay", "-o", "p.json")
    assert NOTICE in articlex("bay/Cove.html").stdout
    assert NOTICE not in articlex("--site-profile", "p.json", "bay/Cove.html").stdout
    assert "on-other-pages" in articlex("explain", "--site-profile", "p.json", "bay/Cove.html").stdout


def test_a_profile_is_the_same_with_more_workers(bay: Path) -> None:
    learn("bay", "-o", "one.json")
    assert articlex("learn", "-j", "2", "-q", "bay", "-o", "two.json").stderr == ""
    assert (bay.parent / "one.json").read_bytes() == (bay.parent / "two.json").read_bytes()


def test_a_page_that_cannot_be_read_is_named_and_the_others_count(bay: Path) -> None:
    (bay / "x.pdf").write_bytes(b"%PDF-1.7\n\0\xff")
    code, told = learn("-q", "bay", "-o", "p.json")
    assert (code, told) == (3, "articlex: bay/x.pdf: a PDF document, not a page of text [binary]\n")
    assert json.loads((bay.parent / "p.json").read_text())["sites"][""]["pages"] == 4


def test_without_a_page_an_older_profile_stays(bay: Path) -> None:
    (bay.parent / "p.json").write_text("older")
    (bay.parent / "none").mkdir()
    assert learn("none", "-o", "p.json") == (1, "articlex: no page was found in any SOURCE [no-pages]\n")
    assert (bay.parent / "p.json").read_text() == "older"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("learn", "bay"), "Missing option '-o' / '--output'"),
        (("learn", "-o", "p.json"), "name a SOURCE, or give --files-from"),
        (("learn", "bay", "-o", "bay"), "bay"),
        (("learn", "bay", "-o", "none/p.json"), "none/p.json: there is no folder none [not-found]"),
        (("--site-profile", "bay/Cove.html", "bay/Dell.html"), "bay/Cove.html: no profile of a site"),
        (("--site-profile", "gone.json", "bay/Dell.html"), "gone.json: no such file [not-found]"),
        (("batch", "bay", "-o", "out", "--site-profile", "gone.json"), "gone.json: no such file"),
    ],
)
def test_what_makes_no_sense_is_wrong_usage(bay: Path, arguments: tuple[str, ...], told: str) -> None:
    result = articlex(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr.splitlines()[0]


@pytest.mark.parametrize(
    "command",
    [
        "bay/Cove.html --site-profile p.json -o p.json",
        "bay/Cove.html --site-profile p.json -f json -o ./p.json",
        "explain bay/Cove.html --site-profile p.json -o p.json",
        "batch bay -o out --site-profile p.json --report p.json",
        "batch bay -o p.json --site-profile p.json",
        "batch bay -n -o p.json --site-profile p.json",
        "learn --files-from names -o names",
    ],
)
def test_what_a_run_needs_besides_its_pages_is_not_replaced(bay: Path, command: str) -> None:
    learn("bay", "-o", "p.json")
    (bay.parent / "names").write_text("bay\n")
    before = [(bay.parent / name).read_bytes() for name in ("p.json", "names")]
    result = articlex(*command.split())
    assert result.exit_code == 2
    assert "would replace" in result.stderr
    assert [(bay.parent / name).read_bytes() for name in ("p.json", "names")] == before


@pytest.mark.parametrize("options", [(), ("-n",)])
def test_a_page_of_a_batch_does_not_replace_the_profile(options: tuple[str, ...], bay: Path) -> None:
    (bay.parent / "out").mkdir()
    learn("bay", "-o", "out/Dell.json")
    before = (bay.parent / "out/Dell.json").read_bytes()
    result = batch(*options, "bay", "-o", "out", "-f", "json", "--site-profile", "out/Dell.json")
    assert result.exit_code in (2, 3)
    assert "out/Dell.json would replace an input: choose another folder" in result.stderr
    assert (bay.parent / "out/Dell.json").read_bytes() == before


def test_the_profile_of_the_last_time_is_no_page(bay: Path) -> None:
    learn("bay", "-o", "bay/p.json")
    first = (bay / "p.json").read_bytes()
    assert learn("-q", "bay", "-o", "bay/p.json") == (0, "")
    assert (bay / "p.json").read_bytes() == first


@pytest.mark.parametrize("source", ["bay", "bay/Cove"])
def test_a_profile_never_replaces_a_page(source: str, bay: Path) -> None:
    before = (bay / "Cove.html").rename(bay / "Cove").read_bytes()
    code, told = learn(source, "-o", "bay/Cove")
    assert code == 2
    assert told == "articlex: the output bay/Cove would replace an input: choose another [usage]\n"
    assert (bay / "Cove").read_bytes() == before


def test_a_batch_does_its_pages_again_with_another_profile(bay: Path) -> None:
    learn("bay", "-o", "p.json")
    batch("bay", "-o", "out")
    assert NOTICE in (bay.parent / "out" / "Dell.md").read_text()
    again = batch("bay", "-o", "out", "--site-profile", "p.json")
    assert again.stderr.startswith("articlex: 4 pages: 4 ok (")
    assert NOTICE not in (bay.parent / "out" / "Dell.md").read_text()
    assert "4 of them unchanged" in batch("bay", "-o", "out", "--site-profile", "p.json").stderr
