"""Pages made of those of the corpora, for what the corpora have too little of. Gold and labels stay known.

* ``crowded``, ``crowded_html``, ``crowded_text``: among lists of other articles, comments and chrome, which
  are made by ``listings``, ``html_lists``, ``site_menus`` and ``widgets``; ``plainer`` takes markup away.
* ``threads``, ``thread_html``: threads of a board. ``text_alone``: a text without anything around it.
* ``signed_lists``, ``signed_pages``: lists of other stories that have their own bylines and days.
* ``scripts``: the same page in another script.

What is made of a page depends on its name alone: all chance comes from a generator that is seeded with it.
"""
