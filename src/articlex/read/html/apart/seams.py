"""Seams: where the words of two inline elements meet without white space, though they are not one word.

That is so behind a sentence or a label, and in a caption before the credit of the picture.
"""

from __future__ import annotations

from itertools import islice

from articlex.punctuation import SENTENCE_ENDS
from articlex.read.html.tree import Element

#: What ends a sentence in scripts with capitals, and in those without that set a space behind it.
STOPS = frozenset(".!?…։")
_OTHER_STOPS = SENTENCE_ENDS - STOPS - set("。！？．")
#: Classes of words that a style sheet shows in a box or above others: Bootstrap's and many more.
_LABELS = frozenset("badge chip eyebrow kicker label overline pill tag topper".split())
#: How many elements up a caption is looked for.
_MOST_AROUND = 4


def begins_sentence(before: str, after: str) -> bool:
    """Whether ``before`` ends a sentence of several words, and ``after`` begins another.

    "os.<b>Path</b>" and "example.<i>Com</i>" are names: they have one word on each side.
    """
    if " " not in before or " " not in after or len(before) < 2:
        return False
    last, first = before[-1], after[0]
    if last in _OTHER_STOPS:
        return first.isalpha()
    return last in STOPS and before[-2].islower() and first.isupper()


def ends_in_label(text: str) -> bool:
    """Whether the colon at the end of ``text`` stands behind a word. In French a blank is between them."""
    return text[:-1].rstrip()[-1:].isalpha()


def ends_caption(element: Element, before: str, after: str) -> bool:
    """Whether ``before`` is the text of a caption, or its label, and ``after`` may be the picture's credit.

    ``after`` is what ``element`` holds, or what stands behind it, and begins like a name: "Rain in Oslo"
    "NTB".
    """
    if not before or not after[:1].isupper() or not (after[1:2].islower() or after[:2].isupper()):
        return False
    is_over = before[-1].islower() or (before[-1] in STOPS and " " in before)
    around = islice(element.iterancestors(), _MOST_AROUND) if is_over else ()
    return any(each.tag == "figcaption" for each in around)


def is_called_label(element: Element) -> bool:
    """Whether an element has the class of a label."""
    return not _LABELS.isdisjoint((element.get("class") or "").lower().split())
