"""Paths of the repository."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
#: The figures in full; the README has a summary.
FIGURES = ROOT / "docs" / "figures.md"
FIXTURES = ROOT / "fixtures"
#: The word lists and models that articlex ships.
DATA = ROOT / "src" / "articlex" / "data"
