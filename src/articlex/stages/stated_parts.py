"""Parts of the page whose words its markup states: answered questions, ingredients.

They are stated in JSON-LD (https://schema.org/FAQPage, https://schema.org/Recipe), ingredients in microdata
too. Frequent questions below an article have short answers, which are often collapsed,
and ingredients are short lines without a sentence: the scorer takes both for what surrounds a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articlex.markup import Markup
from articlex.metadata.values import text_value
from articlex.options import Options
from articlex.page import Form, Kind, Mark, Page, Role
from articlex.read.html.embedded.linked_data import LinkedData, read_linked_data, text_in
from articlex.stages.contract import Output, Stage
from articlex.tokens import fold

_BODY = Role.BODY  # see articlex.page

REASONS = {
    "answered-question": "The markup states the question as one that is answered, and its answer follows.",
    "answer": "The markup states the block as the answer to the question above it.",
    "ingredient": "The markup states the block as an ingredient.",
}

_FAQ, _RECIPE = "faqpage", "recipe"
#: What a script with one of these types has in it.
_TYPES = ('FAQPage"', 'Recipe"')
_INGREDIENTS, _ITEM = ("recipeIngredient", "ingredients"), "/Recipe"
#: A block with so many letters may be part of an answer; a shorter one has to be all of it.
_LEAST = 12
#: Blocks of the longest answer, and most objects of a list that are read.
_MOST_BLOCKS, _MOST_PARTS = 30, 500
#: Roles that may be overridden: a label in the middle of the page may have made a footer of the rest.
_LEFT_OUT = frozenset({Role.BOILERPLATE, Role.FOOTER})


class _Parts(NamedTuple):
    """The folded texts that a page's markup states: the answer by its question, and ingredients."""

    answers: Mapping[str, str]
    ingredients: frozenset[str]


def run(page: Page, options: Options) -> Output:
    """Mark the stated parts that were left out, if anything of the page is kept."""
    parts = _parts(page.markup)
    if not parts.answers and not parts.ingredients:
        return
    kept = {fold(page.blocks[mark.block].text) for mark in page.marks if mark.role is _BODY}
    if not kept - {""}:
        return
    found = dict(_answered(page, parts.answers)) | dict.fromkeys(
        _listed(page, parts.ingredients), "ingredient"
    )
    for index, reason in sorted(found.items()):
        if page.role(index) in _LEFT_OUT and fold(page.blocks[index].text) not in kept:
            yield Mark(index, Role.BODY, reason, 0.8)


def _parts(markup: Markup) -> _Parts:
    """What the markup states as parts of the page: answers by their questions, ingredients."""
    notes = [n for n in markup.annotations if n.name == "itemprop" and n.scope.endswith(_ITEM)]
    ingredients = {fold(note.text) for note in notes if note.value in _INGREDIENTS}
    answers: dict[str, str] = {}
    scripts = [script for script in markup.json_ld if any(each in script for each in _TYPES)]
    linked = read_linked_data(scripts)
    for thing in linked.things[:_MOST_PARTS]:
        if _FAQ in thing.types:
            answers |= _questions(linked, thing.data.get("mainEntity"))
        if _RECIPE in thing.types:
            for key in _INGREDIENTS:
                ingredients.update(map(_folded, linked.items(thing.data.get(key))))
    return _Parts(answers, frozenset(ingredients) - {""})


def _questions(linked: LinkedData, questions: object) -> dict[str, str]:
    """The folded answer by the folded question."""
    found: dict[str, str] = {}
    for question in linked.items(questions):
        if isinstance(question, dict) and (name := _folded(question.get("name"))):
            answers = linked.items(question.get("acceptedAnswer"))
            texts = [_folded(answer.get("text")) for answer in answers if isinstance(answer, dict)]
            found[name] = " ".join(filter(None, texts))
    return {question: answer for question, answer in found.items() if answer}


def _folded(value: object) -> str:
    return fold(text_value(text_in(value)))


def _answered(page: Page, answers: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """(block, reason) of the questions that have their answer below them, and of the answers."""
    if not answers:
        return
    for block in page.blocks:
        answer = answers.get(fold(block.text)) if block.text else None
        below = list(_answer(page, block.index, answer)) if answer else []
        if below:
            yield block.index, "answered-question"
            yield from ((index, "answer") for index in below)


def _answer(page: Page, question: int, answer: str) -> Iterator[int]:
    """Indices of the blocks below a question that are parts of its answer."""
    for block in page.blocks[question + 1 : question + 1 + _MOST_BLOCKS]:
        if block.text and not _is_part(fold(block.text), answer):
            return
        if block.text:
            yield block.index


def _is_part(words: str, text: str) -> bool:
    """Whether ``words`` are the whole ``text``, or a part of it that is long enough."""
    return words == text or (len(words) >= _LEAST and f" {words} " in f" {text} ")


def _listed(page: Page, ingredients: frozenset[str]) -> Iterator[int]:
    """Indices of the stated ingredients."""
    for block in page.blocks if ingredients else ():
        if block.text and block.kind is not Kind.HEADING and fold(block.text) in ingredients:
            yield block.index


STAGE = Stage(
    name="stated_parts",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY}),
    overrides=_LEFT_OUT,
    forms=frozenset({Form.HTML}),
)
