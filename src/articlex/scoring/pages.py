"""Features of the whole page, the same for each of its blocks: what sort of page it is."""

from __future__ import annotations

from collections import Counter
from typing import Any

from articlex.page import Form, Page
from articlex.regex import regex
from articlex.scoring.columns import Columns

#: Types of schema.org that tell what sort of page it is, and characters of a script in which they stand.
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


def page_columns(page: Page, size: Any, columns: Columns) -> Columns:
    """Columns with one value for the whole page."""
    import numpy as np

    n = len(size)
    total = float(size.sum()) + 1e-6
    good = columns["good"]
    values: dict[str, float] = {
        "page_blocks": float(np.log1p(n)),
        "page_size": float(np.log1p(total)),
        "page_good": float(good.sum()) / total,
        "page_long": float(np.log1p((good > 0).sum())),
        "page_longest": float(np.log1p(good.max())),
        "page_links": float((size * columns["link_density"]).sum()) / total,
        "page_heads": float((columns["level"] > 0).sum()) / n,
        "page_stops": float(columns["stops"].sum()) / total,
        "page_ideographs": float((size * columns["share_ideograph"]).sum()) / total,
        "page_letters": float((size * columns["share_letter"]).sum()) / total,
        "page_roles": float(columns["role_any"].sum()) / n,
    }
    if page.form is Form.HTML:
        values |= _markup_values(page)
    table = np.array(list(values.values()), np.float32).repeat(n).reshape(len(values), n)
    return dict(zip(values, table, strict=True)) | _headline_columns(columns)


def _markup_values(page: Page) -> dict[str, float]:
    """What the markup says of the page as a whole: its types, and how often it has some elements."""
    import numpy as np

    source = " ".join(text[:_MOST_SOUGHT] for text in page.markup.json_ld)
    values = {f"page_is_{name}": float(bool(p.search(source))) for name, p in _TYPES.items()}
    og_type = next((content for name, content in page.markup.metas if name == "og:type"), "")
    values["page_og_article"] = float("article" in og_type)
    values["page_og_product"] = float("product" in og_type)
    values["page_og_website"] = float("website" in og_type)
    tags = Counter([node.tag for node in page.nodes])
    for tag in ("article", "h1", "p", "main", "table", "form"):
        values[f"page_{tag}s"] = float(np.log1p(tags[tag]))
    values["page_times"] = float(np.log1p(sum(1 for note in page.markup.annotations if note.name == "time")))
    return values


def _headline_columns(columns: Columns) -> Columns:
    """Where the block stands against the headline: the block marked TITLE, else the best match."""
    import numpy as np

    title, overlap = columns["role_title"], columns["title_overlap"]
    n = len(title)
    best = title if title.any() else overlap
    place = int(np.argmax(best)) if best.max() > 0.5 else -1
    rows = np.arange(n)
    good = columns["good"]
    sums = np.concatenate(([0.0], np.cumsum(good)))
    after = sums[rows] - sums[max(place, 0)] if place >= 0 else np.full(n, -1.0)
    return {
        "has_headline": np.full(n, float(place >= 0)),
        "since_headline": (rows - place).clip(-50, 100) if place >= 0 else np.full(n, -99.0),
        "good_since_headline": np.sign(after) * np.log1p(np.abs(after)),
    }
