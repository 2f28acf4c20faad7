"""Where words of two inline elements meet without white space, and a reader would have them apart: after a
sentence or a label, and in a caption before who made the picture."""

from __future__ import annotations

from itertools import islice

from articlex.memoize import memoized
from articlex.read.html.tree import Element

#: What ends a sentence of a script with capitals, and of one without.
_STOPS, _OTHER_STOPS = ".!?…", "।؟۔"
#: Classes of the words that a style sheet shows in a box or above others: Bootstrap and many more.
_LABELS = frozenset("badge chip eyebrow kicker label overline pill tag topper".split())
#: Elements around one among which a caption is sought.
_MOST_AROUND = 4


def begins_sentence(before: str, after: str) -> bool:
    """Whether ``before`` ends a sentence of several words and ``after`` begins another one.

    "os.<b>Path</b>" is one name, "example.<i>Com</i>" too: they have one word on a side.
    """
    if " " not in before or " " not in after or len(before) < 2:
        return False
    last, first = before[-1], after[0]
    if last in _OTHER_STOPS:
        return first.isalpha()
    return last in _STOPS and before[-2].islower() and first.isupper()


def ends_caption(element: Element, before: str, after: str) -> bool:
    """Whether ``before`` is words of a caption, or a label in it, and ``after``, in or behind ``element``,
    begins with the capital of a name: who made the picture, in an element of its own."""
    if not before or not after[:1].isupper() or not (after[1:2].islower() or after[:2].isupper()):
        return False
    is_over = before[-1].islower() or (before[-1] in _STOPS and " " in before)
    return is_over and _is_in_caption(element)


def _is_in_caption(element: Element) -> bool:
    return any(around.tag == "figcaption" for around in islice(element.iterancestors(), _MOST_AROUND))


def is_called_label(element: Element) -> bool:
    """Whether an element has the class of a label."""
    return _has_label(element.get("class") or "")


@memoized(1_000)
def _has_label(classes: str) -> bool:
    return not _LABELS.isdisjoint(classes.lower().split())
