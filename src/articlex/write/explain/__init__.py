"""What ``articlex explain`` tells: one account of a page, and three views of it.

:mod:`~articlex.write.explain.account` is what is known. ``table`` prints it for a terminal, ``record`` as
JSON for machines, and ``report``, with the modules that it is built on, as a page for people.
"""
