"""``articlex doctor``: the versions that a bug report needs."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

import click

import articlex
from articlex.cli.sink import put


@click.command()
@click.help_option("-h", "--help")
def doctor() -> None:
    """Print the versions of articlex, Python, lxml, libxml2 and the other dependencies."""
    for name, value in report():
        put(f"{name:<20} {value}")


def report() -> Iterator[tuple[str, str]]:
    """(name, version) of everything that an article can depend on."""
    from lxml import etree

    yield "articlex", articlex.__version__
    yield "python", f"{platform.python_version()} ({platform.python_implementation()})"
    yield "platform", f"{platform.system()} {platform.machine()}"
    yield "libxml2 (compiled)", ".".join(map(str, etree.LIBXML_COMPILED_VERSION))
    yield "libxml2 (running)", ".".join(map(str, etree.LIBXML_VERSION))
    for name in dependencies():
        yield name, installed(name)


def dependencies() -> list[str]:
    """The names of the packages that articlex depends on, including its extras."""
    try:
        wanted = requires("articlex") or []
    except PackageNotFoundError:
        wanted = ["click", "lxml", "readability-lxml", "rich"]
    return sorted({name[0] for line in wanted if (name := re.match(r"[\w.-]+", line))})


def installed(name: str) -> str:
    """The version of an installed package, or ``not installed``."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
