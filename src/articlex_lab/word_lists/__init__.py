"""The word lists and tables of ``articlex/data``, made from what others publish: a module for each.

``articlex/data/README.md`` says which module makes which file, and of what; each says how it is run, most
with ``python -m`` and a folder of packages. Some write the file themselves, the others print it.
"""
