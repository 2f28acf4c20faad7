"""The language of the text, where the page declares none or another one; marks no block."""

from __future__ import annotations

from articlex.language import MAX_CHARS, any_language, detect
from articlex.options import Options
from articlex.page import Fact, Field, Page
from articlex.signs import signs_of
from articlex.stages.contract import Output, Stage

REASONS = {
    "script": "Only this language is written in the script of the text.",
    "conjunctions": 'The word for "and", and the letters of the text, are this language\'s.',
}

#: Above what <html lang> has: on 1,107 pages of three corpora the text said otherwise 13 times, and was right
#: in 12 of them; many templates declare English whatever the text is.
SCORES = {"script": 0.75, "conjunctions": 0.72}


def run(page: Page, options: Options) -> Output:
    """State the language of the running text, unless the page declares the same."""
    found = detect(_sample(page))
    if found is None:
        return
    declared = [
        str(fact.value) for fact in page.facts if fact.field is Field.LANGUAGE and fact.stage == "markup"
    ]
    if declared:
        if any(any_language(each, found.codes) for each in declared[:1]):
            return
    elif len(found.codes) > 1:
        return
    code = found.codes[0]
    yield Fact(Field.LANGUAGE, code, "text", ", ".join(found.codes), found.reason, SCORES[found.reason])


def _sample(page: Page) -> str:
    """The beginning of the running text; of all text if there is none."""
    signs = signs_of(page)
    parts: list[str] = []
    size = 0
    for prose in (True, False):
        for block in page.blocks:
            if signs.prose[block.index] is prose and size < MAX_CHARS:
                parts.append(block.text)
                size += len(block.text)
        if size:
            break
    return " ".join(parts)


STAGE = Stage(name="language", run=run, reasons=REASONS)
