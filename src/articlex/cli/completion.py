"""``articlex completion``: the script that teaches a shell our options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from articlex.cli.sink import put


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.help_option("-h", "--help")
def completion(shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    bash:  source <(articlex completion bash)     in ~/.bashrc
    zsh:   source <(articlex completion zsh)      in ~/.zshrc
    fish:  articlex completion fish | source      in ~/.config/fish/config.fish
    """
    from articlex.cli.main import program

    script = get_completion_class(shell)
    assert script is not None, shell
    put(script(program, {}, "articlex", "_ARTICLEX_COMPLETE").source())
