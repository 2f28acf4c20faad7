"""Signs of punctuation in the scripts of the world, for whoever asks where a sentence or a label ends."""

from __future__ import annotations

#: What ends a sentence: Latin, Greek and Cyrillic, Chinese and Japanese, Devanagari, Arabic, Urdu, Armenian,
#: Ethiopic, Burmese, Khmer, Tibetan.
SENTENCE_ENDS = frozenset(".!?…。！？．।॥؟۔։።፧။។།")
COLONS = frozenset(":：")
COMMAS = frozenset(",،、，")
