"""The scores of the text that comes out, by models of the body that have not seen the site of a page.

    make crossvalidate WHOLE=run.json [FORM=text]

Between the scorer and the text stand a second opinion and many rules, so that the choice of blocks alone does
not say how good the text is. The pages of each split of the crossvalidation are extracted as articlex ships,
with the files of the body's models exchanged for those that were fitted for the split; the other models are
those that ship. The words of interfaces from translation catalogues are left out: their weights come from all
corpora. Prints the table of ``make bench``.
"""

from __future__ import annotations

import argparse
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
from articlex_lab.bench.body import table
from articlex_lab.bench.measure import Task, measure_all
from articlex_lab.bench.runs import new_run, save
from articlex_lab.command import run_command
from articlex_lab.corpora import annotated
from articlex_lab.corpora.annotated import VARIABLE, Record, corpora_folder
from articlex_lab.corpora.sites import site
from articlex_lab.peers.engines import ARTICLEX, version
from articlex_lab.repository import DATA, ROOT
from articlex_lab.scores.pages import PageScore
from articlex_lab.training.body.folds import SPLITS, Split, kept_folder, models_of
from articlex_lab.training.body.lexicon import no_words

_CODE = DATA.parents[1].relative_to(ROOT)


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
        command = [sys.executable, "-m", __spec__.name, str(scores), "--form", form, "--split", str(number)]
        subprocess.run(command, cwd=folder, env=environment, check=True)
        found: list[PageScore] = pickle.loads(scores.read_bytes())
    return found


def _extract_laid(number: int, form: Form, out: Path) -> None:
    """Extract the pages of a split with the models that stand in the package, and write their scores."""
    flattener = "mixed" if form is Form.TEXT else ""
    tasks = [Task(record, ARTICLEX.name, flattener) for record in held_records(SPLITS[number])]
    out.write_bytes(pickle.dumps(measure_all(tasks)))


def main() -> None:
    """Print the table and write the run file; or, in a copy of the code, extract the pages of one split."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the run file")
    parser.add_argument("--form", type=Form, choices=list(Form), default=Form.HTML)
    parser.add_argument("--tag", help="the one that crossvalidate had")
    parser.add_argument("--split", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.split is not None:
        _extract_laid(options.split, options.form, options.out)
        return
    kept = kept_folder(options.form, options.tag)
    pages = extract_held(kept, options.form)
    if not pages:
        sys.exit(f"splits: no models in {kept}; make crossvalidate FORM={options.form}")
    run = new_run(pages, {ARTICLEX.name: version(ARTICLEX)}, annotated.digest(annotated.load()))
    sys.stdout.write(table(pages) + "\n")
    save(run, options.out)


if __name__ == "__main__":
    run_command(main)
