r"""Formulas, in whatever form a page has them: MathML, KaTeX, MathJax 2 and 3, MediaWiki, images, TeX in
text.

Each becomes one run whose text is LaTeX. Where a page has a formula twice, for readers and for machines, only
the second is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from urllib.parse import parse_qsl, unquote

from lxml import etree

from articlex.page import Run, Style
from articlex.read.html.embedded.lenient_json import whole_characters
from articlex.read.html.formulas.mathml import latex_of, unwrapped
from articlex.read.html.tree import Element
from articlex.regex import regex

_DISPLAY = frozenset("katex-display MathJax_Display MathJax_SVG_Display MJXc-display latex-rendered".split())
#: Attributes with a formula that a script renders: Zhihu's, Quill's, and Substack's, which is JSON.
_STATED = ("data-tex", "data-value")
_STATED_JSON = regex(r"\"persistentExpression\":\"((?:[^\"\\]|\\.)*)\"")
_IMAGE = frozenset("latex tex math ql-img-inline-formula ql-img-displayed-equation".split())

#: Classes of images of formulas whose alternative text may be words: Habr's, journals'.
_MAY_BE_IMAGE = frozenset("formula equation inline-formula inlineformula displayformula".split())
#: What only TeX has in it, of all alternative texts.
_TEX_ALONE = regex(r"\\[A-Za-z]+\s*[{_^]|[_^]\{")
#: Services that draw the formula in their address, and its names there: CodeCogs, WordPress, Zhihu, GitHub,
#: and others that run their programs; and commands by which CodeCogs is told how it is to look.
_DRAWN = regex(
    r"(?i)(?:/latex|/equation|/math)(?:\.php)?$"
    r"|(\.latex$|//latex\.[^/]+/\w+\.image$|/(?:mathtex|mimetex)(?:\.cgi)?$)"
)
_DRAWN_KEYS = ("latex", "tex", "math", "formula", "eq")
_LOOKS = regex(r"^(?:\\(?:dpi\{\d+\}|inline|tiny|small|large|huge|bg_\w+|fn_\w+)\s*)+")

#: TeX between its delimiters, as on pages that a script typesets. No formula holds the delimiter that opened
#: it, and none begins with the second of two backslashes: so a page of delimiters that nothing closes takes
#: no more than linear time.
_FORMULAS = (
    r"(?<!\\)\\\((?P<inline>(?:[^\\]|\\\\|\\(?![()\\]))+)\\\)"
    r"|(?<!\\)\\\[(?P<display>(?:[^\\]|\\\\|\\(?![\[\]\\]))+)\\\]"
    r"|\$\$(?P<dollars>[^$]{1,4000})\$\$"
    r"|(?P<environment>\\begin\{(?P<name>equation|align|gather|eqnarray|multline)\*?\}.{1,2000}?\\end\{(?P=name)\*?\})"
)
_TEX = regex(_FORMULAS, re.DOTALL)
#: The groups of formulas that stand in a line.
_INLINE = frozenset({"inline", "single"})
_MATHS = regex(r"[\\^_=]")
#: Pandoc's rule for formulas between single dollars: no space right inside, no digit behind.
_TEX_WITH_DOLLARS = regex(
    _FORMULAS + r"|(?<![\\$\w])\$(?P<single>(?!\s)[^$\n]{1,200}(?<![\s\\]))\$(?![\d$])", re.DOTALL
)
#: What every formula between single dollars looks like, and few prices do.
_SINGLE_DOLLARS = regex(r"\$(?!\s)[^$\n]{1,200}(?<![\s\\])\$")
#: How the alternative text of a formula's image begins; LaTeX2HTML sets it between single dollars.
_LATEX_STARTS = ("\\displaystyle", "{\\displaystyle", "$$", "\\(", "\\[")
_DOLLARS = regex(r"\$[^$]{1,2000}\$")

_COMMENT = regex(r"(?<!\\)%[^\n]*")
#: Elements right behind a formula among which the script is looked for that it came from.
_NEAR_SCRIPT = 3
_TYPESETTERS = (b"MathJax", b"mathjax", b"katex", b"KaTeX")


def is_typeset(source: bytes) -> bool:
    """Whether a page's ``source`` loads a script that typesets TeX in its text, single dollars included."""
    # Looked for from the end, in half of the time.
    return any(source.rfind(name) >= 0 for name in _TYPESETTERS)


def math_run(element: Element) -> Run | None:
    """The run of a <math> element; None if it is empty."""
    latex = latex_of(element)
    display = element.get("display") == "block" or element.get("mode") == "display"
    return _run(latex, display)


def _tex_run(source: str, *, display: bool) -> Run | None:
    """The run of a formula in TeX; None if it is empty."""
    return _run(unwrapped(source), display)


def script_run(element: Element, kind: str) -> Run | None:
    """The run of a <script type="math/tex"> of MathJax 2, or one of MathML; None for any other."""
    text = element.text or ""
    display = "mode=display" in kind.replace(" ", "")
    if kind.startswith("math/tex"):
        return _tex_run(text, display=display)
    return _run(_latex_of_source(text), display) if kind.startswith("math/mml") else None


def rendered_run(element: Element, classes: Sequence[str]) -> Run | None:
    """The run of a formula that KaTeX, MathJax or MediaWiki has rendered, from the MathML or TeX beside it.

    None if the page has it in no other form.
    """
    display = not _DISPLAY.isdisjoint(classes) or element.get("display") == "true"
    stated = _stated_in(element)
    if stated:
        return _tex_run(stated, display=display)
    math = next(element.iterdescendants("math"), None)
    if math is not None:
        return _run(latex_of(math), display or math.get("display") == "block")
    scripts = list(islice(element.iterdescendants("script"), 2))
    if len(scripts) == 1:
        return script_run(scripts[0], scripts[0].get("type") or "")
    source = element.get("data-mathml")
    if source:
        return _run(_latex_of_source(source), display)
    image = next(element.iterdescendants("img"), None)
    return _tex_run(image.get("alt") or "", display=display) if image is not None else None


def _stated_in(element: Element) -> str:
    """The LaTeX in an attribute of an element that a script replaces by the formula; "" if there is none."""
    found = _STATED_JSON.search(element.get("data-attrs") or "")
    if found:
        try:
            return str(json.loads(f'"{whole_characters(found[1])}"'))
        except ValueError:  # an escape that JSON does not have
            return ""
    return next((value for name in _STATED if (value := element.get(name))), "")


def _latex_of_source(source: str) -> str:
    """The LaTeX of MathML that a page has as text; "" if it is not well-formed."""
    # The encoding that it may declare was that of the page.
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True)
    try:
        return latex_of(etree.fromstring(source.strip().encode("utf-8", "replace"), parser))
    except etree.XMLSyntaxError:
        return ""


def renderer_run(element: Element) -> Run | None:
    """The run of GitHub's <math-renderer>, TeX between dollars; None for anything else."""
    text = "" if len(element) else (element.text or "").strip()
    latex = unwrapped(text)
    if text[:1] != "$" or latex == text:
        return None
    return _run(latex.strip("`"), text.startswith("$$"))


def has_script(element: Element) -> bool:
    """Whether the script that the formula in ``element`` was made from stands right behind it."""
    following = element
    for _ in range(_NEAR_SCRIPT):
        sibling = following.getnext()
        if sibling is None:
            return False
        if sibling.tag == "script":
            return (sibling.get("type") or "").startswith("math/")
        following = sibling
    return False


def image_run(attributes: Mapping[str, str]) -> Run | None:
    """The run of an <img> that is a formula by its class, alternative text or address; None for any other."""
    alternative, source = attributes.get("alt", ""), attributes.get("src", "")
    if "?" in source and (latex := _of_address(source)):
        return _tex_run(latex, display=False)
    if not alternative:
        return None
    classes = attributes.get("class", "")
    names = classes.split() if classes else ()
    # (Hardly any image has one of these signs, with which TeX begins, or which it cannot do without.)
    may_be_tex = "\\" in alternative or "{" in alternative or "$" in alternative
    stated = not _IMAGE.isdisjoint(names) or (may_be_tex and _TEX_ALONE.search(alternative) is not None)
    stated = stated or (not _MAY_BE_IMAGE.isdisjoint(names) and _MATHS.search(alternative) is not None)
    is_tex = may_be_tex and (alternative.startswith(_LATEX_STARTS) or _DOLLARS.fullmatch(alternative))
    if not stated and not is_tex:
        return None
    display = "displayed" in classes or alternative.startswith(("$\\displaystyle", "$$", "\\["))
    return _run(unwrapped(alternative).removeprefix("\\displaystyle").strip(), display)


def _of_address(source: str) -> str:
    """The LaTeX in the address of a service that draws it; "" for any other address."""
    path, _, query = source.partition("#")[0].partition("?")
    lowered = path.lower()
    if not ("tex" in lowered or "math" in lowered or "equat" in lowered):  # all of them have one of these
        return ""
    drawn = _DRAWN.search(path)
    if drawn is None:
        return ""
    if drawn[1]:  # CodeCogs, mathTeX: all that is behind the question mark
        return _LOOKS.sub("", unquote(query).replace("&space;", " "))
    stated = dict(parse_qsl(query))
    return next((stated[key] for key in _DRAWN_KEYS if key in stated), "")


def split_formulas(runs: tuple[Run, ...], text: str, typeset: Callable[[], bool]) -> tuple[Run, ...]:
    """The runs of a block, whose text is ``text``, with each formula in TeX as a run of its own.

    ``typeset`` is asked whether single dollars are delimiters.
    """
    # It is asked last: it searches the whole page, and most dollars are prices.
    dollars = "$" in text and _SINGLE_DOLLARS.search(text) is not None and typeset()
    if not dollars and "\\" not in text and "$$" not in text:
        return runs
    pattern = _TEX_WITH_DOLLARS if dollars else _TEX
    return tuple([piece for run in runs for piece in _pieces(run, pattern)])


def _pieces(run: Run, pattern: re.Pattern[str]) -> Iterator[Run]:
    """A run in pieces: each formula in its text, and what is between these."""
    if run.style & (Style.CODE | Style.MATH) or run.src is not None:
        yield run
        return
    start = 0
    for found in pattern.finditer(run.text):
        if formula := _formula(found):
            if found.start() > start:
                yield run._replace(text=run.text[start : found.start()])
            yield formula
            start = found.end()
    if not start or start < len(run.text):
        yield run._replace(text=run.text[start:])


def _formula(found: re.Match[str]) -> Run | None:
    """The run of a match of :data:`_FORMULAS`; None if that is no formula: "$$ for old cars $$"."""
    kind = str(found.lastgroup)
    latex = found[kind]
    if not latex.strip() or (kind == "dollars" and _MATHS.search(latex) is None):
        return None
    style = Style.MATH if kind in _INLINE else Style.MATH | Style.MATH_DISPLAY
    return Run(" ".join(latex.split()), style)


def _run(latex: str, display: bool) -> Run | None:
    if "%" in latex and "\n" in latex:  # a comment, which would take in the rest once all is one line
        latex = _COMMENT.sub("", latex)
    text = " ".join(latex.split())
    return Run(text, Style.MATH | (Style.MATH_DISPLAY if display else 0)) if text else None
