"""``python -m articlex``, and the console script."""

import sys


def main() -> None:
    """Run the command line; an interrupt ends it quietly also while the command is still being imported."""
    try:
        from articlex.cli.main import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(130)  # as Exit.INTERRUPTED, of a module that may not be there yet


if __name__ == "__main__":
    main()
