"""Where things are in the repository that the laboratory works on."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
#: What the README has the short of.
FIGURES = ROOT / "docs" / "figures.md"
FIXTURES = ROOT / "fixtures"
#: The word lists and models that articlex ships.
DATA = ROOT / "src" / "articlex" / "data"
