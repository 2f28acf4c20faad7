"""The shipped model files: what their birth certificates promise holds."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.models.forest import load_forest, log_odds, pack_forest, parse_forest
from articlex.models.packing import certificate, model_file, unpack
from articlex.page import Form
from articlex_lab.repository import ROOT

NAMES = [
    "body-html",
    "body-text",
    "day-html",
    "day-text",
    "byline-html",
    "byline-text",
    "headings",
    "kind-html",
    "kind-text",
    "line-breaks",
    "lost-breaks",
    "title-html",
    "title-text",
]
#: Those whose trees see the odds of a regression, the weights of which are in the same file.
REGRESSED = ["byline-html", "byline-text", "day-html", "day-text"]


@pytest.mark.parametrize("name", NAMES)
def test_the_check_vectors_give_their_scores(name: str) -> None:
    packed = model_file(name)
    said = certificate(packed)
    odds = log_odds(parse_forest(packed), np.array(said["checks"], np.float32))
    assert odds == pytest.approx(said["check_odds"], abs=1e-6)


@pytest.mark.parametrize("name", NAMES)
def test_the_data_may_train_a_shipped_model(name: str) -> None:
    said = certificate(model_file(name))
    assert set(said["corpora"]) == set(said["licences"])
    assert set(said["licences"].values()) <= {"Apache-2.0", "MIT", "CC-BY-4.0"}


@pytest.mark.parametrize("name", REGRESSED)
def test_the_scores_on_other_sites_are_kept(name: str) -> None:
    said = " ".join(certificate(model_file(name))["other_sites"])
    assert all(corpus in said for corpus in ("wcxb-dev", "crowded wcxb-dev", "snippets", "news"))


def test_the_model_card_counts_the_features_that_the_trees_ask_about() -> None:
    card = (ROOT / "src/articlex/data/MODEL.md").read_text("utf-8")
    html, text = (load_forest(f"body-{form}").names for form in (Form.HTML, Form.TEXT))
    assert f"(HTML; the trees ask about {len(html)})" in card
    assert f"(raw page text; {len(text)})" in card


def test_all_model_files_together_stay_under_two_megabytes() -> None:
    assert sum(len(model_file(name)) for name in NAMES) < 2_000_000


def test_a_row_goes_right_only_above_the_threshold() -> None:
    header = {"features": ["size"], "trees": 1, "depth": 1, "scale": 0.5, "bias": 1.0}
    forest = parse_forest(pack_forest(header, [0], [3.0], [[-2, 4]]))
    odds = log_odds(forest, np.array([[2.0], [3.0], [3.5]], np.float32))
    assert odds.tolist() == [0.0, 0.0, 3.0]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("count", [100, 128, 2_100])
def test_many_rows_come_to_the_leaves_that_they_come_to_one_by_one(name: str, count: int) -> None:
    forest = parse_forest(model_file(name))
    rows = np.random.default_rng(7).normal(0.0, 3.0, (count, len(forest.names))).astype(np.float32)
    rows[:, ::3] = np.rint(rows[:, ::3])
    rows[0], rows[1] = np.inf, -np.inf
    one_by_one = np.concatenate([log_odds(forest, row[None]) for row in rows])
    assert (log_odds(forest, rows) == one_by_one).all()


@pytest.mark.parametrize(
    ("thresholds", "leaves"),
    [
        # A tree in which each node asks something, one whose root asks nothing, and one that asks nothing.
        ([0.0, -1.0, 1.0], [1, 2, 3, 4]),
        ([np.inf, 0.0, np.inf], [1, 2, 3, 4]),
        ([np.inf, np.inf, np.inf], [1, 2, 3, 4]),
    ],
)
def test_nodes_that_ask_nothing_lead_to_the_left(thresholds: list[float], leaves: list[int]) -> None:
    header = {"features": ["size"], "trees": 70, "depth": 2, "scale": 1.0, "bias": 0.0}
    forest = parse_forest(pack_forest(header, [[0, 0, 0]] * 70, [thresholds] * 70, [leaves] * 70))
    rows = np.linspace(-2.0, 2.0, 101, dtype=np.float32)[:, None]
    one_by_one = np.concatenate([log_odds(forest, row[None]) for row in rows])
    assert (log_odds(forest, rows) == one_by_one).all()


@pytest.mark.parametrize("name", NAMES)
def test_no_page_waits_for_the_birth_certificate(name: str) -> None:
    weights = {"weights"} if name in REGRESSED else set()
    assert set(unpack(model_file(name))[0]) == {"features", "trees", "depth", "scale", "bias"} | weights
