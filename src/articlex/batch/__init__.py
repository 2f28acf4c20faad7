"""Many pages in one run, reliable enough for cron.

Each part does one thing; :mod:`articlex.batch.run` and :mod:`articlex.batch.loop` put them together::

    sources ─ Item ─▶ readahead ─▶ pool of workers ─ unit.process ─ Row ─▶ sink + manifest

* :mod:`~articlex.batch.sources` finds the pages: folders, lists of files, archives read as streams.
* :mod:`~articlex.batch.intake` decides, from the manifest, which of them need work.
* :mod:`~articlex.batch.unit` is the one unit of work, a plain picklable function from Item to Row.
* :mod:`~articlex.batch.pool` runs any such function in processes that it can kill and replace.
* :mod:`~articlex.batch.sinks` writes rows: a mirrored tree of files, or one file.
* :mod:`~articlex.batch.manifest` records what was done, so that a second run does only the rest.
"""
