"""The model files of trees and nets: their headers, and writing them into the package.

All commands that fit use these functions, so that all files say the same things: what the arrays are, some
training rows with the odds that they must get, and what the caller knows of the fit.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any

import numpy as np

from articlex.models.forest import Forest, log_odds, pack_forest
from articlex.models.net import Net, net_odds, pack_net
from articlex_lab.corpora import annotated
from articlex_lab.repository import DATA

#: The corpora whose licences allow shipped models to be trained on them.
LICENCES = {
    "articles": "Apache-2.0",
    "dates": "Apache-2.0",
    "forums": "Apache-2.0",
    "news": "MIT",
    "reader": "Apache-2.0",
    "snippets": "Apache-2.0",
    "wcxb-dev": "CC-BY-4.0",
}

#: Training rows that are kept in a file with their odds, for a test that scoring still gives these.
CHECKS = 20

#: Packages whose versions decide the fit of trees and nets.
WITH_NETS = ("lightgbm", "lxml", "numpy", "torch")


def origin(names: Iterable[str], packages: Iterable[str] = ("lightgbm", "lxml", "numpy")) -> dict[str, Any]:
    """What a file says of its origin: digests and licences of the corpora, versions of the packages."""
    names = list(names)
    return {
        "corpora": {name: annotated.digest(annotated.load([name])) for name in names},
        "licences": {name: LICENCES[name] for name in names},
        "versions": {package: version(package) for package in packages},
    }


def write_forest(name: str, forest: Forest, rows: Any, said: dict[str, Any]) -> None:
    """Write the model file ``name`` of a forest, as :func:`packed_forest` has it."""
    write_model(name, packed_forest(forest, rows, said))


def packed_forest(forest: Forest, rows: Any, said: dict[str, Any]) -> bytes:
    """The bytes of the model file of a forest, which says ``said`` beside what it says of its arrays.

    ``rows`` are training rows in the columns of ``forest.names``; some at even distances are kept in the file
    with their odds.
    """
    checks = np.asarray(rows[:: max(1, len(rows) // CHECKS)][:CHECKS], np.float32)
    header = {
        "format": 1,
        "features": list(forest.names),
        "trees": forest.trees,
        "depth": forest.depth,
        "scale": forest.scale,
        "bias": forest.bias,
        "checks": [[float(value) for value in row] for row in checks],
        "check_odds": [float(odds) for odds in log_odds(forest, checks)],
    }
    return pack_forest(header | said, forest.columns, forest.thresholds, forest.leaves)


def write_net(name: str, net: Net, pages: Sequence[Any], said: dict[str, Any]) -> None:
    """Write the model file ``name`` of a net over rows of equal weight, which says ``said`` of itself.

    ``pages`` are the values of training pages in the columns of ``net.names``; the page whose number of rows
    is nearest to :data:`CHECKS` is kept in the file with its odds.
    """
    page = min((each for each in pages if len(each)), key=lambda each: abs(len(each) - CHECKS))
    header = net_header(net, page, np.ones(len(page), np.float32))
    write_model(name, pack_net(header | said, net.arrays))


def net_header(net: Net, rows: Any, tokens: Any) -> dict[str, Any]:
    """What the file of a net says of its arrays, with the odds of one page.

    ``rows`` are those of the page in the columns of ``net.names``, ``tokens`` the size of each row.
    """
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
