"""A small convolutional net over the rows of a page: its blocks, lines, candidates or days.

Trees judge each block by itself and the surroundings that its features name. The net sees the row of blocks
as a sequence: four layers of dilated convolutions (van den Oord et al., "WaveNet", 2016) with residual
connections and layer normalisation (Ba et al., 2016), and after the second one means and maxima over the
whole page. That of the body was fitted for the F-measure of a page, not for single blocks, and errs elsewhere
than the trees: on origins that neither has seen, the mean is better than either.

Computed in single precision, in half of the time of double: a probability moves by less than 1e-6, which is
less than a printed digit. In memory a page is [features, blocks], so that sums over the features of a block
go over whole rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from articlex.models.packing import model_file, pack, unpack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Steps between the blocks that a layer's convolution looks at, layer after layer.
DILATIONS = (1, 2, 4, 8)

#: The layer after which each block is told about the whole page.
CONTEXT_AFTER = 1

#: Standardised features beyond this are cut off.
LIMIT = 4.0

_EPSILON = 1e-5

#: Multiplications up to which OpenBLAS computes a product of matrices in the thread that asks for it.
_ONE_THREAD = 1 << 18

#: What the header of the file holds.
_HEADER = frozenset(("features", "arrays"))


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """Weights by layer. ``means`` and ``deviations`` standardise the squashed features ``names``."""

    names: tuple[str, ...]
    arrays: dict[str, NDArray[np.float32]]


@cache
def load_net(name: str) -> Net:
    """A shipped net ("net-html", "title-lines", "day-net-html"); read once, on first use."""
    return parse_net(model_file(name))


def parse_net(packed: bytes) -> Net:
    """A net from the bytes of a model file: a line of JSON, then arrays of 16-bit floats."""
    import numpy as np

    header, body = unpack(packed)
    arrays: dict[str, Any] = {}
    start = 0
    for name, shape in header["arrays"]:
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(body, np.float16, count, start).astype(np.float32).reshape(shape)
        start += 2 * count
    return Net(tuple(header["features"]), arrays)


def pack_net(header: dict[str, Any], arrays: dict[str, Any]) -> bytes:
    """The bytes of a model file; the inverse of :func:`parse_net`. Deterministic."""
    import numpy as np

    header = header | {"arrays": [[name, list(array.shape)] for name, array in arrays.items()]}
    body = b"".join(np.asarray(array, np.float16).tobytes() for array in arrays.values())
    return pack(header, _HEADER, body)


def squash(values: Any) -> Any:
    """Features on a logarithmic scale that keeps their sign: sizes and counts have long tails."""
    import numpy as np

    sizes = np.abs(values)
    return np.copysign(np.log1p(sizes, out=sizes), values, out=sizes)


def net_odds(net: Net, values: NDArray[np.float32], tokens: NDArray[np.float32]) -> NDArray[np.float64]:
    """The log-odds of each block of one page.

    ``values`` is [blocks, features in the order of ``net.names``], ``tokens`` the blocks' token counts.
    """
    import numpy as np

    odds: NDArray[np.float64] = _odds(_as_computed(net), squash(values.T), tokens).astype(np.float64)
    return odds


def row_odds(net: Net, values: NDArray[np.float32]) -> list[float]:
    """The log-odds of rows that are no blocks (lines, candidates, days); all count alike."""
    import numpy as np

    odds: list[float] = net_odds(net, values, np.ones(len(values), np.float32)).tolist()
    return odds


@lru_cache(maxsize=8)
def _as_computed(net: Net) -> dict[str, Any]:
    """The arrays of the net: weights of layers are [outputs, inputs], all else is [units, 1]."""
    return {name: a.T if a.ndim == 2 else a[:, None] for name, a in net.arrays.items()}


def _odds(a: dict[str, Any], squashed: NDArray[np.float32], tokens: NDArray[np.float32]) -> Any:
    """The log-odds of each block."""
    import numpy as np

    standard = squashed - a["means"]
    standard /= a["deviations"]
    inner = _dense(standard.clip(-LIMIT, LIMIT, out=standard), a, "in")
    width, blocks = inner.shape
    window = np.empty((3 * width, blocks), np.float32)
    units = window[width:-width]
    units[:] = _normal(inner, a, 0)
    for layer, step in enumerate(DILATIONS):
        _fill(window, width, step)
        units += _dense(window, a, f"conv{layer}")
        _normal(units, a, layer + 1)
        if layer == CONTEXT_AFTER:
            by_tokens = np.einsum("ij,j->i", units, tokens) / (tokens.sum() + np.float32(1.0))
            means = np.add.reduce(units, axis=1) / np.float32(blocks)
            whole = np.concatenate([means, by_tokens, np.maximum.reduce(units, axis=1)])
            units += _dense(whole[:, None], a, "context")
    return np.einsum("ij,il->j", units, a["out_w"]) + a["out_b"][0]


def _fill(window: Any, width: int, step: int) -> None:
    """Put around each block's units, the middle ``width`` rows, those of the blocks ``step`` before and after
    it; zeros beyond the ends of the page."""
    before, units, after = window[:width], window[width:-width], window[-width:]
    before[:, :step] = 0.0
    before[:, step:] = units[:, :-step]
    after[:, :-step] = units[:, step:]
    after[:, -step:] = 0.0


def _dense(units: Any, arrays: dict[str, Any], name: str) -> Any:
    """A fully connected layer with rectified units."""
    import numpy as np

    out = _product(arrays[f"{name}_w"], units)
    out += arrays[f"{name}_b"]
    return np.maximum(out, 0.0, out=out)


def _product(weights: Any, units: Any) -> Any:
    """``weights @ units``, computed in this thread, a few blocks at a time.

    In one piece OpenBLAS would wake a thread for each core: on a machine that is busy they wait for each
    other ten times as long as the product takes.
    """
    import numpy as np

    blocks = units.shape[1]
    few = max(1, _ONE_THREAD // weights.size)
    if blocks <= few:
        return np.matmul(weights, units)
    out = np.empty((len(weights), blocks), np.float32)
    whole = blocks // few * few
    if whole:
        # The pieces as one more axis, so that numpy goes from one to the next: 0.8 of the time of a loop.
        pieces, found = (a[:, :whole].reshape(-1, whole // few, few) for a in (units, out))
        np.matmul(weights, pieces.swapaxes(0, 1), out=found.swapaxes(0, 1))
    if whole < blocks:
        np.matmul(weights, units[:, whole:], out=out[:, whole:])
    return out


def _normal(units: Any, arrays: dict[str, Any], number: int) -> Any:
    """Layer normalisation, in place."""
    import numpy as np

    width = np.float32(len(units))
    units -= np.add.reduce(units, axis=0) / width
    variance = np.einsum("ij,ij->j", units, units) / width
    units /= np.sqrt(variance + np.float32(_EPSILON))
    units *= arrays[f"norm{number}_w"]
    units += arrays[f"norm{number}_b"]
    return units
