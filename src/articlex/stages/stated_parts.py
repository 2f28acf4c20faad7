"""Parts of the page whose words its markup states: answered questions, ingredients, steps.

They are stated in JSON-LD (https://schema.org/FAQPage, https://schema.org/Recipe, https://schema.org/HowTo),
recipes in microdata too. Frequent questions below an article have short answers, which are often collapsed,
and ingredients are short lines without a sentence: the scorer takes both for what surrounds a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from articlex.metadata.values import text_value
from articlex.options import Options
from articlex.page import Block, Form, Kind, Mark, Markup, Page, Role, Wrap
from articlex.read.html.embedded.linked_data import LinkedData, read_linked_data, text_in
from articlex.stages.contract import Output, Stage
from articlex.tokens import fold

_BODY = Role.BODY  # see articlex.page

REASONS = {
    "answered-question": "The markup states the question as one that is answered, and its answer follows.",
    "answer": "The markup states the block as the answer to the question above it.",
    "ingredient": "The markup states the block as an ingredient.",
    "instruction": "The markup states the block as a step of the instructions.",
    "beside-stated": "The block is an item of a list of which the markup states most.",
    "above-stated": "The heading stands right above a stated ingredient or step.",
}

_FAQ, _RECIPE, _HOW_TO = "faqpage", "recipe", "howto"
#: What a script with one of these types has in it.
_TYPES = ('FAQPage"', 'Recipe"', 'HowTo"')
_INGREDIENTS, _INSTRUCTIONS, _ITEM = ("recipeIngredient", "ingredients"), "recipeInstructions", "/Recipe"
#: A block with so many letters may be part of an answer or step; a shorter one has to be all of it.
_LEAST = 12
#: Blocks of the longest answer, and most objects of a list that are read.
_MOST_BLOCKS, _MOST_PARTS = 30, 500
#: Most characters of all steps together in which blocks are sought.
_MOST_SOUGHT = 100_000
#: Roles that may be overridden: a label in the middle of the page may have made a footer of the rest.
_LEFT_OUT = frozenset({Role.BOILERPLATE, Role.FOOTER})


class _Parts(NamedTuple):
    """The folded texts that a page's markup states: the answer by its question, ingredients, all steps."""

    answers: Mapping[str, str] = MappingProxyType({})
    ingredients: frozenset[str] = frozenset()
    #: One a line.
    steps: str = ""


def run(page: Page, options: Options) -> Output:
    """Mark the stated parts that were left out, if anything of the page is kept."""
    scripts = [script for script in page.markup.json_ld if any(each in script for each in _TYPES)]
    parts = _parts(read_linked_data(scripts)) if scripts else _Parts()
    parts = _with_microdata(parts, page.markup)
    if parts == _Parts():
        return
    kept = {fold(page.blocks[mark.block].text) for mark in page.marks if mark.role is _BODY}
    if not kept - {""}:
        return
    listed = dict(_listed(page, parts))
    listed |= dict.fromkeys(_beside(page, listed), "beside-stated")
    listed |= dict.fromkeys(_above(page, listed), "above-stated")
    found = {**dict(_answered(page, parts.answers)), **listed}
    for index, reason in sorted(found.items()):
        if page.role(index) in _LEFT_OUT and fold(page.blocks[index].text) not in kept:
            yield Mark(index, Role.BODY, reason, 0.8)


def _parts(linked: LinkedData) -> _Parts:
    """What JSON-LD states as parts of the page: answers by their questions, ingredients, steps."""
    answers: dict[str, str] = {}
    ingredients: list[str] = []
    steps: list[str] = []
    for thing in linked.things[:_MOST_PARTS]:
        if _FAQ in thing.types:
            answers |= _questions(linked, thing.data.get("mainEntity"))
        if _RECIPE in thing.types:
            for key in _INGREDIENTS:
                ingredients += map(_folded, linked.items(thing.data.get(key)))
            steps += _steps(linked, thing.data.get(_INSTRUCTIONS))
        if _HOW_TO in thing.types:
            steps += _steps(linked, thing.data.get("step"))
    return _Parts(answers, frozenset(ingredients) - {""}, _lines(steps))


def _with_microdata(parts: _Parts, markup: Markup) -> _Parts:
    """``parts`` with the ingredients and instructions of a recipe that attributes state."""
    notes = [n for n in markup.annotations if n.name == "itemprop" and n.scope.endswith(_ITEM)]
    ingredients = {fold(note.text) for note in notes if note.value in _INGREDIENTS} - {""}
    steps = [fold(note.text) for note in notes if note.value == _INSTRUCTIONS]
    if not ingredients and not steps:
        return parts
    return parts._replace(
        ingredients=parts.ingredients | ingredients, steps=f"{parts.steps}\n{_lines(steps)}"
    )


def _lines(texts: Iterable[str]) -> str:
    """The texts, one a line and between blanks, cut off at ``_MOST_SOUGHT``."""
    return "\n".join(map(_padded, filter(None, texts)))[:_MOST_SOUGHT]


def _questions(linked: LinkedData, questions: object) -> dict[str, str]:
    """The folded answer by the folded question."""
    found: dict[str, str] = {}
    for question in linked.items(questions):
        if isinstance(question, dict) and (name := _folded(question.get("name"))):
            answers = linked.items(question.get("acceptedAnswer"))
            texts = [_folded(answer.get("text")) for answer in answers if isinstance(answer, dict)]
            found[name] = " ".join(filter(None, texts))
    return {question: answer for question, answer in found.items() if answer}


def _steps(linked: LinkedData, steps: object) -> Iterator[str]:
    """The folded texts of steps, of which some are sections that hold others."""
    stack, left = [steps], _MOST_PARTS
    while stack and left:
        left -= 1
        for step in linked.items(stack.pop()):
            if isinstance(step, dict):
                yield _folded(step.get("text")) or _folded(step.get("name"))
                stack.append(step.get("itemListElement"))
            else:
                yield _folded(step)


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
    return words == text or (len(words) >= _LEAST and _padded(words) in _padded(text))


def _padded(words: str) -> str:
    return f" {words} "


def _listed(page: Page, parts: _Parts) -> Iterator[tuple[int, str]]:
    """(block, reason) of the stated ingredients and steps."""
    if not parts.ingredients and not parts.steps:
        return
    whole = frozenset(map(str.strip, parts.steps.split("\n"))) - {""}
    for block in page.blocks:
        if not block.text or block.kind is Kind.HEADING:
            continue
        words = fold(block.text)
        if words in parts.ingredients:
            yield block.index, "ingredient"
        elif words in whole or (len(words) >= _LEAST and _padded(words) in parts.steps):
            yield block.index, "instruction"


def _beside(page: Page, stated: Mapping[int, str]) -> Iterator[int]:
    """The other items of lists of which more than half are stated: the page has these in other words."""
    lists: dict[int, list[Block]] = {}
    for block in page.blocks if stated else ():
        around = [container.id for container in block.within if container.wrap is Wrap.LIST]
        if block.kind is Kind.LIST_ITEM and around:
            lists.setdefault(around[-1], []).append(block)
    for items in lists.values():
        known = sum(block.index in stated for block in items)
        if known < len(items) < 2 * known:
            yield from (block.index for block in items if block.index not in stated and not block.links)


def _above(page: Page, stated: Mapping[int, str]) -> Iterator[int]:
    """The headings without a link that stand right above a stated block."""
    texts = [block for block in page.blocks if block.text] if stated else []
    for heading, below in pairwise(texts):
        if heading.kind is Kind.HEADING and below.index in stated and not heading.links:
            yield heading.index


STAGE = Stage(
    name="stated_parts",
    run=run,
    reasons=REASONS,
    sets=frozenset({Role.BODY}),
    overrides=_LEFT_OUT,
    forms=frozenset({Form.HTML}),
)
