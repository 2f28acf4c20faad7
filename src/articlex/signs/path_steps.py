"""Steps of a path from the home page to this one: how long, how many, what parts them."""

from __future__ import annotations

#: Signs that lead from one step to the next. (Bars, strokes and dots part the entries of menus as well.)
STEP_SIGNS = ">›»❯→⟩＞〉"
#: Characters of the longest step.
MAX_STEP = 60
#: Steps of the longest path, and blocks from one step to the next.
MAX_STEPS, MAX_APART = 8, 2
