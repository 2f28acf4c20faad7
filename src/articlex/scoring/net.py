"""Small convolutional nets over the page's blocks: the second half of the scorer.

The trees judge each block by itself and the surroundings that its features name. The nets see the row of
blocks as a sequence: four layers of dilated convolutions (van den Oord et al., "WaveNet", 2016) with
residual connections and layer normalisation (Ba et al., 2016), and after the second one means and maxima
over the whole page. They were fitted for the F-measure of a page, not for single blocks, and err elsewhere
than the trees: on origins that neither has seen, the mean is better than either. There are two, one that was
fitted on pages as they are and one on crowded pages too (articlex_lab/training/crowded.py), and their mean
counts.

Computed in double precision, so that the order of sums on another machine does not move a printed digit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from articlex.page import Form
from articlex.scoring.packing import model_file, pack, unpack

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


@dataclass(frozen=True, slots=True)
class Net:
    """Weights by layer. ``means`` and ``deviations`` standardise the squashed features ``names``."""

    names: tuple[str, ...]
    arrays: dict[str, NDArray[np.float64]]


#: The model files' names before the form.
NETS = ("net", "net-crowded")


@cache
def load_nets(form: Form) -> tuple[Net, ...]:
    """The shipped nets for pages of ``form``, which ask about the same features; read once, on first use."""
    return tuple(parse_net(model_file(f"{name}-{form.value}")) for name in NETS)


def parse_net(packed: bytes) -> Net:
    """A net from the bytes of a model file: a line of JSON, then arrays of 16-bit floats."""
    import numpy as np

    header, body = unpack(packed)
    arrays: dict[str, Any] = {}
    start = 0
    for name, shape in header["arrays"]:
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(body, np.float16, count, start).astype(np.float64).reshape(shape)
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

    return np.copysign(np.log1p(np.abs(values)), values)


def mean_odds(
    nets: tuple[Net, ...], values: NDArray[np.float32], tokens: NDArray[np.float32]
) -> NDArray[np.float64]:
    """The mean over ``nets`` of the log-odds of each block of one page.

    ``values`` is [blocks, features in the order of the nets' ``names``], ``tokens`` the blocks' token counts.
    """
    import numpy as np

    squashed = squash(values.astype(np.float64))
    mean: NDArray[np.float64] = sum((_odds(net, squashed, tokens) for net in nets), np.zeros(len(values)))
    return mean / len(nets)


def _odds(net: Net, squashed: NDArray[np.float64], tokens: NDArray[np.float32]) -> NDArray[np.float64]:
    import numpy as np

    a = net.arrays
    standard = squashed - a["means"]
    standard /= a["deviations"]
    rows = _normal(_dense(np.clip(standard, -LIMIT, LIMIT, out=standard), a, "in"), a, 0)
    window = np.zeros((len(rows), 3 * rows.shape[1]))
    for layer, step in enumerate(DILATIONS):
        _fill(window, rows, step)
        rows = _normal(rows + _dense(window, a, f"conv{layer}"), a, layer + 1)
        if layer == CONTEXT_AFTER:
            weights = tokens.astype(np.float64)
            by_tokens = np.einsum("i,ij->j", weights, rows) / (weights.sum() + 1.0)
            whole = np.concatenate([rows.mean(axis=0), by_tokens, rows.max(axis=0)])
            rows += _dense(whole[None, :], a, "context")
    odds: NDArray[np.float64] = np.einsum("ij,j->i", rows, a["out_w"]) + a["out_b"][0]
    return odds


def _fill(window: Any, rows: Any, step: int) -> None:
    """Put beside each of ``rows`` those ``step`` before and after it; zeros beyond the ends of the page."""
    width = rows.shape[1]
    window[:step, :width] = 0.0
    window[step:, :width] = rows[:-step]
    window[:, width:-width] = rows
    window[:-step, -width:] = rows[step:]
    window[-step:, -width:] = 0.0


def _dense(rows: Any, arrays: dict[str, Any], name: str) -> Any:
    """A fully connected layer with rectified units."""
    import numpy as np

    out = _product(rows, arrays[f"{name}_w"])
    out += arrays[f"{name}_b"]
    return np.maximum(out, 0.0, out=out)


def _product(rows: Any, weights: Any) -> Any:
    """``rows @ weights``, computed in this thread, a few rows at a time.

    In one piece OpenBLAS would wake a thread for each core: on a machine that is busy they wait for each
    other ten times as long as the product takes.
    """
    import numpy as np

    (count, size), width = rows.shape, weights.shape[1]
    few = max(1, _ONE_THREAD // weights.size)
    whole = count - count % few
    out = np.empty((count, width))
    np.matmul(rows[:whole].reshape(-1, few, size), weights, out=out[:whole].reshape(-1, few, width))
    np.matmul(rows[whole:], weights, out=out[whole:])
    return out


def _normal(rows: Any, arrays: dict[str, Any], number: int) -> Any:
    """Layer normalisation, in place."""
    import numpy as np

    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows /= np.sqrt(variance + _EPSILON)[:, None]
    rows *= arrays[f"norm{number}_w"]
    rows += arrays[f"norm{number}_b"]
    return rows
