"""The scores of the text that comes out, by models of the body that have not seen the site of a page.

Between the scorer and the text stand a second opinion and many rules, so that the choice of blocks alone does
not say how good the text is. The pages of each split are extracted as articlex ships, with the files of the
body's models exchanged for those that were fitted for the split; the other models are those that ship. The
words of interfaces from translation catalogues are left out: their weights come from all corpora.
"""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from articlex.page import Form
from articlex.scoring.lexicon import TRANSLATED
from articlex_lab.bench.measure import Task, measure_all
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import VARIABLE, Record, corpora_folder
from articlex_lab.corpora.sites import site
from articlex_lab.peers.engines import ARTICLEX
from articlex_lab.repository import DATA, ROOT
from articlex_lab.scores.pages import PageScore
from articlex_lab.training.body.folds import SPLITS, Split
from articlex_lab.training.body.lexicon import no_words

_CODE = DATA.parents[1].relative_to(ROOT)


def models_of(done: Path, number: int) -> Path:
    """The folder with the files of the models of a split, which stands in the folder ``done``."""
    return done / f"models-{number}"


def extract_held(done: Path, form: Form) -> list[PageScore]:
    """The scores of the pages of all splits whose models stand in the folder ``done``."""
    found: list[PageScore] = []
    for number in range(len(SPLITS)):
        if (models := models_of(done, number)).is_dir():
            found += _extract_in_copy(number, models, form)
    return found


def held_records(split: Split) -> list[Record]:
    """The pages that a split scores, those without a text on the page among them."""
    records = annotated.load((split.corpus,))
    gold = (record for record in records if record.text is not None or record.with_snippets)
    return [record for record in gold if split.holds(record.corpus, site(record))]


def lay_models(code: Path, models: Path) -> None:
    """Copy articlex and its laboratory into the folder ``code``, with the files of the folder ``models``
    instead of those that ship."""
    shutil.copytree(ROOT / _CODE, code, ignore=shutil.ignore_patterns("__pycache__"))
    for path in models.iterdir():
        shutil.copyfile(path, code / "articlex" / DATA.name / path.name)
    (code / "articlex" / DATA.name / f"{TRANSLATED}.model").write_bytes(no_words())


def _extract_in_copy(number: int, models: Path, form: Form) -> Sequence[PageScore]:
    """The scores of the pages of a split, extracted by a copy of the code that has its models."""
    with TemporaryDirectory() as folder:
        code, scores = Path(folder) / _CODE, Path(folder) / "scores"
        lay_models(code, models)
        environment = {**os.environ, "PYTHONPATH": str(code), VARIABLE: str(corpora_folder().resolve())}
        command = [sys.executable, "-m", __name__, str(number), form.value, str(scores)]
        subprocess.run(command, cwd=folder, env=environment, check=True)
        found: list[PageScore] = pickle.loads(scores.read_bytes())
    return found


def main() -> None:
    """Extract the pages of one split with the models that stand in the package, and write their scores."""
    number, form, out = sys.argv[1:]
    flattener = "mixed" if form == Form.TEXT else ""
    records = held_records(SPLITS[int(number)])
    pages = measure_all([Task(record, ARTICLEX.name, flattener) for record in records])
    Path(out).write_bytes(pickle.dumps(pages))


if __name__ == "__main__":
    run_command(main)
