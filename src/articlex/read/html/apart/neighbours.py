"""Inline elements that a style sheet shows apart: a label and its value, tags in a row, the names of tabs.

Where a template has no white space between them ("<span class=label>Weight</span><span class=value>1
kg</span>") their words would become one. But word processors and highlighters also put elements side by side
in the middle of a word. Two neighbours are compared here; :mod:`articlex.read.html.apart.phrases` looks at an
element of several words and the capital right beside it.
"""

from __future__ import annotations

from itertools import islice
from unicodedata import category

from articlex.class_words import ICON_WORDS
from articlex.punctuation import STARS
from articlex.read.html.apart.seams import ends_caption, ends_in_label
from articlex.read.html.element_text import first_text, next_character
from articlex.read.html.inline import is_wide
from articlex.read.html.tags import BLOCK, HEADING_LEVEL
from articlex.read.html.tree import Element, begins_with_text, has_tail
from articlex.regex import regex

_TAGS = frozenset("a abbr b bdi cite data em font i label small span strong time".split())
#: Siblings of an element that are looked at for words between them.
_MOST_SIBLINGS = 40
#: Digits of the longest number of a section, step or place in a list.
_MOST_DIGITS = 3
#: The class of an icon, which fonts and style sheets draw in an empty element.
ICON = regex(rf"(?:^|[\s_-])(?:{'|'.join(ICON_WORDS)})(?:$|[\s_-])")
#: The classes of Tailwind and Bootstrap that show an element on lines of its own, and of one that is a break.
_LINE = regex(r"(?:^|\s)(?:d-)?block(?:\s|$)")
_BREAK = regex(r"(?:^|\s)br(?:\s|$)")
#: Beside letters and digits, what the text before a seam may end in, and the text behind it begin with.
_ENDS, _BEGINS = ":!?)%”»" + STARS, "(“«" + STARS
#: Digits of the longest amount before its unit; letters of the shortest unit behind a whole number, and of
#: the shortest name before a score. ("2nd" and "CO2" are one word.)
_MOST_AMOUNT, _LEAST_UNIT, _LEAST_NAME = 4, 3, 4
#: What ends an abbreviation: "Tel.", "א׳".
_ABBREVIATES = ".׳״"
#: The figure of a price, before its currency.
_FIGURE = regex(r"\d[\d.,'\s]{0,12}")
#: The name of a class that says something, unlike those of word processors ("s1", "c5", "T2").
_NAME = regex(r"[^\W\d_]{3}")
#: Classes of pieces of text that may end inside a word: those of Word on the web, Google Sites, Quill and
#: CKEditor.
_PIECE = regex(
    r"\b(?:Normal)?TextRun\b|\bC9DxTc\b|(?:^|\s)(?:ql-(?:size|font|color|bg)-"
    r"|(?:text-(?:tiny|big|huge)|(?:marker|pen)-(?:yellow|green|pink|blue|red))(?:$|\s))"
)
#: Elements of the longest line that consists of columns, such as a day, its hours and a note.
_MOST_COLUMNS = 4
_COLUMNS = frozenset({"b", "small", "span", "strong"})
#: A figure that counts the things behind it: "1,200", "12k", "500+", "99.9%", "24/7".
_COUNT = regex(r"\d[\d.,/]{0,12}[kKmM]?[%+]?")
#: Characters of the shortest name that a capital right behind it does not continue: "Mon", not "Mc".
_LEAST_DAY = 3
#: Characters of the longest name in capitals of which a digit behind it is a part: "CO2", "PS5".
_MOST_CAPITALS = 3
#: What may stand before the first letter of a text.
_OPENING = "“„«‘‚\"'¿¡"


def stands_apart(element: Element, last: str) -> bool:
    """Whether an inline element stands apart from the text right before it, which ends in ``last``.

    Their parent holds nothing but elements, and the two are a name and its value, a number and what it
    counts, or columns of a line; or both have telling classes, or are links to two places. On 1,600 pages of
    the corpora the gold standard has 950 pairs of this last kind apart (41 pages) and 8 as one word (5
    pages), six of which no reader would see as one.
    """
    if last.isalnum() and _begins_anew(element, last):
        return True
    before = _before(element)
    if before is None or before.tail:
        return False
    if before.tag not in _TAGS or element.tag not in _TAGS or not _is_among_elements(element):
        return False
    if "label" in (before.tag, element.tag):
        return bool(first_text(before)) and first_text(element)[:1].strip() != ""
    if _numbers(before, element) or _are_columns(before, element, last):
        return True
    may_part = _have_telling_classes(before, element) or _lead_to_two_places(before, element)
    return may_part and _is_between_words(before, element, last)


def _begins_anew(element: Element, last: str) -> bool:
    """Whether an element is an icon or a break between two words, or a line by its class, or a <small> one
    right behind a headline."""
    text, classes = element.text or "", element.get("class") or ""
    if not text and not len(element):
        is_empty_sign = ICON.search(classes) is not None or _BREAK.search(classes) is not None
        return is_empty_sign and next_character(element).isalnum()
    if "block" in classes and _LINE.search(classes) is not None:
        return True
    return element.tag == "small" and last.islower() and _is_capitalised(text)


def _before(element: Element) -> Element | None:
    """The element before, past a few empty ones and input boxes."""
    before = element.getprevious()
    for _ in range(_MOST_SIBLINGS):
        if before is None or before.tail:
            return before
        if before.tag != "input" and (before.text or first_text(before)):
            return before
        before = before.getprevious()
    return None


def _is_among_elements(element: Element) -> bool:
    around = element.getparent()
    if around is None or begins_with_text(around):
        return False
    return not any(has_tail(each) for each in islice(around, _MOST_SIBLINGS))


def _have_telling_classes(before: Element, element: Element) -> bool:
    return all(_says_something(each.get("class") or "") for each in (before, element))


def _says_something(classes: str) -> bool:
    return _NAME.search(classes) is not None and _PIECE.search(classes) is None


def _numbers(before: Element, element: Element) -> bool:
    """Whether ``before`` is a number with a class, and a capitalised word follows: "2" "Methods"."""
    number, words = before.text or "", element.text or ""
    is_number = number.isdecimal() and not len(before) and before.get("class") is not None
    return is_number and len(number) <= _MOST_DIGITS and _is_capitalised(words)


def _are_columns(before: Element, element: Element, last: str) -> bool:
    """Whether two elements are columns of a line: a day and its hours, a name and a price.

    At least one of them has no attributes: word processors, whose elements part words, give each a style.
    """
    around = element.getparent()
    if around is None or around.tag not in BLOCK:
        return False
    # (To count all children takes a step for each.)
    if next(islice(around, _MOST_COLUMNS, None), None) is not None:
        return False
    is_bare = not before.attrib or not element.attrib
    if not is_bare or not {before.tag, element.tag} <= _COLUMNS or not _says_no_type(before, element):
        return False
    head, rest = first_text(before), first_text(element)
    if not head or not rest or rest[0].isspace() or is_wide(last) or head[-1] != last:
        return False
    # A heading of two elements may be a name in two colours: "GitHub".
    is_pair = len(around) == 2 and around.tag not in HEADING_LEVEL
    return (is_pair and _are_pair(head, rest)) or (len(head) > 1 and _begins_column(head, rest))


def _says_no_type(*elements: Element) -> bool:
    """Whether none of the elements has a style, or a class of word processors and editors."""
    classes = [each.get("class") for each in elements]
    if not all(_says_something(each) for each in classes if each):
        return False
    return not any("style" in each.attrib for each in elements)


def _are_pair(head: str, rest: str) -> bool:
    """Whether two texts are all of a line, and are a count and what it is of, or a word and another with a
    capital."""
    is_word = head[-1].islower() and len(head) >= _LEAST_DAY
    return (is_word and _is_capitalised(rest)) or _is_counted(head, rest)


def _is_capitalised(text: str) -> bool:
    return text[:1].isupper() and text[1:2].islower()


def _begins_column(head: str, rest: str) -> bool:
    """Whether no word goes on from ``head``, the text of a column of several characters, to ``rest``, that of
    the next one."""
    last, first = head[-1], rest[0]
    if last == ":":  # "Weight:" "9 kg"
        return ends_in_label(head) and first.isalnum()
    if is_price(rest):  # "Soup" "€ 9"
        return True
    if last.isdecimal():  # "2024" "Berlin", in capitals or in letters without case
        return rest[:2].isalpha() and not first.islower() and not is_wide(first)
    is_short = last in _ABBREVIATES and is_letter(head[-2])
    if first.isdecimal():  # "Monday" "9-17", but "CO" "2"
        is_name = is_letter(last) or last == ")" or is_short or category(last) == "No"
        is_formula = head.isupper() and len(head) <= _MOST_CAPITALS and rest.isdecimal() and len(rest) == 1
        return is_name and not is_formula
    is_over = is_short or (last.islower() and " " in head)  # "Tel." "Office", "Every day" "Closed"
    return is_over and len(head) >= _LEAST_DAY and _is_capitalised(rest)


def _is_counted(head: str, rest: str) -> bool:
    """Whether a count stands before a word, not the end of an ordinal: "500+" "clients", not "2" "nd"."""
    word = rest.split(maxsplit=1)[0]
    is_word = len(word) >= _LEAST_NAME and word.isalpha() and not is_wide(word[0])
    return is_word and _COUNT.fullmatch(head) is not None


def is_letter(character: str) -> bool:
    """Whether a character is a letter or a combining mark, in which words of Thai and Hindi may end."""
    return character.isalpha() or category(character)[0] == "M"


def _lead_to_two_places(before: Element, element: Element) -> bool:
    """Whether two links lead to two places, or the second is by its class a button for the first."""
    if not before.tag == element.tag == "a":
        return False
    return before.get("href") != element.get("href") or "button" in (element.get("class") or "")


def _is_between_words(before: Element, element: Element, last: str) -> bool:
    """Whether the texts on both sides of the seam are words of their own, with no blank between."""
    head, rest = first_text(before), first_text(element)
    if not head or not rest or rest[0].isspace():
        return False
    is_same = before.get("class") == element.get("class")
    if not is_same and (_is_amount(head, rest) or _is_counted(head, rest)):
        return True
    if len(head.lstrip(_OPENING)) < 2 or len(rest) < 2:  # an initial, a sign, the digits of a counter
        return False
    are_wide = is_same and is_wide(last) and is_wide(rest[0])  # one word of Chinese in two pieces
    are_stars = last in STARS and rest[0] in STARS  # one rating: "★★" "☆☆☆"
    if are_wide or are_stars:
        return False
    begins = rest[0].isalnum() or rest[0] in _BEGINS or is_price(rest)
    ends = _ends_word(last) or (is_same and last == ".") or ends_caption(element, head, rest)
    is_sum_of = category(last) == "Sc" and head[0].isdecimal() and rest[0].isalpha()  # "9 €" "Soup"
    return begins and (ends or is_sum_of)


def _ends_word(last: str) -> bool:
    """Whether a word, or a sentence, may end in this character."""
    return last.isalnum() or is_letter(last) or last in _ENDS


def is_price(text: str) -> bool:
    """Whether a text begins with the sign of a currency and a figure: "€ 9"."""
    return category(text[0]) == "Sc" and text[1:].lstrip()[:1].isdecimal()


def is_sum(text: str) -> bool:
    """Whether a text begins with a figure and the sign of a currency: "9 €"."""
    figure = _FIGURE.match(text)
    return figure is not None and category(text[figure.end() : figure.end() + 1] or " ") == "Sc"


def _is_amount(head: str, rest: str) -> bool:
    """Whether the two are an amount and a unit, or a name and a one-digit score: "12" "days", "Ajax" "3"."""
    if len(rest) == 1:
        return rest.isdecimal() and len(head) >= _LEAST_NAME and head.isalpha() and not is_wide(head[-1])
    if not head.isnumeric() or len(head) > _MOST_AMOUNT or is_wide(rest[0]):
        return False
    unit = rest.split(maxsplit=1)[0]
    return unit.isalpha() and (len(unit) >= _LEAST_UNIT or category(head[-1]) == "No")
