"""The model files of boosted trees: what each one says of itself, and where it goes in the package.

Every command that fits trees writes them with :func:`write_forest`, so that all files say the same things:
what the arrays are, rows with the odds that they must have, and what the caller knows of the fit.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from articlex.scoring.model import Forest, log_odds, pack_forest
from articlex.scoring.net import Net, net_odds, pack_net
from articlex_lab.corpora import annotated
from articlex_lab.repository import DATA

#: Of the corpora that may train the shipped models.
LICENCES = {
    "articles": "Apache-2.0",
    "dates": "Apache-2.0",
    "forums": "Apache-2.0",
    "news": "MIT",
    "reader": "Apache-2.0",
    "snippets": "Apache-2.0",
    "wcxb-dev": "CC-BY-4.0",
}

#: Rows of the training data whose odds are kept in the file, for a test that scoring still gives them.
CHECKS = 20

#: The packages whose versions say what fitted trees and nets.
WITH_NETS = ("lightgbm", "lxml", "numpy", "torch")


def origin(names: Iterable[str], packages: Iterable[str] = ("lightgbm", "lxml", "numpy")) -> dict[str, Any]:
    """The corpora ``names`` with digest and licence, and the versions of ``packages``."""
    names = list(names)
    return {
        "corpora": {name: annotated.digest(annotated.load([name])) for name in names},
        "licences": {name: LICENCES[name] for name in names},
        "versions": {package: version(package) for package in packages},
    }


def forest_header(forest: Forest, rows: Any) -> dict[str, Any]:
    """What the file says of its arrays.

    ``rows`` are training rows in the columns of ``forest.names``; some that lie evenly apart are kept with
    their odds.
    """
    checks = np.asarray(rows[:: max(1, len(rows) // CHECKS)][:CHECKS], np.float32)
    return {
        "format": 1,
        "features": list(forest.names),
        "trees": forest.trees,
        "depth": forest.depth,
        "scale": forest.scale,
        "bias": forest.bias,
        "checks": [[float(value) for value in row] for row in checks],
        "check_odds": [float(odds) for odds in log_odds(forest, checks)],
    }


def forest_bytes(forest: Forest, rows: Any, said: dict[str, Any]) -> bytes:
    """The bytes of the model file that says ``said`` beside its :func:`forest_header`."""
    return pack_forest(forest_header(forest, rows) | said, forest.columns, forest.thresholds, forest.leaves)


def write_forest(name: str, forest: Forest, rows: Any, said: dict[str, Any]) -> None:
    """Write the model file ``name``; its size goes to stderr."""
    write_model(name, forest_bytes(forest, rows, said))


def write_net(name: str, net: Net, pages: Sequence[Any], said: dict[str, Any]) -> None:
    """Write the model file ``name`` of a net over rows that all count alike.

    ``pages`` are the training pages' values in the columns of ``net.names``; one of about as many rows as are
    kept of trees is kept with its odds.
    """
    page = min((each for each in pages if len(each)), key=lambda each: abs(len(each) - CHECKS))
    header = net_header(net, page, np.ones(len(page), np.float32))
    write_model(name, pack_net(header | said, net.arrays))


def net_header(net: Net, rows: Any, tokens: Any) -> dict[str, Any]:
    """What the file of a net says of its arrays: the ``rows`` of a page, in the columns of ``net.names``, of
    so many ``tokens`` each, with their odds."""
    return {
        "format": 1,
        "features": list(net.names),
        "checks": [[float(value) for value in row] for row in rows],
        "check_tokens": [float(count) for count in tokens],
        "check_odds": [float(odds) for odds in net_odds(net, rows, tokens)],
    }


def write_model(name: str, packed: bytes) -> None:
    """Write the bytes of one model file into the package; its size goes to stderr."""
    path = DATA / f"{name}.model"
    path.write_bytes(packed)
    sys.stderr.write(f"{path.name}: {len(packed)} bytes\n")
