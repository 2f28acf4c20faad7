"""The net over a page's blocks: what its file promises, and that numpy computes what was fitted."""

from __future__ import annotations

import numpy as np
import pytest

from articlex.models.net import DILATIONS, net_odds, pack_net, parse_net
from articlex.models.packing import certificate, model_file

NAMES = [
    "net-html",
    "net-text",
    "title-lines",
    "title-rivals",
    "day-net-html",
    "day-net-text",
]
WIDTH = 3


def small_net(seed: int = 1) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    shapes = {"means": (2,), "in_w": (2, WIDTH), "in_b": (WIDTH,), "context_w": (3 * WIDTH, WIDTH)}
    shapes |= {"context_b": (WIDTH,), "out_w": (WIDTH,), "out_b": (1,)}
    shapes |= {f"conv{layer}_w": (3 * WIDTH, WIDTH) for layer in range(len(DILATIONS))}
    shapes |= {f"conv{layer}_b": (WIDTH,) for layer in range(len(DILATIONS))}
    shapes |= {f"norm{number}_{part}": (WIDTH,) for number in range(len(DILATIONS) + 1) for part in "wb"}
    arrays = {name: random.normal(0, 0.5, shape) for name, shape in shapes.items()}
    return arrays | {"deviations": np.ones(2)}


def odds_of(values: list[list[float]], seed: int = 1) -> list[float]:
    net = parse_net(pack_net({"features": ["a", "b"]}, small_net(seed)))
    table = np.array(values, np.float32)
    return net_odds(net, table, np.ones(len(table), np.float32)).tolist()


@pytest.mark.parametrize("name", NAMES)
def test_the_check_page_gives_its_scores(name: str) -> None:
    packed = model_file(name)
    said = certificate(packed)
    values, tokens = np.array(said["checks"], np.float32), np.array(said["check_tokens"], np.float32)
    assert net_odds(parse_net(packed), values, tokens) == pytest.approx(said["check_odds"], abs=1e-5)


def test_packing_loses_no_more_than_sixteen_bits_hold() -> None:
    arrays = small_net()
    read = parse_net(pack_net({"features": ["a", "b"]}, arrays)).arrays
    assert {name: array.shape for name, array in read.items()} == {n: a.shape for n, a in arrays.items()}
    assert all(np.allclose(read[name], array, rtol=1e-3) for name, array in arrays.items())


def test_a_page_of_one_block_has_a_score() -> None:
    assert len(odds_of([[1.0, -2.0]])) == 1


def test_a_block_far_away_is_heard_through_the_whole_page() -> None:
    reach = sum(DILATIONS)
    page = [[0.0, 0.0]] * (3 * reach)
    assert odds_of(page)[0] != odds_of([*page[:-1], [9.0, -9.0]])[0]


def test_the_numbers_are_those_of_the_net_that_was_fitted() -> None:
    torch = pytest.importorskip("torch")
    from articlex_lab.training.fitting.net import Module, NetSettings

    arrays = {name: array.astype(np.float16).astype(np.float32) for name, array in small_net().items()}
    module = Module(2, NetSettings(width=WIDTH)).eval()
    layers = {"enter": "in", "context": "context"}
    layers |= {f"convolutions.{layer}": f"conv{layer}" for layer in range(len(DILATIONS))}
    state = {"leave.weight": arrays["out_w"][None], "leave.bias": arrays["out_b"]}
    for theirs, ours in layers.items():
        state |= {f"{theirs}.weight": arrays[f"{ours}_w"].T, f"{theirs}.bias": arrays[f"{ours}_b"]}
    for number in range(len(DILATIONS) + 1):
        state |= {f"norms.{number}.weight": arrays[f"norm{number}_w"]}
        state |= {f"norms.{number}.bias": arrays[f"norm{number}_b"]}
    module.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in state.items()})
    values = np.random.default_rng(2).normal(0, 1, (20, 2)).astype(np.float32)
    tokens = np.arange(20, dtype=np.float32)
    squashed = np.clip((np.sign(values) * np.log1p(np.abs(values)) - arrays["means"]) / 1.0, -4, 4)
    with torch.no_grad():
        there = torch.ones(1, 20)
        theirs = module(torch.from_numpy(squashed)[None], torch.from_numpy(tokens)[None], there)[0].numpy()
    net = parse_net(pack_net({"features": ["a", "b"]}, small_net()))
    assert net_odds(net, values, tokens) == pytest.approx(theirs, abs=1e-3)
