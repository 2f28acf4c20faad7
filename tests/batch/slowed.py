"""``articlex batch`` with pages that take a while, so that a test can meet it at work."""

from functools import partial

from articlex.batch import run
from articlex.cli.main import main

from .titled import slow

if __name__ == "__main__":
    run.run_batch = partial(run.run_batch, unit=slow)  # type: ignore[assignment]
    main()
