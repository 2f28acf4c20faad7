"""``articlex batch`` that kills itself, as a power cut would, at a point that the test chooses.

The point comes in the environment, as "rows:seconds": so many seconds behind the row with that number.
"""

from __future__ import annotations

import os
import signal
import threading
from functools import partial
from typing import Any

from articlex.batch import manifest, progress, run
from articlex.batch.unit import Item, Row
from articlex.cli.main import main

from .titled import titled

#: A commit after each few rows, so that a short run meets the edges of many.
manifest._COMMIT_ROWS = 5

rows, _, seconds = os.environ["KILLED_AT"].partition(":")
left = int(rows)


class Fatal(progress.LineReporter):
    def row(self, item: Item, row: Row) -> None:
        global left
        left -= 1
        if left == 0:
            threading.Timer(float(seconds), os.kill, (os.getpid(), signal.SIGKILL)).start()


def fatal(*_: Any, **__: Any) -> Fatal:
    return Fatal("text", -1)


if __name__ == "__main__":
    progress.reporter = fatal
    run.run_batch = partial(run.run_batch, unit=titled)  # type: ignore[assignment]
    main()
