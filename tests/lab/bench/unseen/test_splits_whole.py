"""The text that comes out is scored by a copy of articlex that has the models of a split."""

from pathlib import Path

from articlex.scoring.lexicon import TRANSLATED
from articlex_lab.bench.unseen.splits import lay_models
from articlex_lab.repository import DATA
from articlex_lab.training.body.folds import models_of


def laid(folder: Path) -> Path:
    """The data files of a copy with one model of its own."""
    models = models_of(folder, 3)
    models.mkdir()
    (models / "kind-html.model").write_bytes(b"fitted for the split")
    lay_models(folder / "src", models)
    return folder / "src" / "articlex" / "data"


def test_the_models_of_the_split_stand_in_the_copy(tmp_path: Path) -> None:
    assert (laid(tmp_path) / "kind-html.model").read_bytes() == b"fitted for the split"


def test_other_models_of_the_copy_are_those_that_ship(tmp_path: Path) -> None:
    assert (laid(tmp_path) / "day-html.model").read_bytes() == (DATA / "day-html.model").read_bytes()


def test_words_that_all_corpora_have_weighed_are_no_part_of_the_copy(tmp_path: Path) -> None:
    lexicon = f"{TRANSLATED}.model"
    assert len((laid(tmp_path) / lexicon).read_bytes()) < len((DATA / lexicon).read_bytes()) / 10


def test_what_ships_is_not_touched(tmp_path: Path) -> None:
    before = (DATA / "kind-html.model").read_bytes()
    laid(tmp_path)
    assert (DATA / "kind-html.model").read_bytes() == before
