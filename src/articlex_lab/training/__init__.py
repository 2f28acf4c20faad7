"""Training the models that ship, ``articlex/data/*.model``:

* ``body``: the scorer of blocks. ``make fit`` fits it by this code; ``make train`` rebuilds the files that
  ship by the code that fitted them; ``make crossvalidate`` and ``make losses`` say how good it is and where
  it fails.
* ``titles``, ``days``, ``authors``: the choices of the title, the day and the authors; ``breaks``,
  ``lost_breaks`` and ``lost_marks``: which lines of raw page text go on with the one above, where lines ended
  in a page that was flattened to one line, and which lines are headings or items of lists. Each is fitted by
  the target of its name (``make lost-breaks`` and ``make marks`` for the last two) and prints its scores on
  sites that were not fitted on; the option ``--check`` stops there.

All of them use ``fitting`` (trees, nets, logits, model files), and are fitted on pages of the corpora and on
pages that ``made`` makes of those. They need the packages of the group ``train`` in pyproject.toml, which the
targets install.
"""
