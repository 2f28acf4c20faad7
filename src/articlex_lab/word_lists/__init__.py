"""The word lists and tables of ``articlex/data``, each made from what others publish; one module for each."""
