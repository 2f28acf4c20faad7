"""How good articlex is, beside the peers and against gold: on the corpora, by stage, on strings of dates.

:mod:`articlex_lab.bench.body` and :mod:`articlex_lab.bench.metadata` measure, each page in a process that may
crash (``measure``, ``pool``), and write files of runs, which ``compare`` and ``figures`` read. ``unseen`` has
the pages on which nothing was fitted.
"""
