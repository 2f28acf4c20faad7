"""The account of a page as one page of HTML, for people.

It stands alone: no script, no font, no picture, no address that could be followed, and a policy that forbids
the browser all of that too. What comes from the page is text, escaped, in an element that keeps its direction
of writing to itself.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from articlex.data import read_data
from articlex.page import Block, Kind, Role
from articlex.regex import regex
from articlex.write.control import strip_controls
from articlex.write.counts import counted
from articlex.write.explain.account import Account, Entry
from articlex.write.explain.claims import facts, head
from articlex.write.explain.kept import KeptWriter
from articlex.write.explain.page_map import page_map
from articlex.write.explain.pieces import language_of, name_of, text, weights_html
from articlex.write.explain.stretches import Stretch, stretches_of
from articlex.write.structure import nest

#: The last two code points of each plane, and 32 more, are no characters: HTML forbids them.
_ENDS = "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_NO_CHARACTERS = regex(f"[\ufdd0-\ufdef{_ENDS}]")

#: How to read the page.
_KEY = (
    "<p>The number before a kept block leads to the reason; a dropped block opens to show it. With the "
    "reason stand the features that weighed most in the score of the block, each with its value and the "
    "log-odds of main content that it adds to those of the page's usual value. The model card says "
    "what they are.</p>"
)

#: Letters of scripts that are written from top to bottom, Mongolian and Phags-pa.
_VERTICAL = regex("[\u1820-\u18aa\ua840-\ua873]")


def explain_html(account: Account, version: str) -> str:
    """The report as one document, whose foot names the ``version`` of articlex."""
    stretches = stretches_of(account.entries)
    roles = {entry.mark.role for entry in account.entries}
    style = read_data("report.css") + "".join(map(_hiding, sorted(roles)))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    title = account.article.title or "No title"
    lines = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{text(title)} \u2013 articlex explain</title>\n<style>{style}</style>\n</head>\n<body>",
        page_map(stretches),
        *head(account),
        "<main>",
        *facts(account),
        '<div class="columns">',
        *_legend(account),
        *_page(account, stretches),
        "</div>",
        *_reasons(account),
        *_stages(account),
        f"</main>\n<footer><p>articlex {version}</p></footer>\n</body>\n</html>\n",
    ]
    return _NO_CHARACTERS.sub("\ufffd", strip_controls("\n".join(lines)))


def _place(role: Role) -> int:
    """The place of a role in the legend: as in the enumeration, what no stage knew at the end."""
    return (*Role,).index(role) or len(Role)


def _hiding(role: Role) -> str:
    """The rule by which the box of a role hides its blocks, without a script."""
    page = f".page :is(.r-{role}, :has(> .r-{role})), .map .r-{role}"
    return f"body:has(#show-{role}:not(:checked)) :is({page}) {{ display: none; }}\n"


def _legend(account: Account) -> Iterator[str]:
    """What the colours mean, and how many blocks and words each role has; a box hides those of a role."""
    blocks = Counter(entry.mark.role for entry in account.entries)
    words = Counter[Role]()
    for entry, count in zip(account.entries, account.words, strict=True):
        words[entry.mark.role] += count
    yield '<aside class="legend" aria-labelledby="roles">\n<h2 id="roles">Roles</h2>'
    yield "<p>A box hides or shows the blocks of a role.</p>\n<ul>"
    for role in sorted(blocks, key=_place):
        yield (
            f'<li class="r-{role}"><label><input type="checkbox" id="show-{role}" checked> '
            f"<b>{name_of(role)}</b> <small>{counted(blocks[role], 'block')}, "
            f"{counted(words[role], 'word')}</small></label></li>"
        )
    yield "</ul>\n</aside>"


def _page(account: Account, stretches: Sequence[Stretch]) -> Iterator[str]:
    """All blocks of the page in its order."""
    article = account.article
    direction = f' dir="{article.dir}"' if article.dir in ("ltr", "rtl") else ""
    language = language_of(article.language)
    yield '<section class="page" aria-labelledby="page">\n<h2 id="page">The page, block by block</h2>'
    yield _KEY
    yield f"<div{direction}>"
    writer = KeptWriter(account)
    shown: dict[int, list[Block]] = {}
    for block in article.body:
        shown.setdefault(block.index, []).append(block)
    for stretch in stretches:
        if not stretch.is_kept:
            yield from _dropped(account, stretch, language, writer)
            continue
        blocks = [block for entry in stretch.entries for block in shown[entry.block.index]]
        vertical = " vertical" if _is_vertical(blocks) else ""
        yield f'<div class="kept{vertical}"{language}>'
        yield from writer.blocks(nest(blocks))
        yield "</div>"
    yield "</div>\n</section>"


def _is_vertical(blocks: Iterable[Block]) -> bool:
    """Whether more than half of a text is in letters of a vertical script."""
    content = "".join(block.text for block in blocks)
    return 2 * len(_VERTICAL.findall(content)) > sum(map(str.isalpha, content))


def _dropped(account: Account, stretch: Stretch, language: str, writer: KeptWriter) -> Iterator[str]:
    """Dropped neighbours of one role, each of which opens to show why."""
    many = f" <small>{len(stretch.entries):,}</small>" if len(stretch.entries) > 1 else ""
    yield f'<div class="dropped r-{stretch.role}"><p class="label">{stretch.label}{many}</p>'
    for entry in stretch.entries:
        block = entry.block
        shown = text(entry.shown) or writer.textless(block)
        says_itself = block.text or (shown and block.kind is Kind.IMAGE)
        kind = "" if says_itself else f"({block.kind}) "
        summary = f'{kind}<bdi dir="auto"{language}>{shown}</bdi>'
        yield f'<details id="b{block.index}"><summary>{summary}</summary>{_why(account, entry)}</details>'
    yield "</div>"


def _why(account: Account, entry: Entry) -> str:
    block, mark = entry.block, entry.mark
    decided = f"<b>{mark.stage}/{mark.reason}</b>, score {mark.score:.2f}" if mark.stage else ""
    place = [block.kind.replace("_", " "), f"line {block.line}" if block.line else account.path(block, 8)]
    place += [f"hidden by {' and '.join(entry.hidden)}"] if entry.hidden else []
    weights = weights_html(account.weights.get(block.index, ()))
    return (
        f'<div class="why" dir="ltr"><p>{text(entry.sentence or "No stage knew the block.")} {decided}</p>'
        f"<p>{text(', '.join(filter(None, place)))}</p>{weights}</div>"
    )


def _reasons(account: Account) -> Iterator[str]:
    """Why each of the kept blocks was kept."""
    kept = [entry for entry in account.entries if entry.is_kept]
    if not kept:
        return
    yield '<section class="reasons" aria-labelledby="kept">\n<h2 id="kept">Why blocks were kept</h2>'
    yield '<div class="wide" tabindex="0"><table>\n<thead><tr>'
    yield '<th scope="col">Block</th><th scope="col">Reason</th><th scope="col">Score</th>'
    yield '<th scope="col">Features</th></tr></thead>\n<tbody>'
    for entry in kept:
        number, mark = entry.block.index, entry.mark
        yield (
            f'<tr id="k{number}"><th scope="row"><a href="#b{number}">{number}</a></th>'
            f"<td>{text(entry.sentence)} <small>{mark.stage}/{mark.reason}</small></td>"
            f"<td>{mark.score:.2f}</td><td>{weights_html(account.weights.get(number, ()))}</td></tr>"
        )
    yield "</tbody>\n</table></div>\n</section>"


def _stages(account: Account) -> Iterator[str]:
    """What each stage did."""
    yield '<section aria-labelledby="stages">\n<h2 id="stages">Stages</h2>'
    yield "<details><summary>What each stage did</summary>"
    yield '<table>\n<thead><tr><th scope="col">Stage</th><th scope="col">Marks</th><th scope="col">Facts</th>'
    yield '<th scope="col">Error</th></tr></thead>\n<tbody>'
    for step in account.page.trace:
        yield (
            f'<tr><th scope="row">{step.stage}</th><td>{step.marked}</td><td>{step.stated}</td>'
            f"<td>{text(step.error)}</td></tr>"
        )
    yield "</tbody>\n</table>\n</details>\n</section>"
