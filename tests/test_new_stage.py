import pytest

from articlex_lab.cases import read_cases
from articlex_lab.new_stage import write_stubs


@pytest.fixture
def root(tmp_path):
    (tmp_path / "src/articlex/stages").mkdir(parents=True)
    (tmp_path / "fixtures/stages").mkdir(parents=True)
    return tmp_path


def test_stub_is_a_stage_with_its_name(root):
    module, _ = write_stubs("read_time", root)
    names: dict[str, object] = {}
    exec(compile(module.read_text(encoding="utf-8"), module, "exec"), names)
    assert names["STAGE"].name == "read_time"


def test_stub_of_cases_is_well_formed(root):
    _, cases = write_stubs("read_time", root)
    assert [bool(case.expected) for case in read_cases(cases)] == [True, False]


def test_existing_stage_is_not_overwritten(root):
    write_stubs("read_time", root)
    with pytest.raises(FileExistsError):
        write_stubs("read_time", root)


def test_name_has_to_be_a_module_name(root):
    with pytest.raises(ValueError, match="snake_case"):
        write_stubs("Read-Time", root)
