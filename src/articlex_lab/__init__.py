"""The laboratory: where articlex is measured, held to what it is to do, and fitted. Not shipped.

``corpora`` has annotated pages, ``peers`` the extractors that are run on them, ``scores`` when what they give
is right. On these stand ``bench`` (how good), ``checks`` (what must hold), ``cost`` (how long) and
``training`` (the models that ship). ``word_lists`` makes the lists and tables that ship, ``upkeep`` what the
repository generates of itself. Nothing of articlex imports any of it.
"""
