"""Training what ships: the scorer of the body, and the choices of the title, the day and the authors.

``body``, ``titles``, ``days`` and ``authors`` fit theirs, each by what stands in ``fitting``, on pages of the
corpora and on those that ``made`` makes of them.
"""
