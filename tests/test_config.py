"""Settings: flags over the environment over files."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from articlex.config import ConfigError, Layer, Setting, check_layers, config_files, read_layers, settings

OPTIONS = frozenset({"jobs", "format", "log_format"})
PROJECT = Layer(Path("articlex.toml"), {"format": "json", "batch": {"jobs": 2, "log-format": "json"}})
USER = Layer(Path("user.toml"), {"jobs": 9, "batch": {"format": "txt"}})


@pytest.mark.parametrize(
    ("environment", "layers", "option", "expected"),
    [
        ({}, [], "jobs", None),
        ({}, [USER], "jobs", Setting(9, "user.toml")),
        ({}, [PROJECT, USER], "jobs", Setting(2, "articlex.toml", "batch")),
        ({}, [PROJECT, USER], "format", Setting("json", "articlex.toml")),
        ({}, [USER], "format", Setting("txt", "user.toml", "batch")),
        ({}, [PROJECT], "log_format", Setting("json", "articlex.toml", "batch")),
        ({"ARTICLEX_JOBS": "3"}, [PROJECT], "jobs", Setting("3", "ARTICLEX_JOBS")),
        ({"ARTICLEX_JOBS": "3", "ARTICLEX_BATCH_JOBS": "4"}, [], "jobs", Setting("4", "ARTICLEX_BATCH_JOBS")),
        ({"ARTICLEX_JOBS": ""}, [USER], "jobs", Setting(9, "user.toml")),
    ],
)
def test_the_strongest_setting_wins(
    environment: dict[str, str], layers: list[Layer], option: str, expected: Setting | None
) -> None:
    assert settings("batch", OPTIONS, environment, layers).get(option) == expected


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ({"fromat": 1}, "did you mean 'format'"),
        ({"bacth": {}}, "did you mean 'batch'"),
        ({"batch": {"job": 1}}, r"\[batch\] has no option 'job'; did you mean 'jobs'"),
        ({"zzz": 1}, "no option is called 'zzz'$"),
        ({"batch": {"jobs": {"max": 1}}}, r"\[batch\] jobs is a table"),
    ],
)
def test_what_there_is_not_is_named(content: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        check_layers([Layer(Path("x"), content)], {"batch": OPTIONS})


def test_a_file_that_may_not_be_read_is_named_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(file: Path, **_: object) -> str:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))

    file = tmp_path / "articlex.toml"
    file.touch()
    monkeypatch.setattr(Path, "read_text", refused)
    with pytest.raises(ConfigError, match=f"^{file}: permission denied$"):
        read_layers([file])


def test_the_mark_of_a_windows_editor_is_no_part_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "articlex.toml"
    file.write_bytes(b'\xef\xbb\xbfformat = "json"\r\n')
    assert read_layers([file]) == [Layer(file, {"format": "json"})]


@pytest.mark.parametrize("content", [b"\x7fELF\x02\xff\xfe\x00", "format = 'json'".encode("utf-16")])
def test_a_file_that_is_no_text_in_utf_8_is_called_that(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "articlex.toml"
    file.write_bytes(content)
    with pytest.raises(ConfigError, match=f"^{file}: not UTF-8, which TOML has to be$"):
        read_layers([file])


def test_the_project_is_stronger_than_the_user() -> None:
    files = config_files({"XDG_CONFIG_HOME": "/xdg", "HOME": "/home/ann"}, Path("site"))
    assert files == [Path("site/articlex.toml"), Path("/xdg/articlex/articlex.toml")]
    home = Path("/home/ann/.config/articlex/articlex.toml")
    assert config_files({"HOME": "/home/ann"}, Path())[1] == home
    # The specification wants such a value to be ignored; the file would be another one in each folder.
    assert config_files({"XDG_CONFIG_HOME": "xdg", "HOME": "/home/ann"}, Path())[1] == home


def test_a_user_without_a_home_has_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(path: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", unknown)
    assert config_files({}, Path()) == [Path("articlex.toml")]
    assert len(config_files({"XDG_CONFIG_HOME": "/xdg"}, Path())) == 2


def test_a_folder_that_cannot_be_looked_into_has_no_file() -> None:
    # As root no folder is closed, but this name is too long for any.
    assert read_layers([Path("/") / ("x" * 300) / "articlex.toml"]) == []


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "articlex.toml").write_text("format = ")
    with pytest.raises(ConfigError, match=r"articlex\.toml"):
        read_layers([tmp_path / "articlex.toml", tmp_path / "not-there"])


def test_a_file_of_brackets_alone_is_an_error_in_words(tmp_path: Path) -> None:
    file = tmp_path / "articlex.toml"
    file.write_text("a = " + "[" * 9_000)
    with pytest.raises(ConfigError, match=str(file)):
        read_layers([file])


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_file_is_told(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "articlex.toml")
    with pytest.raises(ConfigError, match="is not a file"):
        read_layers([tmp_path / "articlex.toml"])
