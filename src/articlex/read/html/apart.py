"""Elements of a line that a style sheet shows apart: a label and its value, tags in a row, the names of tabs.

Templates without white space between such elements ("<span class=label>Weight</span><span class=value>1
kg</span>") leave their words in one. Word processors and highlighters write elements without white space too,
inside words. Two elements side by side are compared here; :mod:`articlex.read.html.phrases_apart` looks at
the capital right beside an element of several words, whatever is around it.
"""

from __future__ import annotations

from itertools import islice
from unicodedata import category

from articlex.read.html.element_text import first_text, next_character
from articlex.read.html.inline import ends_in_label, is_wide
from articlex.read.html.seams import ends_caption
from articlex.read.html.tags import BLOCK, HEADING_LEVEL
from articlex.read.html.tree import Element
from articlex.regex import regex

_TAGS = frozenset("a abbr b bdi cite data em font i label small span strong time".split())
#: What an <ins> replaces, as a new price an old one.
_TAKEN_BACK = frozenset({"del", "s", "strike"})
#: Siblings of an element that are looked at for words between them.
_MOST_SIBLINGS = 40
#: Digits of the longest number of a section, step or place in a list.
_MOST_DIGITS = 3
#: What ratings are drawn with: those of one stand side by side, whatever element each is in.
_STARS = "★☆⭐"
#: Methods of HTTP, which documentation has before an address: "GET" "/v1/users".
_METHODS = frozenset("GET POST PUT PATCH DELETE HEAD OPTIONS".split())
#: Classes of icons, which fonts and style sheets draw in empty elements.
ICON = regex(r"(?:^|[\s_-])(?:icons?|fa[brs]?|bi|mdi|glyphicon|dashicons)(?:$|[\s_-])")
_BOLD = frozenset({"b", "strong"})
#: What the text before may end in and what the text behind may begin with, beside letters and digits.
_ENDS, _BEGINS = ":!?)%”»" + _STARS, "(“«" + _STARS
#: Digits of the longest amount before its unit, and letters of the shortest unit behind a whole number and of
#: the shortest name before a score: "2nd", "CO2".
_MOST_AMOUNT, _LEAST_UNIT, _LEAST_NAME = 4, 3, 4
#: What ends an abbreviation: "Tel.", "א׳".
_ABBREVIATES = ".׳״"
#: The figure of a price, up to its currency.
_FIGURE = regex(r"\d[\d.,'\s]{0,12}")
#: A name that says something, as those of word processors do not ("s1", "c5", "T2").
_NAME = regex(r"[^\W\d_]{3}")
#: Word's pieces of a text on the web, and the type that Quill and CKEditor set inside of words.
_PIECE = regex(
    r"\b(?:Normal)?TextRun\b|(?:^|\s)(?:ql-(?:size|font|color|bg)-"
    r"|(?:text-(?:tiny|big|huge)|(?:marker|pen)-(?:yellow|green|pink|blue|red))(?:$|\s))"
)
#: Elements of the longest line that is nothing but elements, as of a day, its hours and a note.
_MOST_COLUMNS = 4
_COLUMNS = frozenset({"b", "small", "span", "strong"})
#: A figure that counts the things behind it: "1,200", "12k", "500+", "99.9%", "24/7".
_COUNT = regex(r"\d[\d.,/]{0,12}[kKmM]?[%+]?")
#: Characters of the shortest name that a capital behind it is none of: "Mon", not "Mc".
_LEAST_DAY = 3
#: Characters of the longest name in capitals whose number is a part of it: "CO2", "PS5".
_MOST_CAPITALS = 3
#: What stands before a first letter.
_OPENING = "“„«‘‚\"'¿¡"


def stands_apart(element: Element, last: str) -> bool:
    """Whether the words of an element of a line are apart from those before it, which end in ``last``.

    It and the element right before it are named, or lead to two places, and nothing but elements is in what
    is around them. On 1,600 pages of the corpora the gold standard has 950 such pairs apart (41 pages)
    and 8 in one word (5 pages), six of which no reader would see in one.
    """
    if last.isalnum() and _begins_anew(element, last):
        return True
    before = _before(element) if last else None
    if before is None or before.tail:
        return False
    if before.tag in _TAKEN_BACK and (element.tag == "ins" or _begins_with_price(element)):
        return _is_among_elements(element)
    if before.tag in _BOLD and element.tag == "span" and _is_value(before, element):
        return _is_among_elements(element)
    if before.tag not in _TAGS or element.tag not in _TAGS:
        return False
    if not _is_among_elements(element):
        return False
    is_label = "label" in (before.tag, element.tag)
    if not is_label and (_numbers(before, element) or _are_columns(before, element, last)):
        return True
    if not is_label and not (_are_named(before, element) or _lead_to_two_places(before, element)):
        return False
    return _is_between_words(before, element, last, is_label)


def _begins_anew(element: Element, last: str) -> bool:
    """Whether an element is an icon between two words, or small words right behind those of a headline."""
    text = element.text or ""
    if not text and not len(element):
        return ICON.search(element.get("class") or "") is not None and next_character(element).isalnum()
    return element.tag == "small" and last.islower() and text[:1].isupper() and text[1:2].islower()


def _before(element: Element) -> Element | None:
    """The element before, but for boxes and empty elements, of which a few may stand between."""
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
    if around is None or (around.text and not around.text.isspace()):
        return False
    return not any(each.tail and not each.tail.isspace() for each in islice(around, _MOST_SIBLINGS))


def _are_named(before: Element, element: Element) -> bool:
    names = before.get("class"), element.get("class")
    return all(name and _NAME.search(name) and not _PIECE.search(name) for name in names)


def _is_value(before: Element, element: Element) -> bool:
    """Whether two elements are a name in bold and what is said of it: "Height" and "30 cm"."""
    head, rest = first_text(before), first_text(element)
    is_pair = before.getprevious() is None and element.getnext() is None
    is_name = len(head) >= _LEAST_NAME and head[-1].islower()
    return is_pair and is_name and rest != "" and (rest[0].isupper() or rest[0].isdecimal())


def _numbers(before: Element, element: Element) -> bool:
    """Whether a number with a class, beside which there is room, comes before a capitalised word."""
    number, words = before.text or "", element.text or ""
    is_number = number.isdecimal() and not len(before) and before.get("class") is not None
    return is_number and len(number) <= _MOST_DIGITS and words[:1].isupper() and words[1:2].islower()


def _are_columns(before: Element, element: Element, last: str) -> bool:
    """Whether two elements of a block that is nothing but such are columns, as day and hours, name and price.

    One of them, or both, has no attributes. Word processors, which part words, have a style for each.
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
    # A heading of two elements is a name written in two colours: "GitHub".
    return _begins_column(head, rest, len(around) == 2 and around.tag not in HEADING_LEVEL)


def _says_no_type(*elements: Element) -> bool:
    """Whether no element has a style, and their classes are names that say something."""
    classes = [each.get("class", "") for each in elements]
    named = all(not name or (_NAME.search(name) and not _PIECE.search(name)) for name in classes)
    return named and not any("style" in each.attrib for each in elements)


def _begins_column(head: str, rest: str, is_pair: bool) -> bool:
    """Whether no word goes on from ``head``, the text of a column, to ``rest``, that of the next one; the two
    alone are a pair."""
    last, first = head[-1], rest[0]
    if len(head) == 1:
        is_sign = category(last) == "So" and first.isalpha() and not is_wide(first)
        return is_sign or (is_pair and _is_lettered(head, rest))
    if is_pair and (_is_counted(head, rest) or is_priced(head, rest)):
        return True
    if last == ":":
        return ends_in_label(head) and first.isalnum()
    if last.isdecimal():
        return _begins_behind_figure(rest)
    return _begins_behind_words(head, rest, is_pair)


def _begins_behind_figure(rest: str) -> bool:
    """Whether a text is no unit of the figure before it: it has a price, a bracket or a capital first."""
    first = rest[0]
    is_word = first.isupper() or (category(first) == "Lo" and not is_wide(first))
    return is_price(rest) or first == "(" or (is_word and rest[1:2].isalpha())


def _begins_behind_words(head: str, rest: str, is_pair: bool) -> bool:
    """Whether a figure comes behind words, an address behind a method of HTTP, or a capital behind an
    abbreviation and, in a pair or behind several words, behind a small letter."""
    last, first = head[-1], rest[0]
    is_short = last in _ABBREVIATES and is_letter(head[-2])
    is_name = is_letter(last) or last == ")" or is_short or category(last) == "No"
    if is_name and (first.isdecimal() or is_price(rest)):
        is_part = head.isupper() and len(head) <= _MOST_CAPITALS and rest.isdecimal() and len(rest) == 1
        return not is_part
    if head.upper() in _METHODS and rest.startswith(("/", "http")):
        return True
    is_capital = first.isupper() and rest[1:2].islower()
    is_over = is_short or (last.islower() and (is_pair or " " in head))
    return is_capital and is_over and len(head) >= _LEAST_DAY


def _is_counted(head: str, rest: str) -> bool:
    """Whether a number is all that stands before a word, which is longer than the end of an ordinal."""
    word = rest.split(maxsplit=1)[0]
    is_word = len(word) >= _LEAST_NAME and word.isalpha() and not is_wide(word[0])
    return is_word and _COUNT.fullmatch(head) is not None


def is_priced(head: str, rest: str) -> bool:
    """Whether a price comes before a word about it, which is longer than "k" and "bn"."""
    is_word = rest[:_LEAST_UNIT].isalpha() and len(rest) > _LEAST_UNIT and not is_wide(rest[0])
    return is_word and (is_price(head) or is_sum(head))


def is_letter(character: str) -> bool:
    """Whether a character is a letter or the mark of one, with which words of Thai and Hindi may end."""
    return character.isalpha() or category(character)[0] == "M"


def _lead_to_two_places(before: Element, element: Element) -> bool:
    """Whether two links lead to two places, or one of them is the button of the other, with a class."""
    if not before.tag == element.tag == "a":
        return False
    return before.get("href") != element.get("href") or "button" in (element.get("class") or "")


def _is_between_words(before: Element, element: Element, last: str, is_label: bool) -> bool:
    """Whether the texts around the seam are words of their own, which a blank has to part."""
    head, rest = first_text(before), first_text(element)
    if not head or not rest or rest[0].isspace():
        return False
    if is_label:
        return True
    is_same = before.get("class") == element.get("class")
    if not is_same and (_is_amount(head, rest) or _is_counted(head, rest) or _is_lettered(head, rest)):
        return True
    if len(head.lstrip(_OPENING)) < 2 or len(rest) < 2:  # an initial, a sign, the digits of a counter
        return False
    if (is_same and is_wide(last) and is_wide(rest[0])) or (last in _STARS and rest[0] in _STARS):
        return False
    ends = last.isalnum() or is_letter(last) or last in _ENDS or (is_same and last == ".")
    ends = ends or ends_caption(element, head, rest)
    ends = ends or (category(last) == "Sc" and head[0].isdecimal() and rest[0].isalpha())
    is_address = rest[0] == "/" and head.upper() in _METHODS
    begins = rest[0].isalnum() or rest[0] in _BEGINS or is_price(rest) or is_address
    return ends and begins


def _begins_with_price(element: Element) -> bool:
    text = first_text(element)
    return bool(text) and (is_price(text) or is_sum(text))


def is_price(text: str) -> bool:
    """Whether a text begins with the sign of a currency and a figure."""
    return category(text[0]) == "Sc" and text[1:].lstrip()[:1].isdecimal()


def is_sum(text: str) -> bool:
    """Whether a text begins with a figure and the sign of a currency behind it."""
    figure = _FIGURE.match(text)
    return figure is not None and category(text[figure.end() : figure.end() + 1] or " ") == "Sc"


def _is_lettered(head: str, rest: str) -> bool:
    """Whether a capital counts what comes next, as answers of a test; small capitals go on a first letter."""
    return (
        len(head) == 1 and head.isupper() and rest[0].isupper() and (rest[1:2].islower() or rest[1:2] == " ")
    )


def _is_amount(head: str, rest: str) -> bool:
    """Whether an amount comes before its unit, or a name before a score of one digit."""
    if len(rest) == 1:
        return rest.isdecimal() and len(head) >= _LEAST_NAME and head.isalpha() and not is_wide(head[-1])
    if not head.isnumeric() or len(head) > _MOST_AMOUNT or is_wide(rest[0]):
        return False
    unit = rest.split(maxsplit=1)[0]
    return unit.isalpha() and (len(unit) >= _LEAST_UNIT or category(head[-1]) == "No")
