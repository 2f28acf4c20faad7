"""``articlex config show``, and that settings reach the commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import articlex

from articlex.cli.defaults import SETTABLE, options_of
from articlex.cli.main import command_named
from articlex.config import stray_variables


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rain_page: str) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (tmp_path / "page.html").write_text(rain_page)
    return tmp_path


def shown() -> dict[tuple[str, str], tuple[object, str]]:
    result = articlex("config", "show", "--json")
    assert result.exit_code == 0
    return {
        (line["command"], line["option"]): (line["value"], line["origin"])
        for line in json.loads(result.stdout)
    }


def test_every_option_is_shown_with_its_origin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "articlex.toml").write_text('favor = "recall"\n[batch]\nexclude = ["x", "y"]\n')
    user = folder / "home" / ".config" / "articlex" / "articlex.toml"
    user.parent.mkdir(parents=True)
    user.write_text('favor = "precision"\nengine = "readability"\n')
    monkeypatch.setenv("ARTICLEX_BATCH_JOBS", "3")
    lines = shown()
    assert lines["extract", "favor"] == ("recall", "articlex.toml")
    assert lines["batch", "exclude"] == (["x", "y"], "articlex.toml")
    assert lines["batch", "engine"] == ("readability", str(user))
    assert lines["batch", "jobs"] == (3, "ARTICLEX_BATCH_JOBS")
    assert lines["batch", "timeout"] == (10.0, "default")


def test_a_setting_reaches_the_command(folder: Path) -> None:
    (folder / "articlex.toml").write_text('format = "json"\n')
    result = articlex("page.html")
    assert json.loads(result.stdout)["title"] == "Rain"


def test_the_ending_of_an_output_wins_over_a_setting_of_the_format(folder: Path) -> None:
    (folder / "articlex.toml").write_text('format = "json"\n')
    for output, start in (("x.md", "# Rain\n"), ("x.v2", "{\n")):
        assert articlex("page.html", "-o", output).exit_code == 0
        assert (folder / output).read_text().startswith(start)


@pytest.mark.parametrize("name", SETTABLE)
def test_a_key_is_the_long_name_of_an_option(name: str) -> None:
    command = command_named(name)
    assert command is not None
    long_names = {word for parameter in command.params for word in parameter.opts}
    assert {f"--{option.replace('_', '-')}" for option in options_of(command)} <= long_names


@pytest.mark.parametrize("arguments", [["-f", "md"], ["--no-config"]])
def test_a_flag_wins(arguments: list[str], folder: Path) -> None:
    (folder / "articlex.toml").write_text('format = "json"\n')
    result = articlex(*arguments, "page.html")
    assert result.stdout.startswith("# Rain\n")


@pytest.mark.parametrize("command", [[], ["batch", "-j", "1", "-o", "out"]])
def test_a_flag_to_say_more_wins_over_a_setting_to_say_less(command: list[str], folder: Path) -> None:
    (folder / "articlex.toml").write_text("quiet = true\n")
    (folder / "page.html").write_text("")
    verbose, quiet = (articlex(*command, flag, "page.html") for flag in ("-v", "-qv"))
    assert "page.html: the page is empty [empty]" in verbose.stderr
    assert quiet.stderr == ""


def test_a_value_that_is_none_is_told_with_its_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEX_FORMAT", "pdf")
    result = articlex("page.html")
    assert result.exit_code == 2
    assert "ARTICLEX_FORMAT" in result.stderr


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("[extract]\nfromat = 1", "[extract] has no option 'fromat'; did you mean 'format'?"),
        ("fromat = 1", "no option is called 'fromat'; did you mean 'format'?"),
        ("[batch]\njob = 2", "[batch] has no option 'job'; did you mean 'jobs'?"),
        ("[bacth]\njobs = 2", "no command is called 'bacth'; did you mean 'batch'?"),
    ],
)
@pytest.mark.parametrize("command", ["page.html", "batch page.html -o out", "explain page.html"])
def test_a_misspelt_key_is_wrong_usage_of_every_command(
    content: str, told: str, command: str, folder: Path
) -> None:
    (folder / "articlex.toml").write_text(content)
    result = articlex(*command.split())
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == f"articlex: articlex.toml: {told} [config]\n"


@pytest.mark.parametrize(
    ("table", "name"),
    [
        ("", "output"),
        ("[extract]\n", "output"),
        ("[batch]\n", "output"),
        ("[batch]\n", "report"),
        ("[batch]\n", "dry_run"),
        ("[explain]\n", "block"),
        ("[learn]\n", "files-from"),
        ("", "url"),
    ],
)
def test_what_one_run_reads_and_writes_is_typed(table: str, name: str, folder: Path) -> None:
    """A file in the working directory neither redirects the article nor writes over another file."""
    target = folder / "elsewhere.md"
    target.write_text("mine")
    (folder / "articlex.toml").write_text(f'{table}{name} = "{target}"\n')
    result = articlex("page.html")
    assert (result.exit_code, result.stdout, target.read_text()) == (2, "", "mine")
    told = f"{table.strip()} {name}".strip()
    assert result.stderr == f"articlex: articlex.toml: {told} is for the command line alone [config]\n"


def test_a_variable_for_what_is_typed_has_no_effect_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARTICLEX_OUTPUT", "elsewhere.md")
    result = articlex("page.html")
    assert (result.exit_code, result.stdout[:6]) == (0, "# Rain")
    assert (
        result.stderr
        == "articlex: ARTICLEX_OUTPUT: no effect; output is for the command line alone [no-effect]\n"
    )
    assert not (folder / "elsewhere.md").exists()


@pytest.mark.parametrize(
    ("name", "meant", "command"),
    [
        ("ARTICLEX_FAVOUR", "ARTICLEX_FAVOR", "page.html"),
        ("ARTICLEX_FAVOUR", "ARTICLEX_FAVOR", "explain page.html"),
        ("ARTICLEX_BATCH_TIMEOT", "ARTICLEX_BATCH_TIMEOUT", "batch -j 1 page.html -o out"),
        ("ARTICLEX_BACTH_JOBS", "ARTICLEX_BATCH_JOBS", "batch -j 1 page.html -o out"),
        ("ARTICLEX_JOB", "ARTICLEX_JOBS", "learn -j 1 page.html -o site.json"),
    ],
)
def test_a_misspelt_variable_is_named(
    name: str, meant: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "recall")
    told = f"articlex: {name}: no effect; did you mean {meant}? [no-effect]\n"
    result = articlex(*command.split())
    assert result.exit_code == 0
    assert told in result.stderr
    assert articlex("config", "show").stderr == told
    assert "no-effect" not in articlex(*command.split(), "-q").stderr


@pytest.mark.parametrize(
    "name", ["CORPORA", "CACHE", "HOME", "VERSION", "PORT", "JOBS", "BATCH_FAVOR", "STATUS_LIMIT", "FAVOR"]
)
def test_a_variable_of_somebody_else_or_another_command_is_not(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"ARTICLEX_{name}", "recall" if name.endswith("FAVOR") else "3")
    assert articlex("page.html").stderr == ""
    assert articlex("config", "show").stderr == ""


def test_no_variable_of_a_command_is_taken_for_a_slip_by_another() -> None:
    options = {
        name or "extract": options_of(command) for name in SETTABLE if (command := command_named(name))
    }
    variables = [
        f"ARTICLEX_{part}{option}".upper()
        for name in options
        for option in options[name]
        for part in ("", f"{name}_")
    ]
    for name, own in options.items():
        assert not list(stray_variables(dict.fromkeys(variables, "x"), {name: own}))


@pytest.mark.parametrize("where", ["file", "table", "variable", "typed"])
@pytest.mark.parametrize("command", ["page.html -f json", "batch -j 1 page.html -o out -f json"])
def test_a_field_that_there_is_not_is_told_with_its_origin(
    where: str, command: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "unknown field 'titel'; did you mean 'title'? [usage]\n"
    table = "batch" if command.startswith("batch") else "extract"
    words, origin = command.split(), ""
    if where == "typed":
        words += ["--fields", "titel"]
    elif where == "variable":
        monkeypatch.setenv("ARTICLEX_FIELDS", "titel")
        origin = "ARTICLEX_FIELDS: fields: "
    else:
        heading = f"[{table}]\n" if where == "table" else ""
        (folder / "articlex.toml").write_text(f'{heading}fields = ["titel"]\n')
        origin = f"articlex.toml: {heading.strip()} fields: ".replace("  ", " ")
    result = articlex(*words)
    assert result.exit_code == 2
    assert result.stderr == f"articlex: {origin}{told}"


def test_a_value_is_told_with_its_table(folder: Path) -> None:
    (folder / "articlex.toml").write_text('[batch]\njobs = "many"\n')
    told = articlex("batch", "page.html", "-o", "out").stderr
    assert told == "articlex: articlex.toml: [batch] jobs: 'many' is not a valid whole number. [config]\n"


def test_what_is_neither_yes_nor_no_is_called_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEX_QUIET", "maybe")
    told = articlex("page.html").stderr
    assert told == "articlex: ARTICLEX_QUIET: quiet: 'maybe' is neither true nor false [config]\n"


def test_a_misspelt_key_is_nothing_to_a_run_that_reads_no_file(folder: Path) -> None:
    (folder / "articlex.toml").write_text("fromat = 1")
    assert articlex("--no-config", "page.html").exit_code == 0


def test_the_manual_page_has_every_command_and_option() -> None:
    from articlex.cli.main import COMMANDS, all_commands

    result = articlex("man")
    assert result.exit_code == 0
    page = result.stdout.replace(r"\-", "-")
    assert all(f".SH ARTICLEX {name.upper()}\n" in page for name in COMMANDS)
    options = {
        option
        for command in all_commands().values()
        for parameter in command.params
        for option in parameter.opts
    }
    assert all(option in page for option in options if option.startswith("--"))
    assert ".B show\n" in page[: page.index(".B --json\nPrint JSON.")]
    assert not [line for line in page.splitlines() if line.startswith((".", "'")) and not line[1:2].isalpha()]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("encoding = 5", "encoding"),
        ("encoding = true", "encoding"),
        ("fields = 5", None),
        ("favor = 5", "favor"),
        ("quiet = 2", "quiet"),
        ("quiet = [1]", "quiet"),
        ("verbose = true", None),
        ("verbose = 'yes'", "verbose"),
        ("max-size = 0", "max-size"),
        ("max-size = -5", "max-size"),
        ("max-size = true", "max-size"),
        ("max-size = 1.5", None),
        ("max-size = 2024-01-01", "max-size"),
        ("reference-date = 5", "reference-date"),
        ("reference-date = 2024-01-01T10:00:00", "reference-date"),
        ("reference-date = 10:00:00", "reference-date"),
        ("encoding = [[1]]", "encoding"),
        ("[batch]\nmemory = -1", "memory"),
        ("[batch]\njobs = 2.5", "jobs"),
        ("[batch]\njobs = true", "jobs"),
        ("[batch]\ntimeout = true", "timeout"),
        ("[batch]\nexclude = [true]", "exclude"),
        ("[batch]\nexclude = 2024-01-01", None),
        ("[batch]\nhtml-field = 5", None),
    ],
)
def test_a_value_of_another_type_is_wrong_usage_or_what_it_says(
    line: str, key: str | None, folder: Path
) -> None:
    (folder / "articlex.toml").write_text(line + "\n")
    args = ["batch", "page.html", "-o", "out"] if "[batch]" in line else ["page.html"]
    for words in (args, ["config", "show"]):
        result = articlex(*words)
        assert "internal" not in result.stderr
        if key:
            assert result.exit_code == 2
            table = "[batch] " if "[batch]" in line else ""
            assert f"articlex.toml: {table}{key}: " in result.stderr


def test_a_word_that_says_what_a_number_would(folder: Path) -> None:
    (folder / "articlex.toml").write_text("verbose = true\n[batch]\nverbose = false\n")
    for words in (["page.html"], ["batch", "page.html", "-o", "out"]):
        result = articlex(*words)
        assert result.exit_code == 0
    found = shown()
    assert [found[command, "verbose"][0] for command in ("extract", "batch")] == [1, 0]


def test_a_day_of_toml_is_a_day(folder: Path) -> None:
    (folder / "articlex.toml").write_text("reference-date = 2024-01-02\nmax-size = 100000\n")
    assert articlex("page.html").exit_code == 0
    assert shown()["extract", "reference-date"][0] == "2024-01-02"
    assert shown()["extract", "max-size"][0] == 100000


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["-vh"],
        ["--version"],
        ["batch", "-h"],
        ["batch", "-qh", "-o", "out"],
        ["status", "--help"],
        ["status", "--no-config", "out"],
        ["config", "show", "--no-config"],
        ["--no-config", "page.html"],
    ],
)
def test_a_broken_file_is_no_obstacle_to_help_nor_where_it_is_not_read(args: list[str], folder: Path) -> None:
    articlex("batch", "page.html", "-o", "out")
    (folder / "articlex.toml").write_text("favor = \n")
    assert articlex(*args).exit_code == 0
    assert articlex("config", "show").exit_code == 2


@pytest.mark.parametrize("command", SETTABLE)
def test_every_command_that_has_settings_reads_the_file(command: str, folder: Path) -> None:
    (folder / "articlex.toml").write_text("favor = \n")
    result = articlex(*command.split(), "page.html")
    assert (result.exit_code, "[config]" in result.stderr) == (2, True)


def test_a_broken_variable_is_no_obstacle_to_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEX_QUIET", "maybe")
    assert articlex("--help").exit_code == 0
