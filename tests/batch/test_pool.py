"""The pool: any function, any item, and workers that die."""

from __future__ import annotations

import errno
import gc
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from articlex.batch.channel import pack, read_message
from articlex.batch.pool import Loss, Pool, PoolError
from articlex.batch.process import Heap, own_resident_bytes, resident_bytes, spawn
from articlex.batch.worker import Done, Limits, Ready

from .units import act, double

Lost = tuple[str, str]


def lost(item: str, loss: Loss) -> Lost:
    return item, loss.code


@pytest.fixture
def run() -> Iterator[Callable[..., list[str | Lost]]]:
    """``run(orders, limits)``: the results of :func:`act` on each order."""
    pools: list[Pool[str, str]] = []

    def run(orders: list[str], limits: Limits = Limits(seconds=20), jobs: int = 2) -> list[str | Lost]:  # noqa: B008
        pool: Pool[str, str] = Pool(act, lost, jobs, limits)  # type: ignore[arg-type]
        pools.append(pool)
        results: list[str | Lost] = []
        waiting = list(orders)
        while waiting or pool.in_flight:
            while waiting and pool.has_room:
                pool.submit(waiting.pop(0))
            results += pool.poll(1.0)
        return results

    yield run
    for pool in pools:
        pool.close()


Run = Callable[..., list[str | Lost]]


def test_a_system_that_starts_no_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr("articlex.batch.pool.spawn", refuse)
    pool: Pool[str, str] = Pool(act, lost, 1, Limits())  # type: ignore[arg-type]
    with pytest.raises(PoolError, match="workers do not start: resource temporarily unavailable"):
        pool.submit("do 1")
    pool.close()


def test_every_item_has_one_result(run: Run) -> None:
    orders = [f"do {number}" for number in range(200)]
    assert sorted(map(str, run(orders))) == sorted(orders)


def test_a_limit_that_no_timer_takes_costs_no_worker(run: Run) -> None:
    assert run(["do 1"], Limits(seconds=1e30), jobs=1) == [("do 1", "internal")]


def test_no_more_workers_start_than_the_work_is_worth(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a hundred jobs for a hundred pages, most would be done starting when all pages are done."""
    started: list[str] = []
    monkeypatch.setattr("articlex.batch.pool.usable_cpus", lambda: 1)
    monkeypatch.setattr("articlex.batch.pool.spawn", lambda *a, **k: started.append(a[0]) or spawn(*a, **k))
    run([f"do {number}" for number in range(40)], jobs=40)
    assert 1 < len(started) <= 4


def test_an_item_over_its_time_is_lost_and_the_others_are_not(run: Run) -> None:
    results = run(["do 1", "sleep", "do 2", "do 3"], Limits(seconds=0.5))
    assert sorted(map(str, results)) == sorted(["do 1", "do 2", "do 3", "('sleep', 'time')"])


@pytest.mark.parametrize(
    ("order", "code"),
    [("segfault", "crash"), ("exit", "crash"), ("raise", "internal"), ("eat", "memory")],
)
def test_an_item_that_does_harm_is_lost_alone(order: str, code: str, run: Run) -> None:
    results = run(["do 1", order, "do 2", "do 3"])
    assert (order, code) in results
    assert {"do 1", "do 2", "do 3"} < set(map(str, results))


def test_a_crash_that_does_not_recur_costs_nothing(run: Run, tmp_path: Path) -> None:
    order = f"crash-once {tmp_path / 'marker'}"
    assert run([order, "do 1"]).count(order) == 1


def test_what_a_page_prints_does_not_reach_us(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["print"]) == ["print"]
    assert capfd.readouterr().out == ""


def test_a_worker_that_has_grown_is_replaced(run: Run) -> None:
    limits = Limits(seconds=20, growth=32 << 20)
    first, second = run(["grow 1"] * 2, limits, jobs=1)
    assert first != second


def test_a_worker_is_replaced_after_a_number_of_items(run: Run) -> None:
    pids = run(["pid"] * 6, Limits(seconds=20, items=2), jobs=1)
    assert [pids.count(pid) for pid in dict.fromkeys(pids)] == [2, 2, 2]


def test_a_worker_that_is_to_be_replaced_begins_with_nothing_more() -> None:
    process, sock = spawn("articlex.batch.worker")
    with sock, process:
        hello = (double, Limits(items=2), None)
        sock.sendall(b"".join(map(pack, (hello, 1, 2, 3))))
        stream = sock.makefile("rb")
        ready, *done = (read_message(stream) for _ in range(3))
        sock.shutdown(socket.SHUT_WR)
        assert isinstance(ready, Ready)
        assert done == [Done(2, "", False), Done(4, "", True)]
        assert stream.read() == b""


def test_a_worker_gives_back_what_its_items_have_freed() -> None:
    heap = Heap()
    if heap._trim is None:
        pytest.skip("a malloc that cannot be asked to")
    before = heap.low
    pieces = [bytearray(b"x" * 50_000) for _ in range(2000)]
    last = pieces.pop()
    assert own_resident_bytes() > before + (80 << 20)
    pieces.clear()
    assert heap.settled() < before + (30 << 20)
    assert len(last) == 50_000


def test_large_items_and_results_pass(run: Run) -> None:
    large = "x" * 5_000_000
    assert run([large, "do", large]) in ([large, "do", large], ["do", large, large], [large, large, "do"])


def test_items_in_flight_are_bounded() -> None:
    pool: Pool[int, int] = Pool(double, lost, 2, Limits())  # type: ignore[arg-type]
    while pool.has_room:
        pool.submit(1)
    assert pool.in_flight == 4
    pool.close()


def test_what_a_worker_had_at_its_door_is_not_heard_of_when_it_was_dropped() -> None:
    pool: Pool[str, str] = Pool(act, lost, 2, Limits())  # type: ignore[arg-type]
    for order in ("do 0", "do 1"):
        pool.submit(order)
    while pool.in_flight:
        pool.poll(1.0)
    for order in ("do 2", "doze", "do 3", "do 4"):
        pool.submit(order)
    pool.drop_waiting()
    results: list[str] = []
    while pool.in_flight:
        results += pool.poll(1.0)
    assert results == ["do 2", "doze"]
    pool.close()


def test_closing_ends_the_workers() -> None:
    pool: Pool[str, str] = Pool(act, lost, 2, Limits())  # type: ignore[arg-type]
    pool.submit("sleep")
    pool.submit("sleep")
    processes = [worker.process for worker in pool._workers]
    pool.close()
    assert all(process.returncode is not None for process in processes)


def test_workers_that_do_not_start_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", ["/nowhere"])
    pool: Pool[str, str] = Pool(act, lost, 1, Limits())  # type: ignore[arg-type]
    pool.submit("do")
    with pytest.raises(PoolError):
        while pool.in_flight:
            pool.poll(1.0)
    pool.close()


def test_a_worker_ends_when_its_parent_does(tmp_path: Path) -> None:
    import subprocess

    script = (
        f"import sys, os; sys.path[:] = {sys.path!r}\n"
        "from batch.units import act\n"
        "from articlex.batch.pool import Pool\n"
        "from articlex.batch.worker import Limits\n"
        "pool = Pool(act, print, 1, Limits(seconds=1))\n"
        "pool.submit('pid')\n"
        "results = []\n"
        "while not results: results += pool.poll(1)\n"
        "pool.submit('sleep'); pool.poll(0)\n"
        "print(results[0], flush=True)\n"
        "os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    pid = int(done.stdout)
    deadline = time.monotonic() + 20
    while resident_bytes(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    gc.collect()
    assert not resident_bytes(pid), "the kernel's alarm ends it, even in the middle of a page"
