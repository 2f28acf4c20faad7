"""The laboratory: where articlex is measured, checked and trained. It is not shipped, and articlex imports
none of it.

``corpora`` reads annotated pages, ``peers`` runs other extractors on them, ``scores`` says when an output is
right. Built on these: ``bench`` (quality), ``checks`` (regressions), ``cost`` (time and memory) and
``training`` (the models that ship). ``word_lists`` makes the word lists that ship, ``upkeep`` the generated
parts of the repository.

``make help`` lists the commands that have a target. Where to begin:

* To measure: ``make bench``, ``make bench-metadata``, ``make compare A= B=``; then :mod:`articlex_lab.bench`.
* To train: ``make fit``, ``titles``, ``days``, ``authors``, ``breaks``, ``lost-breaks``, ``marks``; scores on
  sites that were not fitted on by ``make crossvalidate``; ``docs/experiments`` has what was tried. See
  :mod:`articlex_lab.training`.
* To change a word list: the module of ``word_lists`` that ``src/articlex/data/README.md`` names.

The corpora are looked for as :mod:`articlex_lab.corpora.annotated` says.
"""
