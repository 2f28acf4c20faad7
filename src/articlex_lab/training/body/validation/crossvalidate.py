"""``make crossvalidate``: the scores of the model card.

wcxb-dev is scored in five folds by site. Each other corpus is scored by a fit on all corpora but itself,
without its sites. ``multilingual`` may not train, and is scored by a fit on all that may. The predictions and
the models of each split are kept on disk under the state of the code, or what ``--tag`` says instead, and of
the corpora, so that a run that was stopped goes on. Prints the table, then reliability plots of the
confidence of pages and of the probabilities of blocks.

These are the scores of the choice of blocks; :mod:`articlex_lab.bench.unseen.splits` has those of the text
that comes out, by the same models.
"""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from articlex.models.forest import Forest, log_odds
from articlex.models.net import Net, net_odds
from articlex.page import Form
from articlex.scoring.features import places_of
from articlex_lab.command import run_command
from articlex_lab.training.body import element_names, lexicon
from articlex_lab.training.body.folds import SPLITS, UNTRAINED, fold, kept_folder, models_of
from articlex_lab.training.body.kinds import chances
from articlex_lab.training.body.samples.dataset import TRAINING, Sample, cached, keep
from articlex_lab.training.body.samples.state import code_state
from articlex_lab.training.body.train import fit_all, packed
from articlex_lab.training.body.validation.evaluate import score_page, summary, table
from articlex_lab.training.body.validation.prediction import Prediction
from articlex_lab.training.body.validation.reliability import block_probabilities, page_confidences, plot

Pair = tuple[list[Sample], list[Sample]]


def pairs(samples: Sequence[Sample]) -> Iterator[Pair]:
    """The samples of all corpora for each of :data:`SPLITS`, as (samples to fit on, samples to score)."""
    trainable = [sample for sample in samples if sample.corpus in TRAINING]
    for split in SPLITS:
        held = [sample for sample in samples if split.holds(sample.corpus, sample.site)]
        sites = {sample.site for sample in held} if split.corpus in TRAINING else set()
        if split.fold is None:
            yield [sample for sample in trainable if sample.site not in sites], held
        else:
            yield [sample for sample in trainable if fold(sample) != split.fold], held


def predict(forest: Forest, net: Net, kinds: Forest, held: Sequence[Sample]) -> Iterator[Prediction]:
    """The predictions of a fit for the samples ``held``."""
    for sample, article in zip(held, chances(kinds, held), strict=True):
        odds = log_odds(forest, sample.values[:, places_of(forest.names, sample.names)])
        of_net = net_odds(net, sample.values[:, places_of(net.names, sample.names)], sample.sizes)
        yield Prediction(sample, odds, of_net, float(article))


def run(samples: Sequence[Sample], done: Path, jobs: int = 1) -> list[Prediction]:
    """Out-of-fold predictions for all samples, ``jobs`` splits at a time.

    Those of each split are written to a file in the folder ``done``; a split that has a file is not fitted
    again.
    """
    found: list[Prediction] = []
    _pairs.extend(pairs(samples))
    paths = [done / f"{number}.pickle" for number, (_, held) in enumerate(_pairs) if held]
    # Forked, so that the processes share the memory of the samples.
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
        for path, odds in zip(paths, pool.map(_predicted, paths), strict=True):
            training, held = _pairs[int(path.stem)]
            found += [Prediction(sample, *each) for sample, each in zip(held, odds, strict=True)]
            sys.stderr.write(f"{held[0].corpus}: {len(training)} pages fitted, {len(held)} scored\n")
    _pairs.clear()
    return found


#: The samples of the splits, where the forked processes find them.
_pairs: list[Pair] = []

Odds = list[tuple[Any, Any, float]]


def _predicted(path: Path) -> Odds:
    """The predictions of the split that the file ``path`` is for, from there or made now."""
    if not path.exists():
        keep(path, _predict(int(path.stem), models_of(path.parent, int(path.stem))))
    found: Odds = pickle.loads(path.read_bytes())
    return found


def _predict(number: int, models: Path) -> Odds:
    """For each page to score the log-odds of its blocks by forest and by net, and the probability that it is
    an article; the files of the models are written into the folder ``models``."""
    training, held = _pairs[number]
    fit = fit_all(training)
    models.mkdir(parents=True, exist_ok=True)
    for name, content in packed(fit, training).items():
        (models / f"{name}.model").write_bytes(content)
    lexicon.apply(fit.lexicon, held)
    if fit.element_names is not None:
        element_names.apply(fit.element_names, held)
    found = predict(fit.forest, fit.net, fit.kinds, held)
    return [(page.forest, page.net, page.article) for page in found]


def main() -> None:
    """Print table and plots; write the scores of each page and the predictions where options say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=[form.value for form in Form], default="html")
    parser.add_argument(
        "--tag", help="of the samples and predictions that are kept; default: the state of the code"
    )
    parser.add_argument("--jobs", type=int, default=1, help="splits at a time: 10 GB each in raw text")
    parser.add_argument("--out", type=Path, help="write the summary and the F1 of each page there, in JSON")
    parser.add_argument("--predictions", type=Path, help="write the predictions there, for `make losses`")
    options = parser.parse_args()
    form = Form(options.form)
    tag = options.tag or code_state(form)
    samples = cached((*TRAINING, *UNTRAINED), form, tag)
    predictions = run(samples, kept_folder(form, tag), options.jobs)
    results = [score_page(page) for page in predictions]
    sys.stdout.write(table(summary(results)) + "\n")
    sys.stdout.write(plot("confidence of pages, and their word F1", page_confidences(predictions)) + "\n")
    sys.stdout.write(plot("probability of blocks, and gold share", block_probabilities(predictions)) + "\n")
    if options.predictions:
        odds = [(p.sample.key, p.forest, p.net, p.article) for p in predictions]
        keep(options.predictions, {"tag": tag, "pages": odds})
    if options.out:
        options.out.parent.mkdir(parents=True, exist_ok=True)
        pages = {score.sample.key: round(score.f1, 4) for score in results}
        options.out.write_text(json.dumps({"summary": summary(results), "pages": pages}, indent=1))


if __name__ == "__main__":
    run_command(main)
