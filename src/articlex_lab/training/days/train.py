"""``make days``: fit the choice of the day, ``data/day-*.model`` and ``data/day-net-*.model``.

Prints the shares of right choices on sites that were not fitted on (five folds), for several limits on the
probability of "none"; those for the limit that articlex uses are kept in the model files. The same corpora
give the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

import click
import numpy as np

from articlex.days.claim import MAX_NONE
from articlex.page import Form
from articlex_lab.command import run_command
from articlex_lab.training.days.judges import SETTINGS, cross_validate, fit, net_settings, scores, table
from articlex_lab.training.days.regressions import COPIES, Example, days, examples
from articlex_lab.training.fitting.choice_net import used
from articlex_lab.training.fitting.model_files import WITH_NETS, origin, write_forest, write_net
from articlex_lab.training.fitting.page_trees import for_copies
from articlex_lab.training.made.signed_pages import SOURCES

#: Limits on the probability of "none" for which scores are printed.
SWEPT = (0.45, 0.5, 0.55, 0.6, 0.65, 0.7)


def write(form: Form, pages: Sequence[Example], checked: dict[str, str]) -> None:
    """Fit on ``pages`` and write the model files, of the trees (which has the weights as well) and of the
    net; ``checked`` are the scores that they hold."""
    fitted = fit(pages, COPIES[form])
    found = [(page, days(page, fitted.weights["printed"])) for page in pages]
    tables = [table(page, each, fitted) for page, each in found if each]
    said = {"other_sites": checked, **origin(SOURCES, WITH_NETS)}
    forest, net, _, asked = fitted.judges
    checks = np.concatenate([values[1:2, asked] for values in tables])
    settings = for_copies(SETTINGS, COPIES[form])._asdict()
    known = {"settings": settings, "weights": fitted.weights, **said}
    write_forest(f"day-{form.value}", forest, checks, known)
    write_net(f"day-net-{form.value}", net, tables, {"settings": used(net_settings(COPIES[form])), **said})


@click.command(help=(__doc__ or "").split("\n\n", 1)[0])
@click.option("--form", type=click.Choice([form.value for form in Form]), help="One form alone.")
@click.option("--check", is_flag=True, help="Print the scores and write nothing.")
def main(form: str | None, check: bool) -> None:
    """Entry point of ``python -m articlex_lab.training.days.train``."""
    for each in [Form(form)] if form else list(Form):
        pages = list(examples(each))
        judged = cross_validate(pages, COPIES[each])
        for most in SWEPT:
            sys.stdout.write(f"day-{each.value}, none below {most}: {json.dumps(scores(judged, most))}\n")
        if not check:
            write(each, pages, scores(judged, MAX_NONE[each]))


if __name__ == "__main__":
    run_command(main)
