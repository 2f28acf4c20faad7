"""Features of the whole page, the same for each of its blocks: what sort of page it is."""

from __future__ import annotations

from collections import Counter
from typing import Any

from articlex.page import Form, Page
from articlex.regex import regex
from articlex.scoring.columns import Columns, Stack, stacked

#: Types of schema.org that tell what sort of page it is; they are sought in so many characters of a script.
_TYPES = {
    "article": regex(r'"(?:News|Blog|Tech|Scholarly|Report)?Article"|"BlogPosting"|"ReportageNewsArticle"'),
    "product": regex(r'"Product(?:Group)?"|"Offer"'),
    "forum": regex(r'"(?:DiscussionForumPosting|QAPage|Question|Comment)"'),
    "list": regex(r'"(?:ItemList|CollectionPage|SearchResultsPage)"'),
    "faq": regex(r'"FAQPage"'),
    "recipe": regex(r'"(?:Recipe|HowTo)"'),
    "business": regex(r'"(?:LocalBusiness|Organization|Service|ProfessionalService)"'),
}
_MOST_SOUGHT = 20_000

_SHARE_NAMES: tuple[str, ...] = (
    "page_blocks", "page_size", "page_good", "page_long", "page_longest", "page_links", "page_heads",
    "page_stops", "page_ideographs", "page_letters", "page_roles",
)  # fmt: skip
_OG_TYPES = ("article", "product", "website")
_COUNTED = ("article", "h1", "p", "main", "table", "form")
_MARKUP_NAMES = (
    *(f"page_is_{name}" for name in _TYPES),
    *(f"page_og_{name}" for name in _OG_TYPES),
    *(f"page_{tag}s" for tag in _COUNTED),
    "page_times",
)
_HEADLINE_NAMES = ("has_headline", "since_headline", "good_since_headline")


def page_columns(page: Page, size: Any, columns: Columns) -> list[Stack]:
    """Columns with one value for the whole page."""
    import numpy as np

    n = len(size)
    total = float(size.sum()) + 1e-6
    good = columns["good"]
    blocks, text, long = np.log1p([n, total, int((good > 0).sum())]).tolist()
    values = [
        blocks,
        text,
        float(good.sum()) / total,
        long,
        float(np.log1p(good.max())),
        float((size * columns["link_density"]).sum()) / total,
        float((columns["level"] > 0).sum()) / n,
        float(columns["stops"].sum()) / total,
        float((size * columns["share_ideograph"]).sum()) / total,
        float((size * columns["share_letter"]).sum()) / total,
        float(columns["role_any"].sum()) / n,
    ]
    names = _SHARE_NAMES
    if page.form is Form.HTML:
        names += _MARKUP_NAMES
        values += _markup_values(page)
    table = np.array(values, np.float32).repeat(n).reshape(len(values), n)
    return [Stack(names, table), _headline_columns(columns)]


def _markup_values(page: Page) -> list[float]:
    """What the markup says of the page as a whole: its types, and how often it has some elements."""
    import numpy as np

    source = " ".join(text[:_MOST_SOUGHT] for text in page.markup.json_ld)
    types = [float(bool(source and pattern.search(source))) for pattern in _TYPES.values()]
    og_type = next((content for name, content in page.markup.metas if name == "og:type"), "")
    times = sum(note.name == "time" for note in page.markup.annotations)
    tags = Counter([node.tag for node in page.nodes])
    counts = [*(tags[tag] for tag in _COUNTED), times]
    return [*types, *(float(name in og_type) for name in _OG_TYPES), *np.log1p(counts).tolist()]


def _headline_columns(columns: Columns) -> Stack:
    """How far the block is behind the headline: the marked one, or else the best match of the title."""
    import numpy as np

    headline, overlap = columns["is_headline"], columns["title_overlap"]
    n = len(headline)
    best = headline if headline.any() else overlap
    place = int(best.argmax())
    if not best[place] > 0.5:
        return stacked(_HEADLINE_NAMES, (0.0, -99.0, -np.log1p(1.0)), n)
    sums = np.concatenate(([0.0], columns["good"].cumsum()))
    after = sums[:-1] - sums[place]
    since = np.minimum(np.maximum(np.arange(n) - place, -50), 100)
    return stacked(_HEADLINE_NAMES, (1.0, since, np.sign(after) * np.log1p(np.abs(after))), n)
