"""``make fuzz``: hypothesis makes hostile inputs for a given time, and a worker process tries them.

Each target of :mod:`articlex_lab.checks.fuzzing.targets` gets examples in turn. They run in the pool of the
batch, so that a hang, a crash of the interpreter or a lack of memory is a finding like any other. Hypothesis
shrinks a finding; it is printed and written to ``fuzz-findings/``, and whoever mends it makes a test of it.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import random
import time
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings

from articlex.batch.pool import Loss, Pool
from articlex.batch.worker import Limits
from articlex_lab.checks.fuzzing.targets import TARGETS, Case, run_case

#: Examples of a target before the next one has its turn.
_EXAMPLES = 100
#: What takes longer than ten seconds, or more memory than this, is a finding.
_LIMITS = Limits(seconds=10.0, memory=1 << 30, growth=512 << 20)


class FindingError(AssertionError):
    """A target did not survive its input."""


class Isolated:
    """Runs cases one by one in a worker process."""

    def __init__(self) -> None:
        self._pool: Pool[Case, str] = Pool(run_case, _lost, 1, _LIMITS)
        self.count = 0

    def __call__(self, case: Case) -> None:
        """Raise FindingError for a case that the target does not survive."""
        self.count += 1
        self._pool.submit(case)
        found: list[str] = []
        while not found:
            found = self._pool.poll(60.0)
        if found[0]:
            raise FindingError(found[0])

    def close(self) -> None:
        """End the worker."""
        self._pool.close()


def _lost(case: Case, loss: Loss) -> str:
    return f"{loss.message} [{loss.code}]"


def fuzz(names: list[str], seconds: float, start: int, folder: Path) -> int:
    """Fuzz the targets ``names`` for ``seconds`` and write the findings to ``folder``; returns their number.

    ``start`` is the first random seed.
    """
    deadline = time.monotonic() + seconds
    isolated = Isolated()
    findings: set[str] = set()
    counts = dict.fromkeys(names, 0)
    rounds = 0
    try:
        while time.monotonic() < deadline:
            for name in names:
                before = isolated.count
                finding = _round(name, isolated, start + rounds, deadline)
                counts[name] += isolated.count - before
                if finding is not None and _signature(finding) not in findings:
                    findings.add(_signature(finding))
                    _keep(name, finding, folder)
            rounds += 1
    finally:
        isolated.close()
    total = ", ".join(f"{name} {count:,}" for name, count in counts.items())
    print(f"{isolated.count:,} examples in {seconds:g} s ({total}); {len(findings)} findings")  # noqa: T201
    return len(findings)


class _Finding(NamedTuple):
    value: Any
    message: str


def _round(name: str, isolated: Isolated, number: int, deadline: float) -> _Finding | None:
    """Try some examples on one target; returns the smallest one that it does not survive."""
    smallest: list[_Finding] = []

    @seed(number)
    @settings(
        max_examples=_EXAMPLES,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(TARGETS[name].strategy)
    def attempt(value: Any) -> None:
        if time.monotonic() > deadline:
            return
        try:
            isolated(Case(name, value))
        except FindingError as finding:
            smallest[:] = [_Finding(value, str(finding))]
            raise

    try:
        attempt()
    except Exception:
        # Hypothesis raises another error where a finding does not recur: it is a finding all the same.
        if not smallest:
            raise
        return smallest[0]
    return None


def _signature(finding: _Finding) -> str:
    """What two findings of one bug mostly have in common: how the last line of the traceback begins."""
    return finding.message.splitlines()[-1][:60]


def _keep(name: str, finding: _Finding, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    raw = finding.value if isinstance(finding.value, bytes) else pickle.dumps(finding.value)
    path = folder / f"{name}-{hashlib.sha256(raw).hexdigest()[:12]}"
    path.write_bytes(raw)
    print(f"{name}: {path}\n{finding.message}\n{finding.value!r:.2000}\n")  # noqa: T201


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=None, help="first random seed; default: any")
    parser.add_argument("--folder", type=Path, default=Path("fuzz-findings"))
    parser.add_argument("target", nargs="*", help=f"of {', '.join(TARGETS)}; default: all")
    arguments = parser.parse_args()
    if unknown := set(arguments.target) - TARGETS.keys():
        parser.error(f"no target {', '.join(sorted(unknown))}")
    start = random.randrange(1 << 31) if arguments.seed is None else arguments.seed
    print(f"seed {start}")  # noqa: T201
    found = fuzz(arguments.target or list(TARGETS), arguments.seconds, start, arguments.folder)
    raise SystemExit(1 if found else 0)


if __name__ == "__main__":
    main()
