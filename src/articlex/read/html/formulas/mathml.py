"""MathML to LaTeX: presentation markup (MathML Core, and older elements that pages still use).

Functions of :data:`_ELEMENTS` take an element and how deep it is nested, and return its LaTeX.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from articlex.read.html.element_text import text_as_written, text_below
from articlex.read.html.formulas.latex_symbols import ACCENTS, COMMANDS, FUNCTIONS
from articlex.read.html.tree import Element
from articlex.regex import SPACES, regex

#: Elements nested deeper than this are read as plain text.
_MAX_DEPTH = 60

_TEX_ENCODINGS = ("application/x-tex", "application/x-latex", "latex", "tex", "text/latex")
_VARIANTS = {
    "bold": "mathbf",
    "double-struck": "mathbb",
    "script": "mathcal",
    "fraktur": "mathfrak",
    "monospace": "mathtt",
    "sans-serif": "mathsf",
    "bold-italic": "boldsymbol",
}
_WIDE = {"hat": "widehat", "bar": "overline", "vec": "overrightarrow", "tilde": "widetilde"}
_DISPLAYSTYLE = regex(r"^\{\s*\\(?:displaystyle|textstyle)\s*(.*)\}$", re.DOTALL)


def latex_of(math: Element) -> str:
    """The LaTeX of a <math> element: as it states it itself, else converted from its markup."""
    return _stated_latex(math) or _spaced(_children(math, 0))


def _stated_latex(math: Element) -> str:
    """The LaTeX that a <math> element has in an annotation or in alttext; "" if there is none."""
    for annotation in math.iterdescendants("{*}annotation"):
        if (annotation.get("encoding") or "").lower() in _TEX_ENCODINGS:
            text = unwrapped(annotation.text or "")
            if text:
                return text
    alternative = math.get("alttext") or ""
    return unwrapped(alternative) if "\\" in alternative or "^" in alternative or "_" in alternative else ""


#: How kramdown keeps "<" in a script.
_CDATA = regex(r"%?\s*+<!\[CDATA\[(.*)\]\]>", re.DOTALL)


def unwrapped(latex: str) -> str:
    """LaTeX without delimiters, and without the {\\displaystyle ...} that MediaWiki puts around it."""
    found = _CDATA.fullmatch(latex.strip())
    text = found[1].strip().removesuffix("%").strip() if found else latex.strip()
    for left, right in (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$")):
        if text.startswith(left) and text.endswith(right) and len(text) >= len(left) + len(right):
            text = text[len(left) : -len(right)].strip()
            break
    found = _DISPLAYSTYLE.match(text)
    return found[1].strip() if found else text


def _spaced(latex: str) -> str:
    return SPACES.sub(" ", latex).strip()


def _convert(element: Element, depth: int) -> str:
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if depth > _MAX_DEPTH:
        return _symbols(text_as_written(element))
    handler = _ELEMENTS.get(_name(element))
    return handler(element, depth + 1) if handler is not None else _children(element, depth + 1)


def _name(element: Element) -> str:
    """The name of an element without its namespace, as XML states it or a page spells it ("m:mi")."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def _named(element: Element, *names: str) -> list[Element]:
    return [child for child in element if _name(child) in names]


def _children(element: Element, depth: int) -> str:
    if not len(element):
        return _symbols(text_below(element))
    return _glued([_convert(child, depth) for child in element])


def _glued(parts: list[str]) -> str:
    """The parts, with a space where a command would run into a letter: "\\alpha", "x" → "\\alpha x"."""
    out: list[str] = []
    # What stands behind the last backslash, as long as that can be the name of a command.
    command: str | None = None
    for part in filter(None, parts):
        if command and part[0].isalpha():
            out.append(" ")
            command = None
        out.append(part)
        _, backslash, name = part.rpartition("\\")
        if not backslash:
            name = part if command is not None else "."
        command = name if not name or (name.isalpha() and name.isascii()) else None
    return "".join(out)


def _symbols(text: str) -> str:
    return _glued([COMMANDS.get(char, char) for char in SPACES.sub(" ", text)])


def _identifier(element: Element, depth: int) -> str:
    """A name, or a sign: of a variable, a function or an operator."""
    text = text_below(element)
    if text in FUNCTIONS:
        return f"\\{text}"
    variant = _VARIANTS.get(element.get("mathvariant") or "")
    if len(text) > 1 and text.isalpha() and variant is None:
        return f"\\operatorname{{{text}}}" if text.isascii() else _symbols(text)
    latex = _symbols(text)
    return f"\\{variant}{{{latex}}}" if variant else latex


def _text(element: Element, depth: int) -> str:
    text = text_as_written(element)
    text = SPACES.sub(" ", text.replace("\u00a0", " "))
    escaped = "".join("\\" + char if char in "{}#%&$_" else char for char in text)
    return f"\\text{{{escaped}}}" if text.strip() else "\\ " if text else ""


def _space(element: Element, depth: int) -> str:
    if element.get("linebreak") == "newline":
        return "\\\\ "
    return "\\quad " if (element.get("width") or "").startswith(("1em", "2em")) else "\\,"


def _parts(element: Element, depth: int, count: int) -> list[str]:
    parts = [_convert(child, depth) for child in element]
    return (parts + [""] * count)[:count]


def _braced(latex: str) -> str:
    return latex if len(latex) == 1 else f"{{{latex}}}"


def _base(latex: str) -> str:
    """What a script is attached to: as it is if it is one symbol, else in braces."""
    plain = len(latex) == 1 or (latex.startswith("\\") and latex[1:].isalpha())
    return latex if plain else f"{{{latex}}}"


def _fraction(element: Element, depth: int) -> str:
    above, below = _parts(element, depth, 2)
    command = "binom" if (element.get("linethickness") or "").rstrip("pxemt") == "0" else "frac"
    return f"\\{command}{{{above}}}{{{below}}}"


def _square_root(element: Element, depth: int) -> str:
    return f"\\sqrt{{{_children(element, depth)}}}"


def _root(element: Element, depth: int) -> str:
    radicand, index = _parts(element, depth, 2)
    return f"\\sqrt[{index}]{{{radicand}}}"


def _sub(element: Element, depth: int) -> str:
    base, below = _parts(element, depth, 2)
    return f"{_base(base)}_{_braced(below)}"


def _sup(element: Element, depth: int) -> str:
    base, above = _parts(element, depth, 2)
    if above and not above.replace("\\prime", "").strip():
        return _base(base) + "'" * above.count("\\prime")
    return f"{_base(base)}^{_braced(above)}"


def _subsup(element: Element, depth: int) -> str:
    base, below, above = _parts(element, depth, 3)
    return f"{_base(base)}_{_braced(below)}^{_braced(above)}"


def _under(element: Element, depth: int) -> str:
    base, below = _parts(element, depth, 2)
    accent = ACCENTS.get(text_below(element[1])) if len(element) > 1 else None
    if accent in ("underbrace", "underline"):
        return f"\\{accent}{{{base}}}"
    if _takes_limits(base):
        return f"{base}_{_braced(below)}"
    return f"\\underset{{{below}}}{{{base}}}"


def _over(element: Element, depth: int) -> str:
    base, above = _parts(element, depth, 2)
    accent = ACCENTS.get(text_below(element[1])) if len(element) > 1 else None
    if accent:
        wide = len(base) > 1 and "\\" not in base
        return f"\\{_WIDE.get(accent, accent) if wide else accent}{{{base}}}"
    if _takes_limits(base):
        return f"{base}^{_braced(above)}"
    return f"\\overset{{{above}}}{{{base}}}"


def _under_over(element: Element, depth: int) -> str:
    base, below, above = _parts(element, depth, 3)
    if _takes_limits(base):
        return f"{base}_{_braced(below)}^{_braced(above)}"
    return f"\\overset{{{above}}}{{\\underset{{{below}}}{{{base}}}}}"


def _takes_limits(base: str) -> bool:
    return base.startswith("\\") and base[1:].isalpha()


def _table(element: Element, depth: int) -> str:
    rows = []
    for row in _named(element, "mtr", "mlabeledtr"):
        cells = list(row)[1:] if _name(row) == "mlabeledtr" else _named(row, "mtd")
        rows.append(" & ".join(_spaced(_children(cell, depth + 1)) for cell in cells))
    content = " \\\\ ".join(rows)
    return f"\\begin{{matrix}}{content}\\end{{matrix}}"


def _fenced(element: Element, depth: int) -> str:
    left = _symbols(element.get("open", "("))
    right = _symbols(element.get("close", ")"))
    separators = element.get("separators", ",").replace(" ", "")
    parts = [_convert(child, depth) for child in element]
    inner = ""
    for number, part in enumerate(parts):
        if number and separators:
            inner += separators[min(number - 1, len(separators) - 1)]
        inner += part
    return f"\\left{left or '.'}{inner}\\right{right or '.'}"


def _enclosed(element: Element, depth: int) -> str:
    inner = _children(element, depth)
    if "box" in (element.get("notation") or ""):
        return f"\\boxed{{{inner}}}"
    return f"\\cancel{{{inner}}}" if "strike" in (element.get("notation") or "") else inner


def _multiscripts(element: Element, depth: int) -> str:
    """<mmultiscripts>: a base, the scripts behind it and, after <mprescripts>, those before it."""
    before: list[str] = []
    after: list[str] = []
    base = ""
    target = after
    for number, child in enumerate(element):
        if _name(child) == "mprescripts":
            target = before
        elif number == 0:
            base = _base(_convert(child, depth))
        else:
            target.append("" if _name(child) == "none" else _convert(child, depth))
    left = _scripts(before)
    return ("{}" + left if left else "") + base + _scripts(after)


def _scripts(parts: list[str]) -> str:
    signs = ("_", "^")
    return "".join(f"{signs[n % 2]}{_braced(part)}" for n, part in enumerate(parts) if part)


def _nothing(element: Element, depth: int) -> str:
    return ""


_ELEMENTS: dict[str, Callable[[Element, int], str]] = {
    "annotation": _nothing,
    "annotation-xml": _nothing,
    "menclose": _enclosed,
    "mfenced": _fenced,
    "mfrac": _fraction,
    "mi": _identifier,
    "mmultiscripts": _multiscripts,
    "mo": _identifier,
    "mover": _over,
    "mphantom": _nothing,
    "mroot": _root,
    "ms": _text,
    "mspace": _space,
    "msqrt": _square_root,
    "msub": _sub,
    "msubsup": _subsup,
    "msup": _sup,
    "mtable": _table,
    "mtext": _text,
    "munder": _under,
    "munderover": _under_over,
}
