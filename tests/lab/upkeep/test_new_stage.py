import pytest

from articlex.options import Options
from articlex.pipeline import run
from articlex.stages import body
from articlex_lab.checks.cases import read_cases, said
from articlex_lab.upkeep.new_stage import write_stubs


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


def test_stub_may_stand_anywhere_in_the_order(root):
    """What stands before the body must not set its roles."""
    module, _ = write_stubs("read_time", root)
    names: dict[str, object] = {}
    exec(compile(module.read_text(encoding="utf-8"), module, "exec"), names)
    assert names["STAGE"].sets
    assert names["STAGE"].sets.isdisjoint(body.STAGE.sets)


def test_stub_asks_to_be_filled_in(root):
    """It must pass neither the case that fires nor the tests of what a stage says of itself."""
    module, cases = write_stubs("read_time", root)
    names: dict[str, object] = {}
    exec(compile(module.read_text(encoding="utf-8"), module, "exec"), names)
    fires, silent = (run(case.page(), Options(), (names["STAGE"],)) for case in read_cases(cases))
    assert not said(fires, "read_time")
    assert not said(silent, "read_time")
    sentences = [names["__doc__"].split("\n")[0], *names["STAGE"].reasons.values()]
    assert not any(sentence.endswith(".") for sentence in sentences)


def test_stub_of_cases_is_well_formed(root):
    _, cases = write_stubs("read_time", root)
    assert [bool(case.expected) for case in read_cases(cases)] == [True, False]


def test_existing_stage_is_not_overwritten(root):
    write_stubs("read_time", root)
    with pytest.raises(FileExistsError, match=r"read_time\.py and .*read_time\.cases are there already"):
        write_stubs("read_time", root)


@pytest.mark.parametrize("there", [0, 1], ids=["cases are missing", "module is missing"])
def test_only_what_is_missing_is_written(root, there):
    paths = write_stubs("read_time", root)
    kept, missing = paths[there], paths[1 - there]
    mine = "A sentence.\n" + kept.read_text(encoding="utf-8")
    kept.write_text(mine, encoding="utf-8")
    missing.unlink()
    assert write_stubs("read_time", root) == [missing]
    assert kept.read_text(encoding="utf-8") == mine


@pytest.mark.parametrize("name", ["Read-Time", "class", "", "../x"])
def test_name_has_to_be_a_module_name(root, name):
    with pytest.raises(ValueError, match="snake_case"):
        write_stubs(name, root)


@pytest.mark.parametrize("there", ["parts/steps.py", "contract.py"], ids=["package", "module"])
def test_name_of_what_is_no_stage_is_refused(root, there):
    path = root / "src/articlex/stages" / there
    path.parent.mkdir(exist_ok=True)
    path.touch()
    with pytest.raises(ValueError, match="is no stage"):
        write_stubs(there.partition("/")[0].removesuffix(".py"), root)
    assert not list((root / "fixtures/stages").iterdir())
