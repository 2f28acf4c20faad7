"""``python -m articlex``."""

from articlex.cli.main import main

if __name__ == "__main__":
    main()
