"""``python -m articlex``, and the console script."""

import sys


def main() -> None:
    """Run the command line; an interrupt ends it quietly, even during its imports."""
    try:
        from articlex.garbage import collect_garbage_less_often

        # Before the imports, which make most objects of one page and free none.
        collect_garbage_less_often()
        from articlex.cli.main import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(130)  # Exit.INTERRUPTED, whose module may not be imported yet
    except MemoryError:
        # There was not even memory for saying so in the usual way.
        sys.stderr.write("articlex: out of memory [memory]\n")
        sys.exit(3)  # Exit.FAILED


if __name__ == "__main__":
    main()
