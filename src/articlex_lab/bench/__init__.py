"""How good articlex is, against gold and beside the peers. The commands:

* ``body`` (``make bench``) and ``metadata`` (``make bench-metadata``) measure on the corpora and write run
  files, which ``compare`` and ``figures`` read. Pages are measured in processes that may hang or crash
  (``measure``).
* ``stage_precision`` and ``stage_recall``: what the stages around the body wrongly drop, and what they miss.
* ``unseen.manuals`` and ``unseen.templates``: pages of sites that no model was fitted on.

Those without a target of make are run by ``python -m`` and the name of the module.
"""
